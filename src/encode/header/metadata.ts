/**
 * What the archive's catalogue says in columns beside the text: each word for word, in the element for it where
 * TEI has one (chapter 3.12), else in a note that bears the name of its column.
 */
import type { Encoding } from '../encoding.ts';
import { el, type XmlElementNode } from '../node.ts';

/** Columns by the element they become; names as catalogues use them. */
const elements: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
  title: ['title', { level: 'u' }],
  authors: ['author', {}],
  author: ['author', {}],
  creator: ['author', {}],
  date: ['date', {}],
  original_publication_date: ['date', {}],
  doc_date: ['date', {}],
  record_id: ['idno', { type: 'record' }],
  doc_id: ['idno', { type: 'record' }],
  document_id: ['idno', { type: 'record' }],
  id: ['idno', { type: 'record' }],
  identifier: ['idno', { type: 'archive' }],
  document_url: ['idno', { type: 'URI' }],
  url: ['idno', { type: 'URI' }],
};

/** Front matter stands in the text itself; the columns of a table and the head of a page do not. */
export function catalogueRecord(enc: Encoding): XmlElementNode | undefined {
  const { format, metadata } = enc.document.source;
  const pairs = Object.entries(metadata);
  if (format === 'markdown' || format === 'text' || pairs.length === 0) return undefined;
  return el(
    'bibl',
    { type: 'catalogue', 'xml:id': enc.ids.fresh('catalogue.record') },
    pairs.map(([key, value]) => {
      const [name, attributes] = elements[key.toLowerCase()] ?? ['note', { type: 'catalogue' }];
      return el(name, name === 'note' ? { ...attributes, n: key.replace(/\s+/g, '-') } : attributes, value);
    }),
  );
}
