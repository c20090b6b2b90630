/**
 * Do we say of a Schematron what SchXslt2 on Saxon-HE says? A table of verdicts.
 *
 *     npm run bench -- schematron --jars DIR [--tei-all tei_all.rng] [--sch rules.sch]... FILES...
 *
 * Our own rules and bench/frus-like.sch are always asked; a verdict is one failed assertion at one element.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { peers } from './peers/index.js';

const { values, positionals: files } = parseArgs({
  args: process.argv.slice(process.argv[2] === 'schematron' ? 3 : 2),
  allowPositionals: true,
  options: {
    jars: { type: 'string' },
    'tei-all': { type: 'string' },
    sch: { type: 'string', multiple: true },
  },
});
const lib = (path) => import(new URL(`../lib/${path}`, import.meta.url).href);
const { readSchematron, Schematron, parseForSaxon } = await lib('xml/schematron/index.js');
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
const list = join(them.folder, 'list.txt');
const sound = files.filter((f) => parseXml(readFileSync(f, 'utf8'), f).root);
writeFileSync(list, sound.join('\n'));
console.log(
  `${sound.length} files (${files.length - sound.length} not well-formed left out); ${them.versions}\n`,
);
console.log('| rules | verdicts of both | only ours | only theirs | files that one could not evaluate |');
console.log('|---|---:|---:|---:|---:|');
const idOf = (check) => check.id ?? check.test.replace(/\s+/g, ' ').trim();
for (const sch of sets) {
  const schema = readSchematron(readFileSync(sch, 'utf8'), {
    uri: sch,
    resolve: (uri) => readFileSync(uri, 'utf8'),
  });
  const schematron = new Schematron(schema, { compiler: schematronCompiler(schemaCache(undefined)) });
  const ours = new Set();
  const faulty = new Set();
  for (const file of sound) {
    const xml = readFileSync(file, 'utf8');
    const result = schematron.run(parseForSaxon(xml, file), parseXml(xml, file).root);
    for (const f of result.failures) ours.add([file, idOf(f.check), f.path].join('\t'));
    for (const _ of result.faults) faulty.add(file);
  }
  const { lines } = them.schematron(sch, 1, list);
  for (const [file, mark] of lines) if (mark === '!') faulty.add(file);
  const inBoth = (key) => !faulty.has(key.split('\t')[0]);
  const theirs = new Set(lines.filter(([, mark]) => mark !== '!').map((l) => l.join('\t')));
  const mine = [...ours].filter(inBoth);
  const other = [...theirs].filter(inBoth);
  const onlyMine = mine.filter((k) => !theirs.has(k));
  const onlyOther = other.filter((k) => !ours.has(k));
  console.log(
    `| ${sch.split('/').at(-1)} | ${mine.length - onlyMine.length} | ${onlyMine.length} | ${onlyOther.length} | ${faulty.size} |`,
  );
  for (const k of onlyMine.slice(0, 5)) console.error(`  ours   ${k}`);
  for (const k of onlyOther.slice(0, 5)) console.error(`  theirs ${k}`);
}
