import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../src/annotate/index.ts';
import type { Document } from '../../../src/document.ts';
import { recognise } from '../../../src/recognise/index.ts';
import { bare, sourceOf } from '../../helpers/document.ts';

/**
 * Prose cases that a historian can read and extend: `*.cases.md` in this folder.
 *
 *     ## What is tried
 *     ```
 *     the document
 *     ```
 *     - from = AMEMBASSY OSLO
 *     - no to
 *
 * Each line is a fact: a header field with its value, `catalogue` fields, `when` (the date of sending), `dialect`,
 * `paragraph N (marking)`, `note-mark N "words"`, `speaker "words"`, `furniture "words"`, `question`. All facts of a
 * kind that a case names are listed, in the order of the text; `- no from` says that there is none.
 */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
  readonly kinds: ReadonlySet<string>;
}

const kindOf = (line: string): string =>
  /^catalogue \S+/.exec(line)?.[0] ?? /^[\w-]+/.exec(line.replace(/^no /, ''))?.[0] ?? '';

function casesOf(markdown: string): readonly Case[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const lines = part
        .slice(part.lastIndexOf('```'))
        .split('\n')
        .filter((l) => l.startsWith('- '))
        .map((l) => l.slice(2));
      return {
        name: part.split('\n')[0] ?? '',
        text: `${/```\n([\s\S]*?)\n```/.exec(part)?.[1] ?? ''}\n`,
        expected: lines.filter((l) => !l.startsWith('no ')),
        kinds: new Set(lines.map(kindOf)),
      };
    });
}

/** Everything a document says of itself, as the cases word it. */
function factsOf(document: Document): readonly string[] {
  const { text } = document.source;
  const words = (span: { start: number; end: number }) => JSON.stringify(text.slice(span.start, span.end));
  const sent =
    document.header.fields.find((f) => f.name === 'sent') ??
    document.header.fields.find((f) => f.name === 'place-date');
  return [
    `dialect = ${document.dialect}`,
    ...document.header.fields.map((f) => `${f.name} = ${f.value}`),
    ...document.header.catalogue.map((f) => `catalogue ${f.name} = ${f.value}`),
    ...document.annotations.flatMap((a) => {
      if (a.kind === 'note-mark') return [`note-mark ${a.n} ${words(a.span)}`];
      if (a.kind === 'date' && sent && a.span.start >= sent.span.start && a.span.end <= sent.span.end)
        return [`when = ${a.when ?? '?'}`];
      return [];
    }),
    ...document.blocks.flatMap((b) => {
      if (b.kind === 'furniture') return [`furniture ${words(b.span)}`];
      if (b.kind !== 'paragraph') return [];
      return [
        ...(b.n ? [`paragraph ${b.n}${b.marking ? ` (${b.marking.value})` : ''}`] : []),
        ...(b.speaker ? [`speaker ${words(b.speaker)}`] : []),
      ];
    }),
    ...document.questions.map((q) => `question ${q.question}`),
  ];
}

/** Facts of one kind keep their order; kinds are compared one by one. */
const grouped = (facts: readonly string[], kinds: ReadonlySet<string>) =>
  Object.fromEntries([...kinds].sort().map((k) => [k, facts.filter((f) => kindOf(f) === k)]));

for (const file of readdirSync(new URL('.', import.meta.url)).filter((f) => f.endsWith('.cases.md'))) {
  describe(file.replace('.cases.md', ''), () => {
    for (const { name, text, expected, kinds } of casesOf(
      readFileSync(new URL(file, import.meta.url), 'utf8'),
    )) {
      it(name, () => {
        const document = annotate(recognise(sourceOf(text), bare), bare);
        expect(grouped(factsOf(document), kinds)).toEqual(grouped(expected, kinds));
      });
    }
  });
}
