/** The table of attributes that the State Archiving System prints below a telegram. */
import type { CatalogueFact, CatalogueName } from '../../document.ts';
import { type Line, trimSpan } from '../lines.ts';

const names: Readonly<Record<string, CatalogueName>> = {
  'document number': 'identifier',
  'draft date': 'date',
  subject: 'title',
  tags: 'subject',
  'film number': 'identifier',
  office: 'repository',
};

/** Index of the line that opens the table, or the number of lines. */
export function attributesStart(lines: readonly Line[]): number {
  const at = lines.findIndex((l) => /^Message Attributes$/.test(l.text));
  return at < 0 ? lines.length : at;
}

//   > | Draft Date: 22 JUL 1978
//       ^^^^^^^^^^^ ^^^^^^^^^^^
export function readAttribute(text: string, line: Line): readonly CatalogueFact[] {
  const match = /^([A-Z][A-Za-z ]{2,30}):\s*/.exec(line.text);
  const name = names[(match?.[1] ?? '').toLowerCase()];
  if (!match || !name) return [];
  const span = trimSpan(text, line.inner.start + match[0].length, line.inner.end);
  if (span.end === span.start || text.slice(span.start, span.end) === 'n/a') return [];
  return [{ name, span, value: text.slice(span.start, span.end), rule: 'catalogue.form', certainty: 'high' }];
}
