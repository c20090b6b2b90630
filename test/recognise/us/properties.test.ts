import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../src/annotate/index.ts';
import { audit } from '../../../src/audit/index.ts';
import type { Context } from '../../../src/context.ts';
import { encode } from '../../../src/encode/index.ts';
import { recognise } from '../../../src/recognise/index.ts';
import { defaultSettings } from '../../../src/settings.ts';
import { bare, sourceOf } from '../../helpers/document.ts';

const name = 'sources/test.txt';

/** The dialect is forced: any text at all must go through it. */
const forced = (dialect: string): Context => ({
  ...bare,
  settings: { ...defaultSettings, documents: { [name]: { dialect } } },
});

/** Lines that these dialects look for, in any order and company. */
const line = fc.oneof(
  fc.constantFrom(
    'O P 221430Z JUL 78',
    'FM AMEMBASSY OSLO',
    'TO SECSTATE WASHDC IMMEDIATE 1234',
    'AMEMBASSY LOME INFO',
    'C O N F I D E N T I A L SECTION 01 OF 02 OSLO 01234',
    'E.O. 11652: GDS',
    'SUBJ: THE ROAD',
    'REF: (A) STATE 1234, B. OSLO 77',
    '1. (C) SUMMARY: THE ROAD',
    '1. (C-ENTIRE TEXT)',
    '@@@',
    'THE ROAD ------------------008698 121412Z /46',
    'ROE UNQUOTE MARSH',
    'MARSH',
    '[[MARSH || 3]]',
    '*** Current Classification *** SECRET',
    'NNNN',
    'Message Attributes',
    'Draft Date: 22 JUL 1978',
    '55. Telegram From the Embassy in Freedonia to the Department of StateSource',
    'Vienna, May 5, 1961, 7 p.m.',
    'PARTICIPANTS',
    'SUBJECT',
    'Jan Dahl, Ambassador',
    '* * *',
    '* Source: Department of State, Central Files, 611/5-561. Secret; Priority. Drafted by Hill. Repeated to Oslo and Bonn.',
    '1 See Document 3.',
    'The Minister agreed.1 On April 31 he left.2',
    '1673. Eyes only for Ambassador. You will have noted',
    'Roe: Yes.',
    '“Marsh: No.',
    '## Page 2',
    'RECORD NUMBER : 176-99999-10001',
    'ORIGINATOR : DOS',
    'FROM : Harborville',
    'FROM:',
    'TO:',
    'SECRETARY OF STATE',
    'DOCUMENT TYPE :',
    'CURRENT STATUS',
    'DATE OF LAST REVIEW :',
    'COMMENTS :',
    'Document Information',
    '04/09/1975',
    'INCOMING TELEGRAM Department of State',
    'NO: 631, October 5, 6 p.m.',
    'MEMORANDUM FOR THE RECORD',
    'HW 50955 DocId:32276339 Page 1',
  ),
  fc.constantFrom('', '', '   ', '\u00a0', '\f'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));

for (const dialect of ['us-telegram', 'frus', 'ocr-telegram']) {
  describe(dialect, () => {
    it('tiles any text', () => {
      fc.assert(
        fc.property(text, (t) => {
          const { blocks } = recognise(sourceOf(t, name), forced(dialect));
          let at = 0;
          for (const block of blocks) {
            expect(block.span.start).toBe(at);
            expect(block.span.end).toBeGreaterThan(at);
            at = block.span.end;
          }
          expect(at).toBe(t.length);
        }),
        { numRuns: 400 },
      );
    });

    // What random cases have found.
    it.each(['FM AMEMBASSY OSLO\nROE UNQUOTE MARSH', 'REF: (A) STATE 1234, B. OSLO 77\nROE UNQUOTE MARSH'])(
      'tiles %j',
      (t) => {
        const { blocks } = recognise(sourceOf(t, name), forced(dialect));
        expect(blocks.map((b) => t.slice(b.span.start, b.span.end)).join('')).toBe(t);
      },
    );

    it('keeps every fact within its line', () => {
      fc.assert(
        fc.property(text, (t) => {
          for (const block of recognise(sourceOf(t, name), forced(dialect)).blocks) {
            if (block.kind !== 'header') continue;
            for (const { span } of block.fields) {
              expect(span.start).toBeGreaterThanOrEqual(block.span.start);
              expect(span.end).toBeLessThanOrEqual(block.span.end);
              expect(span.end).toBeGreaterThan(span.start);
            }
          }
        }),
        { numRuns: 400 },
      );
    });

    it('loses no character in the TEI', () => {
      fc.assert(
        fc.property(text, (t) => {
          const source = sourceOf(t, name);
          const context = forced(dialect);
          const tei = encode(annotate(recognise(source, context), context), context);
          expect(audit(source, String(tei.content), tei.path).diagnostics).toEqual([]);
        }),
        { numRuns: 150 },
      );
    });
  });
}
