/** IDs and references to them: RELAX NG DTD Compatibility, section 4 (ID/IDREF/IDREFS checking). */
import { normalizeWhiteSpace } from './names.ts';
import type { Pattern } from './pattern.ts';

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where an attribute stands. */
export interface IdPlace<Frame> {
  readonly frame: Frame;
  readonly place: Place;
  readonly name: string;
}

type IdType = 'ID' | 'IDREF' | 'IDREFS' | 'none';

const idTypes = new WeakMap<Pattern, IdType>();

/** The ID-type of what an attribute may hold. */
function idTypeOf(content: Pattern): IdType {
  if (content.kind === 'data') return content.datatype.idType ?? 'none';
  if (content.kind !== 'choice' && content.kind !== 'list' && content.kind !== 'oneOrMore') return 'none';
  let type = idTypes.get(content);
  if (type === undefined) {
    const parts = content.kind === 'choice' ? content.members : [content.content];
    const found = parts.map(idTypeOf).find((part) => part !== 'none') ?? 'none';
    type = content.kind === 'choice' || found === 'none' || found === 'ID' ? found : 'IDREFS';
    idTypes.set(content, type);
  }
  return type;
}

/** The IDs of one document. */
export class IdCheck<Frame> {
  private readonly ids = new Set<string>();
  /** References to IDs that have not come yet. */
  private readonly pending = new Map<string, IdPlace<Frame>[]>();

  concerns(content: Pattern): boolean {
    return (content.kind === 'data' ? (content.datatype.idType ?? 'none') : idTypeOf(content)) !== 'none';
  }

  /** Takes note of a value; the result is the ID if it is there already. */
  add(content: Pattern, value: string, at: IdPlace<Frame>): string | undefined {
    const type = idTypeOf(content);
    const text = normalizeWhiteSpace(value);
    if (type === 'ID') {
      if (this.ids.has(text)) return text;
      this.ids.add(text);
      this.pending.delete(text);
      return undefined;
    }
    for (const id of type === 'IDREFS' ? text.split(' ') : [text]) {
      if (this.ids.has(id)) continue;
      const list = this.pending.get(id);
      if (list) list.push(at);
      else this.pending.set(id, [at]);
    }
    return undefined;
  }

  /** Each reference without an ID. */
  *unresolved(): Generator<IdPlace<Frame> & { readonly value: string }> {
    for (const [value, places] of this.pending) for (const at of places) yield { ...at, value };
  }
}
