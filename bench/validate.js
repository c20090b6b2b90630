/**
 * The validator beside Jing (API and process) and SchXslt2 on a warm Saxon-HE, in one run.
 *
 *     npm run bench -- validate --jars DIR --tei-all tei_all.rng [--documents 1000] [--rounds 6]
 *
 * CPU time (user and system, all threads) is quoted where one process does the work, for it is steadier than the clock
 * on a shared machine; the clock for whole processes. Files are all well-formed: Jing's command leaves out every file
 * after the first that is not.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cables } from './corpus.js';
import { letter, letters } from './letters.js';
import { peers } from './peers/index.js';

const { values } = parseArgs({
  args: process.argv.slice(process.argv[2] === 'validate' ? 3 : 2),
  options: {
    jars: { type: 'string' },
    'tei-all': { type: 'string' },
    documents: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '6' },
  },
});
const schema = values['tei-all'];
if (schema === undefined) {
  console.error('Name the schema of the TEI: --tei-all tei_all.rng');
  process.exit(2);
}
const them = peers(values.jars);
const [count, rounds] = [Number(values.documents), Number(values.rounds)];
const root = fileURLToPath(new URL('..', import.meta.url));
const lib = (path) => import(new URL(`../lib/${path}`, import.meta.url).href);
const { compileRelaxNg, validateXml } = await lib('xml/relaxng/index.js');
const { annotate, defaultSettings, emptyRegister, encode, read, recognise, validate } = await lib('index.js');

const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
const write = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const timed = (work) => {
  const start = cpu();
  work();
  return cpu() - start;
};
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const f = (n, digits = 2) => n.toFixed(digits);
const head = (title) => {
  console.log(`\n${title}\n`);
  row('', 'Chancery', 'peer', 'peer / Chancery');
  row('---', '---:', '---:', '---:');
};
const compare = (name, ours, theirs, unit) =>
  row(name, `${f(ours)} ${unit}`, `${f(theirs)} ${unit}`, f(theirs / ours));

const docs = [...letters(count)];
const files = docs.map(({ name, xml }) => write(`${name}.xml`, xml));
const bytes = docs.reduce((n, d) => n + Buffer.byteLength(d.xml), 0);
console.log(
  `${count} documents of ${f(bytes / count / 1024, 1)} KB; Node ${process.version}; ${them.versions}`,
);

// ---- grammar, warm, one process each
const compiled = compileRelaxNg(readFileSync(schema, 'utf8'), { uri: schema });
const findings = docs.reduce((n, d) => n + validateXml(compiled, d.xml).length, 0);
if (findings > 0) throw new Error('The documents should be valid');
const ours = Array.from({ length: rounds }, () =>
  timed(() => {
    for (const file of files) validateXml(compiled, readFileSync(file, 'utf8'));
  }),
);
const jing = them.jing(schema, rounds, write('list.txt', files.join('\n')));
head('RELAX NG, tei_all');
compare(
  'a document, warm (the best round), CPU',
  Math.min(...ours) / count,
  Math.min(...jing.rounds) / count,
  'ms',
);

// ---- loading, each in a process of its own
const child = (code) =>
  Number(spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).stdout);
const engine = new URL('../lib/xml/relaxng/index.js', import.meta.url).href;
const load = (how) =>
  median(
    [1, 2, 3, 4, 5].map(() =>
      child(
        `import { readFileSync } from 'node:fs'; import * as r from ${JSON.stringify(engine)};
         const t = performance.now(); ${how}; console.log(performance.now() - t);`,
      ),
    ),
  );
const stored = write('stored.json', JSON.stringify(compiled));
const fromRng = load(`r.compileRelaxNg(readFileSync(${JSON.stringify(schema)}, 'utf8'), { uri: 'x' })`);
compare('schema loaded from .rng, clock', fromRng, jing.load, 'ms');
compare(
  'from the stored form, clock',
  load(`r.loadCompiled(JSON.parse(readFileSync(${JSON.stringify(stored)}, 'utf8')))`),
  jing.load,
  'ms',
);

// ---- whole processes
const chancery = (...args) => processed(process.execPath, join(root, 'bin/chancery.js'), ...args);
/** Clock and CPU of a whole process, in ms; bash measures it, for Node does not tell of its children. */
function processed(...command) {
  const script = 'TIMEFORMAT="%R %U %S"; time "$@" > /dev/null 2> err || cat err >&3';
  const result = spawnSync('bash', ['-c', script, 'bash', ...command], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  if (result.output[3]) throw new Error(`${command.join(' ').slice(0, 200)}: ${result.output[3]}`);
  const [clock, user, system] = result.stderr.trim().split(' ').map(Number);
  return { clock: clock * 1000, cpu: (user + system) * 1000 };
}
for (const n of [1, count]) {
  const some = files.slice(0, n);
  const mine = [1, 2, 3].map(() => chancery('validate', '--quiet', '--schema', schema, ...some));
  const other = [1, 2, 3].map(() => processed(...them.jingCommand(schema, some)));
  for (const what of ['clock', 'cpu']) {
    const least = (times) => Math.min(...times.map((t) => t[what]));
    compare(`whole process, ${n} document${n === 1 ? '' : 's'}, ${what}`, least(mine), least(other), 'ms');
  }
}

// ---- all checks together on our own TEI
const context = { settings: defaultSettings, register: emptyRegister, version: 'bench' };
const tei = [];
for (const { name, text } of cables(Math.min(count, 100))) {
  const { sources } = await read(Buffer.from(text), `${name}.txt`, context);
  tei.push(encode(annotate(recognise(sources[0], context), context), context));
}
const teiFiles = tei.map((t) => write(t.path.replaceAll('/', '-'), t.content));
const all = Array.from({ length: rounds }, () =>
  timed(() => {
    for (const t of tei) validate(t, context);
  }),
);
const list = write('tei.txt', teiFiles.join('\n'));
const grammar = them.jing(join(root, 'schemas/chancery.rng'), rounds, list);
const rules = them.schematron(join(root, 'schemas/chancery.sch'), rounds, list);
const kb = tei.reduce((n, t) => n + t.content.length, 0) / tei.length / 1024;
head(`Grammar, rules, links: our TEI of ${f(kb, 1)} KB, warm (peer: Jing and SchXslt2 on Saxon-HE)`);
compare(
  'a document, warm (the best round), CPU',
  Math.min(...all) / tei.length,
  (Math.min(...grammar.rounds) + Math.min(...rules.rounds)) / tei.length,
  'ms',
);

// ---- start and size
console.log('');
const firsts = [1, 2, 3, 4, 5].map(() => chancery('validate', '--quiet', teiFiles[0]));
const least = (what) => f(Math.min(...firsts.map((t) => t[what])), 0);
console.log(
  `First verdict with our own schema: ${least('clock')} ms after the start of the process, ${least('cpu')} ms of CPU`,
);
let seed = 1;
const next = (n) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
};
const big = write(
  'big.xml',
  letter(0, next, (n) => 'the draft of the treaty '.repeat(Math.ceil(n / 5)), 17_000),
);
const size = readFileSync(big).length;
const [ms, rss] = JSON.parse(
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { readFileSync } from 'node:fs'; import * as r from ${JSON.stringify(engine)};
       const s = r.loadCompiled(JSON.parse(readFileSync(${JSON.stringify(stored)}, 'utf8')));
       const t = performance.now(); const n = r.validateXml(s, readFileSync(${JSON.stringify(big)}, 'utf8')).length;
       console.log(JSON.stringify([performance.now() - t, process.resourceUsage().maxRSS / 1024, n]));`,
    ],
    { encoding: 'utf8' },
  ).stdout,
);
console.log(
  `One document of ${f(size / 1e6, 1)} MB against tei_all: ${f(ms, 0)} ms, ${f(rss, 0)} MB at most`,
);
rmSync(folder, { recursive: true, force: true });
rmSync(them.folder, { recursive: true, force: true });
