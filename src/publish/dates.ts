/** Dates for people: `1978-07-22T19:40:00+08:00` → 22 July 1978, 19:40 (UTC+08:00). No clock, no locale of the machine. */
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function day(iso: string): string {
  const match = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso);
  if (match === null) return iso;
  const [, year, month, date] = match;
  return [date && Number(date), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
}

export function moment(iso: string): string {
  const match = /T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(iso);
  if (match === null) return day(iso);
  const [, time, zone] = match;
  return `${day(iso)}, ${time}${zone === undefined ? '' : ` (UTC${zone === 'Z' ? '' : zone.replace('-', '−')})`}`;
}

/** Sorts moments of different zones by the instant, dates without time at the start of their day. */
export function instant(iso: string): number {
  const value = Date.parse(/T.*(Z|[+-]\d\d:\d\d)$/.test(iso) ? iso : `${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}
