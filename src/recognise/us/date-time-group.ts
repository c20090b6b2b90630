/** The line of a telegram that says how urgently and when it was sent (ACP 121). */
import type { HeaderField } from '../../document.ts';
import type { Line } from '../lines.ts';
import { field, groupSpan, words } from './reading.ts';

/** Prosigns of precedence, and what they stand for. */
const precedences: Readonly<Record<string, string>> = {
  Z: 'flash',
  O: 'immediate',
  P: 'priority',
  R: 'routine',
};

//   > | P R 221430Z JUL 78 ZFF4
//       ^^^ ^^^^^^^^^^^^^^
const group =
  /^(?<precedence>[ZOPR](?:[ \t]?[ZOPR])?[ \t]+)?(?<group>\d{6}Z[ \t]{0,3}(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)[ \t]{0,3}(?:19)?\d\d)(?=[ \t]*(?:$|Z[A-Z]{2}\d?|FM\b|\/))/d;

/** Precedence and date-time group of a line, or undefined. */
export function readDateTimeGroup(text: string, line: Line): readonly HeaderField[] | undefined {
  const match = group.exec(line.text);
  const when = match && groupSpan(match, 'group', line.inner.start);
  if (!match || !when) return undefined;
  const fields: HeaderField[] = [];
  const printed = match.groups?.precedence ?? '';
  for (const letter of printed.matchAll(/[ZOPR]/g)) {
    const at = line.inner.start + letter.index;
    const value = precedences[letter[0]];
    // The first is the precedence for action; that for information is no fact of its own.
    if (value && fields.length === 0)
      fields.push(
        field('precedence', text, { start: at, end: at + 1 }, 'header.us-date-time-group', { value }),
      );
  }
  fields.push(field('sent', text, when, 'header.us-date-time-group'));
  fields.push(
    field('date-time-group', text, when, 'header.us-date-time-group', {
      value: words(text.slice(when.start, when.end)),
    }),
  );
  return fields;
}
