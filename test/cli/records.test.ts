/** A table of documents given to the commands that work without a project: each record is a document of its own. */
import { expect, test } from 'vitest';
import { chancery } from '../helpers/command.ts';
import { folderWith, namesIn } from '../helpers/folder.ts';

const table =
  'id,title,summary,text\n7,"A & B",,"He left on 5 May 1961."\n8,C,Arrival of a guest.,"She came on 6 May 1961, and stayed."\n';

test('encode writes each, convert too, and audit finds the record of a TEI', {
  timeout: 300_000,
}, async () => {
  const cwd = folderWith({ 'letters & notes.csv': table });
  const run = async (...args: string[]) => {
    const ran = await chancery(args, { cwd });
    expect({ args, code: ran.code, stderr: ran.stderr }).toEqual({ args, code: 0, stderr: '' });
    return ran.stdout;
  };
  expect(await run('encode', 'letters & notes.csv', '-o', 'out', '--explain')).toMatch(
    /#7: read as catalogue-export[\s\S]*#8: read as catalogue-export/,
  );
  expect(namesIn(`${cwd}/out`)).toEqual(['letters-notes-7.xml', 'letters-notes-8.xml']);
  const audited = await run('audit', 'letters & notes.csv', 'out/letters-notes-8.xml');
  expect(audited).toContain('Every character is accounted for.');
  expect(audited).toMatch(/total +35\n/);
  await run('convert', 'letters & notes.csv', '--to', 'text', '-o', 'words');
  expect(namesIn(`${cwd}/words`)).toHaveLength(2);
  // Two results do not go to standard output.
  const two = await chancery(['encode', 'letters & notes.csv'], { cwd });
  expect([two.code, two.stdout]).toEqual([2, '']);
});

test('score finds the record that gold names, and asks for a name where there are several', {
  timeout: 120_000,
}, async () => {
  const gold = (source: string) =>
    JSON.stringify([
      { source, kinds: ['date'], items: [{ kind: 'date', start: 12, end: 22, value: '1961-05-06' }] },
    ]);
  const cwd = folderWith({
    'letters.csv': table,
    'named.json': gold('letters.csv#8'),
    'unnamed.json': gold('letters.csv'),
  });
  const named = await chancery(['score', 'named.json'], { cwd });
  expect({ code: named.code, stderr: named.stderr }).toEqual({ code: 0, stderr: '' });
  expect(named.stdout).toMatch(/^date +1 +1 +1\.000 +1\.000/m);
  const unnamed = await chancery(['score', 'unnamed.json'], { cwd });
  expect(unnamed.code).toBe(1);
  expect(unnamed.stdout).toContain('letters.csv (it holds 2 documents: name one, letters.csv#7)');
});
