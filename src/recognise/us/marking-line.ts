/** The first line of a telegram's text: classification, section, sending post and number. */
import type { HeaderField, Span } from '../../document.ts';
import { findMarkings, markingFields, withoutMarkings } from '../markings.ts';
import { field, groupSpan, words } from './reading.ts';

//   > | C O N F I D E N T I A L SECTION 02 OF 03 WARSAW 04480
//       ^^^^^^^^^^^^^^^^^^^^^^^                  ^^^^^^^^^^^^
const afterClass =
  /^(?:[ \t/-]*(?:FINAL )?SECTION[ \t]+\w+[ \t]+OF[ \t]+\w+)?[ \t]*(?<number>(?<post>[A-Z][A-Z.' ]{1,28}?)[ \t\n]{1,4}(?<digits>\d{2,6}))(?:\/\d+)?(?<rest>[ \t]*[^\n]{0,60})$/d;

/** Words that stand where a post would and are none. */
const noPost = /\b(?:SECTION|PAGE|PARA|OF|THE|AND|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\b/;

/** @param span one line, or a line and the next where the number has slipped down */
export function readMarkingLine(text: string, span: Span): readonly HeaderField[] | undefined {
  const [first] = findMarkings(text, span.start, Math.min(span.end, span.start + 40));
  if (!first || first.span.start !== span.start || first.marking.scheme !== 'classification')
    return undefined;
  const after = { start: first.span.end, end: span.end };
  const match = afterClass.exec(text.slice(after.start, after.end));
  const fields: HeaderField[] = [...markingFields(text, first.span, 'text', 'header.us-marking-line')];
  if (!match) {
    // `SECRET NODIS`, `CONFIDENTIAL SECTION 01 OF 02`: nothing else may stand there.
    const rest = withoutMarkings(text, after.start, after.end).replace(
      // The code of a subject for the communications centre, `SIC ABC`, says nothing of secrecy.
      /(?:FINAL )?SECTION[ \t]+\w+[ \t]+OF[ \t]+\w+|[ \t]SIC[ \t][A-Z0-9]{3}$/,
      '',
    );
    if (/[\p{L}\p{N}]/u.test(rest)) return undefined;
    return [...fields, ...markingFields(text, after, 'text', 'header.us-marking-line')];
  }
  const post = match.groups?.post ?? '';
  const number = groupSpan(match, 'number', after.start);
  const digits = groupSpan(match, 'digits', after.start);
  if (!number || !digits || noPost.test(post)) return undefined;
  const rest = groupSpan(match, 'rest', after.start);
  const restWords = rest ? withoutMarkings(text, rest.start, rest.end) : '';
  if (/[\p{L}\p{N}]{3}/u.test(restWords)) return undefined;
  fields.push(
    field('document-number', text, number, 'header.us-marking-line', {
      value: words(text.slice(number.start, number.end)),
    }),
    field('telegram-number', text, digits, 'header.us-marking-line'),
  );
  if (rest && rest.end > rest.start)
    fields.push(...markingFields(text, rest, 'text', 'header.us-marking-line'));
  return fields;
}

/** A line of nothing but classification and handling: the running head of a page. */
export function isMarkingOnly(text: string, span: Span): boolean {
  if (span.end - span.start > 60) return false;
  const found = findMarkings(text, span.start, span.end);
  return (
    found.some((f) => f.marking.scheme === 'classification') &&
    !/[\p{L}\p{N}]/u.test(withoutMarkings(text, span.start, span.end))
  );
}
