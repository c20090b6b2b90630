/** The dates of the document as a whole: when it was sent or written, and how long it was under way. */

import type { Words } from '../../words/index.ts';
import { attribute, childElements, elementsOf, type XmlElement } from '../../xml/tree.ts';
import { dayInWords, durationInWords, momentInWords } from './dates.ts';

/** `dated`: the date the document is listed under, of sending, of writing or of the catalogue; `day`, `moment` in words. */
export function documentDates(
  root: XmlElement,
  words: Words,
): Readonly<Record<'dated' | 'day' | 'moment' | 'transit', string | undefined>> {
  let sent: XmlElement | undefined;
  let received: XmlElement | undefined;
  let creation: XmlElement | undefined;
  for (const element of elementsOf(root)) {
    if (element.name === 'text') break;
    if (element.name === 'correspAction') {
      const type = attribute(element, 'type');
      if (type === 'sent') sent ??= element;
      if (type === 'received') received ??= element;
    } else if (element.name === 'creation') creation ??= element;
  }
  const dated = firstDate(sent) ?? firstDate(creation);
  return {
    dated,
    day: dated && dayInWords(dated, words),
    moment: dated && momentInWords(dated, words),
    transit: transitOf(sent, received, words),
  };
}

function firstDate(parent: XmlElement | undefined): string | undefined {
  if (parent === undefined) return undefined;
  for (const date of childElements(parent, 'date')) {
    const value = attribute(date, 'when') ?? attribute(date, 'from') ?? attribute(date, 'notBefore');
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Time between dispatch and receipt; only where both have a zone. */
function transitOf(
  sent: XmlElement | undefined,
  received: XmlElement | undefined,
  words: Words,
): string | undefined {
  const [start, end] = [sent, received].map((action) => {
    const date = action && childElements(action, 'date')[0];
    const when = date && attribute(date, 'when');
    return when !== undefined && /T\d\d:\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(when)
      ? Date.parse(when)
      : Number.NaN;
  });
  const seconds = Math.round(((end ?? Number.NaN) - (start ?? Number.NaN)) / 1000);
  if (!(seconds > 0)) return undefined;
  const amount = (unit: number, letter: string, of = Number.POSITIVE_INFINITY): string => {
    const n = Math.floor(seconds / unit) % of;
    return n > 0 ? `${n}${letter}` : '';
  };
  const time = amount(3600, 'H', 24) + amount(60, 'M', 60) + amount(1, 'S', 60);
  return durationInWords(`P${amount(86400, 'D')}T${time}`, words);
}
