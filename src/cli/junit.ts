/** Findings as JUnit XML, which continuous integration shows: a file is a test, its errors are failures. */
import { createRequire } from 'node:module';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { compareText } from '../batch/files.ts';
import type { Finding } from '../report.ts';
import { inOrder, placeOf, tagsOf } from './report.ts';

/**
 * @param files every file that was looked at, so that those without findings count as passed
 */
export function junit(findings: readonly Finding[], files: readonly string[]): string {
  // Loaded here: the other reports can do without it.
  const { create } = createRequire(import.meta.url)('xmlbuilder2') as typeof import('xmlbuilder2');
  const byFile = new Map<string, Finding[]>([...new Set(files)].map((f) => [f, []]));
  for (const found of inOrder(findings)) byFile.set(found.file, [...(byFile.get(found.file) ?? []), found]);
  const cases = [...byFile].sort(([a], [b]) => compareText(a, b));
  const tests = cases.length;
  const failures = cases.filter(([, found]) => found.some((f) => f.severity === 'error')).length;
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const suite = document
    .ele('testsuites', { name: 'chancery', tests, failures, errors: 0 })
    .ele('testsuite', { name: 'chancery', tests, failures, errors: 0, skipped: 0 });
  for (const [file, found] of cases) testCase(suite, file, found);
  return `${document.end({ prettyPrint: true })}\n`;
}

function testCase(suite: XMLBuilder, file: string, findings: readonly Finding[]): void {
  const element = suite.ele('testcase', { classname: 'chancery', name: written(file) });
  const errors = findings.filter((f) => f.severity === 'error');
  const rest = findings.filter((f) => f.severity !== 'error');
  const first = errors[0];
  if (first !== undefined) {
    element
      .ele('failure', { type: first.code, message: written(first.message) })
      .txt(written(errors.map(sentence).join('\n')));
  }
  if (rest.length > 0) element.ele('system-out').txt(written(rest.map(sentence).join('\n')));
}

function sentence(found: Finding): string {
  return `${placeOf(found)}: ${found.severity}: ${found.message} ${tagsOf(found)} ${found.fix ?? ''}`.trimEnd();
}

/**
 * What XML 1.0 cannot hold becomes U+FFFD. The ampersand is escaped here because xmlbuilder2 takes `&lt;` in a
 * message for a reference already written, and would leave it so.
 */
function written(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;');
}
