/** The archive's reference of a document, as editors print it below: `[AA : A1838, 250/10/7]`. */
import type { HeaderField, Span } from '../../document.ts';
import { trimSpan } from '../lines.ts';

//   > | [ [NAA: A1838, 3107/38, i](http://…) ]      > | [FA: A3195, 1.3532]       > | [matter omitted]
//         ^^^^^^^^^^^^^^^^^^^^^^^^                        ^^^^^^^^^^^^^^^^^^
const shape =
  /^(?<before>\(?\p{Lu}[\p{Lu}. '’-]{2,30}\)?\s+(?=\[))?\[?\s*(?:\[|I(?=NAA\b))\s*(?<value>(?:[A-Z][A-Za-z.&;'’\d]*(?: [A-Z][A-Za-z.&;'’]*){0,7})\s*(?::|,(?=\s*[A-Z]{0,3}\s?\d)|(?<=^.{0,3}\bN?AA) (?=[A-Z]+\d))\s*(?:[^[\]\n]|\[[^[\]\n]*\]){1,160}?)\s*(?:\]\s*(?:\((?<url>https?:[^)\s]*)\))?\s*\]?|$)\s*(?<rest>.{0,80})$/du;

/** Holders that print their letters before the colon: national archives, record offices, libraries. */
const holder =
  /^(?:N?AA|NAA|FA|PRO|TNA|UKNA|NARA|NA|ANL|NLA|ANZ|AWM|UN|DEFENCE|EXTERNAL AFFAIRS|[A-Z]{2,8}(?:\.[A-Z]+)*|[A-Z]{1,3}\d{2,6}|[A-Z][A-Z.&;'’ a-z]{0,3}[A-Z.&;'’ ]{2,70}|[A-Z][A-Za-z. ]{2,40}(?:Archives?|Library|Papers|Office|Museum|Collection|Department))$/;

export interface ArchiveReference {
  readonly field: HeaderField;
  /** Words that stand beside it on the line: a signature. */
  readonly rest: Span | undefined;
}

export function readArchiveReference(text: string, span: Span): ArchiveReference | undefined {
  if (span.end - span.start > 320) return undefined;
  const words = text.slice(span.start, span.end);
  const match = shape.exec(words);
  const at = match?.indices?.groups?.value;
  if (!match || !at) return undefined;
  const value = match.groups?.value ?? '';
  const colon = /[:,]|(?<=\bN?AA) (?=[A-Z]+\d)/.exec(value)?.index ?? 0;
  if (!holder.test(value.slice(0, colon).trim())) return undefined;
  const found = trimSpan(text, span.start + at[0], span.start + at[1]);
  const beside = match.groups?.rest ? match.indices?.groups?.rest : match.indices?.groups?.before;
  return {
    field: {
      name: 'archive-reference',
      value: text.slice(found.start, found.end).replace(/\s+/g, ' '),
      span: found,
      layer: 'text',
      rule: 'header.archive-reference',
      certainty: 'high',
    },
    rest: beside && trimSpan(text, span.start + beside[0], span.start + beside[1]),
  };
}
