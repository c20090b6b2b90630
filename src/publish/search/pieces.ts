/** Pieces of the index: scripts that hand their data over. */
import { checksum, type Draft } from '../sheaves.ts';
import { portions } from '../sorted.ts';
import type { SearchedDocument } from './searched.ts';

/** A list in pieces of so many. */
export function* pieces(name: string, size: number, list: readonly unknown[]): Generator<Draft> {
  let number = 0;
  for (const portion of portions(list, size)) yield piece(`${name}-${number++}`, portion);
}

/** A script that gives its data to the search. Line separators and `<` cannot end it, wherever it stands. */
export function piece(name: string, data: unknown): Draft {
  const path = `search/${name}.js`;
  const json = JSON.stringify(data);
  const content = (): string => {
    const safe = json.replace(
      /[<\u2028\u2029]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    return `chancery.piece(${JSON.stringify(name).replaceAll('<', '\\u003c')},${safe});\n`;
  };
  return {
    path,
    inputs: checksum(json),
    make: () => ({ path, mediaType: 'text/javascript', content: content() }),
  };
}

/** Bytes of passages in a piece of `search/d/`: a long document is loaded no further than it is needed. */
const passagesPerPiece = 9000;

/** A passage longer than this is several, each with the last words of the one before, so that phrases stay whole. */
const passageLength = 8000;
const overlap = 120;

/**
 * As arrays, for there are many: title, kind, number, day, certainty, inferred, from, to, place, passages, pieces.
 * A long document has its further passages in `ID.2`, `ID.3` …
 */
export function* documentPieces(document: SearchedDocument): Generator<Draft> {
  const { id, title, kind, number, date, certainty, inferred, from, to, place, passages } = document;
  const parts: (readonly unknown[])[][] = [[]];
  let length = 0;
  for (const { anchor, text, speakers } of passages)
    for (const stretch of stretches(text)) {
      const size = Buffer.byteLength(stretch);
      if (length > 0 && length + size > passagesPerPiece) {
        parts.push([]);
        length = 0;
      }
      length += size;
      parts.at(-1)?.push(speakers ? [anchor, stretch, speakers.slice(0, mostNames)] : [anchor, stretch]);
    }
  const head = [
    title,
    kind,
    number ?? '',
    date ?? '',
    certainty ?? '',
    inferred ? 1 : 0,
    from.slice(0, mostNames),
    to.slice(0, mostNames),
    place ?? '',
    parts[0],
    parts.length,
  ];
  yield piece(`d/${id}`, head);
  for (const [i, part] of parts.entries()) if (i > 0) yield piece(`d/${id}.${i + 1}`, part);
}

/** A circular goes to many: so many are shown with a result. */
const mostNames = 12;

function* stretches(text: string): Generator<string> {
  let rest = text;
  while (Buffer.byteLength(rest) > passageLength) {
    // A Chinese character has three bytes.
    let end = passageLength;
    while (Buffer.byteLength(rest.slice(0, end)) > passageLength) end = Math.floor(end * 0.8);
    const blank = rest.lastIndexOf(' ', end);
    if (blank > end / 2) end = blank;
    yield rest.slice(0, end);
    const back = rest.indexOf(' ', end - overlap);
    rest = rest.slice(back > 0 && back < end ? back + 1 : end);
  }
  yield rest;
}
