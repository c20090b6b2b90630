import { expect, it } from 'vitest';
import { findDates } from '../../../src/annotate/dates/index.ts';

const words = (text: string, language: string) =>
  findDates(text, {
    language,
    anchorAt: () => ({ date: '1978-07-22', label: 'document', certainty: 'high' }),
  }).map(({ span, when }) => [text.slice(span.start, span.end), when]);

it('reads no English words in another language', () => {
  expect(words('Am Sonntag an die May-Straße; Bonn, den 22. Juli 1978; am 5.3.1979', 'de')).toEqual([
    ['22. Juli 1978', '1978-07-22'],
    ['5.3.1979', '1979-03-05'],
  ]);
  expect(words('Les mars et le 1er mai 1950 an', 'fr')).toEqual([['le 1er mai 1950', '1950-05-01']]);
  expect(words('78年  月22日19時40分  中国発 昭和53年7月22日', 'ja')).toEqual([
    ['78年  月22日19時40分', '1978-07-22T19:40'],
    ['昭和53年7月22日', '1978-07-22'],
  ]);
});
