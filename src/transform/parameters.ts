/** What the style sheets are told besides the document: facts of the edition project, all of them strings. */
import type { Context } from '../context.ts';

export function parameters(id: string, { settings, version }: Context): Readonly<Record<string, string>> {
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
  };
}
