/**
 * Whether the compiled style sheets write the same bytes as SaxonJS.
 *
 *     node bench/spike/equal.js [--each N] FILES or FOLDERS …
 *
 * TEI files (.xml) are taken as they are; anything else is read and encoded first. N takes every N-th file of a
 * folder. Each document is made twice: with a bare edition project, and with a German one that has an address, a licence,
 * editors, neighbours and a build date. A document at which SaxonJS stops must stop the compiled sheet too.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { byCompiled, bySaxon, digested, outputs, parametersOf, treeOf } from './engines.js';

const { defaultSettings, emptyRegister, encodeSource, read } = await import('../../lib/index.js');

const args = process.argv.slice(2);
const each = args[0] === '--each' ? Number(args.splice(0, 2)[1]) : 1;

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
  const given = parametersOf(id, context, outputs[name]);
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
      counts.documents += 1;
      counts.characters += tei.length;
      for (const context of [bare, full]) {
        const xml = digested(tei, file, context);
        for (const name of Object.keys(outputs)) compare(file, name, xml, context, id);
      }
    }
  }
}

for (const difference of differences.slice(0, 20)) console.log(difference);
console.log({ ...counts, different: differences.length });
process.exitCode = differences.length > 0 ? 1 : 0;
