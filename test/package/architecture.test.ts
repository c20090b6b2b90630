/**
 * The layers of the source, as docs/architecture.md describes them: dependencies go down only, a stage never
 * imports another stage, and only the edges touch files, clock, console and network.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

const stages = [
  'read',
  'recognise',
  'annotate',
  'encode',
  'audit',
  'validate',
  'transform',
  'publish',
  'deposit',
];

/**
 * Height of a module: it may import what is lower, and what is in its own folder. What `build/` compiles with is
 * used by the batch too, for an edition's own style sheets.
 */
function heightOf(path: string): number {
  const part = path.split('/')[0] ?? '';
  if (part === 'xml') return 0;
  if (stages.includes(part)) return 2;
  if (part === 'pipeline.ts' || part === 'score') return 3;
  if (part === 'batch') return 4;
  if (part === 'cli' || path === 'build/main.ts' || part === 'index.ts') return 5;
  if (part === 'build') return 3;
  return 1;
}

/** `xml/` reads registers and may speak of documents and diagnostics in types: those are below everything. */
const plain =
  /^(?:document|artifact|diagnostic|diagnostics-table|register|report|context|settings|json|rules)(?:\.ts|\/)/;

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsOf(path: string): Import[] {
  const code = readFileSync(join(src, path), 'utf8');
  const found = code.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*['"]([^'"]+)['"]/g);
  return Array.from(found, ([, to = '']) => ({
    from: path,
    to: to.startsWith('.') ? posix.normalize(posix.join(dirname(path), to)) : to,
  }));
}

const imports = files.flatMap(importsOf);
const local = imports.filter(({ to }) => files.includes(to));

/** Broken rule by broken rule, as sentences; empty is well. */
function upwards(all: readonly Import[]): string[] {
  return all
    .filter(({ from, to }) => {
      const [a = '', b = ''] = [from.split('/')[0], to.split('/')[0]];
      if (a === b || plain.test(to)) return false;
      const [height, other] = [heightOf(from), heightOf(to)];
      return (
        other > height || (other === height && height === 2) || (height === 4 && other === 5 && b !== 'build')
      );
    })
    .map(({ from, to }) => `${from} imports ${to}`);
}

describe('layers', () => {
  test('there is something to look at', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(local.length).toBeGreaterThan(100);
  });

  test('dependencies go down only, and no stage imports another', () => {
    expect(upwards(local)).toEqual([]);
  });

  test('the check can fail', () => {
    const wrong = [
      { from: 'read/text.ts', to: 'encode/index.ts' },
      { from: 'xml/tree.ts', to: 'batch/build.ts' },
      { from: 'pipeline.ts', to: 'cli/main.ts' },
      { from: 'batch/build.ts', to: 'cli/report.ts' },
    ];
    expect(upwards(wrong)).toHaveLength(4);
  });

  test('the linter says it in the editor already', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const folder = mkdtempSync(join(tmpdir(), 'chancery-layers-'));
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    const climbing = {
      'src/read/probe.ts': '../encode/index.ts',
      'src/read/deeper/probe.ts': '../../batch/build.ts',
      'src/xml/probe.ts': '../validate/index.ts',
      'src/pipeline.ts': './cli/main.ts',
      'src/batch/probe.ts': '../cli/report.ts',
    };
    for (const [path, from] of Object.entries({ ...climbing, 'src/read/well.ts': '../document.ts' })) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), `import { one } from '${from}';\n\nexport const two = one;\n`);
    }
    const biome = join(root, 'node_modules/.bin/biome');
    const { stderr } = spawnSync(biome, ['lint', '--vcs-enabled=false', 'src'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    const refused = [...stderr.matchAll(/^(\S+?):\d+:\d+ lint\/style\/noRestrictedImports/gm)].map(
      (m) => m[1],
    );
    expect(refused.sort()).toEqual(Object.keys(climbing).sort());
  });

  test('no module reaches itself through its imports', () => {
    const graph = new Map(files.map((f) => [f, local.filter((i) => i.from === f).map((i) => i.to)]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
      if (way.includes(file) || done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles.filter((circle) => !typesOnly(circle))).toEqual([]);
  });
});

/** A circle that is broken by an `import type` is none when the program runs. */
function typesOnly(circle: string): boolean {
  const way = circle.split(' -> ');
  return way.slice(1).some((to, at) => {
    const code = readFileSync(join(src, way[at] ?? ''), 'utf8');
    const name = posix.basename(to).replace('.', '\\.');
    const all = [
      ...code.matchAll(new RegExp(`(import|export)\\s+(type\\s)?[^;]*?['"][^'"]*${name}['"]`, 'g')),
    ];
    return all.length > 0 && all.every((m) => m[2] !== undefined || /\{\s*(?:type\s+\w+,?\s*)+\}/.test(m[0]));
  });
}

describe('the world is touched at the edges', () => {
  const edges = /^(?:cli|batch|build|publish|deposit)\//;

  /** Modules inside that read files, each with its reason. */
  const reasons: Readonly<Record<string, string>> = {
    'transform/stylesheet.ts': 'reads the compiled style sheets of the package itself',
    'xml/relaxng/file-resolver.ts': 'is given to the engine by whoever lets it read files',
    'validate/schema.ts': 'reads the compiled grammar of the package itself',
    'json-schema.ts': 'reads the compiled schemas of the package itself',
    'validate/validators.ts': 'reads the compiled schemas of the package itself',
  };

  const inside = files.filter((path) => !edges.test(path));

  test('files and network', () => {
    const world =
      /^node:(?:fs|http|https|net|tls|dgram|dns|child_process|worker_threads|readline|os)(?:\/|$)/;
    const touching = imports
      .filter(({ from, to }) => inside.includes(from) && world.test(to))
      .map((i) => i.from);
    expect([...new Set(touching)].filter((path) => !(path in reasons))).toEqual([]);
  });

  test('clock, console, chance and environment', () => {
    const used =
      /\bconsole\.|\bDate\.now\(|\bnew Date\(\)|\bperformance\.|\bMath\.random\(|\bprocess\.(?:env|stdout|stderr|cwd|argv|exit)|\bfetch\(/;
    const touching = inside.filter((path) =>
      used.test(withoutComments(readFileSync(join(src, path), 'utf8'))),
    );
    expect(touching).toEqual([]);
  });

  test('nothing that depends on the locale of the machine decides an order', () => {
    const used = /\.localeCompare\(|\.toLocale(?:Upper|Lower)Case\(|toLocale(?:Date|Time)?String\(\)/;
    const touching = files.filter((path) =>
      used.test(withoutComments(readFileSync(join(src, path), 'utf8'))),
    );
    expect(touching).toEqual([]);
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
