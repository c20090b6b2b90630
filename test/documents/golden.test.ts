import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/annotate/index.ts';
import { audit } from '../../src/audit/index.ts';
import type { Document } from '../../src/document.ts';
import { encode } from '../../src/encode/index.ts';
import { publishTei, readSync as read } from '../../src/pipeline.ts';
import { recognise } from '../../src/recognise/index.ts';
import { context as base } from '../helpers/document.ts';

/**
 * Each folder here is a document told stage by stage. `UPDATE_GOLDEN=1` writes what is found; read the
 * difference before you commit it. `1-source.txt` may be a line `-> sources/NAME` where the document is in the
 * edition that ships; its TEI is then `tei/NAME.xml`, which is held to the same bytes.
 */
const folder = new URL('./', import.meta.url);
const root = new URL('../../', import.meta.url);
const update = process.env.UPDATE_GOLDEN === '1';
const context = { ...base, version: '0.0.0' };

const documents = readdirSync(folder, { withFileTypes: true }).filter((d) => d.isDirectory());

it('has documents', () => expect(documents.length).toBeGreaterThan(0));

for (const { name } of documents) {
  describe(name, () => {
    const here = (file: string) => new URL(`${name}/${file}`, folder);
    const first = readFileSync(here('1-source.txt'));
    const link = /^-> (\S+)\n?$/.exec(first.toString('utf8'))?.[1];
    const bytes = link ? readFileSync(new URL(link, root)) : first;
    const { sources, diagnostics } = read(bytes, link ?? `sources/${name}.txt`, context);
    const source = sources[0];
    if (!source) throw new Error(`${name} cannot be read: ${JSON.stringify(diagnostics)}`);
    const document = annotate(recognise(source, context), context);
    const tei = encode(document, context);
    const published = publishTei(tei, ['html', 'text', 'jsonld'], context);
    const edition = (ending: string) => String(published.editions.find((a) => a.path.endsWith(ending))?.content ?? '');

    const golden = (file: string, found: string) =>
      it(file, () => {
        if (update || !existsSync(here(file))) {
          if (process.env.CI) throw new Error(`${file} is missing`);
          writeFileSync(here(file), found);
        }
        expect(found).toBe(readFileSync(here(file), 'utf8'));
      });
    golden('2-document.txt', tell(document));
    golden('3-tei.xml', String(tei.content));
    golden(
      '4-diagnostics.txt',
      published.diagnostics.map((d) => `${d.severity} ${d.code} ${d.position?.line ?? 0}:${d.position?.column ?? 0} ${d.message}\n`).join(''),
    );
    golden('5-page.html', edition('index.html'));
    golden('6-edition.txt', edition('.txt'));
    golden('7-graph.jsonld', edition('.jsonld'));

    it('closes in audit', () => {
      expect(audit(source, String(tei.content), tei.path).diagnostics).toEqual([]);
    });
  });
}

/** A document as one reads it aloud: blocks, fields, annotations, entities, questions. */
function tell(d: Document): string {
  const words = (s: { start: number; end: number }) => {
    const text = d.source.text.slice(s.start, s.end).replaceAll('\n', '¶');
    return text.length > 64 ? `${text.slice(0, 40)} … ${text.slice(-20)}` : text;
  };
  const lines: string[] = [`${d.id}: ${d.dialect} (${d.dialectEvidence.score}: ${d.dialectEvidence.why})`, '', 'BLOCKS'];
  for (const b of d.blocks) {
    if (b.kind === 'space') continue;
    const what = b.kind === 'furniture' ? b.class : b.kind === 'catalogue' ? b.name : b.kind === 'paragraph' ? (b.n ?? '') : '';
    lines.push(`${b.span.start}-${b.span.end} ${b.kind} ${what} | ${words(b.span)}`.replace('  |', ' |'));
    if (b.kind === 'header') for (const f of b.fields) lines.push(`    ${f.layer} ${f.name} = ${f.value} | ${words(f.span)} | ${f.rule} ${f.certainty}`);
  }
  lines.push('', 'CATALOGUE');
  for (const c of d.header.catalogue) lines.push(`${c.name} = ${c.value} | ${c.rule} ${c.certainty}`);
  lines.push('', 'ANNOTATIONS');
  for (const a of d.annotations) {
    const { kind, span, rule, certainty, ...rest } = a;
    lines.push(`${span.start}-${span.end} ${kind} | ${words(span)} | ${JSON.stringify(rest)} | ${rule} ${certainty}`);
  }
  lines.push('', 'ENTITIES');
  for (const e of d.entities) lines.push(`${e.kind} ${e.id} | ${e.name} | ${e.register ?? '-'} | ${JSON.stringify(e.facts)}`);
  lines.push('', 'QUESTIONS');
  for (const q of d.questions) lines.push(`${q.span.start}-${q.span.end} ${q.kind} | ${q.question} | ${q.candidates.join(', ')}`);
  return `${lines.join('\n')}\n`;
}
