/**
 * Dates agree with each other: nothing is received before it is sent, weekdays fit their dates, what is told as
 * past lies before the dispatch. Instants are compared with their zones.
 */
import { attribute, childElements, textOf, tokens, type XmlElement } from '../../xml/tree.ts';
import { pointed, type TeiFile } from '../file.ts';
import type { Rule } from '../rule.ts';
import { isLater, readingsAfter, weekdayOf } from '../when.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const names = days.join('|');
const within = new RegExp(`(^|[^A-Za-z])(${names})([^A-Za-z]|$)`);
const before = new RegExp(`(^|[^A-Za-z])(${names})[,\\s(]*$`);
const after = new RegExp(`^[,\\s(]*(${names})([^A-Za-z]|$)`);

/** Times of an action: the first date with a value. */
function dateOf(
  file: TeiFile,
  type: string,
): { readonly element: XmlElement; readonly when: string } | undefined {
  for (const action of file.named('correspAction')) {
    if (attribute(action, 'type') !== type) continue;
    for (const date of childElements(action, 'date')) {
      const when = attribute(date, 'when');
      if (when !== undefined) return { element: date, when };
    }
  }
  return undefined;
}

const months = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
/** Words that state this day of some month: «22 July», «July 22nd»; `\\d{1,2}` for any day. */
const stating = (day: string): RegExp =>
  new RegExp(
    `(^|[^0-9])0?${day}(st|nd|rd|th)?[,\\s]+(of\\s+)?${months}|${months}\\.?\\s+0?${day}([^0-9]|$)`,
    'i',
  );
const statingAny = stating('\\d{1,2}');

/** Do the words state a day, and another than the value has? Then the encoding is wrong, not the source. */
const misread = ({ element, when }: { readonly element: XmlElement; readonly when: string }): boolean => {
  const day = /^\d{4}-\d\d-0?(\d+)/.exec(when)?.[1];
  const words = textOf(element);
  return day !== undefined && statingAny.test(words) && !stating(day).test(words);
};

/** The weekday printed in a date, or right before or after it. */
function printedWeekday(date: XmlElement): string | undefined {
  const inside = within.exec(textOf(date));
  if (inside) return inside[2];
  const siblings = date.parent?.children ?? [];
  const at = siblings.indexOf(date);
  const previous = siblings[at - 1];
  const next = siblings[at + 1];
  if (previous?.type === 'text') {
    const found = before.exec(previous.value);
    if (found) return found[2];
  }
  if (next?.type === 'text') return after.exec(next.value)?.[1];
  return undefined;
}

const past = /^\s*(yesterday|(on )?the previous day|the day before|last (week|month|year)|last night)\s*$/i;

/** The day of the same month that has a number among the words, where it was the weekday that is printed. */
function dayPrinted(date: XmlElement, when: string, weekday: string): string | undefined {
  const numbers = textOf(date).match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
  return numbers
    .map((number) => `${when.slice(0, 8)}${number.padStart(2, '0')}`)
    .find((day) => day !== when.slice(0, 10) && days[weekdayOf(day) ?? -1] === weekday);
}

export const chronology: Rule = {
  id: 'chronology',
  code: 'chronology.received-before-sent',
  severity: 'warning',
  says: 'Received is not before sent, as printed or by an error of the encoding; a printed weekday fits the date; what is told as past is not after the dispatch.',
  basis: 'TEI chapters 2.4.6 (correspDesc) and 14.4 (Dates); Gregorian calendar',
  *check(file) {
    const sent = dateOf(file, 'sent');
    const received = dateOf(file, 'received');
    if (sent && received && isLater(sent.when, received.when)) {
      // What the source itself has wrong keeps nobody from publishing it; what the encoding has wrong must be mended.
      const wrong = [sent, received].find(misread);
      const readings = readingsAfter(sent.when, received.when);
      yield wrong
        ? {
            assert: 'chronology-received-misread',
            severity: 'error',
            element: received.element,
            attribute: 'when',
            message: `Received ${received.when} is before sent ${sent.when}, and «${textOf(wrong.element).trim()}» is given as ${wrong.when}`,
            fix: 'Give @when the day that the words state.',
          }
        : {
            assert: 'chronology-received',
            element: received.element,
            attribute: 'when',
            message: `Received ${received.when} is before sent ${sent.when}`,
            fix: `Compare both with the page. If it is printed so, mark the slip with sic and leave it${
              readings.length > 0 ? `; it would fit if ${readings.join(', or ')}` : ''
            }. If not, correct the one that is wrong, and its cert and resp.`,
          };
    }
    for (const date of file.named('date')) {
      const when = attribute(date, 'when');
      const weekday = when === undefined ? undefined : weekdayOf(when);
      if (when === undefined || weekday === undefined) continue;
      const printed = printedWeekday(date);
      if (printed === undefined || printed === days[weekday]) continue;
      const meant = dayPrinted(date, when, printed);
      yield {
        assert: 'chronology-weekday',
        element: date,
        attribute: 'when',
        code: 'chronology.weekday',
        severity: 'warning',
        message: `${printed} is printed, but ${when.slice(0, 10)} was a ${days[weekday]}`,
        fix: `Check the date against the original; correct @when${
          meant === undefined ? '' : ` (${meant}, a day of the month that is printed, was a ${printed})`
        }, or mark the slip with sic.`,
      };
    }
    if (!sent) return;
    const told = file
      .named('setting')
      .flatMap((s) => tokens(s, 'corresp'))
      .map((pointer) => pointed(file, pointer))
      .filter((e): e is XmlElement => e?.name === 'event');
    for (const event of new Set(told)) {
      const when = attribute(event, 'when') ?? attribute(event, 'from') ?? attribute(event, 'notBefore');
      if (when === undefined || !isLater(when, sent.when)) continue;
      yield {
        assert: 'chronology-event',
        element: event,
        code: 'chronology.event-after-dispatch',
        severity: 'warning',
        message: `The event the document reports, ${when}, lies after its dispatch, ${sent.when}`,
        fix: 'Check the date of the event and that of sending.',
      };
    }
    for (const date of file.named('date')) {
      const when = attribute(date, 'when');
      if (when === undefined || !past.test(textOf(date)) || !isLater(when, sent.when)) continue;
      yield {
        assert: 'chronology-past',
        element: date,
        attribute: 'when',
        code: 'chronology.event-after-dispatch',
        severity: 'warning',
        message: `«${textOf(date).trim()}» is given as ${when}, after the dispatch, ${sent.when}`,
        fix: 'Reckon it from the day on which it was said; correct @when.',
      };
    }
  },
};
