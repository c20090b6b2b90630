/** Instructions of a SEF to JavaScript statements that write to `scope.out`. */
import { pull, pullOne, pullSeq, truth } from './expression.js';
import { childWith, expanded, isWriting, Unsupported } from './sef.js';
import { pattern } from './tests.js';
import { asString, toRep, toSeq, typeOf, value } from './value.js';

/** Statements that write the value of an expression. */
export function write(unit, node, scope) {
  const instruction = instructions[node.N];
  if (instruction !== undefined) return instruction(unit, node, scope);
  // What is built here is of the type that was declared; only values are checked.
  if ((node.N === 'check' || node.N === 'treat') && isWriting(node)) return write(unit, node.C[0], scope);
  if (node.N === 'ufCall') {
    const callee = unit.functionOf(node);
    if (callee.writing) {
      const args = node.C?.map((child, i) => toRep(pull(unit, child, scope), callee.args[i].rep).code) ?? [];
      return `${callee.js}(${[...args, scope.out].join(', ')});`;
    }
  }
  const v = pull(unit, node, scope);
  if (v.code === 'null') return '';
  if (v.rep === 'one') return `${scope.out}.${/^[snb]$/.test(v.kind) ? 'atomic' : 'item'}(${v.code});`;
  return `${scope.out}.items(${v.code});`;
}

/** Variables and parameters are in force for what follows them. */
function sequence(unit, node, scope) {
  if (node.literal === true) return `${scope.out}.items(${pull(unit, node, scope).code});`;
  let inner = scope;
  const statements = [];
  for (const child of node.C) {
    if (child.N !== 'param') {
      statements.push(write(unit, child, inner));
      continue;
    }
    const { code, variable } = parameter(unit, child, inner);
    statements.push(code);
    inner = { ...inner, vars: new Map(inner.vars).set(child.slot, variable) };
  }
  return statements.join('\n');
}

function parameter(unit, node, scope) {
  const { rep, kind } = typeOf(node.as);
  const { local } = expanded(node.name);
  const from = `${node.flags.includes('t') ? scope.tunnel : scope.parameters}?.[${JSON.stringify(local)}]`;
  const name = unit.fresh('v');
  const given = `${name}_`;
  const conversion = childWith(node, 'conversion');
  const supplied = value(given, 'any', '*');
  const converted = conversion === undefined ? supplied : pull(unit, conversion, { ...scope, supplied });
  const absent = pull(unit, childWith(node, 'select'), scope);
  const pick = `${given} === undefined ? ${toRep(absent, rep).code} : ${toRep(converted, rep).code}`;
  return { code: `const ${given} = ${from}; const ${name} = ${pick};`, variable: value(name, rep, kind) };
}

/** Arguments of a call: one object for parameters, one for those that go on through the calls within. */
function passed(unit, nodes, scope) {
  const own = [];
  const through = [];
  for (const node of nodes) {
    const pair = `${JSON.stringify(expanded(node.name).local)}: ${pull(unit, node.C[0], scope).code}`;
    (node.flags?.includes('t') ? through : own).push(pair);
  }
  const tunnel = through.length > 0 ? `{ ...${scope.tunnel}, ${through.join(', ')} }` : scope.tunnel;
  return `${own.length > 0 ? `{ ${own.join(', ')} }` : 'null'}, ${tunnel}`;
}

const withParams = (node) => (node.C ?? []).filter((child) => child.N === 'withParam');

function forEach(unit, node, scope) {
  const v = pull(unit, node.C[0], scope);
  const item = unit.fresh('c');
  if (v.rep === 'one' || v.rep === 'opt') {
    const body = write(unit, node.C[1], { ...scope, item, itemKind: v.kind, pos: '1', last: '1' });
    return `{ const ${item} = ${v.code}; ${v.rep === 'opt' ? `if (${item} !== null) ` : ''}{ ${body} } }`;
  }
  const items = unit.fresh('a');
  const i = unit.fresh('i');
  const focus = { item, itemKind: v.kind, pos: `(${i} + 1)`, last: `${items}.length` };
  const body = write(unit, node.C[1], { ...scope, ...focus });
  return `{ const ${items} = ${toSeq(v).code}; for (let ${i} = 0; ${i} < ${items}.length; ${i} += 1) { const ${item} = ${items}[${i}]; ${body} } }`;
}

