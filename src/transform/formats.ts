/**
 * The editions of a document: to add one, a line here and a result in `xslt/edition.xsl`, a writer in
 * `forms/index.ts` for one that a plain run of paragraphs is enough for, or a function that makes it from editions
 * made before.
 */
import type { MediaType } from '../artifact.ts';
import type { Aspect } from '../aspects.ts';
import { annotations } from './annotations/index.ts';
import type { Derivation } from './derivation.ts';
import { dts } from './dts/index.ts';
import { iiif } from './iiif.ts';
import { linkset } from './linkset.ts';
import { nquads, turtle } from './rdf/index.ts';
import { sourcePage } from './source-page/index.ts';

export interface Format {
  /** Where the edition of the document with this id is written, relative to `dist/`; the main file of several. */
  readonly path: (id: string) => string;
  readonly mediaType: MediaType;
  /**
   * `xslt`: made by the style sheets; `flow`: by a writer of `forms/`; `graph`: the graph of `jsonld/`; `copy`: the TEI
   * as it is; else by a function.
   */
  readonly made: 'xslt' | 'flow' | 'graph' | 'copy' | Derivation;
  /** What it is, for `--help` and for people. */
  readonly description: string;
  /** What of a document is in it; all else is lost on the way. */
  readonly keeps: readonly Aspect[];
  /** What must be there for it to be made, if it is not always; it may then be more than one file. */
  readonly needs?: 'address' | 'images';
}

export const formats = {
  html: {
    path: (id) => `${id}/index.html`,
    mediaType: 'text/html',
    made: 'xslt',
    keeps: ['words', 'spacing', 'paragraphs', 'facts', 'names', 'speech', 'evidence'],
    description: 'reading edition, one page with its evidence',
  },
  text: {
    path: (id) => `${id}/${id}.txt`,
    mediaType: 'text/plain',
    made: 'xslt',
    keeps: ['words', 'paragraphs'],
    description: 'plain-text edition, lines of 72 columns',
  },
  jsonld: {
    path: (id) => `${id}/${id}.jsonld`,
    mediaType: 'application/ld+json',
    made: 'graph',
    keeps: ['catalogue', 'facts', 'names', 'speech', 'evidence'],
    description: 'linked-data edition: schema.org, RiC-O and PROV-O in JSON-LD 1.1',
  },
  markdown: {
    path: (id) => `${id}/${id}.md`,
    mediaType: 'text/markdown',
    made: 'flow',
    keeps: ['words', 'paragraphs'],
    description: 'reading text in CommonMark',
  },
  epub: {
    path: (id) => `${id}/${id}.epub`,
    mediaType: 'application/epub+zip',
    made: 'flow',
    keeps: ['words', 'paragraphs', 'facts'],
    description: 'reading text as an EPUB 3 for e-readers',
  },
  docx: {
    path: (id) => `${id}/${id}.docx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    made: 'flow',
    keeps: ['words', 'paragraphs'],
    description: 'reading text for Word, with the anchors of the TEI as bookmarks',
  },
  source: {
    path: (id) => `${id}/source.html`,
    mediaType: 'text/html',
    made: sourcePage,
    keeps: ['words', 'spacing', 'paragraphs', 'evidence'],
    description: 'the source line by line, with what each part became, and the rules',
  },
  bibtex: {
    path: (id) => `${id}/${id}.bib`,
    mediaType: 'application/x-bibtex',
    made: 'xslt',
    keeps: ['facts'],
    description: 'citation as BibTeX',
  },
  ris: {
    path: (id) => `${id}/${id}.ris`,
    mediaType: 'application/x-research-info-systems',
    made: 'xslt',
    keeps: ['facts'],
    description: 'citation as RIS, for Zotero, EndNote and others',
  },
  csl: {
    path: (id) => `${id}/${id}.csl.json`,
    mediaType: 'application/vnd.citationstyles.csl+json',
    made: 'xslt',
    keeps: ['facts'],
    description: 'citation as CSL-JSON',
  },
  tei: {
    path: (id) => `${id}/${id}.xml`,
    mediaType: 'application/tei+xml',
    made: 'copy',
    keeps: ['words', 'spacing', 'paragraphs', 'catalogue', 'facts', 'names', 'speech', 'evidence'],
    description: 'the TEI as published',
  },
  annotations: {
    path: (id) => `${id}/${id}.anno.jsonld`,
    mediaType: 'application/ld+json',
    made: annotations,
    keeps: ['facts', 'names', 'speech', 'evidence'],
    description: 'Web Annotations on the plain text, one for each assertion with its evidence',
  },
  nquads: {
    path: (id) => `${id}/${id}.nq`,
    mediaType: 'application/n-quads',
    made: nquads,
    keeps: ['catalogue', 'facts', 'names', 'speech', 'evidence'],
    description: 'the linked-data edition as canonical N-Quads',
  },
  turtle: {
    path: (id) => `${id}/${id}.ttl`,
    mediaType: 'text/turtle',
    made: turtle,
    keeps: ['catalogue', 'facts', 'names', 'speech', 'evidence'],
    description: 'the linked-data edition as Turtle',
  },
  linkset: {
    path: (id) => `${id}/linkset.json`,
    mediaType: 'application/linkset+json',
    made: linkset,
    needs: 'address',
    keeps: [],
    description: 'signposting links (RFC 9264), for an edition with an address',
  },
  dts: {
    path: (id) => `${id}/dts/collection.json`,
    mediaType: 'application/json',
    made: dts,
    needs: 'address',
    keeps: ['words', 'spacing', 'paragraphs', 'catalogue', 'facts', 'names', 'speech', 'evidence'],
    description: 'paragraphs and utterances as a static DTS 1.0 tree, for an edition with an address',
  },
  iiif: {
    path: (id) => `${id}/iiif.json`,
    mediaType: 'application/json',
    made: iiif,
    needs: 'images',
    keeps: ['words'],
    description: 'IIIF Presentation 3 manifest, for a document with images',
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];
