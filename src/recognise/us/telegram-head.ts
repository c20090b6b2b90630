/**
 * The head of a telegram, or of one of its sections: precedence and date-time group, addresses, marking line,
 * labels. Each kind of line is read by its own module; this one knows in which order they come.
 */
import type { HeaderField } from '../../document.ts';
import type { Line } from '../lines.ts';
import { markingFields, withoutMarkings } from '../markings.ts';
import { isAddress, type Role, readAddress } from './addresses.ts';
import { readDateTimeGroup } from './date-time-group.ts';
import { isLabelled, readLabelled } from './labels.ts';
import { readMarkingLine } from './marking-line.ts';
import type { ReadingDraft } from './reading.ts';
import { isReferenceLine, readReferences } from './references.ts';
import { isRunningHead, transmissionOf } from './transmission.ts';

/** Facts a telegram has once, though every section repeats them. */
export class HeadFacts {
  private readonly seen = new Set<string>();

  /** The fields that are new. */
  fresh(fields: readonly HeaderField[]): readonly HeaderField[] {
    return fields.filter((f) => {
      const once = ['from', 'sent', 'date-time-group', 'classification', 'precedence', 'subject', 'tags'];
      const key = once.includes(f.name) ? f.name : `${f.name} ${f.value}`;
      if (this.seen.has(key)) return false;
      this.seen.add(key);
      return true;
    });
  }
}

/** Does a line begin a head? A date-time group, the sender, a marking line with a number. */
export function beginsHead(text: string, line: Line, next: Line | undefined): boolean {
  if (line.text === '' || line.text.length > 160) return false;
  if (readDateTimeGroup(text, line)) return true;
  if (/^FM[ \t]/.test(line.text) && isAddress(line)) return true;
  return next !== undefined && /^-{6,}[ \t]*\w{3,9}[ \t]+\d{6}Z/.test(line.text) && !isLabelled(next.text);
}

/**
 * Reads the lines of a head.
 *
 * @param strict in the midst of the text: stop at the first line that is not certainly of the head
 * @returns the index of the first line after it
 */
export function readHead(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  to: number,
  facts: HeadFacts,
  strict: boolean,
): number {
  const { text } = draft;
  let role: Role | undefined;
  let done = from;
  let i = from;
  let blanks = 0;
  while (i < to) {
    const line = lines[i] as Line;
    if (line.text === '') {
      // A blank line ends a list of addresses.
      role = undefined;
      if (++blanks > 6 && strict) break;
      i++;
      continue;
    }
    blanks = 0;
    const left = transmissionOf(line.text);
    if (left) {
      draft.furniture(line.inner, left.class, left.rule);
      done = ++i;
      continue;
    }
    // A number of the operator between the page heading and the distribution.
    if (!strict && /^\d{2,3}$/.test(line.text) && i > from) {
      draft.furniture(line.inner, 'other', 'block.transmission', 'medium');
      done = ++i;
      continue;
    }
    const group = readDateTimeGroup(text, line);
    if (group) {
      draft.header(line.inner, facts.fresh(group), 'header.us-date-time-group');
      done = ++i;
      continue;
    }
    const marking = readMarkingLine(text, line.inner) ?? slipped(text, lines, i);
    if (marking) {
      const last = readMarkingLine(text, line.inner) ? line : (lines[i + 1] as Line);
      const fresh = facts.fresh(marking);
      const span = { start: line.inner.start, end: last.inner.end };
      // A classification that stands alone again is the running head of a page.
      if (fresh.length === 0 && isRunningHead(text, line))
        draft.furniture(span, 'page-head', 'block.running-head');
      else draft.header(span, fresh, 'header.us-marking-line');
      role = undefined;
      i += last === line ? 1 : 2;
      done = i;
      continue;
    }
    //   > | EXDIS       > | ROGER CHANNEL
    const caption =
      line.text.length <= 60 ? markingFields(text, line.inner, 'text', 'header.us-marking-line') : [];
    if (
      caption.length > 0 &&
      !/[\p{L}\p{N}]/u.test(withoutMarkings(text, line.inner.start, line.inner.end))
    ) {
      draft.header(line.inner, facts.fresh(caption), 'header.us-marking-line');
      role = undefined;
      done = ++i;
      continue;
    }
    const labelled = readLabelled(text, lines, i);
    if (labelled && labelled.next <= to) {
      draft.header(labelled.span, facts.fresh(labelled.fields), 'header.us-label', { label: labelled.label });
      role = undefined;
      i = labelled.next;
      done = i;
      continue;
    }
    const address = readAddress(text, line, role);
    if (address) {
      draft.header(line.inner, facts.fresh(address.fields), 'header.us-address', { label: address.label });
      role = address.role;
      done = ++i;
      continue;
    }
    if (!strict && isReferenceLine(line.text)) {
      draft.header(line.inner, facts.fresh(readReferences(text, line.inner)), 'header.us-reference');
      done = ++i;
      continue;
    }
    break;
  }
  return done;
}

//   > | UNCLAS SECTION 02 OF 02 USUN NEW YORK
//   > |  04958
function slipped(text: string, lines: readonly Line[], i: number): readonly HeaderField[] | undefined {
  const line = lines[i] as Line;
  const next = lines[i + 1];
  if (!next || !/^\d{4,6}$/.test(next.text)) return undefined;
  return readMarkingLine(text, { start: line.inner.start, end: next.inner.end });
}
