/**
 * docs/formats.md says what each pair of a reader and a format keeps; here a document of each reader is converted to each
 * format, and every claim of the table is looked for: what is kept must be there, what is lost must not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Aspect, aspects } from '../../src/aspects.ts';
import { formatTable, leavesOut, writable } from '../../src/cli/formats.ts';
import { encodeSource, publishTei, read } from '../../src/pipeline.ts';
import { tableFormats } from '../../src/publish/tables/formats.ts';
import { Tables } from '../../src/publish/tables/index.ts';
import { formats as readers } from '../../src/read/formats.ts';
import { type FormatName, formats } from '../../src/transform/formats.ts';
import { root } from '../helpers/command.ts';
import { bare } from '../helpers/document.ts';
import { emptyFolder } from '../helpers/folder.ts';
import { looks, written } from './look.ts';
import { kept, pairsPage } from './page.ts';
import { sampleFor } from './sample.ts';

const context = {
  ...bare,
  version: '1.0.0',
  settings: {
    ...bare.settings,
    // The layout is the same, however the sample is wrapped.
    documents: Object.fromEntries(
      readers
        .filter((r) => r.name !== 'markdown')
        .map((r) => [`sources/sample${r.endings[0]}`, { dialect: 'header-pairs' }]),
    ),
    baseUrl: 'https://example.org/e',
    formats: Object.keys(formats),
  },
};

async function resultsOf(reader: (typeof readers)[number]) {
  const name = `sources/sample${reader.endings[0]}`;
  const { sources } = await read(sampleFor(reader.name), name, context);
  const [source] = sources;
  if (source === undefined) throw new Error('no document');
  const { tei } = encodeSource(source, context);
  const names = Object.keys(formats) as FormatName[];
  const results = new Map<string, { path: string; all: string }>();
  const { editions, diagnostics } = publishTei(tei, names, context);
  for (const format of names) {
    const path = formats[format].path('sample');
    const main = editions.filter((e) =>
      format === 'dts' ? e.path.startsWith('sample/dts/') : e.path === path,
    );
    if (main.length === 0) continue;
    const parts = await Promise.all(main.map((e) => written(e.path, e.content)));
    results.set(format, { path: format === 'dts' ? 'dts.xml' : path, all: parts.join('\n') });
  }
  const tables = new Tables(
    Object.keys(tableFormats) as (keyof typeof tableFormats)[],
    context,
    emptyFolder(),
  );
  tables.take(String(tei.content), 'sample', name);
  for await (const { path, pieces } of tables.finish()) {
    const format = Object.entries(tableFormats).find(([, { ending }]) => path.endsWith(`.${ending}`))?.[0];
    if (format === undefined) continue;
    const bytes = Buffer.concat([...pieces].map((p) => Buffer.from(p)));
    const before = results.get(format)?.all ?? '';
    results.set(format, {
      path,
      all: `${before}\n${await written(path, format === 'parquet' ? bytes : bytes.toString('utf8'))}`,
    });
  }
  const person =
    /<persName\s[^>]*ref="#([^"]+)"[^>]*>(?:<roleName>)?Vice/.exec(String(tei.content))?.[1] ?? 'nobody';
  return { results, diagnostics, person };
}

describe.each(readers.map((r) => [r.name, r] as const))('from %s', (_, reader) => {
  test('every claim is true', async () => {
    const { results, diagnostics, person } = await resultsOf(reader);
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    const found: Record<string, string> = {};
    const claimed: Record<string, string> = {};
    for (const { name } of writable) {
      const result = results.get(name);
      // Images, and a page printed by a browser, are held by tests of their own.
      if (result === undefined && ['iiif', 'pdf'].includes(name)) continue;
      found[name] = (Object.keys(aspects) as Aspect[])
        .filter((a) => result && looks[a]({ ...result, person }))
        .join(' ');
      claimed[name] = kept(reader, name).join(' ');
    }
    expect(found).toEqual(claimed);
  });
});

test('the help of --to says of each format what it leaves out', () => {
  const help = formatTable({ tables: true });
  for (const format of writable) {
    expect(help).toContain(`  ${format.name} `);
    for (const lost of leavesOut(format)) expect(help.split(`  ${format.name} `)[1]).toContain(lost);
  }
  expect(formatTable()).not.toContain('parquet');
});

test('docs/formats.md is what the tables say', () => {
  const file = join(root, 'docs/formats.md');
  if (process.env.CHANCERY_EXPECT === 'write') writeFileSync(file, pairsPage());
  expect(readFileSync(file, 'utf8')).toBe(pairsPage());
});
