/** XPath expressions of a SEF to JavaScript expressions. */
import { callOperators } from './calls.js';
import { comparison, integerComparison, stringComparison, valueComparison } from './comparison.js';
import { functions } from './functions.js';
import { write } from './instruction.js';
import { isWriting, Unsupported } from './sef.js';
import { stepOperators } from './steps.js';
import { axis } from './tests.js';
import { data, typeOperators } from './types.js';
import { toOne, toOpt, toSeq, value } from './value.js';

/** The value of an expression. */
export function pull(unit, node, scope) {
  if (isWriting(node)) return written(unit, node, scope);
  const operator = leaves[node.N] ?? typeOperators[node.N] ?? stepOperators[node.N] ?? callOperators[node.N];
  if (operator === undefined) throw new Unsupported(node);
  return operator(unit, node, scope);
}

export const pullOne = (unit, node, scope) => toOne(pull(unit, node, scope));
export const pullOpt = (unit, node, scope) => toOpt(pull(unit, node, scope));
export const pullSeq = (unit, node, scope) => toSeq(pull(unit, node, scope));

/** Instructions where a value is wanted: what they write. */
function written(unit, node, scope) {
  const code = unit.arrow(['b'], (inner) => `{ ${write(unit, node, inner)} }`, { ...scope, out: 'b' });
  const single = node.N === 'elem' || node.N === 'att' || node.N === 'valueOf' || node.N === 'compElem';
  const made = `built(${code})`;
  return single ? value(`${made}[0]`, 'one', 'N') : value(made, 'seq', '*');
}

/** JavaScript for the effective boolean value. */
export function truth(unit, node, scope) {
  switch (node.N) {
    case 'true':
      return 'true';
    case 'false':
      return 'false';
    case 'and':
    case 'or':
      return `(${node.C.map((child) => truth(unit, child, scope)).join(node.N === 'and' ? ' && ' : ' || ')})`;
    case 'gc':
      return comparison(unit, node, scope);
    case 'vc':
      return valueComparison(unit, node, scope);
    case 'compareToString':
      return stringComparison(unit, node, scope);
    case 'compareToInt':
      return integerComparison(unit, node, scope);
    case 'fn':
      if (node.name === 'not') return `!(${truth(unit, node.C[0], scope)})`;
      if (node.name === 'exists') return some(pull(unit, node.C[0], scope));
      if (node.name === 'empty') return `!(${some(pull(unit, node.C[0], scope))})`;
      break;
    case 'docOrder':
    case 'mergeAdj':
      if (pull(unit, node.C[0], scope).kind === 'N') return truth(unit, node.C[0], scope);
      break;
    default:
  }
  const v = pull(unit, node, scope);
  if (v.rep === 'one' && v.kind === 'b') return v.code;
  if (v.kind === 'N') return some(v);
  if ((v.rep === 'one' || v.rep === 'opt') && /^[snb]$/.test(v.kind)) return `Boolean(${v.code})`;
  return `ebv(${v.code})`;
}

const some = (v) =>
  v.rep === 'one'
    ? 'true'
    : v.rep === 'opt'
      ? `${v.code} !== null`
      : v.rep === 'seq'
        ? `${v.code}.length > 0`
        : `toSeq(${v.code}).length > 0`;

/** Of one value or none: what compares nothing is nothing, which only a condition may take for false. */
function compared(unit, node, scope) {
  if (node.C.some((child) => pull(unit, child, scope).rep !== 'one'))
    throw new Unsupported(node, 'a comparison of what may be nothing, as a value');
  return boolean(unit, node, scope);
}

const boolean = (unit, node, scope) => value(`(${truth(unit, node, scope)})`, 'one', 'b');

const leaves = {
  str: (_u, node) => value(JSON.stringify(node.val), 'one', 's'),
  int: (_u, node) => value(node.val, 'one', 'n'),
  dec: (_u, node) => value(node.val, 'one', 'n'),
  true: () => value('true', 'one', 'b'),
  false: () => value('false', 'one', 'b'),
  empty: () => value('null', 'opt', '0'),
  dot: (_u, _n, scope) => value(scope.item, 'one', scope.itemKind ?? '*'),
  varRef: (_u, node, scope) => scope.vars.get(node.slot),
  gVarRef: (unit, node) => unit.globalOf(node),
  supplied: (_u, _n, scope) => scope.supplied,
  axis,
  attVal: (unit, node, scope) => value(`attributeValue(${scope.item}, ${unit.name(node.name)})`, 'opt', 's'),
  root: (_u, _n, scope) => value(`rootOf(${scope.item})`, 'one', 'N', { ordered: true, plain: true }),
  and: boolean,
  or: boolean,
  gc: boolean,
  vc: compared,
  compareToString: compared,
  compareToInt: compared,
  castable: (unit, node, scope) =>
    value(
      `castable(${toOpt(data(unit, node, scope)).code}, "${node.as.trim()}", ${node.flags.includes('e')})`,
      'one',
      'b',
    ),
  currentGroup: (_u, node, scope) => {
    if (scope.group === undefined) throw new Unsupported(node, 'current-group() outside its for-each-group');
    return scope.group;
  },
  currentGroupingKey: (_u, node, scope) => {
    if (scope.key === undefined)
      throw new Unsupported(node, 'current-grouping-key() outside its for-each-group');
    return scope.key;
  },
  fn: (unit, node, scope) => {
    if (['not', 'exists', 'empty'].includes(node.name)) return boolean(unit, node, scope);
    if (!(node.name in functions)) throw new Unsupported(node, `the function ${node.name}`);
    return functions[node.name](unit, node.C ?? [], scope);
  },
};
