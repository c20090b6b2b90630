/** What a person reads first, of an edition with many files. */
import { expect, test } from 'vitest';
import { readme } from '../../src/deposit/files/readme.ts';
import { previewOf } from '../../src/deposit/preview.ts';
import { sampleDeposit, sampleDocument } from '../helpers/deposit.ts';

const edition = (number: number) =>
  sampleDeposit({ documents: Array.from({ length: number }, (_, i) => sampleDocument(`cable-${i}`)) });

test('of many files each folder has one line, and every document is still led to', () => {
  const [small, large] = [edition(300), edition(400)];
  expect(previewOf(small)).toContain('<td><a href="edition/cable-7/cable-7.txt">');
  const page = previewOf(large);
  expect(page).not.toContain('<td><a href="edition/');
  expect(page).toContain('<td>edition/cable-7/</td><td>3</td>');
  for (const { files } of large.documents) expect(page).toContain(`href="${files.page}"`);
});

test('of many names that were changed the first are told, and where the others are', () => {
  const deposit = edition(20);
  const files = deposit.files.map((f) => ({ ...f, originalName: `${f.path} (1)` }));
  const text = readme({ ...deposit, files }, []);
  expect(text.match(/ was /g)).toHaveLength(40);
  expect(text).toContain('- and 60 others: `alternateName` in `ro-crate-metadata.json`');
  expect(readme(deposit, [])).not.toContain('alternateName');
});
