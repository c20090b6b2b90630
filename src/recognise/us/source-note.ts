/** The note that says where the original lies, how it was classified, who drafted it, where it was repeated. */
import type { HeaderField, Span } from '../../document.ts';
import { trimSpan } from '../lines.ts';
import { findMarkings, markingFields } from '../markings.ts';
import { field } from './reading.ts';

export interface SourceNote {
  readonly label: Span;
  readonly fields: readonly HeaderField[];
}

//   > | * Source: Department of State, Central Files, 611.99/5-561. Secret; Priority. Drafted by Marsh. Repeated to Oslo.
//       ^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^  ^^^^^^^^             ^^^^^              ^^^^
const opening = /^(?:(?:\*|\d{1,2}|†)\s*)?Source:\s*/;

export const isSourceNote = (words: string): boolean => opening.test(words);

export function readSourceNote(text: string, span: Span): SourceNote | undefined {
  const match = opening.exec(text.slice(span.start, Math.min(span.end, span.start + 40)));
  if (!match) return undefined;
  const label = trimSpan(text, span.start, span.start + match[0].length);
  const value = { start: span.start + match[0].length, end: span.end };
  if (value.end <= value.start) return undefined;
  const fields: HeaderField[] = [field('source-note', text, value, 'header.frus-source-note')];
  sentences(text, value).forEach((sentence, i) => {
    if (i === 0) {
      if (sentence.end - sentence.start < 200)
        fields.push(field('archive-reference', text, sentence, 'header.frus-source-note'));
      return;
    }
    if (startsWithClass(text, sentence))
      fields.push(...markingFields(text, sentence, 'text', 'header.frus-source-note'));
    else fields.push(...drafterOf(text, sentence), ...copiesOf(text, sentence));
  });
  return { label, fields: dedupe(fields) };
}

/** Sentences, without their full stops; a stop after an initial or an abbreviation ends none. */
function sentences(text: string, span: Span): readonly Span[] {
  const found: Span[] = [];
  let start = span.start;
  const stop =
    /(?<!\b(?:\p{Lu}|No|Nos|vol|pp?|Mr|Mrs|Dr|St|Jr|Gen|Col|Ed|ed|Box))\.(?=\s+[\p{Lu}“"[(]|\s*$)/gu;
  for (const match of text.slice(span.start, span.end).matchAll(stop)) {
    const end = span.start + match.index;
    if (end > start) found.push(trimSpan(text, start, end));
    start = end + 1;
  }
  if (start < span.end) {
    const rest = trimSpan(text, start, span.end);
    if (rest.end > rest.start) found.push(rest);
  }
  return found;
}

/** A list of markings: «Top Secret; Niact; Eyes Only», «Secret; Verbatim Text», or one alone. */
function startsWithClass(text: string, { start, end }: Span): boolean {
  const [first] = findMarkings(text, start, end);
  return (
    first !== undefined &&
    first.span.start === start &&
    end - start < 120 &&
    (first.span.end === end || /^;/.test(text.slice(first.span.end, end)))
  );
}

//   > | Drafted by Marsh (EUR) on May 4; cleared by Hill; and approved by Stone
//                  ^^^^^
const drafted =
  /\bDrafted (?:(?:and|,|in [A-Z/]+|[a-z]+) )*?by (?<name>\p{Lu}[^;,.]{1,60}?(?:(?<=\b\p{Lu})\.[^;,.]{1,40}?)?)(?= \(|;|,|\.|$| (?:and|on|in|with|for|from|who|et al)\b)/du;

function drafterOf(text: string, sentence: Span): readonly HeaderField[] {
  const at = drafted.exec(text.slice(sentence.start, sentence.end))?.indices?.groups?.name;
  if (!at) return [];
  const span = { start: sentence.start + at[0], end: sentence.start + at[1] };
  return [field('drafter', text, span, 'header.frus-source-note')];
}

//   > | Repeated for information to London, Paris, and Bonn
//                                   ^^^^^^  ^^^^^      ^^^^
const repeated =
  /\b(?:Repeated|Also sent|Also addressed|Pouched|Sent for information|Relayed)(?: for (?:information|action))?(?: also)? to (?<list>[^.;()]{3,200})$/d;

function copiesOf(text: string, sentence: Span): readonly HeaderField[] {
  const at = repeated.exec(text.slice(sentence.start, sentence.end))?.indices?.groups?.list;
  if (!at) return [];
  const fields: HeaderField[] = [];
  let from = sentence.start + at[0];
  for (const part of text.slice(from, sentence.start + at[1]).split(/(,\s+(?:and\s+)?|\s+and\s+)/)) {
    const span = trimSpan(text, from, from + part.length);
    const name = text.slice(span.start, span.end);
    from += part.length;
    if (/^\p{Lu}[\p{L}.’'ʼ -]{1,40}$/u.test(name))
      fields.push(field('copy', text, span, 'header.frus-source-note'));
  }
  return fields;
}

/** The first classification and precedence are the document's; a later one tells of an enclosure. */
function dedupe(fields: readonly HeaderField[]): readonly HeaderField[] {
  const seen = new Set<string>();
  return fields.filter((f) => {
    if (!['classification', 'precedence', 'drafter'].includes(f.name)) return true;
    if (seen.has(f.name)) return false;
    seen.add(f.name);
    return true;
  });
}
