/**
 * Do we say of a Schematron what SchXslt2 on Saxon-HE says? A table of verdicts.
 *
 *     npm run bench -- schematron --jars DIR [--tei-all tei_all.rng] [--sch rules.sch]... [--sample 60] FILES|FOLDERS...
 *
 * Our own rules, bench/frus-like.sch and the Schematron inside tei_all are asked; a verdict is one failed assertion at
 * one element. Beside each file a copy is asked that has been spoilt at some forty places, for sound files break few
 * rules. SchXslt2 is asked as it is published, and with the fault mended that bench/peers/index.js describes.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { peers } from './peers/index.js';
import { spoilt } from './spoil.js';

const { values, positionals: names } = parseArgs({
  args: process.argv.slice(process.argv[2] === 'schematron' ? 3 : 2),
  allowPositionals: true,
  options: {
    jars: { type: 'string' },
    'tei-all': { type: 'string' },
    sch: { type: 'string', multiple: true },
    sample: { type: 'string', default: '60' },
  },
});
const lib = (path) => import(new URL(`../lib/${path}`, import.meta.url).href);
const { readSchematron, Schematron } = await lib('xml/schematron/index.js');
const { parseXml } = await lib('xml/tree.js');
const { schematronCompiler } = await lib('cli/schematron-compiler.js');
const { schemaCache } = await lib('cli/schema-cache.js');
const them = peers(values.jars);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const sets = [here('../schemas/chancery.sch'), here('frus-like.sch'), ...(values.sch ?? [])];
if (values['tei-all'] !== undefined) {
  const sch = join(them.folder, 'tei_all.sch');
  them.embedded(values['tei-all'], sch);
  sets.push(sch);
}

/** Of each name so many files, evenly taken from all there are; none larger than 60 KB. */
const files = names.flatMap((name) => {
  if (!statSync(name).isDirectory()) return [name];
  const all = readdirSync(name, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .map((file) => join(name, file))
    .filter((file) => statSync(file).size < 60_000 && parseXml(readFileSync(file, 'utf8'), file).root);
  const step = Math.max(1, all.length / Number(values.sample));
  return Array.from(
    { length: Math.min(all.length, Number(values.sample)) },
    (_, n) => all[Math.floor(n * step)],
  );
});
const asked = files.flatMap((file, n) => {
  const copy = join(them.folder, `${n}-${basename(file)}`);
  writeFileSync(copy, spoilt(readFileSync(file, 'utf8'), n + 1));
  return parseXml(readFileSync(copy, 'utf8'), copy).root ? [file, copy] : [file];
});
const list = join(them.folder, 'list.txt');
writeFileSync(list, asked.join('\n'));
console.log(`${files.length} files and ${asked.length - files.length} spoilt copies; ${them.versions}\n`);
console.log(
  '| rules | verdicts of both | only ours | only theirs | only ours, theirs mended | only theirs, mended | files that one could not evaluate |',
);
console.log('|---|---:|---:|---:|---:|---:|---:|');
const idOf = (check) => check.id ?? check.test.replace(/\s+/g, ' ').trim();
for (const sch of sets) {
  const schema = readSchematron(readFileSync(sch, 'utf8'), {
    uri: sch,
    resolve: (uri) => readFileSync(uri, 'utf8'),
  });
  const schematron = new Schematron(schema, { compiler: schematronCompiler(schemaCache(undefined)) });
  const ours = new Set();
  const faulty = new Set();
  for (const file of asked) {
    const xml = readFileSync(file, 'utf8');
    const result = schematron.run(schematron.parse(xml, file), parseXml(xml, file).root);
    for (const f of result.failures) ours.add([file, idOf(f.check), f.path].join('\t'));
    for (const _ of result.faults) faulty.add(file);
  }
  const asPublished = them.schematron(sch, 1, list).lines;
  const mended = them.schematronMended(sch, list).lines;
  for (const [file, mark] of [...asPublished, ...mended]) if (mark === '!') faulty.add(file);
  for (const file of faulty) console.error(`  left out ${file}`);
  const comparable = (keys) => keys.filter((key) => !faulty.has(key.split('\t')[0]));
  const verdicts = (lines) =>
    new Set(comparable(lines.filter(([, m]) => m !== '!').map((l) => l.join('\t'))));
  const mine = comparable([...ours]);
  const [published, right] = [verdicts(asPublished), verdicts(mended)];
  const onlyMine = (theirs) => mine.filter((key) => !theirs.has(key));
  const onlyTheirs = (theirs) => [...theirs].filter((key) => !ours.has(key));
  const counts = [published, right].flatMap((theirs) => [onlyMine(theirs).length, onlyTheirs(theirs).length]);
  console.log(
    `| ${basename(sch)} | ${mine.length - onlyMine(right).length} | ${counts.join(' | ')} | ${faulty.size} |`,
  );
  for (const key of onlyMine(right).slice(0, 5)) console.error(`  ours   ${key}`);
  for (const key of onlyTheirs(right).slice(0, 5)) console.error(`  theirs ${key}`);
}
