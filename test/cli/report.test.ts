/** Findings in the forms for people and for programs. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { junit } from '../../src/cli/junit.ts';
import { findingsText } from '../../src/cli/report.ts';
import { sarif } from '../../src/cli/sarif.ts';
import { paint } from '../../src/cli/terminal.ts';
import { diagnosticsTable } from '../../src/diagnostics-table.ts';
import type { Finding } from '../../src/report.ts';
import { attribute, elementsOf, parseXml, textOf } from '../../src/xml/tree.ts';
import { projectWith } from '../helpers/cable.ts';
import { chancery } from '../helpers/command.ts';
import { shared } from '../helpers/shared.ts';

const findings: readonly Finding[] = [
  {
    code: 'read.empty',
    severity: 'error',
    message: 'The file is empty.',
    file: 'sources/b ü.txt',
    fix: 'Fill it.',
  },
  {
    code: 'tei.rule',
    severity: 'error',
    message: 'A "rule" <is> broken & so on\u0007.',
    file: 'tei/a.xml',
    position: { line: 12, column: 3 },
    element: '/TEI/text/body/p[2]',
    source: { file: 'sources/a.txt', span: { start: 5, end: 9 }, position: { line: 2, column: 1 } },
  },
  {
    code: 'numbering.order',
    severity: 'warning',
    message: 'Out of order.',
    file: 'tei/a.xml',
    position: { line: 2, column: 30 },
  },
  { code: 'build.edited', severity: 'info', message: 'Kept.', file: 'tei/a.xml' },
];

describe('for people', () => {
  test('grouped by file, in the order of places, with what to do', () => {
    expect(findingsText(findings, paint({ isTTY: false }))).toBe(
      [
        'sources/b ü.txt: error: The file is empty. [read.empty]',
        '    Fill it.',
        '',
        'tei/a.xml: info: Kept. [build.edited]',
        'tei/a.xml:2:30: warning: Out of order. [numbering.order]',
        `    ${diagnosticsTable['numbering.order'].mend}`,
        'tei/a.xml:12:3: error: A "rule" <is> broken & so on\ufffd. [tei.rule]',
        '    at /TEI/text/body/p[2]',
        '    from sources/a.txt:2:1',
        `    ${diagnosticsTable['tei.rule'].mend}`,
        '',
      ].join('\n'),
    );
  });

  test('colours on a terminal only', () => {
    const before = { ...process.env };
    delete process.env.NO_COLOR;
    process.env.TERM = 'xterm';
    try {
      expect(findingsText(findings, paint({ isTTY: true }))).toContain('\u001b[31merror');
      expect(findingsText(findings, paint({ isTTY: true }, true))).not.toContain('\u001b');
      process.env.NO_COLOR = '1';
      expect(findingsText(findings, paint({ isTTY: true }))).not.toContain('\u001b');
    } finally {
      process.env = before;
    }
  });
});

describe('SARIF 2.1.0', () => {
  test('is valid against the schema of OASIS', (context) => {
    const file = shared('fixtures/sarif/sarif-schema-2.1.0.json', context);
    // Draft 4, of which it uses nothing that draft 7 reads otherwise but the name of its id.
    const { $schema: _, id: $id, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
    const schema = { $id, ...rest };
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const check = ajv.compile(schema);
    for (const some of [findings, []]) {
      check(JSON.parse(sarif(some)));
      expect(check.errors ?? []).toEqual([]);
    }
  });

  test('names rule, level, place and source', () => {
    const { runs } = JSON.parse(sarif(findings));
    expect(runs[0].tool.driver.rules.map((r: { id: string }) => r.id)).toEqual([
      ...['build.edited', 'numbering.order', 'read.empty', 'tei.rule'],
    ]);
    expect(runs[0].results.map((r: { ruleId: string; level: string }) => [r.ruleId, r.level])).toEqual([
      ['read.empty', 'error'],
      ['build.edited', 'note'],
      ['numbering.order', 'warning'],
      ['tei.rule', 'error'],
    ]);
    const { locations, relatedLocations } = runs[0].results[3];
    expect(locations[0].physicalLocation.region).toEqual({ startLine: 12, startColumn: 3 });
    expect(relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('sources/a.txt');
    expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'sources/b%20%C3%BC.txt',
    );
  });
});

describe('JUnit', () => {
  test('is well-formed, counts files, and names those without findings', () => {
    const xml = junit(findings, ['tei/a.xml', 'tei/good.xml']);
    const elements: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) =>
      elements.push(`${name} ${Object.values(attributes).join(' ')}`),
    );
    parser.write(xml).close();
    expect(elements[0]).toBe('testsuites chancery 3 2 0');
    expect(elements.filter((e) => e.startsWith('testcase'))).toEqual([
      'testcase chancery sources/b ü.txt',
      'testcase chancery tei/a.xml',
      'testcase chancery tei/good.xml',
    ]);
    expect(elements.filter((e) => e.startsWith('failure'))).toHaveLength(2);
  });

  test('a message that speaks of &amp; or of what XML cannot hold arrives as it was', () => {
    const said = 'found &amp; and <b> "here" & \u0001';
    const found = { file: 'a&b.xml', code: 'tei.rule', severity: 'error', message: said } as const;
    const { root } = parseXml(junit([found], ['a&b.xml']), 'x.xml');
    const failure = root && [...elementsOf(root)].find((e) => e.name === 'failure');
    const message = failure && attribute(failure, 'message');
    expect(failure && textOf(failure)).toContain('found &amp; and <b>');
    expect(message).toBe(said.replace('\u0001', '\ufffd'));
  });
});

describe('of a command', () => {
  const bad = { 'sources/bad.txt': '' };

  test('--format json is the report, with every document', async () => {
    const { code, stdout } = await chancery(['build', '--format', 'json'], { cwd: projectWith(['a'], bad) });
    expect(code).toBe(1);
    const report = JSON.parse(stdout);
    expect(report.documents.map((d: { id: string; published: boolean }) => [d.id, d.published])).toEqual([
      ['a', true],
      ['bad', false],
    ]);
    expect(report.totals).toMatchObject({
      documents: 2,
      published: 1,
      failed: 1,
      characters: 10743,
      charactersAccounted: 10743,
    });
  });

  test.each(['sarif', 'junit', 'html'])('--format %s goes to standard output, alone', async (format) => {
    const { code, stdout, stderr } = await chancery(['build', '--format', format], {
      cwd: projectWith(['a'], bad),
    });
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toContain('sources/bad.txt');
    expect(stdout).toMatch(format === 'sarif' ? /^\{/ : format === 'junit' ? /^<\?xml/ : /^<!DOCTYPE html/i);
  });

  test('--quiet prints nothing when all is well, errors when not', async () => {
    expect(await chancery(['build', '--quiet'], { cwd: projectWith(['a']) })).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
    const { stdout } = await chancery(['build', '--quiet'], { cwd: projectWith(['a'], bad) });
    expect(stdout.trim().split('\n')[0]).toBe('sources/bad.txt: error: The file is empty [read.empty]');
  });

  test('a reader that leaves early is no fault', async () => {
    const ran = await chancery(['build', '--format', 'json'], {
      cwd: projectWith(['a']),
      meanwhile: (child) => child.stdout?.destroy(),
    });
    expect(ran.stderr).toBe('');
  });
});
