import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/annotate/dates/index.ts';

describe('parseDate', () => {
  it.each([
    ['July 22, 1978', '1978-07-22'],
    ['China, July 22, 1978,   19:40', '1978-07-22T19:40'],
    ['26 September 1946, 10.14 p.m.', '1946-09-26T22:14'],
    ['Cablegram 1337 WASHINGTON, 26 September 1946, 10.14 p.m.', '1946-09-26T22:14'],
    ['Washington, March 3, 1961, 4:57 p. m.', '1961-03-03T16:57'],
    ['10.30 a.m., 5 May 1950', '1950-05-05T10:30'],
    ['5 May 1950   0930', '1950-05-05'],
    ['5 May 1950   0930 hours', '1950-05-05T09:30'],
    ['P 221430Z JUL 78', '1978-07-22T14:30'],
    ['昭和53年7月22日', '1978-07-22'],
    ['78年07月22日21時30分', '1978-07-22T21:30'],
    ['den 22. Juli 1978', '1978-07-22'],
    ['le 1er mai 1950', '1950-05-01'],
    ['22 июля 1978 г.', '1978-07-22'],
    ['[17] February 1949', '1949-02-17'],
    ['July 1978', '1978-07'],
    ['1978', undefined],
    ['Feb. 11', undefined],
    ['undated', undefined],
    ['n.d.', undefined],
    ['5/7/78', undefined],
  ])('%s', (printed, when) => {
    expect(parseDate(printed)?.when).toBe(when);
  });

  it('reads figures by the habit of the office or the language', () => {
    expect(parseDate('5/7/78', { preferDayFirst: true })?.when).toBe('1978-07-05');
    expect(parseDate('5/7/78', { preferDayFirst: false })?.when).toBe('1978-05-07');
    expect(parseDate('5.7.78', { language: 'de' })?.when).toBe('1978-07-05');
  });

  it('keeps both readings where neither is preferred', () => {
    expect(parseDate('5/7/78')?.edtf).toBe('[1978-05-07,1978-07-05]');
  });

  it('knows a document without a date from one it cannot read', () => {
    expect(parseDate('undated')?.rule).toBe('date.undated');
    expect(parseDate('[n.d.]')?.rule).toBe('date.undated');
    expect(parseDate('Secret')).toBeUndefined();
  });

  it('bounds a date whose month is blank', () => {
    expect(parseDate('78年  月22日')).toMatchObject({
      notBefore: '1978-01-22',
      notAfter: '1978-12-22',
      edtf: '1978-XX-22',
      certainty: 'low',
    });
  });
});