function forEachGroup(unit, node, scope) {
  const [select] = node.C;
  const population = pullSeq(unit, select, scope);
  const key = childWith(node, 'key');
  const match = childWith(node, 'match');
  const name = unit.fresh('c');
  const focus = { ...scope, item: name, itemKind: population.kind, pos: '(i + 1)' };
  let groups;
  let keyValue;
  if (match !== undefined) {
    const how = { ending: 'groupEndingWith', starting: 'groupStartingWith' }[node.algorithm];
    const test = unit.arrow([name], (s) => pattern(unit, match, s, truth), focus);
    groups = `${how}(${population.code}, ${test})`;
  } else {
    const how = { adjacent: 'groupAdjacent', by: 'groupBy' }[node.algorithm];
    if (how === undefined) throw new Unsupported(node, `group-${node.algorithm}`);
    const code = unit.arrow(
      [name, 'i'],
      (s) => {
        keyValue = pull(unit, key, s);
        return (node.algorithm === 'by' ? toSeq : toOneKey)(keyValue).code;
      },
      focus,
    );
    groups = `${how}(${population.code}, ${code})`;
  }
  const group = unit.fresh('g');
  const i = unit.fresh('i');
  const list = unit.fresh('a');
  const inner = {
    ...scope,
    item: `${group}.items[0]`,
    itemKind: population.kind,
    pos: `(${i} + 1)`,
    last: `${list}.length`,
    group: value(`${group}.items`, 'seq', population.kind, {
      ordered: population.ordered,
      plain: population.plain,
    }),
    key: keyValue === undefined ? undefined : value(`${group}.key`, 'one', keyValue.kind),
  };
  const sort = node.C.filter((child) => child.N === 'sortKey');
  if (sort.length > 0) groups = sorted(unit, sort, groups, inner);
  const body = write(unit, childWith(node, 'content'), inner);
  return `{ const ${list} = ${groups}; for (let ${i} = 0; ${i} < ${list}.length; ${i} += 1) { const ${group} = ${list}[${i}]; ${body} } }`;
}

const toOneKey = (v) => (v.rep === 'one' ? v : { ...v, code: `exactlyOne(${v.code})` });

function sorted(unit, keys, groups, scope) {
  if (keys.length > 1) throw new Unsupported(keys[1], 'a second sort key');
  const [select] = keys[0].C;
  if (childWith(keys[0], 'order')?.val !== 'ascending') throw new Unsupported(keys[0], 'a descending sort');
  const name = scope.group.code.replace('.items', '');
  const code = unit.arrow([name, 'i'], (s) => toRep(pull(unit, select, s), 'opt').code, {
    ...scope,
    pos: '(i + 1)',
  });
  return `sortedBy(${groups}, ${code})`;
}

function element(unit, scope, name, uri, content) {
  const body = content === undefined ? '' : write(unit, content, scope);
  return `${scope.out}.start(${name}, ${JSON.stringify(uri)});\n${body}\n${scope.out}.end();`;
}

const words = (unit, node, scope) => asString(pull(unit, node, scope));

const instructions = {
  sequence,
  param: () => '',
  empty: () => '',
  let: (unit, node, scope) => {
    const v = pull(unit, node.C[0], scope);
    const name = unit.fresh('v');
    const vars = new Map(scope.vars).set(node.slot, { ...v, code: name });
    return `const ${name} = ${v.code};\n${write(unit, node.C[1], { ...scope, vars })}`;
  },
  choose: (unit, node, scope) => {
    let code = '';
    for (let i = 0; i < node.C.length; i += 2) {
      const test = truth(unit, node.C[i], scope);
      const body = write(unit, node.C[i + 1], scope);
      if (test === 'true') return code === '' ? `{ ${body} }` : `${code} else { ${body} }`;
      code += `${code === '' ? '' : ' else '}if (${test}) { ${body} }`;
    }
    return code;
  },
  forEach,
  forEachGroup,
  elem: (unit, node, scope) => element(unit, scope, JSON.stringify(node.name), node.nsuri ?? '', node.C?.[0]),
  compElem: (unit, node, scope) =>
    element(unit, scope, words(unit, childWith(node, 'name'), scope), '', childWith(node, 'content')),
  att: (unit, node, scope) => {
    const uri = node.nsuri ? `, ${JSON.stringify(node.nsuri)}` : '';
    return `${scope.out}.attribute(${JSON.stringify(node.name)}, ${words(unit, node.C[0], scope)}${uri});`;
  },
  valueOf: (unit, node, scope) =>
    `${scope.out}.${node.flags?.includes('d') ? 'raw' : 'text'}(${words(unit, node.C[0], scope)});`,
  copyOf: (unit, node, scope) => `${scope.out}.items(${pull(unit, node.C[0], scope).code});`,
  applyT: (unit, node, scope) => {
    const nodes = pullSeq(unit, node.C[0], scope).code;
    return `applyTemplates(${unit.modeOf(node)}, ${nodes}, ${passed(unit, withParams(node), scope)}, ${scope.out});`;
  },
  callT: (unit, node, scope) =>
    `${unit.templateOf(node)}(${scope.item}, ${scope.pos ?? '1'}, ${scope.last ?? '1'}, ${passed(unit, withParams(node), scope)}, ${scope.out});`,
  nextMatch: (unit, node, scope) =>
    `applyOne(${scope.mode}, ${scope.item}, ${scope.pos}, ${scope.last}, ${passed(unit, withParams(node), scope)}, ${scope.out}, next);`,
  resultDoc: (unit, node, scope) => {
    const method = /method=(\w+)/.exec(node.global)?.[1];
    const body = unit.arrow(['out'], (s) => `{ ${write(unit, childWith(node, 'content'), s)} }`, {
      ...scope,
      out: 'out',
    });
    return `resultDocument(RESULTS, ${pullOne(unit, childWith(node, 'href'), scope).code}, "${method}", ${body});`;
  },
};
