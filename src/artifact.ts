/** A file we made, still in memory: the only thing that outputs produce and writers take. */

export type MediaType =
  | 'application/tei+xml'
  | 'application/ld+json'
  | 'application/json'
  | 'application/xml'
  | 'application/linkset+json'
  | 'application/n-quads'
  | 'text/turtle'
  | 'application/x-bibtex'
  | 'application/x-research-info-systems'
  | 'application/vnd.citationstyles.csl+json'
  | 'text/html'
  | 'text/plain'
  | 'text/markdown'
  | 'application/epub+zip'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'text/csv'
  | 'application/x-ndjson'
  | 'application/vnd.apache.parquet'
  | 'text/css'
  | 'text/javascript'
  | 'image/svg+xml'
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'font/woff2';

export interface Artifact {
  /** Relative to the folder it will be written under, `/` separators: `ID/index.html`. */
  readonly path: string;
  readonly mediaType: MediaType;
  readonly content: string | Uint8Array;
}
