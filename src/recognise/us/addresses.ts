/** FM, TO and INFO: the posts a telegram goes from and to, by their short names. */
import type { FieldName, HeaderField, Span } from '../../document.ts';
import type { Line } from '../lines.ts';
import { findMarkings } from '../markings.ts';
import { field, words } from './reading.ts';

export type Role = Extract<FieldName, 'from' | 'to' | 'copy'>;

export interface AddressLine {
  readonly label: Span | undefined;
  readonly fields: readonly HeaderField[];
  /** What the lines below go on with. */
  readonly role: Role;
}

const roles: Readonly<Record<string, Role>> = {
  FM: 'from',
  FROM: 'from',
  TO: 'to',
  ACTION: 'to',
  INFO: 'copy',
  INFORMATION: 'copy',
};

//   > | TO SECSTATE WASHDC IMMEDIATE 1234        > | INFO RUEHMO/AMEMBASSY MOSCOW 567
//       ^^                                           ^^^^
const labelled = /^(FM|FROM|TO|INFO)(?=[ \t:[])[ \t]*:?[ \t]*/;

/** A word that the name of a post or an agency has in a telegram's address. */
const posts =
  /\b(?:(?:AM)?(?:EMBASSY|EMB|CONSUL(?:ATE)?|CONGEN)|USMISSION|USLO|USINT|USDEL|USUN|USNATO|SEC(?:STATE|DEF)|DEPT|STATE|WHITE ?HOUSE|CIA|DIA|NSA|JCS|CINC[A-Z]+|COM[A-Z]{3,}|USIA|USICA|TREASURY|[A-Z]*DEPT|COLLECTIVE|CAPITALS|POSTS|EMBASSIES|MISSION[A-Z]*|DIRNSA|FBI|USCINC[A-Z]*|DAO|USIS|AIT|US[A-Z]{3,})\b/;

/** What follows the name: precedence, and the number of the series kept for that addressee. */
const after = /(?:[ \t]+(?:FLASH|NIACT|IMMEDIATE|PRIORITY|ROUTINE))*(?:[ \t]+\d{1,5})?[ \t.]*$/;

/**
 * Reads a line of addresses.
 *
 * @param running the role of the lines above, where this line has no label of its own
 */
export function readAddress(text: string, line: Line, running: Role | undefined): AddressLine | undefined {
  const plain = line.text;
  const match = labelled.exec(plain);
  let role = match ? roles[match[1] ?? ''] : running;
  if (!role || plain.length > 200) return undefined;
  let from = match ? match[0].length : 0;
  let to = plain.length;
  // INFO has slipped to the end of the line before the list it announces.
  const slipped = /[ \t]+INFO$/.exec(plain);
  if (slipped) {
    to = slipped.index;
    role = 'copy';
  }
  const list = plain.slice(from, to);
  if (!match && !continues(list)) return undefined;
  if (match && !/[A-Z]{3}/.test(list)) return undefined;
  const fields: HeaderField[] = [];
  const precedence = findMarkings(text, line.inner.start + from, line.inner.start + to).find(
    (f) => f.marking.scheme === 'precedence',
  );
  // Several addressees on one line are set off by commas or semicolons.
  for (const part of list.split(/([;,][ \t]*)/)) {
    if (!/^[;,]/.test(part)) {
      const route = /^[ \t]*(?:R[A-Z]{4,6}\/)?/.exec(part)?.[0].length ?? 0;
      const tail = after.exec(part.slice(route));
      const end = route + (tail ? tail.index : part.length - route);
      const name = part.slice(route, end);
      if (/[A-Z]{2}/.test(name)) {
        const span = { start: line.inner.start + from + route, end: line.inner.start + from + end };
        fields.push(field(role, text, span, 'header.us-address', { value: words(name) }));
      }
    }
    from += part.length;
  }
  if (precedence && role === 'to')
    fields.push(
      field('precedence', text, precedence.span, 'header.us-address', {
        value: precedence.marking.id,
        certainty: 'medium',
      }),
    );
  fields.sort((a, b) => a.span.start - b.span.start);
  return {
    label: match ? { start: line.inner.start, end: line.inner.start + (match[1] ?? '').length } : undefined,
    fields,
    role,
  };
}

/** A line without a label goes on with the list if it is short, in capitals, and names a post. */
function continues(list: string): boolean {
  const bare = words(list);
  return (
    bare.length <= 60 &&
    /^[A-Z][A-Z0-9 ,.;/()'-]*$/.test(bare) &&
    !/^[A-Z]\.|\bSECTION\b/.test(bare) &&
    (posts.test(bare) || /^[A-Z ]{3,24}(?: \d{1,5})?$/.test(bare)) &&
    bare.split(' ').length <= 7
  );
}

/** Does a line begin an address list? */
export const isAddress = (line: Line): boolean => labelled.test(line.text) && posts.test(words(line.text));
