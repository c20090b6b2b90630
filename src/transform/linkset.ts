/**
 * Signposting for machines (signposting.org, FAIR profile level 2): the typed links of a page, its files and their
 * metadata, as a link set (RFC 9264, JSON). A static site cannot send `Link` headers; the page points here with
 * `<link rel="linkset" type="application/linkset+json" href="linkset.json">`.
 */
import { documentBase } from '../linked/vocabulary.ts';
import type { Derivable, Derivation, PublishedFile } from './derivation.ts';

export const linkset: Derivation = {
  from: [],
  make: (document) => {
    const { id, context } = document;
    if (context.settings.baseUrl === undefined) return { artifacts: [] };
    const content = `${JSON.stringify({ linkset: linksOf(document) }, null, 2)}\n`;
    return { artifacts: [{ path: `${id}/linkset.json`, mediaType: 'application/linkset+json', content }] };
  },
};

interface Target {
  readonly href: string;
  readonly type?: string;
  readonly profile?: string;
}

const about: readonly string[] = ['jsonld', 'nquads', 'turtle'];
const apart: readonly string[] = ['html', 'linkset', 'dts', 'iiif'];

function linksOf({ id, files, context }: Derivable): readonly object[] {
  const { settings } = context;
  const page = documentBase(id, settings.baseUrl);
  const target = ({ path, mediaType }: PublishedFile): Target => ({ href: page + path, type: mediaType });
  const metadata = files.filter((f) => about.includes(f.format));
  const items = files.filter((f) => !about.includes(f.format) && !apart.includes(f.format));
  const authors = settings.editors.flatMap(({ orcid }) =>
    orcid === undefined ? [] : [{ href: orcidAddress(orcid) }],
  );
  const license = settings.licence.url === undefined ? [] : [{ href: settings.licence.url }];
  return [
    {
      anchor: page,
      'cite-as': [{ href: page }],
      type: [{ href: 'https://schema.org/AboutPage' }, { href: 'https://schema.org/ArchiveComponent' }],
      ...some('author', authors),
      ...some('license', license),
      collection: [{ href: `${settings.baseUrl}/`, type: 'text/html' }],
      describedby: metadata.map(target),
      item: items.map(target),
    },
    ...items.map((file) => ({
      anchor: page + file.path,
      collection: [{ href: page, type: 'text/html' }],
      ...some('license', license),
    })),
    ...metadata.map((file) => ({
      anchor: page + file.path,
      describes: [{ href: page, type: 'text/html' }],
    })),
  ];
}

function some(relation: string, targets: readonly Target[]): Readonly<Record<string, readonly Target[]>> {
  return targets.length === 0 ? {} : { [relation]: targets };
}

/** With or without the address before it, as settings may have it. */
function orcidAddress(orcid: string): string {
  return orcid.startsWith('http') ? orcid : `https://orcid.org/${orcid}`;
}
