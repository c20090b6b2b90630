/**
 * Chancery and general-purpose taggers on the same documents, scored by the same command.
 *
 *     node bench/recognition.js                          chrono-node (dates), compromise (names): from npm ci
 *     sh bench/peers/taggers.sh DIR                      SUTime, CoreNLP, HeidelTime, spaCy
 *     node bench/recognition.js --peers DIR [GOLD.json …]
 *     node bench/recognition.js --printed                the printed dates only
 *
 * Dates are reckoned from the day the gold gives the document; a telegram without one from the middle of the year of
 * its designation. Peers know no offices: names are measured with and without them. Last come the dates printed in
 * Foreign Relations of the United States beside the values of its editors, if ../shared/corpus is there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDate } from '../lib/annotate/dates/index.js';
import { taggers } from './peers/taggers.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const at = args.indexOf('--peers');
const [, peers] = at < 0 ? [] : args.splice(at, 2);
const only = args.indexOf('--printed');
if (only >= 0) args.splice(only, 1);
const sets =
  args.length > 0 || only >= 0
    ? args
    : ['gold', 'hold-out', 'hold-out-2', 'hold-out-3', 'hold-out-4'].map((name) =>
        join(root, `test/gold/${name}.json`),
      );
const folder = mkdtempSync(join(tmpdir(), 'chancery-peers-'));
const all = taggers(peers, folder);

/** The text as the gold counts it: no byte-order mark, line ends as LF. */
const textOf = (path) =>
  readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');

function documentOf(gold) {
  const source = join(root, gold.source);
  const sent = gold.items.find((i) => i.kind === 'sent')?.value;
  const designated = gold.family === 'us-telegram' ? /(\d{4})[A-Z]+\d+\.txt$/.exec(source)?.[1] : undefined;
  const day = /^\d{4}-\d\d-\d\d$/.test(sent ?? '') ? sent : designated && `${designated}-07-01`;
  return { source, day, text: textOf(source) };
}

function score(goldFile, against) {
  const more = against ? ['--against', against] : [];
  const json = execFileSync(
    process.execPath,
    [join(root, 'bin/chancery.js'), 'score', goldFile, ...more, '--format', 'json'],
    { cwd: root, maxBuffer: 1 << 30, encoding: 'utf8' },
  );
  const report = JSON.parse(json);
  return [['all', report.all], ...Object.entries(report.families)].flatMap(([family, scores]) =>
    scores.map((s) => ({ family, ...s })),
  );
}

const cell = (r) =>
  r && r.found > 0 ? `${r.precision.toFixed(2)} / ${r.recall.toFixed(2)} / ${r.f1.toFixed(2)}` : '';
function table(title, rows) {
  const columns = [...new Set(rows.map((r) => r.name))];
  const families = [...new Set(rows.map((r) => r.family))];
  console.log(`\n${title}\n\n| family | ${columns.join(' | ')} |\n| --- |${' --- |'.repeat(columns.length)}`);
  for (const family of families)
    console.log(
      `| ${family} | ${columns.map((name) => cell(rows.find((r) => r.family === family && r.name === name))).join(' | ')} |`,
    );
}

/** Printed dates whose words contradict their editors: a correction in brackets overlooked, a slip, a day nobody printed. */
const slips = new Map([
  ['January 11, 1940 [1941]—4 p.m.', '1941-01-11'],
  ['January 2, 1942 [1943]', '1943-01-02'],
  ['January 7, 1942 [1943]—9 p.m.', '1943-01-07'],
  ['January 9, 1942 [1943]—9 p.m.', '1943-01-09'],
  ['January 11, 1942 [1943]—3 p.m.', '1943-01-11'],
  ['January 8, 1943 [1944]—4 p.m.', '1944-01-08'],
  ['January 22 [23], 1943', '1943-01-23'],
  ['January 3, 1944[1945]', '1945-01-03'],
  ['January 6, 1944 [1945]', '1945-01-06'],
  ['January 3, 1945 [1946]—4 p.m.', '1946-01-03'],
  ['January 5, 1945 [1946]', '1946-01-05'],
  ['January 13, 1945 [1946]', '1946-01-13'],
  ['16 January 1945 [1946]', '1946-01-16'],
  ['December 1945', '1945-12'],
  ['February 17, 1945—midnight', '1945-02-17'],
  ['November 14, 1945—midnight.', '1945-11-14'],
  ['August 10 [11], 1941—7 a.m. [p.m.]', '1941-08-11'],
  ['14th Sept[ember] 1944', '1944-09-14'],
]);

