/**
 * Compiles the hand-written notation of `*.gold.txt` (see README.md) into stand-off items: offsets in Unicode
 * characters of the source, and the checksum of its bytes. Every quoted stretch must be found, and found once
 * unless the notation says which.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normal } from '../../src/score/extract.ts';
import type { Gold, Item, Kind } from '../../src/score/item.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = fileURLToPath(new URL('./', import.meta.url));

const header: readonly string[] = ['sender', 'addressee', 'place', 'sent', 'number', 'classification'];
const spanned: readonly string[] = ['date', 'direct-speech', 'reported-speech', 'name'];
const names: readonly string[] = ['person', 'place', 'org', 'office', '?'];
const isoDay = String.raw`\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?)?)?`;
const length = String.raw`P(?=\w)(?:\d+(?:\.\d+)?[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?`;
const day = new RegExp(`^(?:${isoDay})$`);
const dateValue = new RegExp(
  String.raw`^(?:\?|\d\d:\d\d|\d\d:\d\d/\d\d:\d\d|${isoDay}|(?:${isoDay}|\.\.)/(?:${isoDay}|\.\.)|${length}(?:/${length})?)$`,
);

/**
 * `development`: what the rules are worked on with. The hold-outs are documents scored before any rule had been
 * worked on with their gold; each is looked at once, and is development from then on.
 */
export type Split = 'development' | (typeof holdOuts)[number];
const holdOuts = ['hold-out', 'hold-out-2', 'hold-out-3', 'hold-out-4'] as const;

export function goldFiles(split: Split = 'development'): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.gold.txt') && splitOf(f) === split)
    .sort();
}

/** A hold-out has a folder of its own; the other folders are families. */
function splitOf(file: string): Split {
  const folder = file.split(/[\\/]/)[0];
  return holdOuts.find((name) => name === folder) ?? 'development';
}

/** Where the source of a file of gold is, from the root of the project. */
function sourceOf(file: string): string {
  const source = /^source: (.+)$/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1]?.trim();
  if (!source) throw new SyntaxError(`${file}: no source`);
  return source;
}

export const present = (): boolean => existsSync(join(root, '../shared/corpus'));

