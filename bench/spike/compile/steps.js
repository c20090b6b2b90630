/** Steps, loops, choices and variables, where a value is wanted. */
import { pull, pullOne, pullSeq, truth } from './expression.js';
import { isWriting } from './sef.js';
import { commonKind, commonRep, toRep, toSeq, value } from './value.js';

/** For each item of the first the second: `/`, `!`, xsl:for-each as a value. */
function loop(unit, node, scope) {
  const v = pull(unit, node.C[0], scope);
  const kind = v.kind;
  if (v.rep === 'one' || v.rep === 'opt') {
    const item = unit.temporary(scope);
    const inner = pull(unit, node.C[1], { ...scope, item, itemKind: kind, pos: '1', last: '1' });
    const facts = { ordered: inner.ordered, plain: inner.plain };
    if (v.rep === 'one') return value(`(${item} = ${v.code}, ${inner.code})`, inner.rep, inner.kind, facts);
    const rep = inner.rep === 'one' ? 'opt' : inner.rep;
    const none = inner.rep === 'seq' ? 'none' : 'null';
    return value(`((${item} = ${v.code}) === null ? ${none} : ${inner.code})`, rep, inner.kind, facts);
  }
  const items = unit.temporary(scope);
  let inner;
  const name = unit.fresh('c');
  const code = unit.arrow(
    [name, 'i'],
    (s) => {
      inner = pull(unit, node.C[1], s);
      return inner.code;
    },
    { ...scope, item: name, itemKind: kind, pos: '(i + 1)', last: `${items}.length` },
  );
  const how = inner.rep === 'one' ? 'mapOne' : 'mapAny';
  return value(`${how}(${items} = ${toSeq(v).code}, ${code})`, 'seq', inner.kind, { plain: inner.plain });
}

/** A predicate that may be a number is a place. */
const isPlace = (unit, node, scope) =>
  ['varRef', 'gVarRef', 'int', 'arith'].includes(node.N) && pull(unit, node, scope).kind === 'n';

function filter(unit, node, scope) {
  if (isPlace(unit, node.C[1], scope)) return stepOperators.subscript(unit, node, scope);
  const v = pull(unit, node.C[0], scope);
  const facts = { ordered: v.ordered, plain: v.plain };
  if (v.rep === 'one' || v.rep === 'opt') {
    const item = unit.temporary(scope);
    const test = truth(unit, node.C[1], { ...scope, item, itemKind: v.kind, pos: '1', last: '1' });
    const there =
      v.rep === 'one' ? `(${item} = ${v.code}, ${test})` : `(${item} = ${v.code}) !== null && ${test}`;
    return value(`(${there} ? ${item} : null)`, 'opt', v.kind, facts);
  }
  const name = unit.fresh('c');
  const code = unit.arrow([name, 'i'], (s) => truth(unit, node.C[1], s), {
    ...scope,
    item: name,
    itemKind: v.kind,
    pos: '(i + 1)',
    last: undefined,
  });
  return value(`${toSeq(v).code}.filter(${code})`, 'seq', v.kind, facts);
}

/** The first item, of a sequence no further than needed. */
function first(unit, node, scope) {
  const [inner] = node.C;
  if (inner.N === 'sequence' && inner.literal !== true && !isWriting(inner)) {
    const values = inner.C.map((child) => firstOf(pull(unit, child, scope)));
    const last = values.at(-1);
    return value(
      `(${values.map((v) => v.code).join(' ?? ')})`,
      last.rep === 'one' ? 'one' : 'opt',
      commonKind(values),
    );
  }
  return firstOf(pull(unit, inner, scope));
}

const firstOf = (v) => {
  if (v.rep === 'one' || v.rep === 'opt') return v;
  return { ...v, code: `(${toSeq(v).code}[0] ?? null)`, rep: 'opt', ordered: true };
};

