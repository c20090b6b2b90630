/** Findings as JUnit XML, which continuous integration shows: a file is a test, its errors are failures. */
import { compareText } from '../batch/files.ts';
import type { Finding } from '../report.ts';
import { inOrder, placeOf } from './report.ts';

/**
 * @param files every file that was looked at, so that those without findings count as passed
 */
export function junit(findings: readonly Finding[], files: readonly string[]): string {
  const byFile = new Map<string, Finding[]>([...new Set(files)].map((f) => [f, []]));
  for (const found of inOrder(findings)) byFile.set(found.file, [...(byFile.get(found.file) ?? []), found]);
  const cases = [...byFile].sort(([a], [b]) => compareText(a, b));
  const failed = cases.filter(([, found]) => found.some((f) => f.severity === 'error')).length;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="chancery" tests="${cases.length}" failures="${failed}" errors="0">`,
    `  <testsuite name="chancery" tests="${cases.length}" failures="${failed}" errors="0" skipped="0">`,
    ...cases.flatMap(([file, found]) => testCase(file, found)),
    '  </testsuite>',
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function testCase(file: string, findings: readonly Finding[]): string[] {
  const errors = findings.filter((f) => f.severity === 'error');
  const rest = findings.filter((f) => f.severity !== 'error');
  const first = errors[0];
  if (findings.length === 0) return [`    <testcase classname="chancery" name="${escaped(file)}"/>`];
  const lines = [`    <testcase classname="chancery" name="${escaped(file)}">`];
  if (first !== undefined) {
    const words = errors.map(sentence).join('\n');
    lines.push(
      `      <failure type="${first.code}" message="${escaped(first.message)}">${escaped(words)}</failure>`,
    );
  }
  if (rest.length > 0) lines.push(`      <system-out>${escaped(rest.map(sentence).join('\n'))}</system-out>`);
  return [...lines, '    </testcase>'];
}

function sentence(found: Finding): string {
  return `${placeOf(found)}: ${found.severity}: ${found.message} [${found.code}] ${found.fix ?? ''}`.trimEnd();
}

/** Also takes out what XML 1.0 cannot hold. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
