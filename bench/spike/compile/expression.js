/** XPath expressions of a SEF to JavaScript expressions. */
import { comparison, integerComparison, stringComparison, valueComparison } from './comparison.js';
import { functions } from './functions.js';
import { write } from './instruction.js';
import { isWriting, Unsupported } from './sef.js';
import { axis } from './tests.js';
import { commonKind, commonRep, kindOf, toOne, toOpt, toRep, toSeq, value } from './value.js';

/** The value of an expression. */
export function pull(unit, node, scope) {
  if (isWriting(node)) return written(unit, node, scope);
  const operator = operators[node.N];
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

const boolean = (unit, node, scope) => value(`(${truth(unit, node, scope)})`, 'one', 'b');

// ---------------------------------------------------------------- types

function data(unit, node, scope) {
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

// ---------------------------------------------------------------- steps and loops

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
  if (isPlace(unit, node.C[1], scope)) return operators.subscript(unit, node, scope);
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

// ---------------------------------------------------------------- calls

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

// ---------------------------------------------------------------- the table

const two = (unit, node, scope) => node.C.map((child) => pull(unit, child, scope));
const numeric = (v) => (toOne(v).kind === 'n' ? toOne(v).code : `toNumber(${toOne(v).code})`);

const operators = {
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
  and: boolean,
  or: boolean,
  gc: boolean,
  vc: boolean,
  compareToString: boolean,
  compareToInt: boolean,
  castable: (unit, node, scope) =>
    value(
      `castable(${toOpt(data(unit, node, scope)).code}, "${node.as.trim()}", ${node.flags.includes('e')})`,
      'one',
      'b',
    ),
  arith: (unit, node, scope) => {
    const [a, b] = two(unit, node, scope);
    if (!['+', '-'].includes(node.op)) throw new Unsupported(node, `the operator ${node.op}`);
    return value(`(${numeric(a)} ${node.op} ${numeric(b)})`, 'one', 'n');
  },
  to: (unit, node, scope) =>
    value(`range(${node.C.map((child) => pullOpt(unit, child, scope).code).join(', ')})`, 'seq', 'n'),
  union: (unit, node, scope) => venn('union', two(unit, node, scope)),
  except: (unit, node, scope) => venn('except', two(unit, node, scope)),
  intersect: (unit, node, scope) => venn('intersect', two(unit, node, scope)),
  ufCall: call,
  ifCall: (unit, node, scope) => {
    const name = node.name.replace(/^Q\{.*\}/, '');
    if (!(name in intrinsics)) throw new Unsupported(node, `the function ${name}`);
    return intrinsics[name](unit, node.C ?? [], scope);
  },
  map: mapValue,
  lookup: (unit, node, scope) => {
    const [map, key] = node.C;
    return value(`call(${pullOne(unit, map, scope).code}, ${pullOne(unit, key, scope).code})`, 'any', '*');
  },
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

const venn = (how, [a, b]) =>
  value(`${how}(${toSeq(a).code}, ${toSeq(b).code})`, 'seq', 'N', {
    ordered: true,
    plain: a.plain && (b.plain || how === 'except'),
  });