for (const goldFile of sets) {
  const gold = JSON.parse(readFileSync(goldFile, 'utf8'));
  const documents = gold.map(documentOf);
  const withoutOffices = join(folder, 'without-offices.json');
  const openOffice = (i) => (i.kind === 'name' && i.value === 'office' ? { ...i, value: '?' } : i);
  writeFileSync(withoutOffices, JSON.stringify(gold.map((d) => ({ ...d, items: d.items.map(openOffice) }))));
  const rows = [];
  const add = (name, kind, against) => {
    for (const r of score(goldFile, against)) if (r.kind === kind) rows.push({ ...r, name });
    if (kind === 'name')
      for (const r of score(withoutOffices, against))
        if (r.kind === kind) rows.push({ ...r, name, kind: 'without offices' });
  };
  for (const [name, kind, tag] of all) {
    const against = join(folder, `${name}.json`);
    const items = tag(documents);
    writeFileSync(against, JSON.stringify(gold.map((d, i) => ({ ...d, items: items[i] }))));
    add(name, kind, against);
  }
  for (const kind of ['date', 'name']) add('Chancery', kind);
  const of = (kind) => rows.filter((r) => r.kind === kind);
  const what = `${basename(goldFile, '.json')}, ${gold.length} documents`;
  table(`Dates (${what}): precision / recall / F1, spans that overlap and the same value`, of('date'));
  table(`Names (${what}): precision / recall / F1, spans that overlap and the same type`, of('name'));
  table(`Names without offices (${what})`, of('without offices'));
}
printed();
rmSync(folder, { recursive: true });

/** Dates as printed, each a document of its own: the day that is read, against the one the editors gave. */
function printed() {
  const file = join(root, '../shared/corpus/frus/when_vs_printed.tsv');
  if (!existsSync(file)) return console.error('skipped: the printed dates, ../shared/corpus is not there');
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const rows = lines.map((line) => line.split('\t')).map(([when, text]) => ({ when, text }));
  // For programs of their own one file for all, a paragraph for each: they start once.
  const source = join(folder, 'printed.txt');
  const text = rows.map((r) => r.text).join('\n\n');
  writeFileSync(source, text);
  let next = 0;
  const starts = rows.map((r) => {
    const start = next;
    next += [...r.text].length + 2;
    return start;
  });
  const dates = all.filter(([, kind]) => kind === 'date');
  const answers = dates.map(([name, , tag, inside]) => {
    if (inside) return [name, tag(rows).map((items) => items[0]?.value)];
    const [items] = tag([{ source, text }]);
    const first = (start, i) => items.find((d) => d.start >= start && d.start < (starts[i + 1] ?? next));
    return [name, starts.map((start, i) => first(start, i)?.value)];
  });
  const ours = rows.map((r) => parseDate(r.text)).map((found) => found?.when ?? found?.from);
  const day = (value) => value?.split('/')[0].slice(0, 10);
  console.log(`\nPrinted dates (${rows.length}): the day of the editors' value\n`);
  console.log(
    '| | answered | as the editors | % | as the words | % |\n| --- | --- | --- | --- | --- | --- |',
  );
  for (const [name, values] of [...answers, ['Chancery', ours]]) {
    const answered = values.filter((v) => v !== undefined).length;
    const agreed = rows.filter((r, i) => day(values[i]) === day(r.when)).length;
    const right = rows.filter((r, i) => day(values[i]) === (slips.get(r.text) ?? day(r.when))).length;
    const of = (n) => `${n} | ${((100 * n) / rows.length).toFixed(1)}`;
    console.log(`| ${name} | ${answered} | ${of(agreed)} | ${of(right)} |`);
  }
  console.log('\n| printed | editors | Chancery |\n| --- | --- | --- |');
  for (const [i, r] of rows.entries())
    if (day(ours[i]) !== day(r.when)) console.log(`| ${r.text} | ${r.when} | ${ours[i] ?? ''} |`);
}
