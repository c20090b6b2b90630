/**
 * What an edition has besides its documents, and what it is made from: a part is a file and a line in this table. Rows
 * go from above to below.
 *
 *     part          its sheaves, and what they are made from
 *     documents     months of documents -> years of months -> the index of years
 *     facets        values of documents -> facets of values -> browse
 *     register      names of mentions, entries of names -> letters of names -> kinds of letters -> the register
 *     timeline      years of events -> the index of years
 *     network, map, statistics, about   heaps of documents -> sums of heaps
 *     feed          all documents
 *     linked        all documents; entries of documents -> the graph of the register
 *     search        days of documents, heaps of names -> months of days -> words of months -> runs of words -> the index
 *     front         what the others have to say
 *     neighbours    months of documents -> months in order; numbers of telegrams -> documents of neighbours
 */
import { aboutPart } from './about-part.ts';
import { documentsPart } from './documents-part.ts';
import { facetsPart } from './facets-part.ts';
import { feedPart } from './feed-part.ts';
import { frontPart } from './front-part.ts';
import { linkedPart } from './linked/index.ts';
import { mapPart } from './map-part.ts';
import { neighbourParts } from './neighbours/index.ts';
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
  frontPart,
  neighbourParts,
];
