/** A compiled schema: its patterns, its alphabet, and what validators of it remember in common. */
import { Derivatives } from './derivative.ts';
import { childPatterns } from './expected.ts';
import { writtenNames } from './name-class.ts';
import type { Element, Pattern, PatternTable } from './pattern.ts';
import { storePatterns } from './store.ts';
import { Alphabet, type NameSymbol } from './symbols.ts';

export class Schema {
  readonly table: PatternTable;
  readonly start: Pattern;
  readonly derivatives: Derivatives;
  readonly alphabet: Alphabet;
  private parents: Map<string, Set<string>> | undefined;
  private definitions: Map<string, Element[]> | undefined;

  constructor(table: PatternTable, start: Pattern, maxWeight?: number) {
    this.table = table;
    this.start = start;
    this.derivatives = new Derivatives(table, maxWeight);
    this.alphabet = new Alphabet(nameClasses(table));
    table.slot(0);
    table.seal();
  }

  /** The compiled form, to be stored as JSON and loaded again with `loadCompiled`. */
  toJSON(): unknown {
    return storePatterns(this.start);
  }

  /** The element patterns written out for a name anywhere in the schema. */
  definitionsOf(name: NameSymbol): readonly Element[] {
    if (!this.definitions) {
      this.definitions = new Map();
      for (const pattern of this.table.schemaPatterns()) {
        if (pattern.kind !== 'element') continue;
        for (const { uri, local } of writtenNames(pattern.nameClass)) {
          const key = `${uri}\n${local}`;
          const list = this.definitions.get(key);
          if (list) list.push(pattern);
          else this.definitions.set(key, [pattern]);
        }
      }
    }
    return name.written ? (this.definitions.get(`${name.uri}\n${name.local}`) ?? []) : [];
  }

  /** The elements, by local name, that may hold an element of the name anywhere in the schema. */
  parentsOf(name: NameSymbol): readonly string[] {
    if (!this.parents) {
      this.parents = new Map();
      for (const pattern of this.table.schemaPatterns()) {
        if (pattern.kind !== 'element') continue;
        const own = [...writtenNames(pattern.nameClass)].map(({ local }) => local);
        for (const part of childPatterns(pattern.content)) {
          if (part.kind !== 'element') continue;
          for (const { uri, local } of writtenNames(part.nameClass)) {
            const key = `${uri}\n${local}`;
            const parents = this.parents.get(key) ?? new Set();
            this.parents.set(key, parents);
            for (const parent of own) parents.add(parent);
          }
        }
      }
    }
    return [...(this.parents.get(`${name.uri}\n${name.local}`) ?? [])].sort();
  }
}

function* nameClasses(table: PatternTable) {
  for (const pattern of table.schemaPatterns()) {
    if (pattern.kind === 'element' || pattern.kind === 'attribute') yield pattern.nameClass;
  }
}
