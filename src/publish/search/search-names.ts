/** Names of the registers as things that can be found: those of the register, and those several documents have. */
import type { EntityKind } from '../../document.ts';
import type { RegisterEntry } from '../../register.ts';
import type { PublishedDocument } from '../document-facts.ts';
import type { Parties } from '../facets.ts';
import type { Site } from '../part.ts';
import { grouped, type Sorted } from '../sorted.ts';
import type { Occurrences } from './postings.ts';
import { tokens } from './tokens.ts';

interface Row {
  readonly label: string;
  readonly register?: string;
}

/** Address, name, kind, number of documents. */
export type FoundName = readonly [string, string, EntityKind, number];

/** Names in a piece of `search/n/`. */
export const namesPerPiece = 20;

export class SearchNames {
  readonly #parties: Parties;
  readonly #known: ReadonlyMap<string, RegisterEntry>;
  readonly #rows: Sorted<Row>;

  constructor(site: Site, parties: Parties, known: ReadonlyMap<string, RegisterEntry>) {
    this.#parties = parties;
    this.#known = known;
    this.#rows = site.sorted();
  }

  take({ id, entities }: PublishedDocument): void {
    for (const { kind, name, register } of entities) {
      const { slug, label } = this.#parties.valueOf({ name, ...(register && { register }) });
      this.#rows.add(`${kind}/${slug}\t${id}`, { label, ...(register && { register }) });
    }
  }

  /** In the order of their addresses, with the words that find them. */
  *items(): Generator<{ readonly name: FoundName; readonly terms: ReadonlyMap<string, Occurrences> }> {
    for (const { group, size, rows } of grouped(this.#rows, (key) => key.slice(0, key.indexOf('\t')))) {
      const [first] = rows;
      const row = first?.value;
      if (row === undefined || (size < 2 && row.register === undefined)) continue;
      const kind = group.slice(0, group.indexOf('/')) as EntityKind;
      const entry = row.register === undefined ? undefined : this.#known.get(row.register);
      const forms = entry ? entry.names.map((n) => n.text) : [row.label];
      yield { name: [`register/${group}.html`, row.label, kind, size], terms: termsOf(forms, size) };
    }
    this.#rows.clear();
  }
}

/** Names that many documents have come first. */
function termsOf(forms: readonly string[], size: number): ReadonlyMap<string, Occurrences> {
  const score = 10 * Math.log2(1 + size);
  const terms = new Map<string, Occurrences>();
  let offset = 0;
  for (const form of forms) {
    let last = -1;
    for (const { term, position } of tokens(form)) {
      const positions = terms.get(term)?.positions ?? [];
      terms.set(term, { positions: [...positions, offset + position], score });
      last = position;
    }
    offset += last + 16;
  }
  return terms;
}
