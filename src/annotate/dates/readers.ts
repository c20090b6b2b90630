/**
 * Which readers to ask, by the first word of an expression. To add a kind of expression: one file, and its
 * reader here under each word it can begin with.
 *
 * Most words of a text begin no date; looking them up here is all that is done with them.
 */
import { readFullDate, readIso } from './absolute.ts';
import { readDayOfMonth } from './day-of-month.ts';
import { readDateTimeGroup } from './dtg.ts';
import { readDuration } from './duration.ts';
import { readCentury, readDecade, readFiscalYear } from './era.ts';
import { readEuropean } from './european.ts';
import { readHalves } from './halves.ts';
import { readJapanese } from './japanese.ts';
import type { Reader } from './meaning.ts';
import { readMonth, readMonthYear } from './month.ts';
import { readNumericDate } from './numeric.ts';
import { DAMAGED_DAYS, readDamaged, readDamagedYear } from './ocr.ts';
import { readLater, readPart } from './part.ts';
import { readOldStyle, readPartOfDay, readUndated, readWeekOf } from './phrase.ts';
import { readDays, readMonths, readMonthYears, readPoints, readYears } from './range.ts';
import { readAgo, readDayWord, readInTime, readNextDay, readPeriod, readTextDay } from './relative.ts';
import { readSeason } from './season.ts';
import { readShare } from './share.ts';
import { readTime } from './time.ts';
import { readWeekday } from './weekday.ts';
import { readYear } from './year.ts';

/** Asked wherever a number begins. */
export const NUMBER_READERS: readonly Reader[] = [
  readDateTimeGroup,
  readOldStyle,
  readFullDate,
  readDays,
  readPoints,
  (text, at) => readNumericDate(text, at),
  readYears,
  readYear,
  readDecade,
  readDayOfMonth,
  readCentury,
  readAgo,
  readDuration,
  readTime,
  readHalves,
  readEuropean,
  readJapanese,
  readDamaged,
  readDamagedYear,
];

/** Asked at numbers of a text that is not in English: what needs no English words. */
export const FOREIGN_READERS: readonly Reader[] = [
  readDateTimeGroup,
  readIso,
  (text, at) => readNumericDate(text, at, true),
  readEuropean,
  readJapanese,
];

/** Asked where a word no table knows stands before a number: a month the scanner spoilt. */
export const DAMAGED_READERS: readonly Reader[] = [readDamaged];
/** Asked where a letter and digits make one word: `l966`. */
export const MIXED_READERS: readonly Reader[] = [readDamaged, readDamagedYear];

const MONTH_READERS: readonly Reader[] = [
  readOldStyle,
  readFullDate,
  readDays,
  readPoints,
  readMonths,
  readMonthYears,
  readMonthYear,
  readMonth,
  readDamaged,
];

const NUMBER_WORDS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety';
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth last final';
const UNITS = 'minute hour day night week fortnight month year decade';

const table: readonly (readonly [words: string, readers: readonly Reader[]])[] = [
  [
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
    MONTH_READERS,
  ],
  [
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs thur fri sat sun',
    [readWeekday],
  ],
  // After «the» the second word decides.
  ['the #', [readFullDate, readDays, readPoints, readDayOfMonth, readCentury, readDecade]],
  [both('the', ORDINALS), [readDayOfMonth, readFullDate, readCentury, readPart, readShare, readDuration]],
  [both('the', 'twenty thirty'), [readDayOfMonth, readDuration]],
  ['the day', [readDayWord, readTextDay]],
  [both('the', 'morning forenoon afternoon evening night'), [readPartOfDay, readTextDay]],
  [both('the', 'early late very'), [readPartOfDay, readPart, readTextDay]],
  [both('the', 'week month year'), [readTextDay, readWeekOf]],
  [both('the', 'previous preceding following next same ensuing'), [readTextDay, readWeekday, readDuration]],
  [
    both('the', 'past last coming present current'),
    [readPeriod, readDuration, readShare, readSeason, readPart, readWeekday],
  ],
  [both('the', `twenties thirties forties fifties sixties seventies eighties nineties '`), [readDecade]],
  [both('the', 'spring summer autumn fall winter'), [readSeason]],
  [both('the', 'beginning start opening end close middle mid latter later closing'), [readPart]],
  [NUMBER_WORDS, [readAgo, readDuration, readTime]],
  ['half quarter', [readDuration, readTime]],
  [both('a', `${UNITS} few couple number quarter short`), [readAgo, readDuration, readTime]],
  [both('an', 'hour'), [readAgo, readDuration]],
  [ORDINALS, [readCentury, readPart, readShare]],
  [both('the', 'opening closing'), [readShare]],
  [both('in', `a an # ${NUMBER_WORDS}`), [readInTime]],
  [both('that', 'day date morning afternoon evening night week month year same very'), [readTextDay]],
  ['last next this', [readDayWord, readPeriod, readMonth, readSeason, readWeekday, readPart]],
  ['next', [readNextDay]],
  ['p', [readHalves]],
  [both('a', ''), [readHalves]],
  ['coming following previous preceding', [readWeekday]],
  ['yesterday today to tomorrow tonight day', [readDayWord]],
  [
    'early late mid middle very beginning start opening end close latter later closing',
    [readPart, readPartOfDay],
  ],
  ['later earlier', [readLater]],
  ['morning forenoon afternoon evening night', [readPartOfDay]],
  ['spring summer autumn fall winter', [readSeason]],
  ['current', [readPeriod]],
  ['fy fiscal financial', [readFiscalYear]],
  ['noon midnight midday', [readTime]],
  ['few several couple some many', [readAgo]],
  ['week', [readWeekOf]],
  ['n', [readUndated]],
  ['le', [readEuropean]],
  ['明治 大正 昭和 平成 令和', [readJapanese]],
  [DAMAGED_DAYS.join(' '), [readDamaged, readDamagedYear]],
];

/** Readers by first word, lower case; by the first two where the first is as common as «the». */
export const READERS: ReadonlyMap<string, readonly Reader[]> = collect();

/** Words that begin a date only with the second: `#` is a number. */
export const NEEDS_SECOND: ReadonlySet<string> = new Set(['the', 'a', 'an', 'in', 'that']);

/** «the» with each of these words, as keys; `|` parts them, for they have a blank. */
function both(first: string, seconds: string): string {
  return seconds
    .split(' ')
    .map((second) => `${first} ${second}`)
    .join('|');
}

function collect(): Map<string, readonly Reader[]> {
  const readers = new Map<string, readonly Reader[]>();
  for (const [words, more] of table) {
    for (const word of words.split(words.includes('|') || /^(?:the|a|an|in|that) /.test(words) ? '|' : ' ')) {
      readers.set(word, [...new Set([...(readers.get(word) ?? []), ...more])]);
    }
  }
  return readers;
}
