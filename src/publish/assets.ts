/** Files that every page links to, and the schemas that every published TEI names (`../schemas/chancery.rng`). */
import { readFileSync } from 'node:fs';
import type { Artifact, MediaType } from '../artifact.ts';

const files = ['edition.css', 'site.css', 'page.js', 'icon.svg'];

/** What every published TEI names as its schemas. */
const schemas = ['chancery.rng', 'chancery.sch'];

const mediaTypes: Readonly<Record<string, MediaType>> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

/** An edition's own style, added to the one that every page has. */
const ownStyle = 'own.css';

/** A file in `assets/` of the package, whether this module runs from src/ or from lib/. */
export function assetText(name: string): string {
  return readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8');
}

/** Whether a file is of a kind that pages use. */
export function isAsset(name: string): boolean {
  return mediaTypeOf(name) !== undefined;
}

function mediaTypeOf(name: string): MediaType | undefined {
  return mediaTypes[/\.([a-z0-9]+)$/.exec(name)?.[1] ?? ''];
}

/**
 * The files beside the pages. An edition's own stand in their place, file by file, or beside them.
 *
 * @param own name under `assets/` to content
 */
export function assets(own: ReadonlyMap<string, Uint8Array> = new Map()): readonly Artifact[] {
  const names = new Set([...files, ...own.keys()]);
  names.delete(ownStyle);
  const styles = [...names].map(
    (name): Artifact => ({
      path: `assets/${name}`,
      mediaType: mediaTypeOf(name) ?? 'text/plain',
      content: name === 'edition.css' ? withOwnStyle(own) : (own.get(name) ?? assetText(name)),
    }),
  );
  return [
    ...styles,
    ...schemas.map(
      (name): Artifact => ({
        path: `schemas/${name}`,
        mediaType: 'application/xml',
        content: readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8'),
      }),
    ),
  ];
}

function withOwnStyle(own: ReadonlyMap<string, Uint8Array>): string | Uint8Array {
  const base = own.get('edition.css');
  const added = own.get(ownStyle);
  if (added === undefined) return base ?? assetText('edition.css');
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return `${base ? text(base) : assetText('edition.css')}\n${text(added)}`;
}
