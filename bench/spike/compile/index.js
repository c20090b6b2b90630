/** A style sheet, as the SEF that xslt3 makes of it, to the text of a JavaScript module. */
import * as runtime from '../runtime/index.js';
import { pull, truth } from './expression.js';
import { write } from './instruction.js';
import { childWith, expanded, isWriting, simplify, Unsupported } from './sef.js';
import { nodeTest, pattern } from './tests.js';
import { toRep, typeOf, value } from './value.js';

/** What is collected while a style sheet is compiled. */
class Unit {
  constructor(sef) {
    this.components = new Map();
    for (const component of sef.C) {
      if (component.N === 'co') this.components.set(component.id, simplify(component.C[0]));
    }
    this.counter = 0;
    this.hoisted = new Map();
    this.functions = new Map();
    this.globals = new Map();
    this.templates = new Map();
    this.modes = new Map();
    for (const [id, node] of this.components) this.declare(id, node);
  }

  declare(id, node) {
    const js = (letter) => `${letter}${id}_${expanded(node.name ?? 'default').local.replace(/\W/g, '_')}`;
    if (node.N === 'function') {
      const args = node.C.filter((child) => child.N === 'arg').map((arg) => ({
        ...typeOf(arg.as),
        slot: arg.slot,
      }));
      const body = childWith(node, 'body') ?? node.C.at(-1);
      this.functions.set(id, { js: js('f'), args, ...typeOf(node.as), body, writing: isWriting(body) });
    } else if (node.N === 'globalVariable' || node.N === 'globalParam') {
      this.globals.set(node.name, { js: js('g'), ...typeOf(node.sType), node });
    } else if (node.N === 'template') this.templates.set(node.name, { js: js('t'), node });
    else if (node.N === 'mode') this.modes.set(node.name ?? '', { js: js('m'), node });
    else throw new Unsupported(node, `the declaration ${node.N}`);
  }

  fresh(letter) {
    this.counter += 1;
    return `${letter}${this.counter}`;
  }

  /** A constant of the module, one for equal code. */
  hoist(letter, code) {
    const known = this.hoisted.get(code) ?? this.fresh(letter);
    this.hoisted.set(code, known);
    return known;
  }

  name(name) {
    const { uri, local } = typeof name === 'string' ? expanded(name) : name;
    return this.hoist('Q', `nameId(${JSON.stringify(uri)}, ${JSON.stringify(local)})`);
  }

  /** A variable of the JavaScript function being written. */
  temporary(scope) {
    const name = this.fresh('x');
    scope.frame.push(name);
    return name;
  }

  /** An arrow function with variables of its own. */
  arrow(parameters, body, scope) {
    const frame = [];
    const code = body({ ...scope, frame });
    const list = `(${parameters.join(', ')}) =>`;
    const declared = frame.length > 0 ? `let ${frame.join(', ')}; ` : '';
    if (code.startsWith('{ ')) return `${list} { ${declared}${code.slice(2)}`;
    return declared === '' ? `${list} ${code}` : `${list} { ${declared}return ${code}; }`;
  }

  functionOf(node) {
    const known = this.functions.get(node.coId);
    if (known === undefined) throw new Unsupported(node, `the function ${node.name}`);
    return known;
  }

  globalOf(node) {
    const known = this.globals.get(node.name);
    if (known === undefined) throw new Unsupported(node, `the variable ${node.name}`);
    return value(`${known.js}()`, known.rep, known.kind);
  }

  templateOf(node) {
    return this.templates.get(node.name).js;
  }

  modeOf(node) {
    const mode = this.modes.get(node.mode ?? '');
    if (mode === undefined) throw new Unsupported(node, `the mode ${node.mode}`);
    return mode.js;
  }
}

const none = { vars: new Map(), parameters: 'null', tunnel: 'null' };

/** Statements that return a value: variables and choices stay statements. */
function returned(unit, node, scope, rep) {
  if (isWriting(node)) return `return ${toRep(pull(unit, node, scope), rep).code};`;
  if (node.N === 'let') {
    const v = pull(unit, node.C[0], scope);
    const name = unit.fresh('v');
    const vars = new Map(scope.vars).set(node.slot, { ...v, code: name });
    return `const ${name} = ${v.code};\n${returned(unit, node.C[1], { ...scope, vars }, rep)}`;
  }
  if (node.N === 'choose') {
    const statements = [];
    for (let i = 0; i < node.C.length; i += 2) {
      const test = truth(unit, node.C[i], scope);
      const body = returned(unit, node.C[i + 1], scope, rep);
      if (test === 'true') return [...statements, body].join('\n');
      statements.push(`if (${test}) { ${body} }`);
    }
    return [...statements, `return ${toRep(value('null', 'opt', '0'), rep).code};`].join('\n');
  }
  return `return ${toRep(pull(unit, node, scope), rep).code};`;
}

/** A function declaration with the variables its body asked for. */
function declaration(name, parameters, body, scope) {
  const frame = [];
  const code = body({ ...scope, frame });
  const declared = frame.length > 0 ? `let ${frame.join(', ')};\n` : '';
  return `function ${name}(${parameters.join(', ')}) {\n${declared}${code}\n}`;
}

