/** Calls of functions, maps and arrays, arithmetic, sets of nodes. */
import { pull, pullOne, pullOpt, pullSeq } from './expression.js';
import { Unsupported } from './sef.js';
import { toOpt, toRep, toSeq, value } from './value.js';

function call(unit, node, scope) {
  const callee = unit.functionOf(node);
  const args = node.C?.map((child, i) => toRep(pull(unit, child, scope), callee.args[i].rep).code) ?? [];
  if (!callee.writing) return value(`${callee.js}(${args.join(', ')})`, callee.rep, callee.kind);
  const code = unit.arrow(['b'], () => `{ ${callee.js}(${[...args, 'b'].join(', ')}); }`, {
    ...scope,
    out: 'b',
  });
  return toRep(value(`built(${code})`, 'seq', callee.kind), callee.rep);
}

const intrinsics = {
  apply: (unit, [callee, args], scope) => {
    const key = pullOne(unit, args.C[0], scope).code;
    return value(`call(${pullOne(unit, callee, scope).code}, ${key})`, 'any', '*');
  },
  entry: (unit, [key, content], scope) =>
    value(`new Map([[${pullOne(unit, key, scope).code}, ${pull(unit, content, scope).code}]])`, 'one', 'F'),
  merge: (unit, [maps], scope) => value(`mergeMaps(${pullSeq(unit, maps, scope).code})`, 'one', 'F'),
  _new: (unit, [maps], scope) =>
    value(maps === undefined ? 'new Map()' : `mergeMaps(${pullSeq(unit, maps, scope).code})`, 'one', 'F'),
  '_from-sequence': (unit, [items], scope) =>
    value(`arrayOf(${pullSeq(unit, items, scope).code})`, 'one', 'F'),
};

function mapValue(unit, node, scope) {
  const entries = [];
  for (let i = 0; i < node.C.length; i += 2)
    entries.push(`[${pullOne(unit, node.C[i], scope).code}, ${pull(unit, node.C[i + 1], scope).code}]`);
  return value(`new Map([${entries.join(', ')}])`, 'one', 'F');
}

const two = (unit, node, scope) => node.C.map((child) => pull(unit, child, scope));

const venn = (how, [a, b]) =>
  value(`${how}(${toSeq(a).code}, ${toSeq(b).code})`, 'seq', 'N', {
    ordered: true,
    plain: a.plain && (b.plain || how === 'except'),
  });

export const callOperators = {
  ufCall: call,
  ifCall: (unit, node, scope) => {
    const name = node.name.replace(/^Q\{.*\}/, '');
    if (!(name in intrinsics)) throw new Unsupported(node, `the function ${name}`);
    return intrinsics[name](unit, node.C ?? [], scope);
  },
  map: mapValue,
  // Of each map of a sequence, and of none nothing.
  lookup: (unit, node, scope) => {
    const maps = pull(unit, node.C[0], scope);
    const key = pullOne(unit, node.C[1], scope).code;
    if (maps.rep === 'one') return value(`call(${maps.code}, ${key})`, 'any', '*');
    return value(`mapAny(${toSeq(maps).code}, (m) => call(m, ${key}))`, 'seq', '*');
  },
  // Nothing in, nothing out; untyped operands are numbers.
  arith: (unit, node, scope) => {
    const [a, b] = two(unit, node, scope).map(toOpt);
    if (!['+', '-'].includes(node.op)) throw new Unsupported(node, `the operator ${node.op}`);
    if ([a, b].every((v) => v.rep === 'one' && v.kind === 'n'))
      return value(`(${a.code} ${node.op} ${b.code})`, 'one', 'n');
    return value(`arithmetic("${node.op}", ${a.code}, ${b.code})`, 'opt', 'n');
  },
  to: (unit, node, scope) =>
    value(`range(${node.C.map((child) => pullOpt(unit, child, scope).code).join(', ')})`, 'seq', 'n'),
  union: (unit, node, scope) => venn('union', two(unit, node, scope)),
  except: (unit, node, scope) => venn('except', two(unit, node, scope)),
  intersect: (unit, node, scope) => venn('intersect', two(unit, node, scope)),
};
