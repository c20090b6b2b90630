/** Months as calendars: a day with documents leads to them. */

import { counted, fill, type Words } from '../words/index.ts';
import { monthShape } from './dates.ts';
import { type Html, html } from './html.ts';

export interface CalendarDay {
  readonly documents: number;
  readonly href: string;
}

/**
 * A month as a table, weeks beginning on Monday (ISO 8601).
 *
 * @param days by number, those with documents
 */
export function calendar(
  year: number,
  month: number,
  days: ReadonlyMap<number, CalendarDay>,
  words: Words,
  caption: Html | string,
): Html {
  const shape = monthShape(year, month);
  const cells: (number | undefined)[] = [
    ...Array.from({ length: shape.begins }, () => undefined),
    ...Array.from({ length: shape.days }, (_, i) => i + 1),
  ];
  while (cells.length % 7 !== 0) cells.push(undefined);
  const weeks = Array.from({ length: cells.length / 7 }, (_, w) => cells.slice(w * 7, w * 7 + 7));
  const short = words.weekdaysShort.split(' ');
  const long = words.weekdays.split(' ');
  const most = Math.max(1, ...[...days.values()].map((d) => d.documents));
  return html`<table class="calendar"><caption>${caption}</caption><colgroup span="7"></colgroup><thead><tr>${short.map((d, i) => html`<th scope="col" abbr="${long[i]}">${d}</th>`)}</tr></thead>
<tbody>${weeks.map(
    (week) =>
      html`<tr>${week.map((d) => {
        const day = d === undefined ? undefined : days.get(d);
        if (d === undefined) return html`<td></td>`;
        if (day === undefined) return html`<td>${d}</td>`;
        const heat = Math.ceil((day.documents / most) * 4);
        return html`<td class="heat-${heat}"><a href="${day.href}">${d}<span class="vh"> ${monthName(month, words)}: ${counted(words.nDocuments, day.documents)}</span></a></td>`;
      })}</tr>`,
  )}</tbody></table>
`;
}

export function monthName(month: number, words: Words): string {
  return words.months.split(' ')[month - 1] ?? '';
}

export function monthAndYear(year: string, month: number, words: Words): string {
  return fill(words.month, { month: monthName(month, words), year });
}
