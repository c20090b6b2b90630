/** From dates as TEI writes them to days of the calendar: the first and the last that a value may mean. */

/** First and last day of an ISO 8601 date of any precision; nothing where it is none. */
export function daysOf(iso: string): readonly [first: string, last: string] | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(iso);
  if (match === null) return undefined;
  const [, year = '', month, day] = match;
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  const last = daysIn(Number(year), Number(month));
  if (last === undefined) return undefined;
  if (day === undefined) return [`${year}-${month}-01`, `${year}-${month}-${last}`];
  return Number(day) >= 1 && Number(day) <= last
    ? [`${year}-${month}-${day}`, `${year}-${month}-${day}`]
    : undefined;
}

function daysIn(year: number, month: number): number | undefined {
  if (year < 1 || month < 1 || month > 12) return undefined;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
