/** Whatever the text, the blocks of these dialects tile it, and every field stands inside its line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Source } from '../../../src/document.ts';
import { recognise } from '../../../src/recognise/index.ts';
import { defaultSettings } from '../../../src/settings.ts';

const pieces = [
  '---\ntitle: "1 A to B"\n---\n',
  '# 12 Smith to Jones\n',
  '# Letter from Smith to\n',
  '## Cablegram 7 LONDON, 3 May 1941, 9.15 p.m.\n',
  'Canberra, [1965]1\n',
  'O.CH12 SECRET AUSTEO PRIORITY1\n',
  'MOST SECRET FOR THE PRIME MINISTER\n',
  'Received 3 May 1941\n',
  'Repeated to Mr A. Smith, Minister\n',
  'For Brown from Smith\n',
  'PRESENT\n',
  'To: Smith\nMinister\n',
  '2\\. The second.\n',
  '  3. The third.\n    1. within\n',
  '(iv) the fourth\n',
  'Mr Smith: yes\n',
  '_\n',
  '****\n',
  '**Subject**\n',
  '_ [AA : A1, 2/3]_\n',
  '[NAA: A1, [3]](http://x/) ]\n',
  '  * 1 A note.\n',
  '1 A note. 2 Another\n',
  'SMITH\n',
  'Yours sincerely,\n',
  'Dear Sir,\n',
  'a            Bonn, 3 May 1990\n',
  'M e m o r a n d u m\n',
  'words of a paragraph [1] that goes on.\n',
  '\n',
  ' \u00a0\n',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 30 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

const sourceOf = (words: string): Source => ({
  name: 'sources/a.md',
  text: words,
  sha256: '0'.repeat(64),
  bytes: words.length,
  encoding: 'utf-8',
  lineEnds: 'lf',
  format: 'markdown',
  furniture: [],
  metadata: {},
});

for (const dialect of ['cablegram', 'letter', 'memorandum', 'catalogue-export'])
  test(`${dialect}: blocks tile any text`, () => {
    const settings = { ...defaultSettings, documents: { 'sources/a.md': { dialect } } };
    fc.assert(
      fc.property(text, (words) => {
        const document = recognise(sourceOf(words), { settings, register: { entries: [] }, version: '0' });
        let at = 0;
        for (const block of document.blocks) {
          expect(block.span.start).toBe(at);
          at = block.span.end;
          if (block.kind !== 'header') continue;
          for (const f of block.fields) {
            expect(f.span.start).toBeGreaterThanOrEqual(block.span.start);
            expect(f.span.end).toBeLessThanOrEqual(block.span.end);
            expect(f.span.end).toBeGreaterThan(f.span.start);
          }
        }
        expect(at).toBe(words.length);
      }),
      { numRuns: 300 },
    );
  });
