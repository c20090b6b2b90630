/** A small edition in a temporary folder, and a browser to read it with. */
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import type { Artifact } from '../../src/artifact.ts';
import type { Report } from '../../src/report.ts';
import { idOf } from '../../src/transform/index.ts';
import { sampleSite } from '../publish/sample-site.ts';
import { cable } from '../transform/documents.ts';

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium'];
const browserPath = candidates.find((path) => path !== undefined && existsSync(path));

/** Without a browser these tests are skipped, and say so; where the project is checked for release they fail. */
export const skipped = browserPath === undefined && process.env.CHANCERY_CI !== '1';

export function launch(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('No Chromium: set CHROMIUM to its path.');
  const quiet = [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({
    executablePath: browserPath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', ...quiet],
  });
}

export const report: Report = {
  generator: { name: 'chancery', version: '0.0.0' },
  title: 'Test edition',
  totals: {
    documents: 1,
    published: 1,
    failed: 0,
    errors: 1,
    warnings: 1,
    infos: 0,
    questions: 1,
    checks: 2,
    checksPassed: 1,
    characters: 10743,
    charactersAccounted: 10743,
  },
  documents: [
    {
      id: idOf(cable.path),
      published: true,
      dialect: { id: 'archive-page', score: 0.97, why: 'pairs of header fields' },
      checks: [{ name: 'audit', file: 'tei/x.xml', result: 'passed' }],
      findings: [
        {
          code: 'link.unresolved',
          severity: 'error',
          message: 'The pointer <#x> leads nowhere',
          file: 'tei/x.xml',
          position: { line: 3, column: 9 },
        },
        {
          code: 'numbering.order',
          severity: 'warning',
          message: '"1)" is followed by "(2)"',
          file: 'tei/x.xml',
        },
      ],
      questions: [
        {
          kind: 'name',
          rule: 'name.titled',
          question: 'Who is Ogawa?',
          candidates: ['Ogawa Heishiro', 'another'],
          line: 9,
          column: 2,
          words: 'Ambassador <Ogawa>',
        },
      ],
    },
  ],
  findings: [],
};

/** Writes the edition; returns the address of its folder. */
export function writeSite(): { readonly root: URL; readonly artifacts: readonly Artifact[] } {
  const artifacts = sampleSite(report);
  const folder = mkdtempSync(join(tmpdir(), 'chancery-site-'));
  for (const { path, content } of artifacts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return { root: pathToFileURL(`${folder}/`), artifacts };
}
