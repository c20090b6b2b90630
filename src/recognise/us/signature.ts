/** Whoever signs a telegram: a surname alone at the end. */
import type { HeaderField } from '../../document.ts';
import type { Line } from '../lines.ts';
import { field, words } from './reading.ts';

/** Words that end a text and are nobody's name. */
const noNames =
  /\b(?:END|BEGIN|TEXT|UNQUOTE|UNQTE|QUOTE|SUMMARY|COMMENT|REQUEST|REQUESTED|MESSAGE|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|LIMITED|OFFICIAL|USE|NODIS|EXDIS|LIMDIS|STADIS|NOFORN|NNNN|PAGE|NOTE|PART|SECTION|INFO|ACTION|ANNEX|ATTACHMENT|PARA|REGARDS|AND|THE|OF|FOR|TO|IN|GOVERNMENT|EMBASSY|DEPARTMENT|NONE|OMITTED|CORRECTED|COPY|THANKS|EXEMPT|GDS|XGDS|ADVISE|PLEASE)\b/;

//   > | HARGREAVES      > | [[HARGREAVES || 12]]      > | LOU MERCER      > | MCNEIL-ORTEGA
const surname =
  /^(?:\[\[\s*)?([A-Z](?:[A-Z]+|['’][A-Z]+)(?:[-' ][A-Z]['’A-Z]*\.?){0,2})(?:\s*\|\|[\s\d]*\]\]?)?[ .]?$/d;

//   > | … END QUOTE. LINDSAY UNQTE:CARVER
//                                  ^^^^^^
const glued = /\b(?:UNQUOTE|UNQTE)[.:]?\s*(?:\[\[\s*)?([A-Z][A-Z'’-]{2,20})(?:\s*\|\|[\s\d]*\]\])?$/d;

/** The signature of a line, the last of the text; undefined: it is none. */
export function readSignature(text: string, line: Line): HeaderField | undefined {
  const match = line.text.length <= 48 ? surname.exec(line.text) : null;
  const at = match?.indices?.[1];
  const name = match?.[1] ?? '';
  if (!match || !at || name.length < 3 || noNames.test(name) || name.split(' ').length > 3) return undefined;
  const span = { start: line.inner.start + at[0], end: line.inner.start + at[1] };
  return field('signature', text, span, 'header.us-signature', {
    value: words(name),
    certainty: /^[A-Z'’-]+$/.test(name) ? 'high' : 'medium',
  });
}

//   > | … REPORTS ON THE SECOND COMPUTER. CARVER
//                                         ^^^^^^
const trailing = /[.”"]\s+([A-Z][A-Z'’-]{3,20})$/d;

/** A signature run together with the end of a quotation, or of the last sentence, before it. */
export function readGluedSignature(text: string, line: Line): HeaderField | undefined {
  const tail = line.text.slice(-60);
  const quoted = glued.exec(tail);
  const match = quoted ?? trailing.exec(tail);
  const at = match?.indices?.[1];
  if (!match || !at || noNames.test(match[1] ?? '')) return undefined;
  const base = line.inner.end - Math.min(60, line.text.length);
  return field('signature', text, { start: base + at[0], end: base + at[1] }, 'header.us-signature', {
    certainty: quoted ? 'medium' : 'low',
  });
}

//   > | (DRAFTED BY RICHARD MERCER)
//                   ^^^^^^^^^^^^^^
const drafted = /^\(?\s*DRAFTED(?: BY)?\s*:?\s*([A-Z][^)]{2,60}?)\s*\)?\.?$/di;

/** The drafter named on a line of its own. */
export function readDrafter(text: string, line: Line): HeaderField | undefined {
  const match = drafted.exec(line.text);
  const at = match?.indices?.[1];
  if (!match || !at) return undefined;
  return field(
    'drafter',
    text,
    { start: line.inner.start + at[0], end: line.inner.start + at[1] },
    'header.us-drafter',
  );
}
