/** The register through the life of an edition: proposed, added by hand, linked, merged; checks stay green. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chancery } from '../helpers/command.ts';
import { folderWith, text } from '../helpers/folder.ts';

const letter = `From: Ambassador Marsh
To: Foreign Minister Grey
Subject: Boats
Sent: London, May 6, 1961, 19:40

I saw Foreign Minister Grey on 5 May 1961. Foreign Minister Grey said that the boats were late.
`;

test('an edition without a register gets one, entry by entry', { timeout: 300_000 }, async () => {
  const cwd = folderWith({ 'chancery.json': '{"title": "Boats"}', 'sources/letter.txt': letter });
  const run = async (...args: string[]) => {
    const ran = await chancery(args, { cwd });
    expect({ args, code: ran.code, stderr: ran.stderr }).toEqual({ args, code: 0, stderr: '' });
    return ran.stdout;
  };
  await run('build', '--quiet');
  const { proposals } = JSON.parse(await run('register', 'propose', '--format', 'json')) as {
    proposals: { type: string; id: string; kind: string; name: string }[];
  };
  const people = proposals.filter((p) => p.type === 'new' && p.kind === 'person');
  expect(people.map((p) => p.id).sort()).toEqual(['grey', 'marsh']);
  expect(await run('register', 'list')).toContain('0 entries');

  // As an editor would: the file gets a comment, and a second entry that turns out to be the same man.
  await run('register', 'add', 'grey');
  await run('register', 'add', '--kind', 'person', '--name', 'E. Grey', '--alias', 'ja:グレイ');
  const path = join(cwd, 'tei/register.xml');
  writeFileSync(path, text(cwd, 'tei/register.xml').replace('<listPerson>', '<!-- mine -->\n  <listPerson>'));
  await run('register', 'merge', 'grey', 'e-grey');
  expect(text(cwd, 'tei/register.xml')).toContain('<!-- mine -->');
  await run('build', '--quiet');
  expect(text(cwd, 'tei/letter.xml')).toContain('sameAs="reg:grey"');
  expect(await run('register', 'list', '--kind', 'person')).toMatch(
    /grey {2}Grey {2}\(\d+ mentions in 1 document\)/,
  );
  await run('validate', 'tei');
  await run('audit', 'sources/letter.txt', 'tei/letter.xml');

  // What cannot be done changes nothing.
  const before = text(cwd, 'tei/register.xml');
  const wrong = await chancery(['register', 'merge', 'grey', 'nobody'], { cwd });
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('no entry nobody');
  expect((await chancery(['register', 'add', 'nobody'], { cwd })).code).toBe(2);
  expect((await chancery(['register', 'nonsense'], { cwd })).code).toBe(2);
  expect(text(cwd, 'tei/register.xml')).toBe(before);
});
