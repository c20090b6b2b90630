import { expect, test } from 'vitest';
import { chancery } from '../helpers/command.ts';
import { addFiles, folderWith } from '../helpers/folder.ts';

const grammar = (name: string): string =>
  `<element name="${name}" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>`;

test('validate --watch checks again when a document or a schema changes, until it is interrupted', async () => {
  const cwd = folderWith({ 'letter.rng': grammar('letter'), 'tei/a.xml': '<letter><p/></letter>' });
  /** What changes after each check, and what the check before it must have said. */
  const steps: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['1 file checked, 1 with errors.', { 'tei/a.xml': '<letter/>' }],
    ['1 file checked: valid.', { 'letter.rng': '<nonsense/>' }],
    ['not in the namespace', { 'letter.rng': grammar('cable') }],
    ['1 file checked, 1 with errors.', { 'tei/a.xml': '<cable/>', 'tei/b.xml': '<cable/>' }],
    ['2 files checked: valid.', {}],
  ];
  const seen: string[] = [];
  let said = '';
  const { code } = await chancery(['validate', 'tei', '--schema', 'letter.rng', '--watch'], {
    cwd,
    meanwhile(child) {
      const hear = (part: Buffer): void => {
        said += part.toString();
        if (!said.includes('Watching; Ctrl-C ends it.')) return;
        seen.push(said);
        said = '';
        const next = steps[seen.length - 1]?.[1];
        if (next !== undefined && seen.length < steps.length) addFiles(cwd, next);
        else child.kill('SIGINT');
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
    },
  });
  expect(code).toBe(130);
  expect(seen).toHaveLength(steps.length);
  for (const [i, [words]] of steps.entries()) expect(seen[i]).toContain(words);
});
