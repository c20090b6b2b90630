/** Files on the disk as artifacts: the media type goes by the ending. */
import { join } from 'node:path';
import type { Artifact, MediaType } from '../artifact.ts';
import { filesUnder, statOf } from '../batch/files.ts';
import type { Input } from './inputs.ts';

const mediaTypes: Readonly<Record<string, MediaType>> = {
  xml: 'application/tei+xml',
  tei: 'application/tei+xml',
  jsonld: 'application/ld+json',
  json: 'application/json',
  html: 'text/html',
  txt: 'text/plain',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};

/** XML of an edition that is no document of it: the site map, the letter index, passages for DTS. */
const otherXml = /(?:^|[/\\])(?:(?:sitemap|feed|opensearch|cmif|oai)\.xml|dts[/\\]document[^/\\]*\.xml)$/;

/** The media type of a path, if it is one that Chancery knows. */
function mediaTypeOf(path: string): MediaType | undefined {
  if (otherXml.test(path)) return 'application/xml';
  return mediaTypes[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
}

/** Standard input, and a file with an ending nobody knows, are taken for TEI: that is what one validates. */
export function artifactOf({ name, bytes }: Input): Artifact {
  return { path: name, mediaType: mediaTypeOf(name) ?? 'application/tei+xml', content: bytes };
}

/** The file itself, or the files of a folder that have a media type we know. */
export function filesIn(name: string): string[] {
  if (name === '-' || !statOf(name)?.isDirectory()) return [name];
  return filesUnder(name)
    .filter((path) => mediaTypeOf(path) !== undefined)
    .map((path) => join(name, path));
}