function functionCode(unit, { js, args, rep, body, writing }) {
  const vars = new Map();
  const parameters = args.map((arg) => {
    const name = unit.fresh('v');
    vars.set(arg.slot, value(name, arg.rep, arg.kind));
    return name;
  });
  const scope = { ...none, vars, out: 'out' };
  if (writing) return declaration(js, [...parameters, 'out'], (s) => write(unit, body, s), scope);
  return declaration(js, parameters, (s) => returned(unit, body, s, rep), scope);
}

function globalCode(unit, { js, rep, node }) {
  const slot = `${js}_`;
  const scope = { ...none, item: 'SOURCE', itemKind: 'N', pos: '1', last: '1' };
  const select = node.C.find((child) => child.role === 'select') ?? node.C[0];
  const { local } = expanded(node.name);
  const given = `if (GIVEN[${JSON.stringify(local)}] !== undefined) return GIVEN[${JSON.stringify(local)}];\n`;
  const made = declaration(
    `${js}_made`,
    [],
    (s) => `${node.N === 'globalParam' ? given : ''}${returned(unit, select, s, rep)}`,
    scope,
  );
  return `let ${slot};\n${made}\nconst ${js} = () => (${slot} === undefined ? (${slot} = ${js}_made()) : ${slot});`;
}

const ruleParameters = ['c', 'p', 'n', 'parameters', 'tunnel', 'out', 'next'];
const ruleScope = {
  ...none,
  item: 'c',
  itemKind: 'N',
  pos: 'p',
  last: 'n',
  parameters: 'parameters',
  tunnel: 'tunnel',
  out: 'out',
};

function modeCode(unit, { js, node }) {
  if (!['DS', 'SS', 'TC', 'FF'].includes(node.onNo)) throw new Unsupported(node, `on-no-match ${node.onNo}`);
  const bodies = new Map();
  const code = [];
  const rules = node.C.map((rule) => {
    const match = childWith(rule, 'match');
    const action = childWith(rule, 'action');
    const written = declaration('NAME', ruleParameters, (s) => (action ? write(unit, action, s) : ''), {
      ...ruleScope,
      mode: js,
    });
    // A pattern of several names is several rules with one body: names of variables apart, it is the same code.
    const shape = written.replace(/\b([a-z])\d+\b/g, '$1');
    const key = `${rule.seq} ${shape}`;
    if (!bodies.has(key)) {
      const name = `${js}_${bodies.size}`;
      bodies.set(key, name);
      code.push(written.replace('NAME', name));
    }
    const { kind, name } = matched(rule);
    const test =
      match.N === 'p.nodeTest' && kind !== undefined
        ? 'null'
        : unit.arrow(['n'], (s) => pattern(unit, match, s, truth), { ...none, item: 'n', itemKind: 'N' });
    return `{ kind: ${kind ?? 0}, q: ${name ? unit.name(name) : 0}, test: ${test}, run: ${bodies.get(key)} }`;
  });
  const list = `[\n${rules.join(',\n')}\n]`;
  code.push(`const ${js} = new Mode(${JSON.stringify(js)}, "${node.onNo}", ${list});`);
  return code.join('\n');
}

/** Kind and name of the nodes a rule may match, where the SEF says one of each. */
function matched(rule) {
  try {
    return nodeTest(rule, rule.matches);
  } catch {
    return {};
  }
}

/**
 * @param sef the parsed SEF
 * @returns the body of a function of the run time that gives `{ run(document, parameters) }`: results by their address
 */
export function compileStylesheet(sef) {
  const unit = new Unit(sef);
  const parts = [];
  for (const made of unit.functions.values()) parts.push(functionCode(unit, made));
  for (const made of unit.globals.values()) parts.push(globalCode(unit, made));
  for (const { js, node } of unit.templates.values()) {
    const body = childWith(node, 'body') ?? node.C?.at(-1);
    parts.push(declaration(js, ruleParameters.slice(0, -1), (s) => write(unit, body, s), ruleScope));
  }
  for (const made of unit.modes.values()) parts.push(modeCode(unit, made));
  const constants = [...unit.hoisted].map(([code, name]) => `const ${name} = ${code};`);
  const slots = [...unit.globals.values()].map(({ js }) => `${js}_`);
  return `"use strict";
const { ${Object.keys(runtime).join(', ')} } = R;
let SOURCE, GIVEN, RESULTS;
${constants.join('\n')}
${parts.join('\n')}
return {
run(document, parameters) {
  SOURCE = document; GIVEN = parameters; RESULTS = new Map();
  ${slots.join(' = ')} = undefined;
  applyOne(${unit.modes.get('').js}, document, 1, 1, null, null, new TextWriter(), 0);
  return RESULTS;
}
};
`;
}

/** The compiled style sheet, ready to run. */
export function loadStylesheet(code) {
  return new Function('R', code)(runtime);
}
