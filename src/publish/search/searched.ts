/** A document as the search has it: what a result shows, and the words that find it. */
import type { RegisterEntry } from '../../register.ts';
import type { Passage, PublishedDocument } from '../document-facts.ts';
import { facets, type Parties } from '../facets.ts';
import type { Occurrences } from './postings.ts';
import { tokens } from './tokens.ts';

/** What a result shows, and what is searched. */
export interface SearchedDocument {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly number?: string;
  readonly date?: string;
  readonly certainty?: string;
  readonly inferred?: boolean;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly place?: string;
  /** Words that find the document besides its passages: names of the register in all languages, markings, abstract. */
  readonly facts: string;
  readonly passages: readonly Passage[];
  /** `sender=r-g-casey` … */
  readonly values: readonly string[];
}

/** A word in the facts weighs as much as this many in the text. */
const weightOfFacts = 4;

/** Positions of different passages are so far apart that no phrase reaches over. */
const betweenPassages = 16;

export function searched(
  document: PublishedDocument,
  parties: Parties,
  known: ReadonlyMap<string, RegisterEntry>,
): SearchedDocument {
  const { id, title, kind, number, date, dating, senders, addressees, place, abstract, markings } = document;
  const registered = new Set(
    [...document.from, ...document.to, ...document.entities].flatMap((a) => (a.register ? [a.register] : [])),
  );
  const names = [...registered].flatMap((r) => known.get(r)?.names.map((n) => n.text) ?? []);
  const facts = [
    title,
    kind,
    number,
    ...senders,
    ...addressees,
    place,
    abstract,
    ...markings.map((m) => m.name),
    ...names,
  ];
  return {
    id,
    title,
    kind,
    ...(number && { number }),
    ...(date && { date }),
    ...(dating && { certainty: dating.certainty, inferred: dating.inferred }),
    from: senders,
    to: addressees,
    ...(place && { place }),
    facts: facts.filter(Boolean).join(' \n '),
    passages: document.passages,
    values: facets.flatMap((facet) =>
      facet.name === 'year' ? [] : facet.values(document, parties).map((v) => `${facet.name}=${v.slug}`),
    ),
  };
}

/** Saturation and length as BM25 has them (k1 = 1.2, b = 0.75), for an average of 600 words. */
function scoreOf(frequency: number, length: number): number {
  return (63 * frequency) / (frequency + 1.2 * (0.25 + (0.75 * length) / 600));
}

export function termsOf({ facts, passages, values }: SearchedDocument): Map<string, Occurrences> {
  const found = new Map<string, { positions: number[]; weight: number }>();
  let offset = 0;
  let length = 0;
  const add = (text: string, weight: number): void => {
    let last = -1;
    for (const { term, position } of tokens(text)) {
      const entry = found.get(term) ?? { positions: [], weight: 0 };
      entry.positions.push(offset + position);
      entry.weight += weight;
      found.set(term, entry);
      last = position;
      length++;
    }
    offset += last + betweenPassages;
  };
  for (const fact of facts.split('\n')) add(fact, weightOfFacts);
  for (const { text } of passages) add(text, 1);
  const terms = new Map<string, Occurrences>();
  for (const [term, { positions, weight }] of found)
    terms.set(term, { positions, score: scoreOf(weight, length) });
  for (const value of values) terms.set(value, { positions: [], score: 0 });
  return terms;
}
