/** Files that every page links to. */
import { readFileSync } from 'node:fs';
import type { Artifact, MediaType } from '../artifact.ts';

const files: Readonly<Record<string, MediaType>> = {
  'edition.css': 'text/css',
  'site.css': 'text/css',
  'icon.svg': 'image/svg+xml',
};

/** A file in `assets/` of the package, whether this module runs from src/ or from lib/. */
export function assetText(name: string): string {
  return readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8');
}

/**
 * The files beside the pages. An edition puts its own in their place, file by file, and may add others.
 *
 * @param own the edition's `assets/` folder, name to content
 */
export function assets(own: ReadonlyMap<string, Uint8Array> = new Map()): readonly Artifact[] {
  const ours = Object.entries(files).map(([name, mediaType]) => ({
    path: `assets/${name}`,
    mediaType,
    content: own.get(name) ?? assetText(name),
  }));
  return ours;
}