function sequence(unit, node, scope) {
  const values = node.C.map((child) => pull(unit, child, scope));
  const kind = commonKind(values);
  const list = `[${values.map((v) => v.code).join(', ')}]`;
  if (node.literal === true || node.C.every((child) => child.N === 'str'))
    return value(unit.hoist('L', list), 'seq', kind, { literal: true });
  return value(values.every((v) => v.rep === 'one') ? list : `flat(${list})`, 'seq', kind);
}

function choose(unit, node, scope) {
  const tests = [];
  const branches = [];
  for (let i = 0; i < node.C.length; i += 2) {
    tests.push(truth(unit, node.C[i], scope));
    branches.push(pull(unit, node.C[i + 1], scope));
  }
  if (tests.at(-1) !== 'true') branches.push(value('null', 'opt', '0'));
  const rep = commonRep(branches);
  const codes = branches.map((v) => toRep(v, rep).code);
  const code = codes.reduceRight(
    (rest, branch, i) => (rest === '' ? branch : `${tests[i]} ? ${branch} : ${rest}`),
    '',
  );
  const facts = { ordered: branches.every((v) => v.ordered), plain: branches.every((v) => v.plain) };
  return value(`(${code})`, rep, commonKind(branches), facts);
}

function bound(node, scope, name, kind, rep) {
  return { ...scope, vars: new Map(scope.vars).set(node.slot, value(name, rep, kind)) };
}

function letValue(unit, node, scope) {
  const v = pull(unit, node.C[0], scope);
  const name = unit.temporary(scope);
  const inner = pull(unit, node.C[1], bound(node, scope, name, v.kind, v.rep));
  return { ...inner, code: `(${name} = ${v.code}, ${inner.code})` };
}

function forValue(unit, node, scope) {
  const v = pullSeq(unit, node.C[0], scope);
  const name = unit.fresh('v');
  let inner;
  const code = unit.arrow(
    [name],
    (s) => {
      inner = pull(unit, node.C[1], s);
      return inner.code;
    },
    bound(node, scope, name, v.kind, 'one'),
  );
  return value(`${inner.rep === 'one' ? 'mapOne' : 'mapAny'}(${v.code}, ${code})`, 'seq', inner.kind);
}

function every(unit, node, scope) {
  const v = pullSeq(unit, node.C[0], scope);
  const name = unit.fresh('v');
  const code = unit.arrow([name], (s) => truth(unit, node.C[1], s), bound(node, scope, name, v.kind, 'one'));
  return value(`${v.code}.${node.N}(${code})`, 'one', 'b');
}

export const stepOperators = {
  sequence,
  slash: loop,
  forEach: loop,
  filter,
  first,
  lastOf: (unit, node, scope) => {
    const v = pullSeq(unit, node.C[0], scope);
    return { ...v, code: `(${v.code}.at(-1) ?? null)`, rep: 'opt' };
  },
  subscript: (unit, node, scope) => {
    const v = pullSeq(unit, node.C[0], scope);
    return { ...v, code: `(${v.code}[${pullOne(unit, node.C[1], scope).code} - 1] ?? null)`, rep: 'opt' };
  },
  choose,
  let: letValue,
  for: forValue,
  every,
  some: every,
  docOrder: (unit, node, scope) => {
    const v = pull(unit, node.C[0], scope);
    if (v.rep !== 'seq' || v.ordered) return v;
    return { ...v, code: `inOrder(${v.code})`, ordered: true };
  },
  homCheck: (unit, node, scope) => ({
    ...value(`homogeneous(${pullSeq(unit, node.C[0], scope).code})`, 'seq', '*'),
  }),
  mergeAdj: (unit, node, scope) => {
    const v = pull(unit, node.C[0], scope);
    if (v.rep === 'one' || v.rep === 'opt' || v.plain || /^[snb0]$/.test(v.kind)) return v;
    return { ...v, code: `mergeText(${toSeq(v).code})`, rep: 'seq' };
  },
};
