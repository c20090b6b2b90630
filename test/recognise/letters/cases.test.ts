/** Runs the prose cases: documents and what must be read from them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/document.ts';
import { readSync as read } from '../../../src/read/index.ts';
import { recognise } from '../../../src/recognise/index.ts';
import { defaultSettings } from '../../../src/settings.ts';

const context = { settings: defaultSettings, register: { entries: [] }, version: '0' };
const cases = readFileSync(new URL('letters.cases.md', import.meta.url), 'utf8');

function recognised(text: string): Document {
  const [source] = read(Buffer.from(text), 'sources/case.md', context).sources;
  if (!source) throw new Error('the case has no text');
  return recognise(source, context);
}

/** What the document says under a name of the expectation. */
function found(document: Document, name: string): readonly string[] {
  const { text } = document.source;
  const slices = (spans: readonly ({ start: number; end: number } | undefined)[]) =>
    spans.flatMap((s) => (s ? [text.slice(s.start, s.end)] : []));
  const paragraphs = document.blocks.filter((b) => b.kind === 'paragraph');
  switch (name) {
    case 'dialect':
      return [document.dialect];
    case 'paragraphs':
      return [String(paragraphs.length)];
    case 'notes':
      return [document.blocks.flatMap((b) => (b.kind === 'note' ? [b.n] : [])).join(', ')];
    case 'labels':
      return [slices(paragraphs.map((p) => p.label)).join(', ')];
    case 'speakers':
      return [slices(paragraphs.map((p) => p.speaker)).join(', ')];
    default:
      return document.header.fields.filter((f) => f.name === name).map((f) => f.value);
  }
}

const shape = /^## (.+)\n+~~~ document\n([\s\S]*?)^~~~\n~~~ expected\n([\s\S]*?)^~~~$/gm;

describe('letters, cablegrams, memoranda', () => {
  for (const [, title = '', text = '', fields = ''] of cases.matchAll(shape)) {
    test(title, () => {
      const lines = fields.split('\n').filter(Boolean);
      const document = recognised(text);
      const expected = new Map<string, string[]>();
      for (const line of lines) {
        const [name = '', value = ''] = line.split(/: (.*)/s);
        if (name === 'none') expect(found(document, value), line).toEqual([]);
        else if (name === 'question')
          expect(document.questions.map((q) => q.question).join('\n')).toContain(value);
        else expected.set(name, [...(expected.get(name) ?? []), value]);
      }
      const actual = Object.fromEntries(
        [...expected.keys()].map((name) => [name, [...found(document, name)]]),
      );
      expect(actual).toEqual(Object.fromEntries(expected));
    });
  }
});
