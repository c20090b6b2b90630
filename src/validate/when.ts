/** Dates as TEI writes them (att.datable.w3c), compared as far as both are precise. */

const zoned = /T.*(Z|[+-]\d\d:\d\d)$/;
const year = /^\d{4}/;

/**
 * Is `a` certainly later than `b`? Instants with zones are compared as instants; otherwise both are cut to the
 * precision they share, so that 1978-07 is not later than 1978. chancery.sch has the same as `$later`.
 */
export function isLater(a: string, b: string): boolean {
  if (!year.test(a) || !year.test(b)) return false;
  if (zoned.test(a) && zoned.test(b)) return Date.parse(a) > Date.parse(b);
  const times = a.includes('T') && b.includes('T') && !zoned.test(a) && !zoned.test(b);
  const x = times ? a : a.slice(0, 10);
  const y = times ? b : b.slice(0, 10);
  const length = Math.min(x.length, y.length);
  return x.slice(0, length) > y.slice(0, length);
}

/**
 * Readings of a date of receipt that would put it after the sending, and no more than a week: another month or year
 * (January is written with the year gone by), the next day, the afternoon.
 */
export function readingsAfter(sent: string, received: string): readonly string[] {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(.*)$/.exec(received);
  if (!parts) return [];
  const [, year = '', month = '', day = '', rest = ''] = parts;
  const date = (by: { years?: number; months?: number; days?: number }): string => {
    const at = new Date(
      Date.UTC(
        Number(year) + (by.years ?? 0),
        Number(month) - 1 + (by.months ?? 0),
        Number(day) + (by.days ?? 0),
      ),
    );
    return `${at.toISOString().slice(0, 10)}${rest}`;
  };
  const afternoon = /^T(0\d|1[01])(.*)$/.exec(rest);
  const offered: readonly (readonly [string, string])[] = [
    ...(afternoon
      ? [
          [
            `${year}-${month}-${day}T${Number(afternoon[1]) + 12}${afternoon[2]}`,
            'the hour of receipt were of the afternoon',
          ] as const,
        ]
      : []),
    [date({ days: 1 }), 'received the next day'],
    [date({ months: 1 }), 'received a month later'],
    [date({ years: 1 }), 'received a year later'],
  ];
  const week = (when: string): number =>
    Date.parse(`${sent.slice(0, 10)}T00:00:00Z`) +
    7 * 86_400_000 -
    Date.parse(`${when.slice(0, 10)}T00:00:00Z`);
  return offered
    .filter(([when]) => !isLater(sent, when) && week(when) >= 0)
    .map(([when, why]) => `${why} (${when})`);
}

/** 0 Monday … 6 Sunday; nothing if there is no day in it. */
export function weekdayOf(when: string): number | undefined {
  const day = /^\d{4}-\d\d-\d\d/.exec(when)?.[0];
  if (day === undefined) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : (new Date(time).getUTCDay() + 6) % 7;
}

/** The same instant? `1978-07-22T19:40+08:00` is `1978-07-22T19:40:00+08:00`. Undefined where that cannot be said. */
export function sameInstant(when: string, iso: string): boolean | undefined {
  const whole = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;
  const w = whole.exec(when);
  const i = whole.exec(iso);
  if (w && i) {
    const text = (m: RegExpExecArray): string => `${m[1]}${m[2] ?? ':00'}`;
    if (w[3] === undefined || i[3] === undefined)
      return w[3] === i[3] && Date.parse(`${text(w)}Z`) === Date.parse(`${text(i)}Z`);
    return Date.parse(`${text(w)}${w[3]}`) === Date.parse(`${text(i)}${i[3]}`);
  }
  const plain = /^\d{4}(-\d\d){0,2}$/;
  if (plain.test(when) && plain.test(iso)) return when === iso;
  return undefined;
}
