/**
 * `feed.xml` (Atom, RFC 4287): the documents changed last, then those with the latest dates. No clock goes in: an
 * entry's time is its latest dated change, else the time the build was given (SOURCE_DATE_EPOCH), else 1970.
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import { instantKey } from './dates.ts';
import { html } from './html.ts';
import { compare } from './names.ts';
import { draftOf, type MakePart, valuesOf } from './part.ts';
import { checksum, type Sheaf } from './sheaves.ts';
import { type Summary, summaryKey, summaryOf } from './summary.ts';

export interface Listed {
  readonly key: string;
  readonly summary: Summary;
  readonly changed?: string;
}

const mostEntries = 50;

/** An edition of so few documents needs no calendar to be looked through. */
export const fewDocuments = 30;

/** All documents, those changed last at the end. */
export const feedPart: MakePart = ({ context }) => [
  {
    name: 'latest',
    always: [''],
    share: (document, give) => {
      const { changed } = document;
      const key = summaryKey(document);
      const order = `${changed === undefined ? '' : instantKey(changed)}|${key.replace('~', '')}`;
      const listed: Listed = { key, summary: summaryOf(document), ...(changed && { changed }) };
      give('latest', '', order, listed);
    },
    pages: ({ size, rows }: Sheaf<Listed>, give) => {
      // A small edition lists all of them on its front page.
      give('front', '', 'latest', size <= fewDocuments && checksum(...Array.from(rows, (row) => row.hash)));
      const last = [...rows].slice(-mostEntries).reverse();
      return [draftOf('feed.xml', '', last, () => feed(valuesOf(last), context))];
    },
  },
];

function feed(rows: readonly Listed[], context: Context): Artifact {
  const { settings, version, built } = context;
  const timeOf = (iso: string | undefined): string => {
    const key = instantKey(iso);
    return key === '~' ? (built ?? '1970-01-01T00:00:00.000Z') : key.replace(/^0+(?=\d{4}-)/, '');
  };
  const base = settings.baseUrl;
  const name = settings.title.replace(/[^A-Za-z0-9]+/g, '-');
  const idOf = (path: string): string => (base ? `${base}/${path}` : `urn:x-chancery:${name}:${path}`);
  const latest = rows
    .map((r) => timeOf(r.changed))
    .sort(compare)
    .at(-1);
  const content = html`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${settings.language}"${base && html` xml:base="${base}/"`}>
<title>${settings.title}</title>
${settings.description && html`<subtitle>${settings.description}</subtitle>\n`}<id>${idOf('')}</id>
<updated>${latest ?? timeOf(undefined)}</updated>
<link rel="alternate" type="text/html" href="${base ? `${base}/` : 'index.html'}"/>
<link rel="self" type="application/atom+xml" href="${base ? `${base}/feed.xml` : 'feed.xml'}"/>
${settings.editors.length > 0 ? settings.editors.map((e) => html`<author><name>${e.name}</name></author>\n`) : html`<author><name>${settings.publisher}</name></author>\n`}<rights>${settings.rights}</rights>
<generator uri="https://www.npmjs.com/package/chancery" version="${version}">Chancery</generator>
${rows.map(
  ({ summary: { id, title, kind, abstract, from, to, date }, changed }) => html`<entry>
<title>${title}</title>
<id>${idOf(`${id}/`)}</id>
<updated>${timeOf(changed)}</updated>
<link rel="alternate" type="text/html" href="${base ? `${base}/${id}/` : `${id}/index.html`}"/>
<category term="${kind}"/>
<summary>${[date?.slice(0, 10), [from.join(', '), to.join(', ')].filter(Boolean).join(' → '), abstract].filter(Boolean).join('. ')}</summary>
</entry>
`,
)}</feed>
`;
  return { path: 'feed.xml', mediaType: 'application/xml', content: content.text };
}
