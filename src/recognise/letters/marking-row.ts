/**
 * A line of markings as cablegrams bear it: perhaps the number before them, words that say for whom between
 * them, and nothing else.
 */
import type { HeaderField, Span } from '../../document.ts';
import { findMarkings } from '../markings.ts';

/** Serial numbers of telegrams: `O.CH281608`, `UN846.`, `SAV. 42.`, `1915\.`, `0.1785/174`, `1.1895/207`. */
const serial =
  /^(?:No\.?\s*)?((?:[O0o]\.?\s?[A-Z]{1,3}\s?[\dIlO]{2,8}(?:\/\d+)?|[O0]\.\d{2,6}(?:\/(?:[A-Z]+ ?)?\d+)?|[Il1]\.\d{3,6}\/\d{1,4}|SAV\.?\s?\d{1,5}|(?:[A-Z]\.){2,4}\s?\d{1,5}(?:\/\d+)?|[A-Z]{1,10}[. ]?\d{1,7}(?:\/\d+)?|\d{1,6}(?:\/\d+)?))(?:\\?\.(?=\s|$|\p{Lu}\p{L}{3})|(?=\s|$))/u;
/** Words between markings that are no fact of their own. */
const filler =
  /\b(?:and|himself|himself's|herself|themselves|alone|only|strictly|highly|most|very|following|for|to|the|cypher|cipher|message|copy|part|decipher yourself|repeat|in confidence|private|unnumbered|information|(?:the )?(?:acting )?(?:prime )?minister)\b|s\.o\.s\.|&amp;|&|[\s,.;:()[\]*_/-]+/gi;

export interface MarkingRow {
  readonly fields: readonly HeaderField[];
  /** «FOR THE PRIME MINISTER», «FOR BRUCE FROM EVATT»: where those words stand. */
  readonly to: Span | undefined;
  readonly from: Span | undefined;
}

/**
 * Reads a line of markings; undefined where anything else stands in it.
 *
 *     > | O.CH281608 SECRET AUSTEO PRIORITY1       > | MOST IMMEDIATE FOR THE PRIME MINISTER MOST SECRET
 *         ^^^^^^^^^^ ^^^^^^ ^^^^^^ ^^^^^^^^                ^^^^^^^^^^^^^^ ---------------------- ^^^^^^^^^^^
 *
 * @param numbered may a bare number stand alone, as it does under the title of a telegram?
 */
export function readMarkingRow(text: string, span: Span, numbered: boolean): MarkingRow | undefined {
  if (span.end - span.start > 150) return undefined;
  const line = text.slice(span.start, span.end);
  const number = serial.exec(line);
  // A note's digit is glued to the last word: blank it out, for it parts no word.
  let rest = line
    .replace(/(?<=\p{L})\d{1,2}(?=\s|$)/gu, (m) => ' '.repeat(m.length))
    .replace(/\[\d{1,3}\]/g, (m) => ' '.repeat(m.length));
  const at = number ? number[0].length : 0;
  const found = findMarkings(rest, at, rest.length);
  const code = number !== null && /\p{L}/u.test(number[1] ?? '');
  if (found.length === 0 && !(numbered && number && (code || at === line.length))) return undefined;
  rest = ' '.repeat(at) + rest.slice(at);
  for (const f of found)
    rest = rest.slice(0, f.span.start) + '\u0001'.repeat(f.span.end - f.span.start) + rest.slice(f.span.end);
  let to: Span | undefined;
  let from: Span | undefined;
  //   > | PERSONAL FOR BRUCE FROM EVATT
  //                ^^^^^^^^^ ^^^^^^^^^^
  const address =
    /\b(?:FOLLOWING )?(?:FOR|TO) (?:THE )?(\p{Lu}[\p{Lu} .,'’-]*?)(?: FROM (\p{Lu}[\p{Lu} .'’-]*?))?(?=[\s,]*(?:\u0001|$|\bPERSONAL\b|\bHIMSELF\b))/du.exec(
      rest,
    );
  const who = address?.indices?.[1];
  if (address && who && !/^(?:HIMSELF|YOUR|INFORMATION|BE|PERSONAL)\b/.test(address[1] ?? '')) {
    const words = rest
      .slice(who[0], who[1])
      .replace(/(?:\s+(?:ALONE|ONLY|HIMSELF|AND))+$/, '')
      .trimEnd();
    to = { start: span.start + who[0], end: span.start + who[0] + words.length };
    const sender = address.indices?.[2];
    if (sender) from = { start: span.start + sender[0], end: span.start + sender[1] };
    rest =
      rest.slice(0, address.index) +
      ' '.repeat(address[0].length) +
      rest.slice(address.index + address[0].length);
  }
  // One word of its own beside a classification is a code word.
  const left = rest.replaceAll('\u0001', ' ').replace(filler, ' ').trim();
  const codeWord =
    /^\p{Lu}\p{L}{3,11}$/u.test(left) &&
    found.some((f) => f.marking.scheme === 'classification') &&
    line.length < 60;
  if (left !== '' && !codeWord) return undefined;
  const fields: HeaderField[] = [];
  if (number) {
    const start = span.start + number[0].indexOf(number[1] ?? '');
    const value = number[1] ?? '';
    fields.push({
      name: 'telegram-number',
      value,
      span: { start, end: start + value.length },
      layer: 'text',
      rule: 'header.marking-line',
      certainty: 'high',
    });
  }
  for (const f of found)
    fields.push({
      name: f.marking.scheme,
      value: f.marking.id,
      span: { start: span.start + f.span.start, end: span.start + f.span.end },
      layer: 'text',
      rule: 'header.marking-line',
      certainty: 'high',
    });
  return { fields, to, from };
}
