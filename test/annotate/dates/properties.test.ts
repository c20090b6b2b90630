/** What must hold for any text at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exists, fromNumber, toNumber, weekday } from '../../../src/annotate/dates/calendar.ts';
import {
  type DateContext,
  findDates,
  isEdtf,
  parseDate,
  weekdayOf,
} from '../../../src/annotate/dates/index.ts';
import type { DateMention } from '../../../src/document.ts';
import { dateRules } from '../../../src/rules/dates.ts';

const context: DateContext = {
  anchorAt: () => ({ date: '1978-07-22', label: 'document', certainty: 'high' }),
};
const nowhere: DateContext = { anchorAt: () => undefined };

/** Pieces of dates in any order: far likelier to be read, and misread, than random letters. */
const pieces = fc.constantFrom(
  ...'the|on|of|in|to|and|between|early|late|mid-|end of|last|next|this|week|month|year|ago|May|MAY|March|July|Sept.|Feb 30|February|Monday|Tuesday|(|)|[|]|,|.|—|–|-|/|:|?|’|ʼ|22|22nd|31|30|29|1|19|78|1978|1900|2000|l966|II|p.m.|a. m.|noon|o’clock|three|twenty-five|hours|minutes|half|yesterday|the day before|instant|FY|century|1950s|spring|221430Z|JUL|昭和|53|年|月|日|22. Juli|июля|\n|\n\n|  |\u00a0|\ud83d\ude00|99999|0|00|9999|10000'.split(
    '|',
  ),
);
const collage = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', '', ' ', '\n')), { maxLength: 40 })
  .map((parts) => parts.map(([piece, gap]) => piece + gap).join(''));
const text = fc.oneof(collage, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));

function values(mention: DateMention): string[] {
  return [mention.when, mention.from, mention.to, mention.notBefore, mention.notAfter].filter(
    (value) => value !== undefined,
  );
}

function isLegal(value: string): boolean {
  const match = /^(?:(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?|(\d\d):(\d\d))$/.exec(value);
  if (!match) return false;
  const hour = Number(match[4] ?? match[6] ?? 0);
  const minute = Number(match[5] ?? match[7] ?? 0);
  if (hour > 23 || minute > 59) return false;
  return match[1] === undefined || exists(Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1));
}

describe('findDates', () => {
  it('finds sorted spans that lie in the text and do not overlap, with values the calendar knows', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(context, nowhere), (source, where) => {
        let last = 0;
        for (const mention of findDates(source, where)) {
          expect(mention.span.start).toBeGreaterThanOrEqual(last);
          expect(mention.span.end).toBeGreaterThan(mention.span.start);
          expect(mention.span.end).toBeLessThanOrEqual(source.length);
          last = mention.span.end;
          expect(dateRules).toHaveProperty([mention.rule]);
          for (const value of values(mention)) expect(value).toSatisfy(isLegal);
          if (mention.from !== undefined) expect((mention.to ?? '') >= mention.from).toBe(true);
          if (mention.notBefore !== undefined)
            expect((mention.notAfter ?? '') >= mention.notBefore).toBe(true);
          if (mention.edtf !== undefined) expect(mention.edtf).toSatisfy(isEdtf);
          if (values(mention).some((value) => value.length > 5) && mention.type !== 'duration') {
            expect(mention.edtf).toBeDefined();
          }
          for (const length of [mention.duration, mention.durationMax]) {
            if (length !== undefined)
              expect(length).toMatch(/^P(?=.)(?:\d+[YMWD]){0,2}(?:T(?:\d+[HMS]){1,2})?$/);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('shifts with its text', () => {
    fc.assert(
      fc.property(collage, fc.integer({ min: 1, max: 50 }), (source, by) => {
        const before = '\n'.repeat(by + 2);
        const shifted = findDates(before + source, context).map(({ span, ...rest }) => ({
          ...rest,
          span: { start: span.start - before.length, end: span.end - before.length },
        }));
        expect(shifted).toEqual(
          findDates(`\n\n${source}`, context).map(({ span, ...rest }) => ({
            ...rest,
            span: { start: span.start - 2, end: span.end - 2 },
          })),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps within the range asked for', () => {
    fc.assert(
      fc.property(collage, fc.nat(200), fc.nat(200), (source, a, b) => {
        const range = { start: Math.min(a, source.length), end: Math.min(a + b, source.length) };
        for (const { span } of findDates(source, context, range)) {
          expect(span.start).toBeGreaterThanOrEqual(range.start);
          expect(span.end).toBeLessThanOrEqual(range.end);
        }
      }),
    );
  });

  it('gives no relative value without an anchor', () => {
    for (const words of [
      'yesterday',
      'last week',
      'next Monday',
      'the 22nd instant',
      'two weeks ago',
      'this summer',
    ]) {
      const [mention] = findDates(`He came on ${words}.`, nowhere);
      expect(mention && values(mention)).toEqual([]);
    }
  });
});

describe('parseDate', () => {
  it('never throws and stays in its string', () => {
    fc.assert(
      fc.property(text, fc.option(fc.boolean(), { nil: undefined }), (source, preferDayFirst) => {
        const mention = parseDate(source, preferDayFirst === undefined ? {} : { preferDayFirst });
        if (!mention) return;
        expect(mention.span.end).toBeLessThanOrEqual(source.length);
        for (const value of values(mention)) expect(value).toSatisfy(isLegal);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back every day of four centuries in five ways of writing', () => {
    const months =
      'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(
        fc.integer({
          min: toNumber({ year: 1700, month: 1, day: 1 }),
          max: toNumber({ year: 2059, month: 12, day: 31 }),
        }),
        (number) => {
          const { year, month, day } = fromNumber(number);
          const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const name = months[month - 1] ?? '';
          for (const printed of [
            iso,
            `${name} ${day}, ${year}`,
            `${day} ${name} ${year}`,
            `${day}.${month}.${year}`,
            `${name.toUpperCase()} ${day}, ${year}`,
          ]) {
            expect(parseDate(printed)?.when).toBe(iso);
          }
        },
      ),
    );
  });
});

describe('calendar', () => {
  it('counts days there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const day = fromNumber(number);
        expect(toNumber(day)).toBe(number);
        expect(exists(day.year, day.month, day.day)).toBe(true);
        expect((weekday(day) % 7) + 1).toBe(weekday(fromNumber(number + 1)));
      }),
    );
  });

  it('knows weekdays', () => {
    expect(weekdayOf('1978-07-24')).toBe(1);
    expect(weekdayOf('1945-08-15')).toBe(3);
    expect(weekdayOf('2000-02-29')).toBe(2);
    expect(() => weekdayOf('1900-02-29')).toThrow(RangeError);
  });
});
