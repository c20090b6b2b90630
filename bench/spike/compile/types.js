/** Atomisation, conversions and type checks: most are known to hold and cost nothing. */
import { pull } from './expression.js';
import { Unsupported } from './sef.js';
import { kindOf, toOne, toOpt, toSeq, value } from './value.js';

export function data(unit, node, scope) {
  const v = pull(unit, node.C[0], scope);
  if (/^[snb0]$/.test(v.kind)) return v;
  const kind = v.kind === 'N' ? 's' : '*';
  if (v.rep === 'one') return value(v.kind === 'N' ? `${v.code}.text()` : `atom(${v.code})`, 'one', kind);
  if (v.rep === 'seq') return value(`atoms(${v.code})`, 'seq', kind);
  if (v.rep === 'opt' && v.kind === 'N') return value(`textOf(${v.code})`, 'opt', 's');
  return value(`atomsAny(${v.code})`, v.rep, kind);
}

function mapped(v, how, kind) {
  if (v.rep === 'one') return value(`${how}(${v.code})`, 'one', kind);
  return value(`each(${v.code}, ${how})`, v.rep, kind);
}

const cardinality = {
  '?': toOpt,
  1: toOne,
  '+': (v) => ({ ...toSeq(v), code: `oneOrMore(${toSeq(v).code})` }),
  0: (v) => (v.kind === '0' ? v : value(`noItem(${v.code})`, 'seq', '0')),
};

const casts = { ADI: ['toInteger', 'n'], AB: ['toBoolean', 'b'] };

function cvUntyped(unit, node, scope) {
  const v = pull(unit, node.C[0], scope);
  const to = node.to.trim();
  // Untyped values are held as strings already.
  if (to === 'AS') return v;
  const [how, kind] = casts[to] ?? [];
  if (how === undefined) throw new Unsupported(node, `the cast to ${to}`);
  return v.kind === kind || v.kind === '0' ? v : mapped(v, how, kind);
}

function treat(unit, node, scope) {
  const v = pull(unit, node.C[0], scope);
  const kind = kindOf(node.as.trim());
  if (kind === '*' || v.kind === kind || v.kind === '0') return v;
  return { ...v, code: `treat(${v.code}, "${kind}")`, kind };
}

export const typeOperators = {
  data,
  atomSing: (unit, node, scope) => (node.card === '?' ? toOpt : toOne)(data(unit, node, scope)),
  cvUntyped,
  treat,
  check: (unit, node, scope) => cardinality[node.card](pull(unit, node.C[0], scope)),
  convert: (unit, node, scope) => {
    const v = pull(unit, node.C[0], scope);
    if (v.kind === '0' || node.to.trim() !== 'AS' || v.kind === 's') return v;
    return mapped(v, 'str', 's');
  },
};
