/** Heads of official papers of archives that have no dialect of their own: `forms.cases.md`. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/annotate/index.ts';
import { encode } from '../../src/encode/index.ts';
import { recognise } from '../../src/recognise/index.ts';
import { parseXml } from '../../src/xml/tree.ts';
import { bare, sourceOf } from '../helpers/document.ts';

const cases = readFileSync(new URL('./forms.cases.md', import.meta.url), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((part) => ({
    name: part.split('\n')[0] ?? '',
    text: /```\n([\s\S]*?)\n```/.exec(part)?.[1] ?? '',
    expected: part
      .slice(part.lastIndexOf('```'))
      .split('\n')
      .filter((l) => l.startsWith('- '))
      .map((l) => l.slice(2)),
  }));

describe('the head of an office', () => {
  it.for(cases)('$name', ({ text, expected }) => {
    const document = recognise(sourceOf(text), bare);
    expect(document.header.fields.map((f) => `${f.name}: ${f.value}`)).toEqual(expected);
    // Every character has its block, and what is written of it is well-formed.
    expect(document.blocks.map((b) => text.slice(b.span.start, b.span.end)).join('')).toBe(text);
    const { diagnostics } = parseXml(String(encode(annotate(document, bare), bare).content), 'x.xml');
    expect(diagnostics).toEqual([]);
  });

  it('is not taken for what has no head', () => {
    const document = recognise(sourceOf('A list\n\nNo. 12\n\nApples and pears are sold here.\n'), bare);
    expect(document.dialect).toBe('unknown');
  });
});
