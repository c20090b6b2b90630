/**
 * A record of an archive's catalogue: the text in one column, what the archive knows of it in the others. The
 * text may be of any kind; its head is read as far as it says what it is, the rest is paragraphs.
 */
import type { Dialect, Page, Recognition } from '../dialect.ts';
import { readEdited } from '../letters/read.ts';

const tables = new Set(['json', 'jsonl', 'csv']);

function recognise(page: Page): Recognition {
  const columns = Object.keys(page.source.metadata);
  if (!tables.has(page.source.format) || columns.length === 0)
    return { score: 0, why: 'no columns beside the text' };
  return { score: 0.5, why: `${columns.length} columns of a catalogue beside the text` };
}

export const catalogueExport: Dialect = {
  id: 'catalogue-export',
  name: 'record of a catalogue',
  recognise,
  read: readEdited,
};
