/** What the style sheets are told besides the document: facts of the edition project, all of them strings. */
import type { Context } from '../context.ts';
import { vocabularyOf } from '../words/index.ts';
import type { PublishedFile } from './derivation.ts';
import { momentInWords } from './digest/dates.ts';

export function parameters(
  id: string,
  files: readonly PublishedFile[],
  context: Context,
): Readonly<Record<string, string>> {
  const { settings, version, built } = context;
  return {
    id,
    version,
    'edition-title': settings.title,
    'edition-language': settings.language,
    'edition-publisher': settings.publisher,
    'edition-editors': settings.editors.map((editor) => editor.name).join(', '),
    'edition-rights': settings.rights,
    'licence-name': settings.licence.name,
    'licence-url': settings.licence.url ?? '',
    'base-url': settings.baseUrl ?? '',
    'build-date': built ?? '',
    'build-moment': built === undefined ? '' : momentInWords(built, vocabularyOf(context).words),
    files: lines(files.map(({ format, path, mediaType }) => [format, path, mediaType])),
  };
}

/** A small table as a string: a row to a line, cells parted by tabs. */
function lines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => cell.replace(/[\t\n]/g, ' ')).join('\t')).join('\n');
}
