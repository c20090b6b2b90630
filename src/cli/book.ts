/** Documents bound into one EPUB: the edition as a book. */
import { createHash } from 'node:crypto';
import type { Artifact } from '../artifact.ts';
import { CommandError } from '../batch/errors.ts';
import { compareText } from '../batch/files.ts';
import { unsealed } from '../batch/seal.ts';
import { textOf } from '../batch/tei-file.ts';
import type { Context } from '../context.ts';
import type { Flow } from '../transform/forms/flow.ts';

export interface Binding {
  /** A TEI without errors becomes a chapter. */
  add(tei: Pick<Artifact, 'path' | 'content'>): void;
  /** `edition.epub`, its chapters by date, then by id; nothing where nothing was added. */
  bound(): readonly Artifact[];
}

/** Throws `CommandError` 2 unless EPUB alone is asked for: no other format binds documents. */
export async function bookOf(formats: readonly string[], context: Context): Promise<Binding> {
  if (formats.join() !== 'epub') {
    throw new CommandError(2, '--as-one makes one EPUB of all documents.', 'Ask for --to epub alone.');
  }
  const { flowOf } = await import('../transform/index.ts');
  const { epub } = await import('../transform/forms/epub.ts');
  const flows: Flow[] = [];
  return {
    add: (tei) =>
      void flows.push(flowOf({ path: tei.path, content: unsealed(textOf(tei.content)) }, context)),
    bound: () => {
      if (flows.length === 0) return [];
      const { title, language, publisher, rights } = context.settings;
      const chapters = [...flows].sort((a, b) => compareText(a.dated, b.dated) || compareText(a.id, b.id));
      const ids = chapters.map((flow) => flow.id).join('\n');
      const identifier = `urn:x-chancery:edition:${createHash('sha256').update(ids).digest('hex')}`;
      const content = epub(chapters, {
        title,
        language,
        identifier,
        publisher,
        rights,
        contents: 'Contents',
      });
      return [{ path: 'edition.epub', mediaType: 'application/epub+zip', content }];
    },
  };
}
