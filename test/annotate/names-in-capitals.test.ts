/** In a telegram all in capitals the dictionary, not the capital, keeps names apart from words. */
import { describe, expect, it } from 'vitest';
import { peopleIn } from '../../src/annotate/names/person-finder.ts';
import { inCapitals, wordsOf } from '../../src/annotate/names/words.ts';

const people = (text: string): readonly string[] => {
  const span = { start: 0, end: text.length };
  return peopleIn(text, wordsOf(text, span), inCapitals(text, span)).map((m) =>
    text.slice(m.span.start, m.span.end),
  );
};

describe('people in capitals', () => {
  it.each([
    ['AMBASSADOR HALLORAN SAID THE MEETING WAS OVER.', ['AMBASSADOR HALLORAN']],
    ['FOREIGN MINISTER PEREZ QUANE THEN LEFT FOR HOME.', ['FOREIGN MINISTER PEREZ QUANE']],
    ['THE AMBASSADOR THEN SAID THAT THE MINISTER AGREED.', []],
    ['LT GEN QUANE AND MR. J. S. PELL WERE PRESENT AT DINNER.', ['LT GEN QUANE', 'MR. J. S. PELL']],
    ['CARLOS QUANE PELL CALLED ON US THIS MORNING.', ['CARLOS QUANE PELL']],
    ['MAJOR DAILIES REPORTED THE SPEECH OF THE PRESIDENT TODAY.', []],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });
});

describe('people in print', () => {
  it.each([
    [
      'General Sir Thomas Quane and Dr Pell met Mr, Marsh.',
      ['General Sir Thomas Quane', 'Dr Pell', 'Mr, Marsh'],
    ],
    ['Messrs. Quane, Pell and Marsh were there.', ['Messrs. Quane', 'Pell', 'Marsh']],
    ['The Major Powers and the General Assembly agreed.', []],
    ['U.S. Government and U.K. Treasury; A.B.D.A. Area.', []],
    ['Freeman B. Quane and R.G. Pell', ['Freeman B. Quane', 'R.G. Pell']],
    ['the President. Mr. Pell agreed', ['Mr. Pell']],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });
});
