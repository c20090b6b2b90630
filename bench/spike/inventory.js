/**
 * What of XSLT and XPath our style sheets use, counted: instructions as written, and operators, functions and node
 * tests of the SEF, which is what a compiler has to know.
 *
 *     node bench/spike/inventory.js [--json]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

const count = (map, key, by = 1) => map.set(key, (map.get(key) ?? 0) + by);
const ranked = (map) => [...map].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));

/** xsl:… elements of the modules as written. */
function instructions() {
  const found = new Map();
  const modules = readdirSync(join(root, 'xslt'), { recursive: true }).filter((name) =>
    name.endsWith('.xsl'),
  );
  let lines = 0;
  for (const name of modules) {
    const text = readFileSync(join(root, 'xslt', name), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
    lines += text.split('\n').length;
    for (const [, instruction] of text.matchAll(/<xsl:([\w-]+)/g)) count(found, instruction);
  }
  return { modules: modules.length, lines, found };
}

/** Operators, functions, axes and types of a SEF. */
function operators(name) {
  const sef = JSON.parse(readFileSync(join(root, 'lib', 'xslt', `${name}.sef.json`), 'utf8'));
  const kinds = [
    'operators',
    'functions',
    'axes',
    'comparisons',
    'casts',
    'regular expressions',
    'declarations',
  ];
  const found = Object.fromEntries(kinds.map((kind) => [kind, new Map()]));
  const visit = (node) => {
    count(found.operators, node.N);
    if (node.N === 'fn' || node.N === 'ifCall')
      count(found.functions, node.name.replace(/^Q\{.*[/}]/, '').replace('}', ':'));
    if (node.N === 'axis') count(found.axes, node.name);
    if (node.N === 'gc' || node.N === 'vc') count(found.comparisons, node.op);
    if (node.N === 'castable') count(found.casts, `castable ${node.as}`);
    if (node.N === 'cvUntyped') count(found.casts, `untyped to ${node.to}`);
    if (node.N === 'co') count(found.declarations, node.C[0].N);
    if (node.N === 'fn' && /^(matches|replace|tokenize)$/.test(node.name) && node.C[1])
      count(found['regular expressions'], node.C[1].N === 'str' ? node.C[1].val : '(computed)');
    for (const child of node.C ?? []) visit(child);
  };
  visit(sef);
  return found;
}

const { modules, lines, found } = instructions();
const sefs = { edition: operators('edition'), flow: operators('flow') };

if (process.argv.includes('--json')) {
  const plain = (_, value) => (value instanceof Map ? Object.fromEntries(ranked(value)) : value);
  console.log(JSON.stringify({ modules, lines, instructions: found, sefs }, plain, 2));
} else {
  const total = (map) => [...map.values()].reduce((n, m) => n + m, 0);
  const list = (map) =>
    ranked(map)
      .map(([name, n]) => `${name} ${n}`)
      .join(', ');
  console.log(
    `${modules} modules, ${lines} lines\n\nxsl: instructions (${found.size} kinds, ${total(found)}): ${list(found)}`,
  );
  for (const [name, parts] of Object.entries(sefs)) {
    console.log(`\n${name}.sef.json`);
    for (const [kind, map] of Object.entries(parts))
      console.log(`  ${kind} (${map.size} kinds, ${total(map)}): ${list(map)}`);
  }
}
