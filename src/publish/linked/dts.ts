/**
 * The entry to the texts by the Distributed Text Services 1.0: `dts.json`, and the collection of all documents. Where the
 * settings ask for the format `dts`, each document has its own part beside its page (`transform/dts/`).
 */
import type { Artifact } from '../../artifact.ts';
import type { Context } from '../../context.ts';
import { dtsSuffix, dtsTemplates } from '../../linked/dts.ts';
import { documentBase } from '../../linked/vocabulary.ts';
import type { Row } from './row.ts';

const head = { '@context': 'https://dtsapi.org/context/v1.0.json', dtsVersion: '1.0' };

export function* dtsEntry(rows: readonly Row[], { settings }: Context): Generator<Artifact> {
  const { baseUrl, formats, title, description } = settings;
  if (baseUrl === undefined || !formats.includes('dts')) return;
  yield json('dts.json', {
    ...head,
    '@id': `${baseUrl}/dts.json`,
    '@type': 'EntryPoint',
    // Ids are addresses that end in a slash: that of the edition, or of a document's page.
    collection: `{+id}${dtsTemplates.collection}`,
    navigation: `{+resource}${dtsTemplates.navigation}`,
    document: `{+resource}${dtsTemplates.document}`,
  });
  const member: object[] = [];
  for (const value of rows) member.push(resource(value, settings));
  const collection = {
    ...head,
    '@id': `${baseUrl}/`,
    '@type': 'Collection',
    collection: `${baseUrl}/${dtsTemplates.collection}`,
    title,
    ...(description && { description }),
    totalParents: 0,
    totalChildren: member.length,
  };
  yield json('dts/collection.json', { ...collection, member });
  yield json(`dts/collection${dtsSuffix('parents')}.json`, { ...collection, member: [] });
}

function resource({ id, title, date, correspondence }: Row, { baseUrl }: Context['settings']): object {
  const page = documentBase(id, baseUrl);
  const [language] = correspondence.languages;
  return {
    '@id': page,
    '@type': 'Resource',
    title,
    totalParents: 1,
    totalChildren: 0,
    collection: page + dtsTemplates.collection,
    navigation: page + dtsTemplates.navigation,
    document: page + dtsTemplates.document,
    download: `${page}${id}.xml`,
    dublinCore: {
      title: [{ lang: language ?? 'und', value: title }],
      ...(date && { date: [date.slice(0, 10)] }),
      ...(language && { language: [language] }),
    },
  };
}

function json(path: string, value: object): Artifact {
  return { path, mediaType: 'application/json', content: `${JSON.stringify(value, null, 1)}\n` };
}