/** What is quoted in one line of the notation, and which of its occurrences is meant. */
interface Quoted {
  readonly line: number;
  readonly kind: Kind;
  readonly words: string;
  readonly which: string | undefined;
  readonly value: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** @throws SyntaxError naming the file and line at fault, all of them at once */
export function compile(file: string): Gold {
  const source = sourceOf(file);
  const bytes = readFileSync(join(root, source));
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const frontMatter = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;
  const problems: string[] = [];
  const items: Item[] = [];
  const quoted: Quoted[] = [];
  let family = '';
  let kinds: readonly Kind[] = [];

  for (const [index, raw] of readFileSync(join(folder, file), 'utf8').split('\n').entries()) {
    const line = raw.trim();
    const at = index + 1;
    if (line === '' || line.startsWith('#') || line.startsWith('source: ')) continue;
    if (line.startsWith('family: ')) family = line.slice(8).trim();
    else if (line.startsWith('kinds: ')) {
      kinds = line.slice(7).trim().split(/\s+/) as Kind[];
      for (const k of kinds)
        if (!header.includes(k) && !spanned.includes(k)) problems.push(`${at}: no kind: ${k}`);
    } else {
      const open = /^open (".+)$/.exec(line)?.[1];
      const [, kind, rest, value] = open
        ? ['', 'open', open, '?']
        : (/^([a-z-]+)\s(?:(.*)\s)?=\s(.+)$/.exec(line) ?? []);
      if (!kind || !value) problems.push(`${at}: not understood: ${line}`);
      else if (kind !== 'open' && !kinds.includes(kind as Kind))
        problems.push(`${at}: ${kind} is not among the kinds`);
      else if (header.includes(kind) && !rest) {
        if (kind === 'sent' && !day.test(value) && value !== '?') problems.push(`${at}: no date: ${value}`);
        items.push({ kind: kind as Kind, value: normal(value) });
      } else if (rest) {
        const read = readQuoted(rest, kind);
        if (!read) problems.push(`${at}: not understood: ${line}`);
        if (kind === 'date' && !dateValue.test(value)) problems.push(`${at}: no value of a date: ${value}`);
        if (kind === 'name' && !names.includes(value)) problems.push(`${at}: no type of a name: ${value}`);
        for (const { words, which } of read ?? [])
          for (const k of kind === 'open' ? kinds.filter((k) => spanned.includes(k)) : [kind as Kind])
            quoted.push({
              line: at,
              kind: k,
              words,
              which,
              value: k === 'date' || k === 'name' || value === '?' ? value : normal(value),
            });
      } else problems.push(`${at}: not understood: ${line}`);
    }
  }

  // Long stretches first: a short name within a long one is no name of its own.
  const taken = new Map<Kind, (Span & { value: string })[]>();
  const every = (q: Quoted) => (q.which === '*' ? 2 : q.words.includes('…') ? 0 : 1);
  for (const q of quoted.toSorted((a, b) => every(a) - every(b) || b.words.length - a.words.length)) {
    const found = occurrences(text, q.words, frontMatter);
    const mine = taken.get(q.kind) ?? [];
    taken.set(q.kind, mine);
    const sideBySide = q.kind === 'name' || q.kind === 'date';
    const free = sideBySide
      ? found.filter((f) => !mine.some((m) => f.start < m.end && m.start < f.end))
      : found;
    let chosen: readonly (Span | undefined)[];
    if (q.which === '*') chosen = free;
    else if (q.which) chosen = q.which.split(',').map((n) => found[Number(n) - 1]);
    else if (free.length > 1) {
      problems.push(`${q.line}: ${free.length} times: ${q.words}`);
      continue;
    } else chosen = free;
    if (chosen.length === 0 || chosen.includes(undefined))
      problems.push(`${q.line}: not found (of ${found.length}, free ${free.length}): ${q.words}`);
    for (const span of chosen) {
      if (!span) continue;
      // Speech may stand within speech, and what is left open anywhere; names and dates stand side by side.
      if (sideBySide && mine.some((m) => span.start < m.end && m.start < span.end))
        problems.push(`${q.line}: overlaps another ${q.kind}: ${q.words}`);
      // What is left open hides whatever answer touches it, so it must not touch what is scored.
      if (
        mine.some((m) => span.start < m.end && m.start < span.end && (m.value === '?') !== (q.value === '?'))
      )
        problems.push(`${q.line}: open and scored overlap: ${q.words}`);
      mine.push({ ...span, value: q.value });
      items.push({
        kind: q.kind,
        value: q.value,
        start: characters(text, span.start),
        end: characters(text, span.end),
      });
    }
  }
  if (problems.length > 0) throw new SyntaxError(problems.map((p) => `${file}:${p}`).join('\n'));
  return {
    source,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    family,
    kinds,
    items: items.toSorted(
      (a, b) => (a.start ?? -1) - (b.start ?? -1) || (b.end ?? -1) - (a.end ?? -1) || order(a) - order(b),
    ),
  };
}

const order = (item: Item): number => [...header, ...spanned].indexOf(item.kind);

/** One stretch for speech, whose words may hold quotation marks; else one or several. */
function readQuoted(
  rest: string,
  kind: string,
): readonly { words: string; which: string | undefined }[] | undefined {
  const one = /^"(.+)"(?:\s+#(\S+))?$/.exec(rest);
  if (!one) return undefined;
  if (kind !== 'name') return [{ words: one[1] ?? '', which: one[2] }];
  const several = [...rest.matchAll(/"([^"]+)"(?:\s+#(\S+))?/g)];
  return several.map((m) => ({ words: m[1] ?? '', which: m[2] }));
}

/**
 * Whole words, unless `~` at an end says that a letter or digit is glued to it; a blank stands for any run of
 * white space, and “…” for the shortest stretch between.
 */
function occurrences(text: string, words: string, from: number): readonly Span[] {
  const [first = '', last] = words.split('…').map((w) => w.trim());
  return matches(text, first, from).flatMap(({ start, end }) => {
    if (last === undefined) return [{ start, end }];
    const closing = matches(text, last, end)[0];
    return closing ? [{ start, end: closing.end }] : [];
  });
}

function matches(text: string, marked: string, from: number): readonly Span[] {
  const words = marked.replace(/^~|~$/g, '');
  const pattern = new RegExp(
    words
      .split(/\s+/)
      .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
    'g',
  );
  pattern.lastIndex = from;
  const spans: Span[] = [];
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
    const start = m.index;
    const end = start + m[0].length;
    const before = marked.startsWith('~') || apart(text[start - 1], words[0]);
    const after = marked.endsWith('~') || apart(text[end], words.at(-1));
    if (before && after) spans.push({ start, end });
    else pattern.lastIndex = start + 1;
  }
  return spans;
}

// Without modifier letters: U+02BC is an apostrophe. A stop belongs to its letters: “U.S.” is not in “U.S.S.”.
const letter = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]/u;

/** Whether the neighbour of a word’s first or last character leaves the word whole. */
function apart(neighbour: string | undefined, edge: string | undefined): boolean {
  if (neighbour === undefined || edge === undefined) return true;
  if (/\d/.test(edge)) return !/\d/.test(neighbour);
  return !((letter.test(edge) || edge === '.') && letter.test(neighbour));
}

const characters = (text: string, offset: number): number => [...text.slice(0, offset)].length;

/** All of the gold, one item a line, so that a change is seen as a change. */
export function compileAll(split: Split = 'development'): string {
  const line = (value: object) => {
    const short = JSON.stringify(value, undefined, 1).replace(/\n\s*/g, ' ');
    return short.length < 100 ? short : JSON.stringify(value, undefined, 2).replace(/\n/g, '\n      ');
  };
  const documents = goldFiles(split).map((file) => {
    const { items, kinds, ...head } = compile(file);
    const top = Object.entries(head).map(([k, v]) => `    "${k}": ${JSON.stringify(v)},\n`);
    const all = `[${kinds.map((k) => `"${k}"`).join(', ')}]`;
    return [
      '  {\n',
      ...top,
      `    "kinds": ${all.length < 90 ? all : `[\n${kinds.map((k) => `      "${k}"`).join(',\n')}\n    ]`},\n`,
      `    "items": [\n${items.map((i) => `      ${line(i)}`).join(',\n')}\n    ]\n`,
      '  }',
    ].join('');
  });
  return `[\n${documents.join(',\n')}\n]\n`;
}
