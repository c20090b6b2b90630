/** E.O., TAGS, SUBJECT and REF: the labelled lines between the addresses and the text of a telegram. */
import type { HeaderField, Span } from '../../document.ts';
import { type Line, trimSpan } from '../lines.ts';
import { markingFields } from '../markings.ts';
import { field } from './reading.ts';
import { readReferences } from './references.ts';

type Label = 'order' | 'tags' | 'subject' | 'reference' | 'pass';

//   > | E.O. 11652: GDS      > | TAGS: PFOR, JA      > | SUBJ: CALL ON THE VICE MINISTER      > | REF: STATE 12345
//       ^^^^^^^^^^^^             ^^^^^               ^^^^^                                   ^^^^
const labels: readonly (readonly [Label, RegExp])[] = [
  ['order', /^E\.?\s?O\.?,?\s*\d{4,6}\s*:/],
  ['tags', /^TAGS?\s*:/],
  ['subject', /^SUB(?:J|JECT)\s*[:.]/],
  [
    'reference',
    /^(?:REF(?:S|TELS?|ERENCES?)?(?:\s*\([A-Z]\))?\s*[:.]|REF(?=\s+\(?[A-Z]\)?[.)]?\s+[A-Z]{3}))/,
  ],
  [
    'pass',
    /^(?:(?:DEPT|DEPARTMENT|STATE)\s+(?:PLEASE\s+)?(?:ALSO\s+)?PASS\b|PASS TO\b|EYES ONLY\b|FOR (?:THE )?[A-Z/]+(?:\s+FROM\b|$))/,
  ],
];

export interface LabelledLines {
  /** Index of the line after. */
  readonly next: number;
  readonly span: Span;
  readonly label: Span | undefined;
  readonly fields: readonly HeaderField[];
}

const labelOf = (line: string): { kind: Label; length: number } | undefined => {
  for (const [kind, pattern] of labels) {
    const match = pattern.exec(line);
    if (match) return { kind, length: match[0].length };
  }
  return undefined;
};

/** Does a line begin with one of the labels that only a telegram has? */
export const isLabelled = (line: string): boolean => {
  const found = labelOf(line);
  return found !== undefined && found.kind !== 'pass';
};

/** No subject or list of references is longer than this many lines. */
const most = 8;

/** Reads a label with its value and the lines that belong to it. */
export function readLabelled(text: string, lines: readonly Line[], from: number): LabelledLines | undefined {
  const first = lines[from];
  const label = first && labelOf(first.text);
  if (!first || !label) return undefined;
  let next = from + 1;
  if (label.kind !== 'pass' && label.kind !== 'tags')
    while (next < lines.length && next - from < most && belongs(lines[next] as Line, label.kind)) next++;
  const end = (lines[next - 1] as Line).inner.end;
  const span = { start: first.inner.start, end };
  const value = trimSpan(text, first.inner.start + label.length, end);
  const named = label.kind !== 'pass';
  return {
    next,
    span,
    label: named ? { start: first.inner.start, end: first.inner.start + label.length } : undefined,
    fields: value.end > value.start ? fieldsOf(text, label.kind, value) : [],
  };
}

/** A line below goes on with the value unless it is blank or begins something else. */
function belongs(line: Line, kind: Label): boolean {
  if (line.text === '' || labelOf(line.text)) return false;
  if (/^\d{1,2}\s?[.)]|^(?:BEGIN |END )?SUMMARY\b|^\(?[A-Z]{1,4}\)? ENTIRE TEXT/.test(line.text))
    return false;
  if (kind === 'order') return /^[A-Z]{2}[- ]?\d|^OR-|^\(/.test(line.text);
  return line.text.length < 100;
}

function fieldsOf(text: string, kind: Label, value: Span): readonly HeaderField[] {
  switch (kind) {
    case 'order':
    case 'pass':
      return markingFields(text, value, 'text', 'header.us-label').filter((f) => f.name === 'handling');
    case 'tags':
      return [field('tags', text, value, 'header.us-label')];
    case 'subject':
      return [field('subject', text, value, 'header.us-label')];
    case 'reference': {
      const found = readReferences(text, value);
      return found.length > 0 ? found : [field('reference', text, value, 'header.us-label')];
    }
  }
}
