/** What an edition has besides its documents: a part is a file and a line in this table. */
import { aboutPart } from './about-part.ts';
import { documentsPart } from './documents-part.ts';
import { facetsPart } from './facets-part.ts';
import { feedPart } from './feed-part.ts';
import { linkedPart } from './linked/part.ts';
import { mapPart } from './map-part.ts';
import { networkPart } from './network-part.ts';
import type { MakePart } from './part.ts';
import { registerPart } from './register-part.ts';
import { searchPart } from './search/index-part.ts';
import { statisticsPart } from './statistics-part.ts';
import { timelinePart } from './timeline-part.ts';

/** In the order in which their pages are written. */
export const parts: readonly MakePart[] = [
  documentsPart,
  facetsPart,
  registerPart,
  timelinePart,
  networkPart,
  mapPart,
  statisticsPart,
  aboutPart,
  feedPart,
  linkedPart,
  searchPart,
];
