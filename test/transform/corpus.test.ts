/**
 * Documents of every family: the words of the page and of the plain text are those of the TEI, by the written rule
 * (docs/pages.md): nothing doubled, nothing dropped, no quotation mark added; and the pages are valid.
 *
 * A few of each in every run; test/campaigns/text-equality.sh takes hundreds (CHANCERY_SAMPLE of each family).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { encodeSource, read } from '../../src/pipeline.ts';
import { transform } from '../../src/transform/index.ts';
import { context } from '../helpers/document.ts';
import { shared } from '../helpers/shared.ts';
import { bare, pageWords, sourceWords, textWords } from './words.ts';

const size = Number(process.env.CHANCERY_SAMPLE ?? 2);
/** Folder and ending of each family, and what a page of it takes to be valid for. */
const families: readonly (readonly [string, RegExp])[] = [
  ['dfat', /\.md$/],
  ['frus', /d\d+\.txt$/],
  ['us-telegrams/plain', /\.txt$/],
  ['us-telegrams/annotated', /\.(?:txt|md)$/],
  ['ocr', /\.(?:txt|md)$/],
  ['wilson-center', /\.(?:json|txt|html)$/],
  // Letters, volumes, guides and tests by others; those that are whole TEI documents.
  ['tei/auden-musulin', /\.xml$/],
  ['tei/crequi-mission', /\.xml$/],
  ['tei/schnitzler-briefe', /\.xml$/],
  // Whole volumes: for the campaign.
  ...(size > 10
    ? ([
        ['tei/hsg-conferences', /\.xml$/],
        ['tei/hsg-rdcr', /\.xml$/],
        ['tei/frus-history', /\.xml$/],
      ] as const)
    : []),
];

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    // Ids are those of the TEI: names of XML.
    'valid-id': ['error', { relaxed: true }],
  },
});

it.for(families)('%s', { timeout: 3_600_000 }, async ([family, ending], test) => {
  const folder = shared(join('corpus', family), test);
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((n) => ending.test(n)).sort();
  expect(names.length).toBeGreaterThan(0);
  const step = Math.max(1, names.length / size);
  const sample = Array.from({ length: Math.min(size, names.length) }, (_, i) => names[Math.floor(i * step)]);
  const faults: string[] = [];
  let documents = 0;
  for (const name of sample) {
    const bytes = readFileSync(join(folder, name as string));
    const { sources } = await read(bytes, name as string, context);
    for (const source of sources.slice(0, 3)) {
      const { tei } = encodeSource(source, context);
      const { artifacts, diagnostics } = transform(tei, ['html', 'text'], context);
      documents += 1;
      faults.push(...diagnostics.map((d) => `${name}: ${d.message}`));
      const [page, text] = artifacts.map((a) => String(a.content));
      if (page === undefined || text === undefined) continue;
      const words = sourceWords(String(tei.content));
      faults.push(...differs(`${name}: page`, pageWords(page), words));
      faults.push(...differs(`${name}: text`, bare(textWords(text)), bare(words)));
      faults.push(...(await invalid(`${name}`, page)));
    }
  }
  expect(documents).toBeGreaterThan(0);
  if (size > 10) process.stdout.write(`${family}: ${documents} documents\n`);
  expect(faults).toEqual([]);
});

/** Where two texts part, with the words there. */
function differs(what: string, found: string, wanted: string): readonly string[] {
  if (found === wanted) return [];
  let at = 0;
  while (found[at] === wanted[at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
  return [`${what}: at ${at}: ${around(found)} for ${around(wanted)}`];
}

async function invalid(what: string, page: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(page);
  const told = results.flatMap((r) =>
    r.messages.map((m) => `${what}: ${m.ruleId} ${m.line}:${m.column} ${m.message}`),
  );
  return told.slice(0, 3);
}
