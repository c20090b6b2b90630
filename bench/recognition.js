/**
 * Chancery and general-purpose taggers on the same documents, scored by the same command.
 *
 *     node bench/recognition.js [GOLD.json]        chrono-node (dates) and compromise (names), as installed with npm ci
 *     python3 bench/peers/names.py GOLD.json > spacy.json       spaCy, see there
 *     java … bench/peers/Dates.java GOLD.json > sutime.json     SUTime, see there
 *     node bench/recognition.js GOLD.json spacy.json sutime.json
 *
 * A peer's answers are a file of stand-off items like the gold; `chancery score GOLD --against FILE` reads any. Dates are
 * reckoned from the day the gold gives the document, for every peer. Peers know no offices: what they can find of
 * names is measured with and without them.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as chrono from 'chrono-node';
import nlp from 'compromise';

const root = fileURLToPath(new URL('..', import.meta.url));
const [goldFile = 'test/gold/gold.json', ...others] = process.argv.slice(2);
const gold = JSON.parse(readFileSync(join(root, goldFile), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'chancery-peers-'));

/** The text as the gold counts it: no byte-order mark, line ends as LF. */
const textOf = (document) =>
  readFileSync(join(root, document.source), 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
const characters = (text, offset) => [...text.slice(0, offset)].length;
const item = (text, kind, value, start, end) => ({
  kind,
  value,
  start: characters(text, start),
  end: characters(text, end),
});
const two = (n) => String(n).padStart(2, '0');

/** As precise as chrono is certain. */
function isoOf(part) {
  const known = (name) => part.isCertain(name);
  const year = String(part.get('year'));
  if (!known('month') && !known('day') && !known('weekday')) return known('year') ? year : undefined;
  if (!known('day') && !known('weekday')) return `${year}-${two(part.get('month'))}`;
  const day = `${year}-${two(part.get('month'))}-${two(part.get('day'))}`;
  return known('hour') ? `${day}T${two(part.get('hour'))}:${two(part.get('minute') ?? 0)}` : day;
}

const chronoItems = (document, text) => {
  const sent = document.items.find((i) => i.kind === 'sent')?.value;
  const reference = sent && /^\d{4}-\d\d-\d\d$/.test(sent) ? new Date(`${sent}T12:00:00`) : undefined;
  return chrono.parse(text, reference).flatMap((found) => {
    const start = isoOf(found.start);
    const end = found.end && isoOf(found.end);
    const value = start && (end ? `${start}/${end}` : start);
    return value ? [item(text, 'date', value, found.index, found.index + found.text.length)] : [];
  });
};

const compromiseItems = (_, text) => {
  const doc = nlp(text);
  const of = (view, type) =>
    view
      .json({ offset: true, terms: false })
      .map(({ offset }) => item(text, 'name', type, offset.start, offset.start + offset.length));
  return [...of(doc.people(), 'person'), ...of(doc.places(), 'place'), ...of(doc.organizations(), 'org')];
};

const answers = { 'chrono-node': chronoItems, compromise: compromiseItems };
const rows = [];
const score = (name, against, file = goldFile) => {
  const json = execFileSync(
    process.execPath,
    [
      join(root, 'bin/chancery.js'),
      'score',
      file,
      ...(against ? ['--against', against] : []),
      '--format',
      'json',
    ],
    { cwd: root, maxBuffer: 1 << 30, encoding: 'utf8' },
  );
  const report = JSON.parse(json);
  for (const [family, scores] of [['all', report.all], ...Object.entries(report.families)])
    for (const s of scores) rows.push({ name, family, ...s });
};

for (const [name, tag] of Object.entries(answers)) {
  const path = join(folder, `${name}.json`);
  const documents = gold.map((d) => ({ ...d, items: tag(d, textOf(d)) }));
  writeFileSync(path, JSON.stringify(documents));
  score(name, path);
}
for (const path of others) score(basename(path, '.json'), path);
score('chancery', undefined);

// Without offices, which the peers do not look for.
const withoutOffices = join(folder, 'gold.json');
writeFileSync(
  withoutOffices,
  JSON.stringify(
    gold.map((d) => ({
      ...d,
      items: d.items.map((i) => (i.kind === 'name' && i.value === 'office' ? { ...i, value: '?' } : i)),
    })),
  ),
);
const before = rows.length;
for (const [name, path] of [
  ['compromise', join(folder, 'compromise.json')],
  ...others.map((p) => [basename(p, '.json'), p]),
  ['chancery', undefined],
])
  score(name, path, withoutOffices);
for (const row of rows.slice(before)) row.kind = row.kind === 'name' ? 'name, offices aside' : row.kind;
rmSync(folder, { recursive: true });

const peers = [...new Set(rows.map((r) => r.name))];
const cell = (r) =>
  r && r.found > 0 ? `${r.precision.toFixed(2)} / ${r.recall.toFixed(2)} / ${r.f1.toFixed(2)}` : '';
for (const kind of ['date', 'name', 'name, offices aside']) {
  const families = [...new Set(rows.filter((r) => r.kind === kind).map((r) => r.family))];
  const columns = peers.filter((p) => rows.some((r) => r.kind === kind && r.name === p && r.found > 0));
  process.stdout.write(`\n${kind}: precision / recall / F1, spans that overlap and the same value\n\n`);
  process.stdout.write(`| family | ${columns.join(' | ')} |\n| --- |${' --- |'.repeat(columns.length)}\n`);
  for (const family of families)
    process.stdout.write(
      `| ${family} | ${columns.map((p) => cell(rows.find((r) => r.kind === kind && r.family === family && r.name === p))).join(' | ')} |\n`,
    );
}
