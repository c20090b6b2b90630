/**
 * Zones by name and offsets by place and year, from the tz database that `Intl` carries.
 *
 * It knows that clocks in Shanghai stood an hour ahead in the summers of 1986 to 1991; we do not have to.
 */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let made = formatters.get(zone);
  if (!made) {
    made = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formatters.set(zone, made);
  }
  return made;
}

/** Milliseconds by which local time was ahead of UTC at an instant. */
function aheadAt(zone: string, instant: number): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatter(zone).formatToParts(instant)) parts[type] = value;
  const local = Date.UTC(
    Number(parts.year),
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  );
  return local - Math.floor(instant / 1000) * 1000;
}

/**
 * UTC offset of a zone at a local date and time: `offsetAt('Asia/Shanghai', '1978-07-22T19:40')` is `+08:00`.
 * Where clocks went back and the hour came twice, the first of the two; where it never came, what held before.
 * Offsets before standard time are rounded to the minute, as ISO 8601 wants them.
 */
export function offsetAt(zone: string, local: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(local);
  if (!match) throw new RangeError(`Not a local date and time: ${local}`);
  const wall = Date.UTC(
    Number(match[1]),
    Number(match[2]) - 1,
    Number(match[3]),
    Number(match[4] ?? 12),
    Number(match[5] ?? 0),
  );
  const day = 86_400_000;
  const earlier = aheadAt(zone, wall - day);
  const later = aheadAt(zone, wall + day);
  const ahead =
    aheadAt(zone, wall - earlier) === earlier || earlier === later
      ? earlier
      : aheadAt(zone, wall - later) === later
        ? later
        : earlier;
  const minutes = Math.round(ahead / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const size = Math.abs(minutes);
  return `${sign}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

/** Abbreviations with one meaning in diplomatic traffic. `BST`, `IST` have several and are left alone. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  Z: 'UTC',
  GMT: 'UTC',
  UTC: 'UTC',
  EST: 'Etc/GMT+5',
  EDT: 'Etc/GMT+4',
  CET: 'Etc/GMT-1',
  // The one capital that does not stand in the names of the tz database and yet names a zone in thousands of papers.
  WASHINGTON: 'America/New_York',
};

let cities: Map<string, string> | undefined;

/** The zone a text names: `GMT`, or the city of «Moscow time». */
export function zoneNamed(name: string): string | undefined {
  const key = name.toUpperCase().replace(/\s+/g, ' ');
  const known = ABBREVIATIONS[key];
  if (known) return known;
  if (!cities) {
    cities = new Map();
    for (const id of Intl.supportedValuesOf('timeZone')) {
      const city = id.slice(id.lastIndexOf('/') + 1).replaceAll('_', ' ');
      cities.set(city.toUpperCase(), id);
    }
  }
  return cities.get(key);
}

/** Zone of a letter in a date-time group (ACP 121): `Z` is UTC, `A` one hour ahead, `N` one behind; `J` is local. */
export function zoneOfLetter(letter: string): string | undefined {
  if (letter === 'Z') return 'UTC';
  const east = 'ABCDEFGHIKLM'.indexOf(letter);
  if (east >= 0) return `Etc/GMT-${east + 1}`;
  const west = 'NOPQRSTUVWXY'.indexOf(letter);
  if (west >= 0) return `Etc/GMT+${west + 1}`;
  return undefined;
}
