/** Markdown, EPUB and DOCX: read back by others' readers, they say what the TEI says. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Node as MarkdownNode, Parser } from 'commonmark';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it, test } from 'vitest';
import { docx } from '../../src/transform/forms/docx.ts';
import { epub } from '../../src/transform/forms/epub.ts';
import { type Flow, folded, type Mark, type Paragraph, type Run } from '../../src/transform/forms/flow.ts';
import { markdown } from '../../src/transform/forms/markdown.ts';
import { flowOf as flowOfTei, transform } from '../../src/transform/index.ts';
import { parseXml, textOf, elementsOf as xmlElementsOf } from '../../src/xml/tree.ts';
import { impossible } from '../helpers/shared.ts';
import { artifact, cable, contextWith, hostile, teiWith, variety } from './documents.ts';
import { bare, sourceWords } from './words.ts';

function made(document: typeof cable, format: 'markdown' | 'epub' | 'docx'): string | Uint8Array {
  const { artifacts, diagnostics } = transform(document, [format], contextWith());
  expect(diagnostics).toEqual([]);
  return artifacts[0]?.content as string | Uint8Array;
}

const withoutEdition = (words: string): string => bare(words.replace(/⟦[^⟧]*⟧/g, ''));

/** The words of CommonMark, as its reference parser reads them; tags are no words, `***` stands for a rule. */
function markdownWords(text: string): string {
  const words: string[] = [];
  const walker = new Parser().parse(text).walker();
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const node: MarkdownNode = step.node;
    if (!step.entering) continue;
    if (node.type === 'thematic_break') words.push('\u{f0000}');
    if (['text', 'code', 'code_block'].includes(node.type)) words.push(node.literal ?? '');
    if (node.type === 'html_block') words.push('LOST IN HTML');
    if (['softbreak', 'linebreak', 'paragraph'].includes(node.type)) words.push('\n');
  }
  return words.join('').split('\u{f0000}')[1] ?? '';
}

const xml = (parts: Record<string, Uint8Array>, path: string) => {
  const { root, diagnostics } = parseXml(strFromU8(parts[path] ?? new Uint8Array()), path);
  expect(diagnostics).toEqual([]);
  if (root === undefined) throw new Error(`no ${path}`);
  return [...xmlElementsOf(root)];
};

function epubWords(book: Uint8Array, path = 'EPUB/d1.xhtml'): string {
  const body = xml(unzipSync(book), path).find((e) => e.attributes.some((a) => a.value === 'document'));
  return body === undefined ? '' : textOf(body);
}

/** The words between the two rules of a Word document. */
async function docxWords(file: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) });
  const between = strFromU8(unzipSync(file)['word/document.xml'] as Uint8Array).split('"Rule"');
  expect(between).toHaveLength(3);
  const all = xml(unzipSync(file), 'word/document.xml');
  const rules = all
    .filter((e) => e.name === 'pStyle' && e.attributes[0]?.value === 'Rule')
    .map((e) => e.offset);
  const texts = all.filter((e) => e.name === 't' && e.offset > (rules[0] ?? 0) && e.offset < (rules[1] ?? 0));
  const words = texts.map(textOf).join('');
  // Mammoth's XML parser drops U+2028.
  expect(bare(value).replaceAll('\u2028', '')).toContain(bare(words).replaceAll('\u2028', ''));
  return words;
}

describe.each(Object.entries({ cable, variety, hostile }))(
  'the words of %s are all there, once',
  (_, document) => {
    const words = bare(sourceWords(document.content as string));

    it('in Markdown, for CommonMark’s reference parser', () => {
      expect(withoutEdition(markdownWords(made(document, 'markdown') as string))).toBe(words);
    });

    it('in an EPUB', () => {
      expect(withoutEdition(epubWords(made(document, 'epub') as Uint8Array))).toBe(words);
    });

    it('in a Word document, for mammoth', async () => {
      expect(withoutEdition(await docxWords(made(document, 'docx') as Uint8Array))).toBe(words);
    });
  },
);

