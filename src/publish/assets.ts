/** Files that every page links to, and the schemas that every published TEI names (`../schemas/chancery.rng`). */
import { readFileSync } from 'node:fs';
import type { Artifact, MediaType } from '../artifact.ts';

const files: Readonly<Record<string, MediaType>> = {
  'assets/edition.css': 'text/css',
  'assets/icon.svg': 'image/svg+xml',
  'schemas/chancery.rng': 'application/xml',
  'schemas/chancery.sch': 'application/xml',
};

/** Of the package, whether this module runs from src/ or from lib/. */
export function assets(): readonly Artifact[] {
  return Object.entries(files).map(([path, mediaType]) => ({
    path,
    mediaType,
    content: readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'),
  }));
}
