/**
 * The editions of a document: to add one, a line here and a result in `xslt/edition.xsl`, or a writer in
 * `forms/index.ts` for one that a plain run of paragraphs is enough for.
 */
import type { MediaType } from '../artifact.ts';

export interface Format {
  /** Where the edition of the document with this id is written, relative to `dist/`. */
  readonly path: (id: string) => string;
  readonly mediaType: MediaType;
  /** `xslt`: made by the style sheets; `flow`: by a writer of `forms/`; `copy`: the TEI as it is. */
  readonly made: 'xslt' | 'flow' | 'copy';
  /** What it is, for `--help` and for people. */
  readonly description: string;
}

export const formats = {
  html: {
    path: (id) => `${id}/index.html`,
    mediaType: 'text/html',
    made: 'xslt',
    description: 'reading edition, one page with its evidence',
  },
  text: {
    path: (id) => `${id}/${id}.txt`,
    mediaType: 'text/plain',
    made: 'xslt',
    description: 'plain-text edition, lines of 72 columns',
  },
  jsonld: {
    path: (id) => `${id}/${id}.jsonld`,
    mediaType: 'application/ld+json',
    made: 'xslt',
    description: 'linked-data edition: schema.org, RiC-O and PROV-O in JSON-LD 1.1',
  },
  markdown: {
    path: (id) => `${id}/${id}.md`,
    mediaType: 'text/markdown',
    made: 'flow',
    description: 'reading text in CommonMark',
  },
  epub: {
    path: (id) => `${id}/${id}.epub`,
    mediaType: 'application/epub+zip',
    made: 'flow',
    description: 'reading text as an EPUB 3 for e-readers',
  },
  docx: {
    path: (id) => `${id}/${id}.docx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    made: 'flow',
    description: 'reading text for Word, with the anchors of the TEI as bookmarks',
  },
  tei: {
    path: (id) => `${id}/${id}.xml`,
    mediaType: 'application/tei+xml',
    made: 'copy',
    description: 'the TEI as published',
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];
