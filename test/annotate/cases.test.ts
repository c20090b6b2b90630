import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/annotate/index.ts';
import type { Annotation, Document } from '../../src/document.ts';
import { recognise } from '../../src/recognise/index.ts';
import { bare, context, sourceOf } from '../helpers/document.ts';

/**
 * Prose cases that a historian can read and extend: `*.cases.md` in this folder.
 *
 *     ## What is tried
 *     (free words; «with the register» uses the register of the edition)
 *     ```
 *     the text
 *     ```
 *     - direct "“Yes,”" = Han
 *
 * Each line is an annotation: its kind, its words (¶ for a line end), and after `=` the speaker, the entity or the value; `?` means
 * that it is left open. All annotations of the kinds named in a case are listed, in the order of the text;
 * `- no direct` says that there is none.
 */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly register: boolean;
  readonly expected: readonly string[];
  readonly kinds: ReadonlySet<string>;
}

function casesOf(markdown: string): readonly Case[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const text = /```\n([\s\S]*?)\n```/.exec(part)?.[1] ?? '';
      const lines = part
        .slice(part.lastIndexOf('```'))
        .split('\n')
        .filter((l) => l.startsWith('- '))
        .map((l) => l.slice(2));
      return {
        name: part.split('\n')[0] ?? '',
        text,
        register: /with the register/.test(part.slice(0, part.indexOf('```'))),
        expected: lines.filter((l) => !l.startsWith('no ')),
        kinds: new Set(lines.map((l) => (l.startsWith('no ') ? l.slice(3) : (l.split(' ')[0] ?? '')))),
      };
    });
}

const kindOf = (a: Annotation): string => {
  switch (a.kind) {
    case 'speech':
      return a.mode;
    case 'name':
      return a.form === 'description' ? 'description' : a.type;
    case 'phrase':
      return a.type;
    case 'date':
      return a.type;
    default:
      return a.kind;
  }
};

function answerOf(a: Annotation, document: Document): string {
  const name = (id: string | undefined) => document.entities.find((e) => e.id === id)?.name ?? '?';
  switch (a.kind) {
    case 'speech':
      return ` = ${name(a.who)}`;
    case 'name':
      return ` = ${name(a.entity)}`;
    case 'date':
      return ` = ${a.when ?? a.duration ?? ([a.from ?? a.notBefore, a.to ?? a.notAfter].filter(Boolean).join('/') || '?')}`;
    case 'phrase':
      return '';
    case 'gap':
      return ` = ${[a.reason, a.quantity, a.unit].filter((v) => v !== undefined).join(' ')}`;
    default:
      return '';
  }
}

const folder = new URL('./', import.meta.url);
for (const file of readdirSync(folder).filter((f) => f.endsWith('.cases.md'))) {
  describe(file, () => {
    const cases = casesOf(readFileSync(new URL(file, folder), 'utf8'));
    it('has cases', () => expect(cases.length).toBeGreaterThan(3));
    for (const c of cases) {
      it(c.name, () => {
        const ctx = c.register ? context : bare;
        const document = annotate(recognise(sourceOf(c.text), ctx), ctx);
        const found = document.annotations
          .filter((a) => c.kinds.has(kindOf(a)))
          .map(
            (a) =>
              `${kindOf(a)} "${c.text.slice(a.span.start, a.span.end).replaceAll('\n', '¶')}"${answerOf(a, document)}`,
          );
        expect(c.expected.length + (c.kinds.size > 0 ? 1 : 0)).toBeGreaterThan(0);
        expect(found).toEqual(c.expected);
      });
    }
  });
}
