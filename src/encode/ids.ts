/** xml:id of everything that can be pointed at, given out once and never twice. */
import type { Document, EntityId } from '../document.ts';

/** Ids that the encoding itself uses; all others it makes have a dot in them. */
const reserved = new Set(
  'chancery record file translation original text rules classification precedence handling document-type furniture front back body'.split(
    ' ',
  ),
);

export class Ids {
  private readonly used = new Set<string>();
  private readonly entities = new Map<EntityId, string>();

  /** @param taken ids that the file has already */
  constructor(document: Document, taken: Iterable<string> = []) {
    for (const id of taken) this.used.add(id);
    for (const entity of document.entities) {
      const taken = reserved.has(entity.id) || /^[pu]\d+$/.test(entity.id);
      this.entities.set(entity.id, this.fresh(taken ? `${entity.id}-${entity.kind}` : entity.id));
    }
  }

  /** The id itself, or with a number where it is taken. */
  fresh(id: string): string {
    let free = id;
    for (let i = 2; this.used.has(free); i++) free = `${id}-${i}`;
    this.used.add(free);
    return free;
  }

  entity(id: EntityId): string {
    return this.entities.get(id) ?? id;
  }

  /** A pointer to an entity, or nothing. */
  pointer(id: EntityId | undefined): string | undefined {
    return id === undefined ? undefined : `#${this.entity(id)}`;
  }
}
