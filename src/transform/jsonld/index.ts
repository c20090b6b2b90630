/**
 * The linked-data edition: one JSON-LD 1.1 graph. schema.org for the web, RiC-O 1.1 for archives, PROV-O for how it was
 * made, SKOS for the markings; chancery: for what none of them says (direct and indirect speech, rule and certainty).
 *
 * The context is inline: nothing is fetched to read it. Every fact comes from the TEI. Made here and not by XSLT: it is
 * no text to be laid out but facts to be sorted, and a style sheet takes thirty times as long for them.
 */
import { contextFor } from '../../linked/vocabulary.ts';
import { editionNodes } from './edition.ts';
import { entityNodes, looseNodes } from './entities.ts';
import { transmissionNodes } from './events.ts';
import { evidenceNodes } from './evidence.ts';
import { makingNodes } from './making.ts';
import { markingNodes } from './markings.ts';
import type { Node } from './members.ts';
import { type GraphSource, readDocument } from './reading.ts';
import { identifierNodes, recordNodes, translationNodes } from './record.ts';
import { conversationNodes } from './speech.ts';

export type { GraphSource } from './reading.ts';

export interface Graph {
  readonly '@context': Readonly<Record<string, unknown>>;
  readonly '@graph': readonly Node[];
}

export function graphOf(source: GraphSource): Graph {
  const reading = readDocument(source);
  const parts = [
    recordNodes,
    translationNodes,
    editionNodes,
    identifierNodes,
    markingNodes,
    transmissionNodes,
    entityNodes,
    looseNodes,
    conversationNodes,
    makingNodes,
    evidenceNodes,
  ];
  return { '@context': contextFor(reading.base), '@graph': parts.flatMap((part) => part(reading)) };
}
