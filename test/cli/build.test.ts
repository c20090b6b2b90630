/** `chancery build` as a process, with the real stages. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cable, cableName, manyNames, projectWith } from '../helpers/cable.ts';
import { chancery, type RunOptions } from '../helpers/command.ts';
import { addFiles, contentsOf, namesIn, text } from '../helpers/folder.ts';

const build = (project: string, args: readonly string[] = [], options: RunOptions = {}) =>
  chancery(['build', ...args], { cwd: project, ...options });

/** What a build makes, byte for byte: everything but what it remembers. */
function made(project: string) {
  return { dist: contentsOf(join(project, 'dist')), tei: contentsOf(join(project, 'tei')) };
}

describe('the first cable', () => {
  test('becomes the edition that the design fixes, in words a person likes', async () => {
    const project = projectWith([cableName]);
    const { code, stdout, stderr } = await build(project);
    expect(code, stdout + stderr).toBe(0);
    expect(stderr).toBe('');
    for (const path of ['index.html', 'report.json', 'report.html', 'manifest.json']) {
      expect(existsSync(join(project, 'dist', path)), path).toBe(true);
    }
    const own = namesIn(join(project, 'dist', cableName));
    const fixed = ['anno.jsonld', 'jsonld', 'txt', 'xml'].map((ending) => `${cableName}.${ending}`);
    expect(own).toEqual([...fixed, 'index.html', 'source.html']);
    expect(stdout).toContain('Test edition');
    expect(stdout).toContain('10743 of 10743 accounted for');
    expect(stdout).toContain('dist/index.html');
    expect((await chancery(['verify'], { cwd: project })).code).toBe(0);
    expect((await chancery(['validate', 'dist'], { cwd: project })).code).toBe(0);
  });

  test('a second build does nothing, says so, and loads no stage', async () => {
    const project = projectWith([cableName]);
    await build(project);
    const before = made(project);
    const { code, stdout } = await build(project, [], {
      env: { NODE_DEBUG: 'none', NODE_OPTIONS: '--trace-warnings' },
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Nothing to do: 1 document up to date/);
    expect(made(project)).toEqual(before);
  });

  test('a TEI changed by a person is kept, and the report shows what the encoder would do', async () => {
    const project = projectWith([cableName]);
    await build(project);
    const edited = text(project, `tei/${cableName}.xml`).replace(
      'appeared time and again.',
      'appeared time and again.<note>Not in the record of the day before.</note>',
    );
    expect(edited).toContain('<note>Not in the record');
    addFiles(project, { [`tei/${cableName}.xml`]: edited });
    const { code, stdout } = await build(project);
    expect(code, stdout).toBe(0);
    expect(stdout).toContain(
      `tei/${cableName}.xml: info: The TEI was changed by a person and is kept as it is [build.edited]`,
    );
    expect(text(project, `tei/${cableName}.xml`)).toBe(edited);
    const report = JSON.parse(text(project, 'dist/report.json'));
    expect(report.documents[0].tei.by).toBe('editor');
    expect(report.documents[0].difference).toMatch(/^@@ .*\n[\s\S]*^-.*Not in the record/m);
  });
});

describe('determinism', () => {
  test('time zone, locale, threads and place make no difference', async () => {
    const names = ['b', 'a', 'ö', 'Z', '日本', 'a-1', 'a_2', 'a 3'];
    const worlds: readonly { args: string[]; env: Record<string, string> }[] = [
      { args: ['--jobs', '1'], env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } },
      { args: ['--jobs', '2'], env: { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
      { args: [], env: { TZ: 'America/St_Johns', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' } },
    ];
    const results = [];
    for (const { args, env } of worlds) {
      const project = projectWith(names);
      const { code, stdout, stderr } = await build(project, args, { env });
      expect(code, stdout + stderr).toBe(0);
      results.push(made(project));
    }
    expect(Object.keys(results[0]?.dist ?? {}).length).toBeGreaterThan(names.length * 4);
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  test('piecemeal or at once makes no difference', async () => {
    const [whole, piecemeal] = [projectWith(['a', 'b', 'c']), projectWith(['a'])];
    await build(whole);
    await build(piecemeal);
    addFiles(piecemeal, { 'sources/gone.txt': cable, 'sources/c.txt': 'Other words.\n' });
    await build(piecemeal);
    addFiles(piecemeal, { 'sources/b.txt': cable, 'sources/c.txt': cable });
    rmSync(join(piecemeal, 'sources/gone.txt'));
    rmSync(join(piecemeal, 'tei/gone.xml'));
    await build(piecemeal);
    expect(made(piecemeal)).toEqual(made(whole));
  });
});

describe('cut short', () => {
  /** Folders in dist/: how far the build has come. */
  const progress = (project: string): number => {
    const dist = join(project, 'dist');
    return existsSync(dist) ? readdirSync(dist).length : 0;
  };

  /** Sends a signal once so many documents are done. */
  const signalAfter = (project: string, count: number, signal: NodeJS.Signals): RunOptions => ({
    meanwhile: (child) => {
      const timer = setInterval(() => {
        if (progress(project) >= count) {
          clearInterval(timer);
          child.kill(signal);
        }
      }, 2);
      child.on('exit', () => clearInterval(timer));
    },
  });

  const names = manyNames(24);
  let expected: ReturnType<typeof made>;

  beforeAll(async () => {
    const whole = projectWith(names);
    const { code, stderr } = await build(whole, ['--jobs', '2']);
    expect(code, stderr).toBe(0);
    expected = made(whole);
  }, 600_000);

  test.each([
    ['SIGINT', []],
    ['SIGTERM', ['--jobs', '2']],
  ] as const)(
    '%s: the document in hand is finished, exit 130; the next build does the rest',
    async (signal, args) => {
      const project = projectWith(names);
      const { code, stderr, stdout } = await build(project, args, signalAfter(project, 3, signal));
      expect(code, stdout + stderr).toBe(130);
      expect(stdout).toMatch(/Interrupted: \d+ documents done/);
      expect(namesIn(project).filter((p) => p.endsWith('.tmp') || p === '.chancery/lock')).toEqual([]);
      expect(existsSync(join(project, 'dist/manifest.json'))).toBe(false);
      const second = await build(project);
      expect(second.code).toBe(0);
      expect(made(project)).toEqual(expected);
    },
  );

  test('SIGKILL, again and again: the next build mends it to the same bytes', async () => {
    const project = projectWith(names);
    for (const count of [1, 5, 12]) {
      const { signal } = await build(
        project,
        count === 5 ? ['--jobs', '2'] : [],
        signalAfter(project, count, 'SIGKILL'),
      );
      expect(signal).toBe('SIGKILL');
    }
    expect(existsSync(join(project, '.chancery/lock'))).toBe(true);
    const last = await build(project);
    expect(last.code, last.stderr).toBe(0);
    expect(namesIn(project).filter((p) => /\.tmp$|^\.chancery\/lock$/.test(p))).toEqual([]);
    expect(made(project)).toEqual(expected);
  });

  test('two builds at once: one works, the other says who does', async () => {
    const project = projectWith(names);
    let second: ReturnType<typeof build> | undefined;
    const first = await build(project, [], {
      meanwhile: () => {
        const timer = setInterval(() => {
          if (progress(project) < 1) return;
          clearInterval(timer);
          second = build(project);
        }, 2);
      },
    });
    expect(first.code).toBe(0);
    expect(await second).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('Another build works in this project'),
    });
  });
});
