/**
 * Whether the compiled style sheets write the same bytes as SaxonJS.
 *
 *     node bench/spike/equal.js [--each N] [--mutate TIMES [--seed N]] [--coverage] FILES or FOLDERS …
 *
 * TEI files (.xml) are taken as they are; anything else is read and encoded first. N takes every N-th file of a
 * folder; TIMES makes that many more documents of each TEI, changed at random. Each document is made twice: with a bare edition project, and with a German one that has an address, a licence,
 * editors, neighbours and a build date. A document at which SaxonJS stops must stop the compiled sheet too.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { startCoverage, takeCoverage } from './coverage.js';
import { byCompiled, bySaxon, digested, outputs, parametersOf, rootOf, sefOf, treeOf } from './engines.js';
import { mutated, random, vocabularyOf } from './mutate.js';

const { defaultSettings, emptyRegister, encodeSource, read } = await import('../../lib/index.js');

const args = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = args.indexOf(name);
  return at === -1 ? otherwise : Number(args.splice(at, 2)[1]);
};
const each = option('--each', 1);
const mutants = option('--mutate', 0);
const pick = random(option('--seed', 1));
const withCoverage = args.includes('--coverage');
if (withCoverage) {
  args.splice(args.indexOf('--coverage'), 1);
  startCoverage();
}
const vocabulary = vocabularyOf(Object.keys(outputs).map(sefOf));

function* filesOf(path) {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  const found = readdirSync(path, { recursive: true }).sort();
  yield* found
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size < 400_000)
    .filter((_, i) => i % each === 0);
}

const bare = { settings: defaultSettings, register: emptyRegister, version: 'bench' };
const full = {
  ...bare,
  settings: {
    ...defaultSettings,
    language: 'de',
    title: 'Letters & telegrams <of> a "legation"',
    publisher: 'An Institute',
    editors: [{ name: 'A. Editor' }, { name: 'Bé Ditor' }],
    rights: 'The words are free.',
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    baseUrl: 'https://example.org/édition',
  },
  built: '2026-01-02T03:04:05Z',
  neighbours: () => [
    { relation: 'prev', id: 'a', title: 'Before', date: '1 May 1970' },
    { relation: 'answers', id: 'b', title: 'What & when' },
  ],
};

async function teiOf(file) {
  if (extname(file) === '.xml') return [readFileSync(file, 'utf8')];
  const { sources } = await read(readFileSync(file), basename(file), bare);
  return (sources ?? []).map((source) => String(encodeSource(source, bare).tei.content));
}

const outcome = (make) => {
  try {
    return make();
  } catch (error) {
    return error;
  }
};

const counts = { documents: 0, characters: 0, results: 0, equal: 0, stopped: 0, unread: 0 };
const differences = [];

function compare(file, name, xml, context, id) {
  const given = parametersOf(id, context, outputs[name], context === bare);
  const reference = outcome(() => bySaxon(name, xml, given, context.settings.language));
  const made = outcome(() => byCompiled(name, treeOf(xml), given, context.settings.language));
  if (reference instanceof Error || made instanceof Error) {
    if (reference instanceof Error && made instanceof Error) counts.stopped += 1;
    else
      differences.push(
        `${file} ${name}: SaxonJS ${reference.message ?? 'goes on'}, compiled ${made.stack ?? 'goes on'}`,
      );
    return;
  }
  for (const format of reference.keys()) {
    const [a, b] = [reference.get(format), made.get(format)];
    counts.results += 1;
    if (a === b) {
      counts.equal += 1;
      continue;
    }
    let at = 0;
    while (a[at] === b?.[at] && at < a.length) at += 1;
    const piece = (text) => JSON.stringify(text?.slice(Math.max(0, at - 60), at + 60));
    differences.push(`${file} ${format} at ${at}:\n  SaxonJS  ${piece(a)}\n  compiled ${piece(b)}`);
  }
}

function compareAll(file, id, tei) {
  counts.documents += 1;
  counts.characters += tei.length;
  for (const context of [bare, full]) {
    const xml = digested(tei, file, context);
    for (const name of Object.keys(outputs)) compare(file, name, xml, context, id);
  }
}

for (const path of args) {
  for (const file of filesOf(path)) {
    const teis = await teiOf(file).catch(() => []);
    if (teis.length === 0) counts.unread += 1;
    for (const tei of teis) {
      const id = basename(file, extname(file));
      if (outcome(() => digested(tei, file, bare)) instanceof Error) {
        counts.unread += 1;
        continue;
      }
      compareAll(file, id, tei);
      for (let n = 1; n <= mutants; n += 1) {
        const changed = mutated(rootOf(tei), vocabulary, pick, 1 + pick(80));
        if (process.env.KEEP) writeFileSync(join(process.env.KEEP, `${id}.${n}.xml`), changed);
        compareAll(`${file} changed ${n}`, id, changed);
      }
    }
  }
}

for (const difference of differences.slice(0, 20)) console.log(difference);
console.log({ ...counts, different: differences.length });
if (withCoverage) {
  for (const { sheet, functions, run, code, unused } of takeCoverage())
    console.log(
      `${sheet}: ${run} of ${functions} functions, ${(100 * code).toFixed(1)} % of the code; not run: ${unused.join(' ')}`,
    );
}
process.exitCode = differences.length > 0 ? 1 : 0;
