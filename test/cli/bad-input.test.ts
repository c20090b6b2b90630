/**
 * Bad input, each kind as a process: a clear message with file and place, the right exit code, the others done,
 * nothing half-written, nothing of the editor's touched.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { cable, cableName, projectWith } from '../helpers/cable.ts';
import { chancery, type Ran } from '../helpers/command.ts';
import { addFiles, contentsOf, folderWith, namesIn, text } from '../helpers/folder.ts';
import { impossible } from '../helpers/shared.ts';

/** Builds a project with the good cable and one bad source; the good one must be published all the same. */
async function buildWith(bad: string, content: string | Uint8Array): Promise<Ran & { project: string }> {
  const project = projectWith([cableName], { [`sources/${bad}`]: content });
  const ran = await chancery(['build'], { cwd: project });
  expect(existsSync(join(project, `dist/${cableName}/index.html`)), ran.stdout + ran.stderr).toBe(true);
  expect(leftovers(project)).toEqual([]);
  return { ...ran, project };
}

function leftovers(project: string): string[] {
  return namesIn(project).filter((path) => /\.tmp$|^\.chancery\/lock$/.test(path));
}

/** Root passes over permissions; without these two capabilities it does not. */
const asOthers =
  process.getuid?.() === 0
    ? [
        'setpriv',
        '--bounding-set=-dac_override,-dac_read_search',
        '--inh-caps=-dac_override,-dac_read_search',
      ]
    : [];

function needsPermissions(context: TestContext): void {
  if (asOthers.length > 0 && spawnSync('setpriv', [...asOthers.slice(1), 'true']).status !== 0) {
    impossible('root cannot give up passing over permissions (setpriv)', context);
  }
}

