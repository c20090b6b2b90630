/**
 * Numbers of documents and names in the index. A document has the number of its day and its place among those of the
 * day, so that what is put in, taken away or moved leaves the numbers of other days as they are; the numbers of days
 * rise with the days, and so a span of days is a span of numbers. What has no day, and names, are dealt out evenly.
 */
import { createHash } from 'node:crypto';

/** As `search.js` has it: 13 months and 32 days, for a month or a day may not be known. */
export function numberOfDay(day: string): number {
  if (day.startsWith('~')) return undated + Number.parseInt(day.slice(1), 16);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return year * 416 + month * 32 + date;
}

const undated = 4_160_000;

/** Where the names begin, in the same numbers. */
const names = 4_170_000;

export const numberOfNames = (heap: string): number => names + Number.parseInt(heap, 16);

/** One of 4,096 heaps. */
export const dealtOut = (id: string): string => createHash('sha1').update(id).digest('hex').slice(0, 3);
