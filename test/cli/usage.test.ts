/** Help, version, usage errors: what a person meets before anything works. */
import { describe, expect, test } from 'vitest';
import { chancery, root } from '../helpers/command.ts';
import { emptyFolder, text } from '../helpers/folder.ts';

const working = [
  'init',
  'build',
  'encode',
  'validate',
  'transform',
  'convert',
  'audit',
  'deposit',
  'verify',
  'serve',
  'merge',
  'worker',
];

describe('help', () => {
  test('names every command and every exit code', async () => {
    const { code, stdout } = await chancery(['--help']);
    expect(code).toBe(0);
    for (const name of [...working, 'score']) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect(stdout).toContain('130 interrupted');
  });

  test.each(working)('of %s has examples', async (name) => {
    const { code, stdout, stderr } = await chancery([name, '--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain(`Usage: chancery ${name}`);
    expect(stdout).toMatch(new RegExp(`Examples:\\n  .*chancery ${name}`));
  });

  test.each(working)('of %s has the common options', async (name) => {
    const { stdout } = await chancery([name, '--help']);
    for (const option of ['project', 'jobs', 'format', 'quiet', 'force', 'strict', 'no-color']) {
      expect(stdout).toContain(`--${option}`);
    }
  });
});

describe('version', () => {
  test('is that of the package', async () => {
    const { version } = JSON.parse(text(root, 'package.json'));
    for (const flag of ['--version', '-V']) {
      expect(await chancery([flag])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
    }
  });
});

describe('what cannot be used is 2', () => {
  test.each([
    [['bild'], 'Did you mean build?'],
    [['build', '--jbos', '2'], 'Did you mean --jobs?'],
    [['build', '--jobs', '0'], 'whole number'],
    [['build', '--format', 'yaml'], 'text, json, sarif, junit, html'],
    [['encode'], "missing required argument 'sources'"],
    [['audit', 'one'], "missing required argument 'tei'"],
    [['transform', 'a.xml'], "required option '--to <formats>'"],
    [['serve', '--port', '70000'], 'from 0 to 65535'],
  ])('chancery %j', async (args, words) => {
    const { code, stdout, stderr } = await chancery(args, { cwd: emptyFolder() });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
  });

  test('no command at all prints help, on standard error', async () => {
    const { code, stdout, stderr } = await chancery([]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: chancery');
  });

  test('a folder that is no edition', async () => {
    const { code, stderr } = await chancery(['build'], { cwd: emptyFolder() });
    expect(code).toBe(2);
    expect(stderr).toContain('is no edition');
    expect(stderr).toContain('chancery init');
  });

  test('a format that nobody writes', async () => {
    const { code, stderr } = await chancery(['convert', 'x.txt', '--to', 'html,wordstar'], {
      cwd: emptyFolder(),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no format "wordstar".');
    expect(stderr).toContain('html, text, jsonld');
  });
});
