/**
 * The development corpus, where it is at hand: audit closes on every file, and the rates do not fall. The files
 * are no part of the project; without them the tests are skipped, in continuous integration they must be there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { audit } from '../../../src/audit/index.ts';
import type { Document } from '../../../src/document.ts';
import { encodeSource } from '../../../src/pipeline.ts';
import { readSync as read } from '../../../src/read/index.ts';
import { recognise } from '../../../src/recognise/index.ts';
import { defaultSettings } from '../../../src/settings.ts';

const corpus = new URL('../../../../shared/corpus/dfat', import.meta.url).pathname;
const present = existsSync(corpus);
const context = { settings: defaultSettings, register: { entries: [] }, version: '0' };
const files = present
  ? readdirSync(corpus)
      .sort()
      .flatMap((volume) =>
        readdirSync(join(corpus, volume))
          .sort()
          .map((f) => join(corpus, volume, f)),
      )
  : [];
const sourceOf = (path: string) => {
  const [source] = read(readFileSync(path), path, context).sources;
  if (!source) throw new Error(`${path} was not read`);
  return source;
};

test.runIf(process.env.CHANCERY_CI === '1')('the corpus is there', () => expect(present).toBe(true));

describe.skipIf(!present)('documents of an edition', () => {
  test('audit closes (one file in thirty; all of them where CHANCERY_ALL=1)', { timeout: 600_000 }, () => {
    const step = process.env.CHANCERY_ALL === '1' ? 1 : 30;
    const open = files
      .filter((_, i) => i % step === 0)
      .filter((path) => {
        const source = sourceOf(path);
        const { tei } = encodeSource(source, context);
        return !audit(source, tei.content as string, 'a.xml').ok;
      });
    expect(open).toEqual([]);
  });

  test('every file has a family; nearly all have date and archive reference', { timeout: 120_000 }, () => {
    const documents: Document[] = files
      .filter((_, i) => i % 5 === 1)
      .map((path) => recognise(sourceOf(path), context));
    const rate = (test: (d: Document) => boolean) => documents.filter(test).length / documents.length;
    const has =
      (...names: string[]) =>
      (d: Document) =>
        d.header.fields.some((f) => names.includes(f.name));
    expect(rate((d) => d.dialect !== 'unknown')).toBeGreaterThan(0.995);
    expect(rate(has('sent', 'place-date'))).toBeGreaterThan(0.99);
    expect(rate(has('archive-reference'))).toBeGreaterThan(0.98);
    expect(rate(has('classification'))).toBeGreaterThan(0.65);
  });

  test('sender and addressee are those of the catalogue’s title', { timeout: 120_000 }, () => {
    const plain = (s: string) =>
      s
        .replace(/\s*\[\d+\]/g, '')
        .replace(/\b(?:and|to)\b/gi, ' ')
        .replace(/[^\p{L}]+/gu, ' ')
        .trim()
        .toLowerCase();
    let right = 0;
    let all = 0;
    for (const path of files.filter((_, i) => i % 5 === 1)) {
      const source = sourceOf(path);
      const title = /^\d+\s+(?:(?:letter|minute|memorandum) from )?(\p{Lu}\p{L}+) to (\p{Lu}\p{L}+)$/iu.exec(
        source.metadata.title ?? '',
      );
      if (
        !title ||
        /^(?:cablegram|submission|memorandum|letter|brief|savingram|dispatch)$/i.test(title[1] ?? '')
      )
        continue;
      const document = recognise(source, context);
      const field = (name: string) =>
        plain(
          document.header.fields
            .filter((f) => f.name === name && f.rule === 'header.title-line')
            .map((f) => f.value)
            .join(' '),
        );
      all++;
      if (field('from') === plain(title[1] ?? '') && field('to') === plain(title[2] ?? '')) right++;
    }
    expect(all).toBeGreaterThan(100);
    expect(right / all).toBeGreaterThan(0.99);
  });
});