describe('a source in a build', () => {
  const latin1 = Buffer.from('Ministère des Affaires étrangères\n\nParis, le 3 août 1978\n', 'latin1');
  const utf16 = Buffer.from(`\ufeff${cable.toString('utf8')}`, 'utf16le');
  const broken = Buffer.concat([
    Buffer.from('“Secret”\nno: '),
    Buffer.from([0xe2, 0x80]),
    Buffer.from('x “more”\n'),
  ]);

  test.each([
    ['an empty file', 'bad.txt', '', 'sources/bad.txt: error: The file is empty ['],
    ['white space only', 'bad.txt', ' \n\n', 'sources/bad.txt: error: The file holds white space only ['],
    [
      'a picture',
      'bad.txt',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      'sources/bad.txt: error: The file is a PNG picture, not text [',
    ],
    [
      'broken UTF-8',
      'bad.txt',
      broken,
      'sources/bad.txt:2:5: error: Byte 0xE2 at offset 17 is not valid UTF-8 [',
    ],
    ['NUL bytes', 'bad.txt', 'one\ntwo\0three\n', 'sources/bad.txt:2:4: error: The text has a NUL character'],
    ['a format nobody knows', 'bad.odt', 'PK', 'sources/bad.odt: error: No reader knows the ending'],
  ])('%s', async (_, name, content, words) => {
    const { code, stdout, project } = await buildWith(name, content);
    expect(code).toBe(1);
    expect(stdout).toContain(words);
    expect(stdout).toContain('1 not published');
    expect(existsSync(join(project, 'dist/bad'))).toBe(false);
    expect(existsSync(join(project, 'tei/bad.xml'))).toBe(false);
  });

  test('UTF-16 is read as any other', async () => {
    const { code, project } = await buildWith('other.txt', utf16);
    expect(code).toBe(0);
    const { documents } = JSON.parse(text(project, 'dist/report.json'));
    const other = documents.find((d: { id: string }) => d.id === 'other');
    expect(other).toMatchObject({
      source: { encoding: 'utf-16le', characters: 10743 },
      audit: { ok: true, total: 10743 },
    });
  });

  test('Latin-1 is read with a warning; --strict makes it an error', async () => {
    const { code, stdout, project } = await buildWith('other.txt', latin1);
    expect(code).toBe(0);
    expect(stdout).toContain('sources/other.txt: warning: The file is not UTF-8');
    expect(text(project, 'tei/other.xml')).toContain('Ministère des Affaires étrangères');
    expect((await chancery(['build', '--strict'], { cwd: project })).code).toBe(1);
  });

  test('a page with no header comes out whole, and says that its layout is unknown', async () => {
    const { code, stdout, project } = await buildWith(
      'letter.txt',
      'Some words.\n\nAnd some more of them, 12 May 1950.\n',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/sources\/letter\.txt:1:1: warning: .*\[recognise\.dialect-unknown\]/);
    expect(text(project, 'dist/letter/letter.txt')).toContain('And some more of them');
  });

  test('200 MB of one line are refused in a moment', async () => {
    const project = projectWith([cableName]);
    const file = openSync(join(project, 'sources/long.txt'), 'w');
    writeSync(file, 'x');
    ftruncateSync(file, 200 * 1024 * 1024);
    closeSync(file);
    const started = performance.now();
    const { code, stdout } = await chancery(['build'], {
      cwd: project,
      env: { NODE_OPTIONS: '--max-old-space-size=160' },
    });
    expect(code).toBe(1);
    expect(stdout).toContain(
      'sources/long.txt: error: The file has 209715200 bytes; the limit is 67108864 [',
    );
    expect(stdout).toContain('"limits.bytes"');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('a source that may not be read', async (context) => {
    needsPermissions(context);
    const project = projectWith([cableName, 'locked']);
    chmodSync(join(project, 'sources/locked.txt'), 0);
    const ran = await chancery(['build'], { cwd: project, under: asOthers });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('sources/locked.txt: error: The file cannot be read: permission denied [');
    chmodSync(join(project, 'sources/locked.txt'), 0o644);
    expect((await chancery(['build'], { cwd: project })).code).toBe(0);
    expect(existsSync(join(project, 'dist/locked/index.html'))).toBe(true);
  });
});

describe('a source given to encode', () => {
  test.each([
    ['a folder', 'sources', 'sources: error: This is a folder, not a file ['],
    ['a file that is not there', 'sources/none.txt', 'sources/none.txt: error: There is no such file ['],
    ['a special file', '/dev/null', '/dev/null: error: This is no ordinary file ['],
  ])('%s', async (_, name, words) => {
    const project = projectWith([cableName]);
    const { code, stdout, stderr } = await chancery(
      ['encode', name, `sources/${cableName}.txt`, '-o', 'out'],
      { cwd: project },
    );
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(words);
    expect(namesIn(join(project, 'out'))).toEqual([`${cableName}.xml`]);
  });
});

describe('a TEI', () => {
  const laughs = `<?xml version="1.0"?>
<!DOCTYPE TEI [
<!ENTITY a "ha">
${Array.from({ length: 25 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('\n')}
]>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&z;</p></body></text></TEI>
`;
  const external = `<?xml version="1.0"?>
<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&x;</p></body></text></TEI>
`;

  test.each([
    [
      'that is not well-formed',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text>\n</TEI>\n',
      /tei\/bad\.xml:3:\d+: error: .*xml\.not-well-formed/,
    ],
    ['with a billion laughs', laughs, /tei\/bad\.xml:\d+:\d+: error: .*xml\.doctype/],
    ['with an external entity', external, /tei\/bad\.xml:\d+:\d+: error: .*xml\.doctype/],
    ['that is no XML', 'hello\n', /tei\/bad\.xml.*: error: /],
    ['that is empty', '', /tei\/bad\.xml.*: error: /],
  ])('%s', async (_, xml, words) => {
    const project = projectWith([cableName], { 'tei/bad.xml': xml });
    const started = performance.now();
    const { code, stdout } = await chancery(['build'], { cwd: project });
    expect(stdout).toMatch(words);
    expect(code).toBe(1);
    expect(text(project, 'tei/bad.xml')).toBe(xml);
    expect(existsSync(join(project, 'dist/bad'))).toBe(false);
    expect(existsSync(join(project, `dist/${cableName}/index.html`))).toBe(true);
    expect(performance.now() - started).toBeLessThan(20_000);
    const alone = await chancery(['validate', 'tei/bad.xml'], { cwd: project });
    expect(alone.code).toBe(1);
    expect(alone.stdout).toMatch(words);
  });
});

describe('settings', () => {
  test('with a wrong key: the key, the nearest, the line', async () => {
    const project = projectWith([cableName], {
      'chancery.json': '{\n  "title": "x",\n  "publischer": "y"\n}\n',
    });
    const { code, stdout, stderr } = await chancery(['build'], { cwd: project });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('chancery.json:3:3: error: There is no key "publischer"');
    expect(stderr).toContain('Did you mean "publisher"?');
    expect(existsSync(join(project, 'dist'))).toBe(false);
  });

  test('that are not JSON', async () => {
    const project = projectWith([cableName], {
      'chancery.json': '{\n  "title": "x"\n  "language": "en"\n}\n',
    });
    const { code, stderr } = await chancery(['build'], { cwd: project });
    expect(code).toBe(2);
    expect(stderr).toContain('chancery.json:2:15: error: ');
  });

  test('a register that is not well-formed', async () => {
    const project = projectWith([cableName], { 'tei/register.xml': '<TEI>\n<oops>\n' });
    const { code, stderr } = await chancery(['build'], { cwd: project });
    expect(code).toBe(2);
    expect(stderr).toContain('tei/register.xml:');
    expect(stderr).toContain('The register cannot be used.');
  });
});

describe('a disk that refuses', () => {
  test('an output folder that cannot be written', async (context) => {
    needsPermissions(context);
    const project = projectWith([cableName]);
    mkdirSync(join(project, 'dist'));
    chmodSync(join(project, 'dist'), 0o555);
    const { code, stderr } = await chancery(['build'], { cwd: project, under: asOthers });
    expect(code).toBe(3);
    expect(stderr).toContain(`dist/${cableName}`);
    expect(stderr).toContain('cannot be written: permission denied');
    expect(namesIn(join(project, 'dist'))).toEqual([]);
    expect(existsSync(join(project, '.chancery/lock'))).toBe(false);
  });

  test('a file in the place of the output folder', async () => {
    const project = projectWith([cableName], { dist: 'I am a file' });
    const { code, stderr } = await chancery(['build'], { cwd: project });
    expect(code).toBe(3);
    expect(stderr).toContain('cannot be written');
    expect(text(project, 'dist')).toBe('I am a file');
  });

  test('a full disk: the edition of before stays whole, and the next build goes on', async (context) => {
    const project = projectWith([cableName]);
    const dist = join(project, 'dist');
    mkdirSync(dist);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', dist]).status !== 0) {
      impossible('a small file system cannot be mounted here', context);
    }
    try {
      expect((await chancery(['build'], { cwd: project })).code).toBe(0);
      const before = contentsOf(dist);
      addFiles(project, { 'sources/second.txt': cable });
      fill(join(dist, 'filler'));
      const full = await chancery(['build'], { cwd: project });
      expect(full.code, full.stdout + full.stderr).toBe(3);
      expect(full.stderr).toContain('no space is left on the disk');
      rmSync(join(dist, 'filler'));
      const { ...after } = contentsOf(dist);
      for (const [path, hash] of Object.entries(before)) expect(after[path], path).toBe(hash);
      expect(leftovers(project).filter((path) => path.endsWith('.tmp'))).toEqual([]);
      expect((await chancery(['build'], { cwd: project })).code).toBe(0);
      expect(existsSync(join(dist, 'second/index.html'))).toBe(true);
      expect((await chancery(['verify'], { cwd: project })).code).toBe(0);
    } finally {
      spawnSync('umount', [dist]);
    }
  });

  /** Fills a file system to the last block. */
  function fill(path: string): void {
    const block = Buffer.alloc(4096, 'x');
    const file = openSync(path, 'w');
    try {
      for (;;) writeSync(file, block);
    } catch {
      expect(statSync(path).size).toBeGreaterThan(0);
    } finally {
      closeSync(file);
    }
  }
});

test('words of a document cannot steer the terminal', async () => {
  const project = folderWith({ 'sources/\u001b[31mred.txt': '', 'sources/good.txt': 'x' });
  const { stdout } = await chancery(['build'], { cwd: project });
  expect(stdout).not.toContain('\u001b');
});

test('a person’s file in tei/ survives whatever is wrong with its source', async () => {
  const project = projectWith(['a']);
  await chancery(['build'], { cwd: project });
  const edited = text(project, 'tei/a.xml').replace('unreviewed', 'reviewed');
  writeFileSync(join(project, 'tei/a.xml'), edited);
  for (const content of ['', 'NUL \0', Buffer.from([0xff, 0xd8, 0xff])]) {
    addFiles(project, { 'sources/a.txt': content });
    expect((await chancery(['build', '--force'], { cwd: project })).code).toBe(1);
    expect(text(project, 'tei/a.xml')).toBe(edited);
  }
});
