/** Files that every page links to. */
import { readFileSync } from 'node:fs';
import type { Artifact, MediaType } from '../artifact.ts';

const files: Readonly<Record<string, MediaType>> = {
  'edition.css': 'text/css',
  'icon.svg': 'image/svg+xml',
  'page.js': 'text/javascript',
};

/** `assets/` of the package, whether this module runs from src/ or from lib/. */
export function assets(): readonly Artifact[] {
  return Object.entries(files).map(([name, mediaType]) => ({
    path: `assets/${name}`,
    mediaType,
    content: readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8'),
  }));
}
