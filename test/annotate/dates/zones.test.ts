import { describe, expect, it } from 'vitest';
import {
  checkWeekday,
  checkWeekdays,
  findDates,
  offsetAt,
  parseDate,
} from '../../../src/annotate/dates/index.ts';

describe('offsetAt', () => {
  it.each([
    ['Asia/Shanghai', '1978-07-22T19:40', '+08:00'],
    ['Asia/Shanghai', '1988-07-22T19:40', '+09:00'],
    ['Asia/Tokyo', '1978-07-22T21:30', '+09:00'],
    ['Europe/London', '1941-07-01T12:00', '+02:00'],
    ['Europe/London', '1969-01-10T12:00', '+01:00'],
    ['Europe/Moscow', '1962-01-10', '+03:00'],
    ['America/New_York', '1961-03-03T16:57', '-05:00'],
    ['America/New_York', '1961-06-03T16:57', '-04:00'],
    ['America/New_York', '1974-01-20T12:00', '-04:00'],
    ['America/New_York', '1943-01-20T12:00', '-04:00'],
    ['Australia/Sydney', '1942-02-10T12:00', '+11:00'],
    ['Asia/Kolkata', '1949-04-01', '+05:30'],
    ['UTC', '1978-07-22T14:30', '+00:00'],
  ])('%s %s %s', (zone, local, offset) => {
    expect(offsetAt(zone, local)).toBe(offset);
  });

  it('takes the first of an hour that comes twice, and what held before an hour that never comes', () => {
    expect(offsetAt('America/New_York', '1978-10-29T01:30')).toBe('-04:00');
    expect(offsetAt('America/New_York', '1978-04-30T02:30')).toBe('-05:00');
  });

  it('refuses what is no local date', () => {
    expect(() => offsetAt('UTC', 'yesterday')).toThrow(RangeError);
  });
});

describe('zones of mentions', () => {
  it('keeps a zone the text states apart from one inferred', () => {
    expect(parseDate('P 221430Z JUL 78')?.zone).toEqual({ id: 'UTC', inferred: false });
    expect(parseDate('July 22, 1978, 3 p.m. Moscow time')?.zone).toEqual({
      id: 'Europe/Moscow',
      inferred: false,
    });
    const [mention] = findDates('Sent: China, July 22, 1978, 19:40', {
      anchorAt: () => undefined,
      zoneAt: () => ({ id: 'Asia/Shanghai', inferred: true }),
    });
    expect(mention).toMatchObject({
      when: '1978-07-22T19:40',
      zone: { id: 'Asia/Shanghai', inferred: true },
    });
  });

  it('gives no zone to a day', () => {
    const [mention] = findDates('July 22, 1978', {
      anchorAt: () => undefined,
      zoneAt: () => ({ id: 'Asia/Shanghai', inferred: true }),
    });
    expect(mention?.zone).toBeUndefined();
  });
});

describe('checkWeekday', () => {
  it('is silent where the two agree', () => {
    expect(checkWeekday('Monday', '1978-07-24')).toBeUndefined();
    expect(checkWeekday(1, '1978-07-24')).toBeUndefined();
  });

  it('proposes the nearest such day, misread digits and the next year', () => {
    const finding = checkWeekday('Monday', '1978-07-23');
    expect(finding).toMatchObject({ printed: 1, actual: 7, date: '1978-07-23' });
    expect(finding?.proposals).toContainEqual({ date: '1978-07-24', why: 'neighbour' });
    expect(finding?.proposals).toContainEqual({ date: '1979-07-23', why: 'year' });
    // 8 for 3: Tuesday 13 January 1948 is typed or scanned as the 18th.
    expect(checkWeekday('Tuesday', '1948-01-18')?.proposals).toContainEqual({
      date: '1948-01-13',
      why: 'neighbour',
    });
    expect(checkWeekday('Tuesday', '1948-01-28')?.proposals.map(({ date }) => date)).toContain('1948-01-20');
  });

  it('finds contradictions in a text and doubts their dates', () => {
    const text = 'They met on Monday, July 23, 1978, and on Saturday, July 22, 1978.';
    const mentions = findDates(text, { anchorAt: () => undefined });
    expect(mentions.map(({ when, certainty }) => [when, certainty])).toEqual([
      ['1978-07-23', 'low'],
      ['1978-07-22', 'high'],
    ]);
    const findings = checkWeekdays(text, mentions);
    expect(findings).toHaveLength(1);
    expect(text.slice(findings[0]?.span.start, findings[0]?.span.end)).toBe('Monday, July 23, 1978');
  });
});
