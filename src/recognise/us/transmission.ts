/** Lines that transmission, filing and declassification have left around the text of a telegram. */
import type { FurnitureClass, Span } from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import type { Line } from '../lines.ts';
import { isMarkingOnly } from './marking-line.ts';

interface Pattern {
  readonly class: FurnitureClass;
  readonly rule: RuleId;
  readonly pattern: RegExp;
}

const patterns: readonly Pattern[] = [
  //   > | PAGE 02        TOKYO 12345  01 OF 02  221440Z
  {
    class: 'page-head',
    rule: 'block.page-mark',
    pattern: /^PAGE \d{2,3}\b[ \tA-Z0-9/.-]{0,70}$/,
  },
  //   > | Page 2 of 3
  {
    class: 'page-number',
    rule: 'block.page-mark',
    pattern: /^(?:-\s*)?page\s*:?\s*\d{1,4}(?: of \d{1,4})?(?:\s*-)?$/i,
  },
  { class: 'page-number', rule: 'block.page-mark', pattern: /^-\s*\d{1,3}\s*-$/ },
  //   > | NNNN     > | NMAFVVZCZ     > | << END OF DOCUMENT >>
  {
    class: 'other',
    rule: 'block.transmission',
    pattern: /^(?:N{4,}|NMAFVV[A-Z]{3}|<{2,3}\s*END OF DOCUMENT\s*>{2,3}|#\d{4}|BT)$/,
  },
  //   > | RUEHC RUEHMO     > | DE RUQMTK #1234/01 2031430     > | ZNY CCCCC ZZH
  {
    class: 'other',
    rule: 'block.transmission',
    pattern:
      /^(?:[ZOPR]{2} R[UHPQXOAD][A-Z]{3,5}(?: R[A-Z]{4,6})*|R[UHPQXOAD][A-Z]{3,5}(?: R[A-Z]{4,6})+|DE R[A-Z]{4,6} #?\d{2,4}[A-Z0-9/ ]{0,30}|ZNY [A-Z ]{4,14}|[ZOPR][A-Z]{2}[A-Z]ZY[A-Z]{2}\b[A-Z0-9 ]{0,60})$/,
  },
  //   > | ------------------023919 131808Z /41
  {
    class: 'other',
    rule: 'block.transmission',
    pattern:
      /^-{6,}[ \t]*(?:[A-Z0-9]{0,3}[ \t]?)?\d{3,6}[ \t]+\d{6}Z(?:[ \t]+[A-Z]{3}[ \t]+\d\d)?[ \t]*\/\d{0,3}(?:[ \t]*\d{0,4})?$/,
  },
  //   > | ACTION EA-12        > | INFO  OCT-01  ISO-00  SOE-02  W
  {
    class: 'other',
    rule: 'block.transmission',
    pattern:
      /^(?:(?:ACTION|INFO|ORIGIN)[ \t]+)?(?:[A-Z]{1,6}-\d\d(?:[ \t]+|$)){1,12}(?:\/\d{3})?[ \t]*[A-Z]?$|^\/\d{3} W$/,
  },
  //   > | Declassified/Released US Department of State EO Systematic Review 20 Mar 2014
  {
    class: 'other',
    rule: 'block.running-head',
    pattern:
      /^(?:[A-Z][\p{L}.]+(?: [A-Z][\p{L}.]*){0,3} )?(?:Declassified|DECLASSIFIED|Released|RELEASED)\b.{0,120}(?:Review|REVIEW|Authority|AUTHORITY|Act|ACT|E\.?O\.?)\b.{0,60}$/u,
  },
  { class: 'other', rule: 'block.running-head', pattern: /^Message (?:Text|Attributes)$/ },
];

export interface Transmission {
  readonly class: FurnitureClass;
  readonly rule: RuleId;
}

/** What kind of leftover a line is; undefined: it is none. */
export function transmissionOf(line: string): Transmission | undefined {
  if (line.length > 220 || line === '') return undefined;
  return patterns.find((p) => p.pattern.test(line));
}

/** The running head of a page: a classification and nothing else. */
export const isRunningHead = (text: string, line: Line): boolean => isMarkingOnly(text, line.inner);

//   > | TO THE EXTENT THAT THE ------------------008698 121412Z /46
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const within = /-{10,}[ \t]*\d{3,6}[ \t]+\d{6}Z[^\n]{0,12}$/;

/** A channel number that has run on at the end of a line of text. */
export function transmissionAtEnd(line: Line): Span | undefined {
  const match = within.exec(line.text.slice(-80));
  if (!match) return undefined;
  const start = line.inner.end - Math.min(80, line.text.length) + match.index;
  return start > line.inner.start ? { start, end: line.inner.end } : undefined;
}
