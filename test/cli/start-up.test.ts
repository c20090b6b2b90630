/** What a command does not need is not loaded: its start is quick because it does little. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cableName, projectWith } from '../helpers/cable.ts';
import { chancery } from '../helpers/command.ts';
import { emptyFolder } from '../helpers/folder.ts';

const hook = new URL('../helpers/list-imports.js', import.meta.url).href;

/** Modules of ours, and packages, that a command loads. */
async function loaded(args: readonly string[], cwd: string): Promise<string[]> {
  const file = join(emptyFolder(), 'list.txt');
  const { code, stderr } = await chancery(args, {
    cwd,
    env: { NODE_OPTIONS: `--import ${hook}`, LIST_IMPORTS: file },
  });
  expect(code, stderr).toBe(0);
  const names = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((url) => {
      const own = /\/lib\/((?!.*node_modules).*\.c?js)$/.exec(url)?.[1];
      const owner = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
      return owner ?? own ?? [];
    });
  return [...new Set(names)].sort();
}

test('--version loads next to nothing', async () => {
  expect(await loaded(['--version'], emptyFolder())).toEqual([
    'batch/errors.js',
    'batch/files.js',
    'batch/program.js',
    'cli/exit.js',
    'cli/main.js',
    'order.js',
  ]);
});

test('a build with nothing to do loads no stage, no style sheet, no queue', async () => {
  const project = projectWith([cableName]);
  expect((await chancery(['build'], { cwd: project })).code).toBe(0);
  const names = await loaded(['build'], project);
  expect(names).toContain('batch/build.js');
  const stages = /^(?:read|annotate|encode|audit|validate|transform|publish|xml)\//;
  // Small and without a stage behind them: places of findings, names of assets, words of pages, the nearest name.
  const small = [
    'read/diagnose.js',
    'publish/assets.js',
    'publish/words/en.js',
    'publish/neighbours/place.js',
    'xml/relaxng/nearest.js',
  ];
  expect(names.filter((name) => stages.test(name) && !small.includes(name))).toEqual([]);
  expect(names.filter((name) => /^batch\/queue\/|^batch\/(?:dialects)\.js/.test(name))).toEqual([]);
  const packages = names.filter((name) => !name.includes('.js') && !name.includes('.cjs'));
  const store = ['abstract-level', 'buffer', 'base64-js', 'classic-level', 'ieee754', 'is-buffer'];
  const needed = [
    ...store,
    'commander',
    'level-supports',
    'level-transcoder',
    'maybe-combine-errors',
    'module-error',
    'node-gyp-build',
    // What the compiled schema of the settings calls.
    'ajv',
    'ajv-formats',
    'fast-deep-equal',
  ];
  expect(packages.filter((name) => !needed.includes(name))).toEqual([]);
});
