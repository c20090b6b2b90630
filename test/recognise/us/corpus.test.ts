/**
 * Real documents of these families, kept outside the project: nothing is lost, and the rates do not fall. Without
 * the corpus the tests are skipped with the reason, but never in continuous integration.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { annotate } from '../../../src/annotate/index.ts';
import { audit } from '../../../src/audit/index.ts';
import type { Document, FieldName } from '../../../src/document.ts';
import { encode } from '../../../src/encode/index.ts';
import { recognise } from '../../../src/recognise/index.ts';
import { context, sourceOf } from '../../helpers/document.ts';
import { shared } from '../../helpers/shared.ts';

const made = new Map<string, readonly Document[]>();

/** The documents of a folder of the corpus, recognised once. */
function documents(folder: string, test: TestContext): readonly Document[] {
  const known = made.get(folder);
  if (known) return known;
  const path = shared(`corpus/${folder}`, test);
  const found = readdirSync(path)
    .filter((f) => /\.(?:txt|md)$/.test(f))
    .sort()
    .map((f) => {
      const text = readFileSync(join(path, f), 'utf8')
        .replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n');
      return recognise(sourceOf(text, `sources/${basename(f)}`), context);
    });
  made.set(folder, found);
  return found;
}

const has = (document: Document, name: FieldName): boolean =>
  document.header.fields.some((f) => f.name === name);
const value = (document: Document, name: FieldName): string | undefined =>
  document.header.fields.find((f) => f.name === name)?.value;
const rate = (all: readonly Document[], test: (d: Document) => boolean): number =>
  all.filter(test).length / Math.max(1, all.length);

describe.each(['us-telegrams/plain', 'us-telegrams/annotated', 'frus', 'ocr'])('%s', (folder) => {
  it('loses no character (one file in six; all of them where CHANCERY_ALL=1)', {
    timeout: 600_000,
  }, (test) => {
    for (const [i, document] of documents(folder, test).entries()) {
      if (process.env.CHANCERY_ALL !== '1' && i % 6 > 0) continue;
      const tei = encode(annotate(document, context), context);
      expect(audit(document.source, String(tei.content), tei.path).diagnostics, document.id).toEqual([]);
    }
  });
});

describe('us-telegrams', () => {
  it.for(['us-telegrams/plain', 'us-telegrams/annotated'])('%s are known, and signed', (folder, test) => {
    const all = documents(folder, test);
    expect(rate(all, (d) => d.dialect === 'us-telegram')).toBeGreaterThanOrEqual(0.98);
    expect(rate(all, (d) => has(d, 'signature'))).toBeGreaterThanOrEqual(0.95);
  });
});

describe('frus', () => {
  const correspondence = (d: Document) => / From .* to /.test(value(d, 'title') ?? '');

  it('every document is known by number and title', (test) => {
    const all = documents('frus', test);
    expect(rate(all, (d) => d.dialect === 'frus')).toBe(1);
    expect(
      rate(all, (d) => d.source.text.startsWith(`${value(d, 'document-number')}. ${value(d, 'title')}`)),
    ).toBe(1);
  });

  it('telegrams, letters, memoranda have sender, addressee, date, source', (test) => {
    const all = documents('frus', test).filter(correspondence);
    for (const name of ['from', 'to', 'sent', 'archive-reference'] as const)
      expect(
        rate(all, (d) => has(d, name)),
        name,
      ).toBeGreaterThanOrEqual(0.98);
  });

  it('nearly every note has its mark', (test) => {
    let notes = 0;
    let marks = 0;
    for (const d of documents('frus', test)) {
      const numbers = new Set(d.blocks.flatMap((b) => (b.kind === 'note' && b.n ? [b.n] : [])));
      notes += numbers.size;
      marks += d.annotations.filter((a) => a.kind === 'note-mark' && numbers.has(a.n)).length;
    }
    expect(marks / notes).toBeGreaterThanOrEqual(0.93);
  });
});

describe('ocr', () => {
  it('what the identification form says beside its labels is what is read', (test) => {
    const all = documents('ocr', test);
    let stated = 0;
    let read = 0;
    for (const d of all) {
      for (const [label, name] of [
        ['FROM', 'from'],
        ['TO', 'to'],
      ] as const) {
        const printed = new RegExp(`^\\W{0,3}${label} ?: ?(\\p{Lu}[\\p{L} .,]{2,30}?)\\s*$`, 'mu').exec(
          d.source.text.slice(0, 1200),
        )?.[1];
        if (!printed) continue;
        stated++;
        if (d.header.fields.some((f) => f.name === name && printed.startsWith(f.value.replace(/\.$/, ''))))
          read++;
      }
    }
    expect(stated).toBeGreaterThan(20);
    expect(read / stated).toBeGreaterThanOrEqual(0.95);
  });
});
