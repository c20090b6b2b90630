/** A date as att.datable has it (TEI chapter 14.4): W3C values in @when …, ISO 8601 where W3C has none. */
import type { DateMention } from '../document.ts';
import { englishMonths } from '../months.ts';

/**
 * W3C date-times need seconds: 19:40 is written 19:40:00 in @when, and as it was in @when-iso.
 *
 * @returns the attributes, without those of evidence
 */
export function dateAttributes(date: DateMention): Record<string, string | undefined> {
  const out: Record<string, string | undefined> = {};
  for (const [name, value] of [
    ['when', date.when],
    ['from', date.from],
    ['to', date.to],
    ['notBefore', date.notBefore],
    ['notAfter', date.notAfter],
  ] as const) {
    if (!value) continue;
    out[name] = withSeconds(value);
    // ISO 8601 is given beside W3C only where it says more: that the seconds are not known.
    if (name === 'when' && /T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(value)) out['when-iso'] = value;
  }
  if (date.duration && date.durationMax) Object.assign(out, between(date.duration, date.durationMax));
  else if (date.duration) out['dur-iso'] = date.duration;
  return out;
}

/**
 * «10 to 15 minutes»: ISO 8601 has no duration of two lengths; the least and the most stand in their unit
 * (att.ranging, TEI chapter 11.3.4).
 */
function between(least: string, most: string): Record<string, string> {
  const [a, b] = [measured(least), measured(most)];
  return a && b && a.unit === b.unit ? { atLeast: a.amount, atMost: b.amount, unit: a.unit } : {};
}

/** `PT10M`: ten minutes. A duration of several units is not of one. */
function measured(duration: string): { readonly amount: string; readonly unit: string } | undefined {
  const match = /^P(?<time>T)?(?<amount>\d+(?:\.\d+)?)(?<letter>[YMWDHS])$/.exec(duration);
  if (!match?.groups) return undefined;
  const { time, amount, letter } = match.groups as Record<string, string>;
  const units = time
    ? { H: 'hour', M: 'minute', S: 'second' }
    : { Y: 'year', M: 'month', W: 'week', D: 'day' };
  const unit = (units as Record<string, string>)[letter as string];
  return unit ? { amount: amount as string, unit } : undefined;
}

const withSeconds = (value: string): string => value.replace(/(^|T)(\d\d:\d\d)(?=$|Z|[+-])/, '$1$2:00');

/** 1978-07-22T19:40+08:00 as English prose has it: «22 July 1978». */
export function englishDay(iso: string): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso);
  if (!match) return iso;
  const month = match[2] ? englishMonths[Number(match[2]) - 1] : undefined;
  return [match[3] ? String(Number(match[3])) : '', month ?? '', match[1] ?? ''].filter(Boolean).join(' ');
}
