/**
 * The alphabet of a schema. It tells apart only the names written in it: every other name of a namespace it
 * mentions is one symbol, every name of any other namespace another. So what is kept for each symbol stays as
 * small as the schema, whatever names a document brings.
 */
import { contains, type NameClass, OTHER_LOCAL, OTHER_NAMESPACE, representatives } from './name-class.ts';

export interface NameSymbol {
  readonly id: number;
  readonly uri: string;
  readonly local: string;
  /** Is it a name the schema writes out? */
  readonly written: boolean;
}

/** Stands for "whatever element comes": every name class holds it. */
export const ANY_SYMBOL: NameSymbol = { id: 0, uri: '', local: '', written: false };

export class Alphabet {
  private readonly namespaces = new Map<string, { names: Map<string, NameSymbol>; other: NameSymbol }>();
  private readonly elsewhere: NameSymbol;
  private nextId = 1;
  private lastUri: string | undefined;
  private lastNamespace: { names: Map<string, NameSymbol>; other: NameSymbol } | undefined;

  constructor(nameClasses: Iterable<NameClass>) {
    this.elsewhere = this.make(OTHER_NAMESPACE, OTHER_LOCAL, false);
    for (const nameClass of nameClasses) {
      for (const { uri, local } of representatives(nameClass)) {
        if (uri === OTHER_NAMESPACE) continue;
        let namespace = this.namespaces.get(uri);
        if (!namespace) {
          namespace = { names: new Map(), other: this.make(uri, OTHER_LOCAL, false) };
          this.namespaces.set(uri, namespace);
        }
        if (local !== OTHER_LOCAL && !namespace.names.has(local)) {
          namespace.names.set(local, this.make(uri, local, true));
        }
      }
    }
  }

  private make(uri: string, local: string, written: boolean): NameSymbol {
    return { id: this.nextId++, uri, local, written };
  }

  /** The symbol of a name in a document. */
  symbol(uri: string, local: string): NameSymbol {
    if (uri !== this.lastUri) {
      this.lastUri = uri;
      this.lastNamespace = this.namespaces.get(uri);
    }
    const namespace = this.lastNamespace;
    return namespace ? (namespace.names.get(local) ?? namespace.other) : this.elsewhere;
  }

  /** All names the schema writes out. */
  *writtenSymbols(): Generator<NameSymbol> {
    for (const { names } of this.namespaces.values()) yield* names.values();
  }
}

export function holds(nameClass: NameClass, symbol: NameSymbol): boolean {
  return symbol === ANY_SYMBOL || contains(nameClass, symbol);
}
