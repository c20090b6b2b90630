/**
 * The value of a TIMEX3 (TimeML 1.2.1) as the gold writes it, so that peers are scored by what they mean and not by
 * how they write it.
 *
 * | TIMEX3 | here |
 * | --- | --- |
 * | `1961-05-16`, `1961-05`, `1961`, `1961-05-16T15:00:00` | the same, minutes without seconds |
 * | `1961-05-16TMO` (morning …), `1961-05-16T24:00` | the day; `T00:00` |
 * | `1961-SP` (seasons) | the year, as in the gold |
 * | `1961-Q1`, `1961-H2` | `1961-01/1961-03`, `1961-07/1961-12` |
 * | `1961-W20`, `1961-W20-WE` | Monday to Sunday; Saturday to Sunday |
 * | `196` (decade), `19` (century) | `1960/1969`, `1900/1999` |
 * | `P3D`, `PT2H` | the same |
 * | `T15:00` | `15:00` |
 * | `PXD`, `XXXX-05`, `PAST_REF`, all else | no answer |
 */
const two = (n) => String(n).padStart(2, '0');

export function edtfOf(timex) {
  const ends = timex.split('/');
  if (ends.length === 2 && !timex.startsWith('P')) {
    const [a, b] = ends.map(edtfOf);
    return a && b ? `${a}/${b}` : undefined;
  }
  if (/^P(?=\w)(?:\d+(?:\.\d+)?[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?$/.test(timex)) return timex;
  const clock = /^T(\d\d)(?::(\d\d))?(?::\d\d)?$/.exec(timex);
  if (clock) return `${clock[1]}:${clock[2] ?? '00'}`;
  const instant = /^(\d{4}-\d\d-\d\d)[T ](\d\d)(?::(\d\d))?(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(timex);
  if (instant) return `${instant[1]}T${instant[2] === '24' ? '00' : instant[2]}:${instant[3] ?? '00'}`;
  const day = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T[A-Z]+)?$/.exec(timex);
  if (day) return day[1];
  const season = /^(\d{4})-(?:SP|SU|FA|WI)$/.exec(timex);
  if (season) return season[1];
  const part = /^(\d{4})-([QH])([1-4])$/.exec(timex);
  if (part) {
    const months = part[2] === 'Q' ? 3 : 6;
    const last = months * Number(part[3]);
    return `${part[1]}-${two(last - months + 1)}/${part[1]}-${two(last)}`;
  }
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(timex);
  if (week) return weekOf(Number(week[1]), Number(week[2]), week[3] !== undefined);
  const decade = /^(\d{3})X?$/.exec(timex);
  if (decade) return `${decade[1]}0/${decade[1]}9`;
  const century = /^(\d\d)$/.exec(timex);
  return century ? `${century[1]}00/${century[1]}99` : undefined;
}

/** ISO 8601: the first week has the fourth of January. */
function weekOf(year, week, weekend) {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() + ((week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * 864e5;
  const iso = (days) => new Date(monday + days * 864e5).toISOString().slice(0, 10);
  return weekend ? `${iso(5)}/${iso(6)}` : `${iso(0)}/${iso(6)}`;
}
