/** Speech over several paragraphs: a part in each, chained, and no word of it outside. */
import { describe, expect, it } from 'vitest';
import { encodeSource } from '../../src/pipeline.ts';
import { bare, sourceOf } from '../helpers/document.ts';

const encoded = (text: string): string => String(encodeSource(sourceOf(text), bare).tei.content);

describe('a quotation that begins in one paragraph and ends in another', () => {
  const tei = encoded(
    [
      'Minister Alvarez said that he was ready. He added: “First, we shall open the port. It is time.',
      '“Second, we shall build ships. The owners know it.”',
      'The meeting then ended in the evening of the same day.',
    ].join('\n\n'),
  );
  const said = [...tei.matchAll(/<said [^>]*direct="true"[^>]*>/g)].map((m) => m[0]);

  it('has a part in each, which point to each other', () => {
    expect(said).toHaveLength(2);
    const [first, second] = said.map((tag) => ({
      id: /xml:id="([^"]+)"/.exec(tag)?.[1],
      next: /next="#([^"]+)"/.exec(tag)?.[1],
      prev: /prev="#([^"]+)"/.exec(tag)?.[1],
      who: /who="#([^"]+)"/.exec(tag)?.[1],
    }));
    expect(first?.id).toBeDefined();
    expect(first).toMatchObject({ next: second?.id, prev: undefined, who: 'alvarez' });
    expect(second).toMatchObject({ prev: first?.id, next: undefined, who: 'alvarez' });
  });

  it('leaves the words outside the marks alone', () => {
    expect(tei).toMatch(/The meeting then ended[^<]*<(?!\/said)/);
    expect(tei).toMatch(/It is time\.<\/said>/);
    expect(tei).toMatch(/<said [^>]*>“Second, [^<]*”<\/said>/);
  });
});

describe('the text of a speech with something between its paragraphs', () => {
  it('is one utterance of its speaker, addressed to nobody of the telegram', () => {
    const tei = encoded(
      [
        "1. FOLLOWING IS TEXT OF SECRETARY OF STATE BROWN'S SPEECH TO THE CONFERENCE.",
        '2. BEGIN TEXT: MR. CHAIRMAN, LET ME THANK YOU FOR YOUR INITIATIVE. I WILL BE BRIEF AND TO THE POINT.',
        'WE ARE HERE TO ACT AND TO HELP.',
        'END TEXT.',
      ].join('\n\n'),
    );
    const said = [...tei.matchAll(/<said [^>]*direct="true"[^>]*>/g)].map((m) => m[0]);
    expect(said).toHaveLength(2);
    expect(said.every((tag) => tag.includes('who="#brown"') && !tag.includes('toWhom'))).toBe(true);
    expect(tei).toMatch(/TO HELP\.<\/said>/);
  });
});
