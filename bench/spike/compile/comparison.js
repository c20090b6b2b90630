/** Comparisons: by what is known of the operands as `===`, else by the general rule. */
import { pull, pullOpt } from './expression.js';
import { toOpt } from './value.js';

const single = (v) => v.rep === 'one' || v.rep === 'opt';

/** General comparison. */
export function comparison(unit, node, scope) {
  const [a, b] = node.C.map((child) => pull(unit, child, scope));
  const words = a.kind === 's' && b.kind === 's';
  if (words && single(a) && single(b)) return equality(unit, scope, node.op, a, b);
  if (words && node.op === '=') {
    if (b.rep === 'seq' && single(a)) return `among(${a.code}, ${b.code})`;
    if (a.rep === 'seq' && single(b)) return `among(${b.code}, ${a.code})`;
  }
  return `anyPair("${node.op}", ${a.code}, ${b.code})`;
}

function equality(unit, scope, op, a, b) {
  if (op === '=') {
    if (a.rep === 'one' || b.rep === 'one') return `${a.code} === ${b.code}`;
    const t = unit.temporary(scope);
    return `(${t} = ${a.code}) !== null && ${t} === ${b.code}`;
  }
  if (op === '!=') {
    if (a.rep === 'one' && b.rep === 'one') return `${a.code} !== ${b.code}`;
    const t = unit.temporary(scope);
    if (b.rep === 'one') return `(${t} = ${a.code}) !== null && ${t} !== ${b.code}`;
    if (a.rep === 'one') return `(${t} = ${b.code}) !== null && ${t} !== ${a.code}`;
  }
  return `anyPair("${op}", ${a.code}, ${b.code})`;
}

const signs = { eq: '=', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' };

/** Value comparison: nothing where an operand is nothing, which is false wherever it is asked for here. */
export function valueComparison(unit, node, scope) {
  const [a, b] = node.C.map((child) => toOpt(pull(unit, child, scope)));
  if (a.kind === 's' && b.kind === 's' && ['eq', 'ne'].includes(node.op))
    return equality(unit, scope, signs[node.op], a, b);
  if (a.kind === 'n' && b.kind === 'n' && a.rep === 'one' && b.rep === 'one')
    return `${a.code} ${{ '=': '===', '!=': '!==' }[signs[node.op]] ?? signs[node.op]} ${b.code}`;
  return `anyPair("${signs[node.op]}", ${a.code}, ${b.code})`;
}

export function stringComparison(unit, node, scope) {
  const v = pullOpt(unit, node.C[0], scope);
  const constant = { code: JSON.stringify(node.val), rep: 'one', kind: 's' };
  if (v.kind === 's' && ['eq', 'ne'].includes(node.op))
    return equality(unit, scope, signs[node.op], v, constant);
  return `anyPair("${signs[node.op]}", ${v.code}, ${constant.code})`;
}

export function integerComparison(unit, node, scope) {
  const v = pullOpt(unit, node.C[0], scope);
  const sign = { eq: '===', ne: '!==' }[node.op] ?? signs[node.op];
  if (v.kind === 'n' && v.rep === 'one') return `${v.code} ${sign} ${node.val}`;
  return `anyPair("${signs[node.op]}", ${v.code}, ${node.val})`;
}
