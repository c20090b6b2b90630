/** Node tests, axes and patterns. */
import { expanded, Unsupported } from './sef.js';
import { value } from './value.js';

const kinds = { NE: 1, NA: 2, NT: 3, NP: 7, NC: 8, ND: 9 };

/** `*NE nQ{uri}local` → kind and name. */
export function nodeTest(node, text) {
  const [, type, name] = /^[?*+1]?(N[A-Z]?)(?: (nQ\{[^}]*\}\S+|u\[NT,NP,NC,NE\]))? ?$/.exec(text) ?? [];
  if (type === undefined) throw new Unsupported(node, `the node test ${text}`);
  const kind = kinds[type] ?? 0;
  if (name === undefined || name.startsWith('u[')) return { kind };
  return { kind, name: expanded(name.slice(1)) };
}

/** JavaScript for "this node passes". */
function testCode(unit, test, item) {
  if (test.kind === 0) return 'true';
  const kind = `${item}.kind === ${test.kind}`;
  return test.name ? `${item}.q === ${unit.name(test.name)} && ${kind}` : kind;
}

const axes = {
  child: 'child',
  attribute: 'attribute',
  self: 'self',
  parent: 'parent',
  descendant: 'descendant',
  'descendant-or-self': 'descendantOrSelf',
  ancestor: 'ancestor',
  'ancestor-or-self': 'ancestorOrSelf',
  'preceding-sibling': 'precedingSibling',
  'following-sibling': 'followingSibling',
};
const reverse = new Set(['ancestor', 'ancestor-or-self', 'preceding-sibling']);

export function axis(unit, node, scope) {
  const test = nodeTest(node, node.nodeTest);
  const { item } = scope;
  const facts = { ordered: !reverse.has(node.name), plain: test.kind !== 0 && test.kind !== 3 };
  if (test.name && node.name === 'attribute')
    return value(`attributeNamed(${item}, ${unit.name(test.name)})`, 'opt', 'N', facts);
  if (test.name && node.name === 'child')
    return value(`childNamed(${item}, ${unit.name(test.name)})`, 'seq', 'N', facts);
  if (test.kind === 0 && node.name === 'child') return value(`${item}.children`, 'seq', 'N', facts);
  if (test.kind === 0 && node.name === 'parent') return value(`${item}.parent`, 'opt', 'N', facts);
  if (test.kind === 0 && node.name === 'self') return value(item, 'one', 'N', facts);
  if (!(node.name in axes)) throw new Unsupported(node, `the axis ${node.name}`);
  const wanted = node.name === 'attribute' && test.kind === 0 ? { kind: 2 } : test;
  const passes = unit.hoist('T', `(n) => ${testCode(unit, wanted, 'n')}`);
  const single = node.name === 'self' || node.name === 'parent';
  return value(`${axes[node.name]}(${item}, ${passes})`, single ? 'opt' : 'seq', 'N', facts);
}

/** JavaScript for "this node matches the pattern". */
export function pattern(unit, node, scope, truth) {
  switch (node.N) {
    case 'p.nodeTest':
      return testCode(unit, nodeTest(node, node.test), scope.item);
    case 'p.venn':
      if (node.op !== 'union') throw new Unsupported(node, `the pattern operator ${node.op}`);
      return `(${node.C.map((child) => `(${pattern(unit, child, scope, truth)})`).join(' || ')})`;
    case 'p.withPredicate':
      return `(${pattern(unit, node.C[0], scope, truth)}) && (${truth(unit, node.C[1], scope)})`;
    case 'p.withUpper': {
      if (node.axis !== 'parent') throw new Unsupported(node, `the pattern axis ${node.axis}`);
      const upper = pattern(unit, node.C[1], { ...scope, item: `${scope.item}.parent` }, truth);
      return `(${pattern(unit, node.C[0], scope, truth)}) && ${scope.item}.parent !== null && ${upper}`;
    }
    default:
      throw new Unsupported(node);
  }
}