const marks = fc.subarray<Mark>(['b', 'i', 'u', 's', 'sup', 'sub', 'sc'], { maxLength: 2 });
const run = (text: fc.Arbitrary<string>): fc.Arbitrary<Run> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ text, marks }) },
    {
      weight: 1,
      arbitrary: fc.record({
        text,
        marks,
        href: fc.constantFrom('#p1', '#nowhere', 'https://example.org/a_(b)?c=<d>'),
      }),
    },
    { weight: 1, arbitrary: fc.constant<Run>('break') },
  );
const difficult = fc
  .array(
    fc.constantFrom(
      'a',
      'Z',
      '7',
      ' ',
      '\u00a0',
      '.',
      ')',
      '1',
      '#',
      '*',
      '**',
      '_',
      '`',
      '<b>',
      '&amp;',
      '[x](y)',
      '\\',
      '~~~',
      '- ',
      '+',
      '=',
      '>',
      '|',
      '!',
      '佐藤',
      '𠮷',
      'http://a.b',
      '---',
      '\t',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join('').replace(/[\t ]+/g, ' '));
const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  kind: fc.constantFrom('head', 'line', 'item', 'row', 'note', 'text'),
  depth: fc.nat({ max: 3 }),
  level: fc.nat({ max: 7 }),
  ids: fc.constantFrom([], ['p1'], ['p2', 'p3']),
  runs: fc.array(run(difficult), { minLength: 1, maxLength: 5 }).map(folded),
});
const flowOf = (paragraphs: readonly Paragraph[]): Flow => ({
  ...{ id: 'x', language: 'en', title: 'T', creators: [], publisher: '', rights: '', dated: '', revised: '' },
  ...{ facts: [], about: [], paragraphs },
});
const wordsOf = (paragraphs: readonly Paragraph[]): string =>
  bare(paragraphs.flatMap((p) => p.runs.map((r) => (r === 'break' ? '' : r.text))).join(''));

describe('whatever the words and marks are', () => {
  const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 6 });

  it('Markdown says the words', () => {
    fc.assert(
      fc.property(paragraphs, (all) => {
        expect(bare(markdownWords(markdown(flowOf(all))))).toBe(wordsOf(all));
      }),
      { numRuns: 500 },
    );
  });

  it('EPUB says the words, each id once', () => {
    fc.assert(
      fc.property(paragraphs, (all) => {
        const book = {
          title: 'T',
          language: 'en',
          identifier: 'urn:x',
          publisher: '',
          rights: '',
          contents: 'C',
        };
        expect(bare(epubWords(epub([flowOf(all)], book)))).toBe(wordsOf(all));
      }),
      { numRuns: 100 },
    );
  });

  it('Word says the words', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, async (all) => {
        expect(bare(await docxWords(docx(flowOf(all))))).toBe(wordsOf(all));
      }),
      { numRuns: 40 },
    );
  });
});

describe('an EPUB', () => {
  test('of several documents is accepted by epubcheck', (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-test-epub-'));
    const notes = artifact(
      'notes',
      teiWith(
        '<p xml:id="p1">Word<ref type="note" target="#n1">1</ref>.</p><note place="bottom" xml:id="n1" source="src:1,2"><label>1</label> Note.</note>',
      ),
    );
    const flows = [cable, variety, hostile, notes].map((d) => flowOfTei(d, contextWith()));
    const about = { language: 'en', identifier: 'urn:x-chancery:tests', publisher: '', rights: '' };
    const all = epub(flows, { title: 'All of them', contents: 'Contents', ...about });
    const book = join(folder, 'all.epub');
    writeFileSync(book, all);
    let said = '';
    try {
      said = execFileSync('java', ['-jar', '/usr/bin/epubcheck', book], { encoding: 'utf8' });
    } catch (error) {
      const { code, stdout, stderr } = error as { code?: string; stdout?: string; stderr?: string };
      if (code === 'ENOENT' || /Unable to access jarfile/.test(stderr ?? ''))
        impossible('epubcheck is not installed', context);
      throw new Error(`${stdout}${stderr}`);
    }
    expect(said).toContain('0 fatals / 0 errors / 0 warnings');
  }, 300_000);
});
