import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/index.ts';
import { recognise } from '../../src/recognise/index.ts';
import { bare, sourceOf } from '../helpers/document.ts';

const record = (text: string, metadata: Readonly<Record<string, string>>) => ({
  ...sourceOf(text, 'sources/record.json'),
  format: 'json',
  metadata,
});

describe('markings in columns beside the text', () => {
  it('are facts of the document, with their column as the witness', () => {
    const document = recognise(record('My dear Minister,', { original_classification: 'Top Secret' }), bare);
    expect(document.header.columns).toMatchObject([
      {
        column: 'original_classification',
        name: 'classification',
        value: 'top-secret',
        printed: 'Top Secret',
      },
    ]);
    const tei = String(encode(document, bare).content);
    expect(tei).toMatch(
      /<catRef scheme="#classification" target="#classification\.top-secret" cert="medium" resp="#chancery" ana="#r\.catalogue\.column" source="#catalogue\.record"\/>/,
    );
    expect(tei).toContain('<bibl type="catalogue" xml:id="catalogue.record">');
  });

  it('say nothing that the text says itself', () => {
    const { header } = recognise(record('SECRET\n\nMy dear Minister,', { classification: 'Secret' }), bare);
    expect(header.fields.map((f) => f.value)).toContain('secret');
    expect(header.columns).toBeUndefined();
  });

  it('are looked for in columns of that name only, and not in front matter', () => {
    expect(recognise(record('Text.', { title: 'Top Secret' }), bare).header.columns).toBeUndefined();
    const page = { ...record('Text.', { classification: 'Secret' }), format: 'markdown' };
    expect(recognise(page, bare).header.columns).toBeUndefined();
  });
});
