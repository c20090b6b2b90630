/** `validation.severity` and `validation.suppress` in a build: what is published, what is told, what is done anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BuildOutcome, build } from '../../src/batch/build.ts';
import { publishTei } from '../../src/pipeline.ts';
import { checkJson } from '../../src/validate/json.ts';
import { settled } from '../../src/validate/severities.ts';
import { addFiles, folderWith, text } from '../helpers/folder.ts';
import { simpleStages } from '../helpers/stages.ts';

const found = (tei: string, file: string) => [
  ...(tei.includes('LABEL')
    ? [{ code: 'numbering.style', rule: 'numbering', severity: 'info', message: 'A label', file } as const]
    : []),
  ...(tei.includes('BROKEN')
    ? [{ code: 'xml.not-well-formed', severity: 'error', message: 'Broken', file } as const]
    : []),
];

/** Simple stages with one rule, `numbering`, and faults without a rule. */
function ruledStages(published: string[] = []) {
  const simple = simpleStages({ encoded: [], published });
  const stages: typeof simple = {
    ...simple,
    validate: ({ content, path }) => found(String(content), path),
    publishTei: (tei, formats, context, standsAs) => {
      const { findings, suppressed } = settled(
        found(String(tei.content), tei.path),
        context.settings.validation,
      );
      const outcome = { editions: [], diagnostics: findings, suppressed };
      if (findings.some((d) => d.severity === 'error')) return outcome;
      if (standsAs?.(findings)) return { ...outcome, stands: true };
      return { ...outcome, editions: simple.publishTei(tei, formats, context).editions };
    },
  };
  return stages;
}

const sources = {
  'sources/a.txt': 'LABEL',
  'sources/b.txt': 'no mark',
  'tei/register.xml': '<TEI type="register"><person xml:id="sato"/><p>LABEL</p></TEI>',
};

const settingsWith = (validation: object) => ({ 'chancery.json': JSON.stringify({ validation }) });
const told = ({ findings }: BuildOutcome) => findings.map(({ file, message }) => `${file}: ${message}`);

test('a rule that is an error keeps a document back; one that is off, or suppressed, does not', async () => {
  const project = folderWith({ ...sources, ...settingsWith({ severity: { numbering: 'error' } }) });
  const first = await build({ project, stages: ruledStages() });
  expect(first.totals).toMatchObject({ documents: 2, published: 1, failed: 1, errors: 1 });

  addFiles(project, settingsWith({ severity: { numbering: 'off' } }));
  const second = await build({ project, stages: ruledStages() });
  expect(second.totals).toMatchObject({ published: 2, errors: 0 });
  expect(second.totals.suppressed).toBeUndefined();
  expect([...second.reasons.values()][0]).toBe('the setting "validation.severity" has changed');

  const reason = 'As printed.';
  addFiles(
    project,
    settingsWith({
      severity: { numbering: 'error' },
      suppress: [{ rule: 'numbering', file: 'tei/a.xml', reason }],
    }),
  );
  const third = await build({ project, stages: ruledStages() });
  expect(third.totals).toMatchObject({ published: 2, errors: 0, suppressed: 1 });
  const report = text(project, 'dist/report.json');
  expect(checkJson(report, 'report.json', 'report')).toEqual([]);
  const { documents } = JSON.parse(report);
  expect(documents[0]).toMatchObject({
    findings: [],
    suppressed: [{ finding: { rule: 'numbering', severity: 'error' }, reason }],
  });
  expect(documents[1].suppressed).toBeUndefined();
});

test('where findings and TEI are the same, editions are not made again', async () => {
  const project = folderWith({ ...sources, 'chancery.json': '{}' });
  await build({ project, stages: ruledStages() });
  addFiles(project, settingsWith({ severity: { numbering: 'warning' } }));
  const published: string[] = [];
  const { done } = await build({ project, stages: ruledStages(published) });
  expect(done).toEqual(['a', 'b']);
  expect(published).toEqual(['tei/a.xml']);
  // Where schemas are is no matter of a build.
  addFiles(project, settingsWith({ severity: { numbering: 'warning' }, schemas: { 'urn:x': 'x.rng' } }));
  expect((await build({ project, stages: ruledStages() })).nothingToDo).toBe(true);
});

test('what bears no rule is beyond the settings', async () => {
  const severity = { 'xml.not-well-formed': 'off' };
  const suppress = [{ code: 'xml.not-well-formed', reason: 'never' }];
  const project = folderWith({ 'sources/a.txt': 'BROKEN', ...settingsWith({ severity, suppress }) });
  const { totals } = await build({ project, stages: ruledStages() });
  expect(totals).toMatchObject({ failed: 1, errors: 1 });
});

test('a suppression that is of no use is told once, where a build can know', async () => {
  const numbering = { rule: 'numbering', reason: 'As printed.' };
  const suppress = [
    { ...numbering, file: 'tei/a.xml' },
    { ...numbering, file: 'tei/b.xml' },
    // The register is no document, and `validate` asks the rules there.
    { ...numbering, file: 'tei/register.xml' },
    // A rule of somebody's Schematron, and files that a build does not read.
    { rule: 'house', reason: 'Of another schema.' },
    { ...numbering, file: 'letters/*.xml' },
    { rule: 'quotation', reason: 'None left.' },
    { rule: 'orphans', reason: 'Documents to come.' },
  ];
  const project = folderWith({ ...sources, ...settingsWith({ suppress }) });
  const stale = [
    'chancery.json: The suppression of numbering in tei/b.xml matches no finding any more',
    'chancery.json: The suppression of quotation matches no finding any more',
  ];
  const first = await build({ project, stages: ruledStages() });
  expect(told(first)).toEqual(stale);
  expect(first.totals).toMatchObject({ warnings: 2, suppressed: 2 });
  const { suppressed } = JSON.parse(text(project, 'dist/report.json'));
  expect(suppressed).toMatchObject([{ finding: { rule: 'orphans' }, reason: 'Documents to come.' }]);
  // Nothing to do: what is remembered is told.
  const again = await build({ project, stages: ruledStages() });
  expect(again.nothingToDo).toBe(true);
  expect(told(again)).toEqual(stale);
  expect(again.totals.suppressed).toBe(2);
  // One document alone, with other settings: of the other nothing is known yet.
  addFiles(project, settingsWith({ suppress: suppress.slice(1) }));
  const part = await build({ project, stages: ruledStages(), only: [join(project, 'sources/b.txt')] });
  expect(told(part)).toEqual([]);
});

test('the real stages: a rule of the TEI', async () => {
  const { context } = await import('../helpers/document.ts');
  const path = new URL('../../tei/1978-07-22-sato-1384.xml', import.meta.url);
  const content = readFileSync(path, 'utf8').replace('toWhom="#sato-shoji"', 'toWhom="#nobody"');
  const tei = { path: 'tei/x.xml', mediaType: 'application/tei+xml', content } as const;
  const settings = (validation: object) => ({ ...context, settings: { ...context.settings, validation } });
  expect(publishTei(tei, ['text'], context)).toMatchObject({ editions: [], suppressed: [] });
  const lowered = publishTei(tei, ['text'], settings({ severity: { 'pointers-resolve': 'info' } }));
  expect(lowered.editions).toHaveLength(1);
  expect(lowered.diagnostics).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ rule: 'pointers-resolve', severity: 'info' })]),
  );
});
