/** The edition's register as its pages show it: every person, office, place … with each mention in each document. */
import type { EntityKind } from '../document.ts';
import type { Register, RegisterEntry } from '../register.ts';
import type { EntityFacts, PublishedDocument } from './facts.ts';

export interface Entry {
  /** Anchor in `register/index.html`: the register's id, or `DOCUMENT.id` for what only one document knows. */
  readonly anchor: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly known?: RegisterEntry;
  readonly uses: readonly { readonly document: PublishedDocument; readonly entity: EntityFacts }[];
}

export const kinds: readonly { readonly kind: EntityKind; readonly title: string }[] = [
  { kind: 'person', title: 'People' },
  { kind: 'office', title: 'Offices' },
  { kind: 'org', title: 'Organisations' },
  { kind: 'place', title: 'Places' },
  { kind: 'document', title: 'Documents' },
  { kind: 'event', title: 'Events' },
];

/** Entries by kind, then by name; those of the register that no document mentions come too. */
export function entriesOf(documents: readonly PublishedDocument[], register: Register): readonly Entry[] {
  const uses = new Map<string, { document: PublishedDocument; entity: EntityFacts }[]>();
  for (const document of documents) {
    for (const entity of document.entities) {
      const anchor = entity.register ?? `${document.id}.${entity.id}`;
      const list = uses.get(anchor);
      if (list) list.push({ document, entity });
      else uses.set(anchor, [{ document, entity }]);
    }
  }
  const known = new Map(register.entries.map((entry) => [entry.id, entry]));
  const anchors = new Set([...known.keys(), ...uses.keys()]);
  const entries = [...anchors].map((anchor): Entry => {
    const entry = known.get(anchor);
    const list = uses.get(anchor) ?? [];
    return {
      anchor,
      kind: entry?.kind ?? list[0]?.entity.kind ?? 'document',
      name: entry?.name ?? list[0]?.entity.name ?? anchor,
      ...(entry && { known: entry }),
      uses: list,
    };
  });
  return entries.sort(
    (a, b) => order(a.kind) - order(b.kind) || compare(a.name, b.name) || compare(a.anchor, b.anchor),
  );
}

function order(kind: EntityKind): number {
  return kinds.findIndex((k) => k.kind === kind);
}

/** By code point: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
