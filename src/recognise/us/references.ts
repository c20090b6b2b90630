/** References to other telegrams: the short name of a post and a number, perhaps in a lettered list. */
import type { HeaderField, Span } from '../../document.ts';
import { field, words } from './reading.ts';

//   > | (A) STATE 12345, (B) MOSCOW 6789 (NOTAL), 6790; C. SECTO 14009
//           ^^^^^^^^^^^      ^^^^^^^^^^^          ^^^^     ^^^^^^^^^^^
const item =
  /(?:(?<post>[A-Z][A-Z.']+(?: [A-Z][A-Z.']+){0,3}|[A-Z]{2,}(?:TEL|TELS))[ \t]{1,4}#?|(?<=[0-9)][ \t]{0,2}(?:,|AND|&)[ \t]{0,3}))(?<digits>\d{2,6})(?![\d/-]|\.\d)/dg;

/** Words before a number that make no reference of it. */
const noPost =
  /^(?:PARA|PARAGRAPH|PAGE|NO|NOS|NUMBER|SECTION|ARTICLE|UNTIL|ABOUT|MAY|MARCH|APRIL|JUNE|JULY|AUGUST|JANUARY|FEBRUARY|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC|DATED|OF|ON|IN|THE|AND|FY|CY|RES|RESOLUTION|DOC)$/;

/** All references of a span; the value of each is post and number. */
export function readReferences(text: string, span: Span): readonly HeaderField[] {
  const fields: HeaderField[] = [];
  let post: string | undefined;
  for (const match of text.slice(span.start, span.end).matchAll(item)) {
    const named = match.groups?.post?.replace(/^(?:(?:REF|REFS|AND|SEE|ALSO|MY|OUR|[A-Z]\.) +)+/, '');
    if (named !== undefined) post = noPost.test(named.split(' ').at(-1) ?? '') ? undefined : named;
    const digits = match.indices?.groups?.digits;
    const printed = match.indices?.groups?.post;
    if (!post || !digits) continue;
    const start = named && printed ? printed[1] - named.length : digits[0];
    fields.push(
      field(
        'reference',
        text,
        { start: span.start + start, end: span.start + digits[1] },
        'header.us-reference',
        { value: words(`${post} ${match.groups?.digits ?? ''}`) },
      ),
    );
  }
  return fields;
}

//   > | B. STATE 032770          > | REFERENCE: (A) GENEVA 3870 (NOTAL), (B) STATE 251441
const trimmings =
  /^[-\s]*REF(?:S|TELS?|ERENCES?)?\b[:.]?|\(NOTAL\)|\bNOTAL\b|\([A-Z]\)|\b[A-Z][.)](?=\s|$)|\bAND\b|\bPREVIOUS\b/g;

/** A line of nothing but references: what is left of a REF line, whose label may be lost. */
export function isReferenceLine(line: string): boolean {
  if (line.length > 160 || !/\d{2}/.test(line)) return false;
  const label = /^[-\s]*REF/.test(line);
  let items = 0;
  const rest = line.replace(trimmings, ' ').replace(item, (whole: string, post: string | undefined) => {
    if (post !== undefined && noPost.test(post.split(' ').at(-1) ?? '')) return whole;
    items++;
    return ' ';
  });
  return items > 0 && !/[A-Z]{2}|\d/.test(label ? rest.replace(/\([^)]{0,40}\)|[A-Z]{2,12}/g, '') : rest);
}
