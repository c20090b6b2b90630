/**
 * The package as others get it: packed, installed in an empty folder, run there. Slow, and it asks the registry
 * for the dependencies that npm has not kept.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../helpers/command.ts';
import { emptyFolder, namesIn } from '../helpers/folder.ts';

const run = promisify(execFile);
const minutes = 60_000;

/** npm runs as a person runs it: not as a child of the npm that runs these tests. */
function npm(args: readonly string[], cwd: string, command = 'npm') {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  return run(command, args, { cwd, env: { ...env, NO_COLOR: '1' }, maxBuffer: 64 * 1024 * 1024 });
}

interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

let packed: Packed;
let tarball: string;
let folder: string;

beforeAll(async () => {
  // Built already: these tests run after `npm run build`.
  folder = mkdtempSync(join(tmpdir(), 'chancery-pack-'));
  const { stdout } = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root);
  packed = JSON.parse(stdout)[0];
  tarball = join(folder, packed.filename);
}, 2 * minutes);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the tarball', () => {
  test('holds what runs, and nothing else', () => {
    const paths = packed.files.map((f) => f.path);
    for (const path of [
      ...['bin/chancery.js', 'lib/index.js', 'lib/index.d.ts', 'lib/cli/main.js', 'lib/batch/worker.js'],
      ...['lib/xslt/edition.sef.json', 'lib/fingerprint.txt', 'schemas/chancery.schema.json'],
      ...['sources/1978-07-22-sato-1384.txt', 'tei/register.xml', 'LICENSE', 'README.md', 'package.json'],
    ]) {
      expect(paths, path).toContain(path);
    }
    expect(paths.filter((p) => /^(?:test|bench|src|\.ci|\.github|dist|\.chancery)\//.test(p))).toEqual([]);
    expect(packed.unpackedSize).toBeLessThan(6 * 1024 * 1024);
  });
});

describe('installed in an empty folder', () => {
  test(
    'makes a new edition, builds it, and works as a library',
    async () => {
      const folder = emptyFolder('chancery-install-');
      writeFileSync(join(folder, 'package.json'), '{"name": "elsewhere", "private": true}');
      await npm(['install', tarball, '--prefer-offline', '--no-audit', '--no-fund'], folder);

      await npm(['chancery', 'init', 'demo'], folder, 'npx');
      const demo = join(folder, 'demo');
      const { stdout } = await npm(['chancery', 'build'], demo, 'npx');
      expect(stdout).toContain('10743 of 10743 accounted for');
      expect(existsSync(join(demo, 'dist/1978-07-22-sato-1384/index.html'))).toBe(true);
      expect((await npm(['chancery', 'build'], demo, 'npx')).stdout).toContain('Nothing to do');
      expect((await npm(['chancery', 'verify'], demo, 'npx')).stdout).toContain('As built');

      const { $schema } = JSON.parse(readFileSync(join(demo, 'chancery.json'), 'utf8'));
      expect($schema).toBe('../node_modules/chancery/schemas/chancery.schema.json');
      expect(existsSync(join(demo, $schema))).toBe(true);

      writeFileSync(
        join(folder, 'library.mjs'),
        `import { readFileSync } from 'node:fs';
       import { defaultSettings, emptyRegister, encodeSource, publishTei, read } from 'chancery';
       const context = { settings: defaultSettings, register: emptyRegister, version: '0.0.0' };
       const { sources } = await read(readFileSync('demo/sources/1978-07-22-sato-1384.txt'), 'cable.txt', context);
       const { tei } = encodeSource(sources[0], context);
       const { editions } = publishTei(tei, ['html', 'text'], context);
       console.log(editions.map((e) => e.path).join(' '));`,
      );
      const library = await run(process.execPath, ['library.mjs'], { cwd: folder });
      expect(library.stdout.trim()).toBe('cable/index.html cable/cable.txt');
      expect(sizeOf(join(folder, 'node_modules'))).toBeLessThan(60 * 1024 * 1024);
    },
    5 * minutes,
  );
});

function sizeOf(folder: string): number {
  return namesIn(folder).reduce(
    (sum, path) => sum + (statSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

test('the command is executable in the repository', () => {
  expect(readdirSync(join(root, 'bin'))).toEqual(['chancery.js']);
  expect(statSync(join(root, 'bin/chancery.js')).mode & 0o111).not.toBe(0);
});
