/**
 * What Chancery costs, by stage and as a whole, beside a peer where one is installed.
 *
 *     npm run bench [-- DOCUMENTS]
 *     npm run bench -- performance …              builds, a cost model, docs/performance.md
 *     npm run bench -- validate --jars DIR …      the validator beside Jing and SchXslt2
 *     npm run bench -- schematron --jars DIR …    verdicts of the rules beside SchXslt2
 *
 * CPU time (user and system) is quoted, since it is steadier than the clock on a shared machine; figures of two
 * programs are only compared within one run.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cables } from './corpus.js';
import { median, spread } from './statistics.js';

if (process.argv[2] === 'validate') {
  await import('./validate.js');
  process.exit();
}
if (process.argv[2] === 'performance') {
  await import('./performance.js');
  process.exit();
}
if (process.argv[2] === 'schematron') {
  await import('./schematron.js');
  process.exit();
}
const count = Number(process.argv[2] ?? 200);
if (!Number.isInteger(count) || count < 1) {
  console.error(
    'npm run bench [-- DOCUMENTS | performance … | validate … | schematron …]; see the head of bench/run.js',
  );
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const lib = (path) => import(new URL(`../lib/${path}`, import.meta.url).href);
const { annotate, audit, defaultSettings, emptyRegister, encode, read, recognise, transform, validate } =
  await lib('index.js');
const context = { settings: defaultSettings, register: emptyRegister, version: 'bench' };

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

// ---- stages, warm, in this process
const stages = new Map();
const time = (name, work) => {
  const start = cpu();
  const result = work();
  const list = stages.get(name) ?? [];
  list.push(cpu() - start);
  stages.set(name, list);
  return result;
};
/** The same for a stage that may wait; one document at a time, so that all CPU time is its own. */
const timeAsync = async (name, work) => {
  const start = cpu();
  const result = await work();
  stages.set(name, [...(stages.get(name) ?? []), cpu() - start]);
  return result;
};
const documents = [...cables(count)];
const bytes = documents.reduce((n, d) => n + Buffer.byteLength(d.text), 0);
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
mkdirSync(join(folder, 'tei'));
let teiBytes = 0;
for (const [i, { name, text }] of documents.entries()) {
  if (i === Math.min(30, count >> 1)) stages.clear(); // warm by now
  const { sources } = await timeAsync('read', () => read(Buffer.from(text), `${name}.txt`, context));
  const recognised = time('recognise', () => recognise(sources[0], context));
  const annotated = time('annotate', () => annotate(recognised, context));
  const tei = time('encode', () => encode(annotated, context));
  time('audit', () => audit(sources[0], tei.content, tei.path));
  time('validate', () => validate(tei, context));
  time('three editions', () => transform(tei, ['html', 'text', 'jsonld'], context));
  writeFileSync(join(folder, 'tei', `${name}.xml`), tei.content);
  teiBytes += Buffer.byteLength(tei.content);
}
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
console.log(
  `${count} documents, ${(bytes / count / 1024).toFixed(1)} KB of source and ${(teiBytes / count / 1024).toFixed(1)} KB of TEI each, Node ${process.version}\n`,
);
row('stage', 'CPU ms a document (median)', 'nine in ten within', 'ms a KB of source');
row('---', '---:', '---:', '---:');
for (const [name, list] of stages)
  row(name, median(list).toFixed(2), spread(list, 2), (median(list) / (bytes / count / 1024)).toFixed(3));

// ---- whole processes
const run = (command, args, cwd = folder) => {
  const start = process.hrtime.bigint();
  const result = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, status: result.status };
};
const node = (...args) => run(process.execPath, [join(root, 'bin/chancery.js'), ...args]);
const best = (times) => median(times.map((t) => t.ms)).toFixed(0);
console.log('\n');
row('whole process', 'wall ms (median of 3)');
row('---', '---:');
row('chancery --version', best([1, 2, 3].map(() => node('--version'))));
mkdirSync(join(folder, 'sources'));
writeFileSync(join(folder, 'chancery.json'), '{"title": "Bench"}');
rmSync(join(folder, 'tei'), { recursive: true });
for (const { name, text } of documents) writeFileSync(join(folder, 'sources', `${name}.txt`), text);
const cold = node('build', '--quiet');
row(`chancery build, ${count} documents, cold`, cold.ms.toFixed(0));
const idle = [1, 2, 3].map(() => node('build', '--quiet'));
row(`the same, nothing to do`, best(idle));
const changed = [1, 2, 3].map((n) => {
  // One document in a hundred, one at least.
  for (const { name, text } of documents.slice(0, Math.ceil(count / 100))) {
    writeFileSync(join(folder, 'sources', `${name}.txt`), `${text}\nChange ${n}.\n`);
  }
  return node('build', '--quiet');
});
row('the same, one in a hundred changed', best(changed));
row('cold to nothing to do, ratio', (cold.ms / Number(best(idle))).toFixed(1));
row('cold to one in a hundred changed, ratio', (cold.ms / Number(best(changed))).toFixed(1));

// ---- the peer for RELAX NG: jing on the same files with the same schema
const files = readdirSync(join(folder, 'tei')).map((f) => join(folder, 'tei', f));
if (spawnSync('jing', [], { encoding: 'utf8' }).error === undefined) {
  const schema = join(root, 'schemas/chancery.rng');
  const ours = [1, 2, 3].map(() => node('validate', ...files, '--quiet'));
  const theirs = [1, 2, 3].map(() => run('jing', [schema, ...files]));
  row(`chancery validate, ${files.length} documents, every check`, best(ours));
  row(`jing, ${files.length} documents, grammar alone`, best(theirs));
  row('ratio of the two', (Number(best(ours)) / Number(best(theirs))).toFixed(2));
} else console.log('\njing is not installed: no peer in this run.');
rmSync(folder, { recursive: true, force: true });
