/** Names of the registers as things that can be found: those of the register, and those several documents have. */
import type { EntityKind } from '../../document.ts';
import type { RegisterEntry } from '../../register.ts';
import type { PagePart } from '../part.ts';
import type { Sheaf } from '../sheaves.ts';
import { numberOfNames } from './numbers.ts';
import { pieces } from './pieces.ts';
import { type Occurrences, stretchesOf } from './postings.ts';
import { tokens } from './tokens.ts';

/** What the registers give for a name that can be found. */
export interface Found {
  readonly label: string;
  readonly documents: number;
  readonly register?: string;
}

/** Address, name, kind, number of documents. */
type FoundName = readonly [string, string, EntityKind, number];

/** Names in a piece of `search/n/`. */
export const namesPerPiece = 20;

/** Names by heap; the register's parts give them. */
export const searchNames = (known: ReadonlyMap<string, RegisterEntry>): readonly PagePart[] => [
  {
    name: 'found names',
    *pages({ name: heap, size, rows }: Sheaf<Found>, give) {
      const names: FoundName[] = [];
      const terms: ReadonlyMap<string, Occurrences>[] = [];
      for (const { order, value } of rows) {
        const entry = value.register === undefined ? undefined : known.get(value.register);
        const forms = entry ? entry.names.map((n) => n.text) : [value.label];
        const kind = order.slice(0, order.indexOf('/')) as EntityKind;
        names.push([`register/${order}.html`, value.label, kind, value.documents]);
        terms.push(termsOf(forms, value.documents));
      }
      const number = numberOfNames(heap);
      // Behind all days, and behind what has none: numbers rise through the list of a word.
      give('words of a month', `~~${heap.slice(0, 1)}`, heap, {
        names: size,
        words: stretchesOf(number, terms),
      });
      yield* pieces(`n/${number}`, namesPerPiece, names);
    },
  },
];

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
