/** Converting in threads: the order of the items is kept, and whatever happens to one of them, it is told. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Converters, converted } from '../../src/cli/converters.ts';
import type { Item } from '../../src/cli/gather.ts';
import { defaultSettings } from '../../src/settings.ts';
import { chancery } from '../helpers/command.ts';
import { contentsOf, emptyFolder, folderWith } from '../helpers/folder.ts';

const item = (name: string): Item => ({
  shown: name,
  name,
  folder: '',
  format: name,
  bytes: new Uint8Array(1),
});

async function* items(names: readonly string[]): AsyncGenerator<Item> {
  for (const name of names) yield item(name);
}

/** The first takes longest; one throws, one takes all memory. */
const worker = `import { setTimeout } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
export default async function work({ name }) {
  for (const all = []; name === 'eats'; ) all.push(new Array(100_000).fill(0));
  if (name === 'throws') throw new Error('no more');
  await setTimeout(name === 'a' ? 300 : 1);
  return { documents: [], findings: [], asItIs: name + workerData[1].formats[0] };
}
`;

async function outcomes(names: readonly string[], over: Partial<Converters> = {}) {
  const file = join(emptyFolder(), 'worker.mjs');
  writeFileSync(file, worker);
  const converters: Converters = {
    jobs: 2,
    cores: 2,
    limits: defaultSettings.limits,
    data: { formats: ['!'] },
    here: async ({ name }) => ({ documents: [], findings: [], asItIs: `${name}?` }),
    file,
    ...over,
  };
  const found: (string | undefined)[] = [];
  for await (const [{ name }, { asItIs, findings }] of converted(items(names), converters))
    found.push(asItIs ?? `${name} ${findings.map((f) => `${f.file} ${f.code}`)}`);
  return found;
}

test('results come in the order of the items', async () => {
  expect(await outcomes([...'abcdefghi'])).toEqual([...'abcdefghi'].map((name) => `${name}!`));
});

test('an item whose thread dies is told; the others are converted', async () => {
  const limits = { ...defaultSettings.limits, megabytes: 30 };
  expect(await outcomes(['a', 'throws', 'b', 'eats', 'c'], { limits })).toEqual([
    'a!',
    'throws throws build.limit',
    'b!',
    'eats eats build.limit',
    'c!',
  ]);
});

test('few items, one core, or no built program: this thread does it', async () => {
  const here = ['a?', 'b?'];
  expect(await outcomes(['a', 'b'], { jobs: 1 })).toEqual(here);
  expect(await outcomes(['a', 'b'], { cores: 1 })).toEqual(here);
  expect(await outcomes(['a', 'b'], { file: '/nowhere.mjs' })).toEqual(here);
  expect(await outcomes(['a'])).toEqual(['a?']);
});

test('one thread or two: the same files, the same report', async () => {
  const note = (day: number): string => `He left Tokyo on ${day} May 1961, and said that he would return.\n`;
  const cwd = folderWith({
    'in/1961/b.txt': note(5),
    'in/a.txt': note(6),
    'in/bad.txt': new Uint8Array([0, 255, 0, 1]),
    'in/a.md': note(7),
  });
  const [one, two] = await Promise.all(
    ['1', '2'].map((jobs) =>
      chancery(['convert', 'in', '--to', 'tei,text,csv', '-o', `out-${jobs}`, '--jobs', jobs], { cwd }),
    ),
  );
  expect(two?.code).toBe(1);
  expect(two?.stdout.replaceAll('out-2', 'out-1')).toBe(one?.stdout);
  const [files, others] = ['1', '2'].map((jobs) => contentsOf(join(cwd, `out-${jobs}`)));
  expect(Object.keys(files ?? {}).length).toBeGreaterThan(6);
  expect(others).toEqual(files);
});
