/**
 * What the checks of the whole edition need to know of one file: small, and JSON by nature, so that a build can
 * remember it.
 */
import { posix } from 'node:path';
import type { Position } from '../diagnostic.ts';
import type { EntityKind } from '../document.ts';
import { attribute, type XmlElement } from '../xml/tree.ts';
import { type Telegram, telegramIn } from './reference-order.ts';
import { kindOfElement } from './register-kinds.ts';
import { pointing } from './rules/pointers-resolve.ts';

/** A pointer into another file. */
export interface Pointer {
  readonly position: Position;
  readonly element: string;
  readonly attribute: string;
  readonly written: string;
  readonly file: string;
  readonly id?: string;
  /** What the pointing element is, where `sameAs` says that it is the same as its target. */
  readonly kind?: EntityKind;
}

export interface EditionShare {
  /** Its path, `/` between the parts; all files relative to one folder. */
  readonly file: string;
  readonly isRegister: boolean;
  readonly pointers: readonly Pointer[];
  /** Ids of the register that a prefix (`reg:`) names. */
  readonly mentioned: readonly string[];
  readonly telegram?: Telegram;
}

/** What pointers lead to. */
export interface Target {
  readonly position: Position;
  readonly kind: EntityKind | undefined;
  readonly name: string;
}

/** What a file has that others point to. */
export interface Targets {
  readonly ids: ReadonlyMap<string, Target>;
  /** Ids that the file itself points to. */
  readonly own: ReadonlySet<string>;
}

interface Prefix {
  readonly match: RegExp;
  readonly replacement: string;
}

export function shareOf(file: string, elements: readonly XmlElement[]): EditionShare {
  const prefixes = new Map<string, Prefix>();
  const pointers: Pointer[] = [];
  const mentioned = new Set<string>();
  for (const e of elements) {
    if (e.attributes.length === 0) continue;
    if (e.name === 'prefixDef') addPrefix(e, prefixes);
    else point(e, file, prefixes, pointers, mentioned);
  }
  const root = elements[0];
  const isRegister = /(^|\/)register\.xml$/.test(file) || (root && attribute(root, 'type')) === 'register';
  const telegram = telegramIn(elements);
  return { file, isRegister, pointers, mentioned: [...mentioned], ...(telegram && { telegram }) };
}

function point(
  e: XmlElement,
  file: string,
  prefixes: ReadonlyMap<string, Prefix>,
  pointers: Pointer[],
  mentioned: Set<string>,
): void {
  for (const { name, value } of e.attributes) {
    // Most pointers lead to one place in the file itself.
    if (!pointing.has(name) || (value.startsWith('#') && !/\s/.test(value))) continue;
    for (const written of value.trim().split(/\s+/)) {
      if (written === '' || written.startsWith('#')) continue;
      const prefix = /^([a-z][a-z0-9+.-]*):(.*)$/.exec(written);
      const definition = prefix ? prefixes.get(prefix[1]!) : undefined;
      if (prefix && !definition) continue;
      if (prefix?.[1] === 'reg') {
        mentioned.add(prefix[2]!);
        // The rule on links into the register asks with the document whether that is there.
        if (name === 'sameAs') continue;
      }
      const address =
        definition && prefix ? prefix[2]!.replace(definition.match, definition.replacement) : written;
      const [path = '', id] = address.split('#');
      if (/^[a-z][a-z0-9+.-]*:/.test(address) || !path.endsWith('.xml')) continue;
      const kind = name === 'sameAs' ? kindOfElement(e) : undefined;
      pointers.push({
        position: { line: e.line, column: e.column },
        element: e.name,
        attribute: name,
        written,
        file: posix.join(posix.dirname(file), path),
        ...(id === undefined ? {} : { id }),
        ...(kind === undefined ? {} : { kind }),
      });
    }
  }
}

export function targetsOf(elements: readonly XmlElement[]): Targets {
  const ids = new Map<string, Target>();
  const own = new Set<string>();
  for (const e of elements) {
    const id = attribute(e, 'xml:id');
    if (id !== undefined && !ids.has(id)) {
      ids.set(id, { position: { line: e.line, column: e.column }, kind: kindOfElement(e), name: e.name });
    }
    for (const { name, value } of e.attributes) {
      if (!pointing.has(name)) continue;
      for (const written of value.trim().split(/\s+/)) if (written.startsWith('#')) own.add(written.slice(1));
    }
  }
  return { ids, own };
}

/** `prefixDef` (TEI chapter 17.2.3): `reg:x` to `register.xml#x`. */
function addPrefix(e: XmlElement, prefixes: Map<string, Prefix>): void {
  const [ident, match, replacement] = ['ident', 'matchPattern', 'replacementPattern'].map((n) =>
    attribute(e, n),
  );
  if (ident === undefined || match === undefined || replacement === undefined) return;
  try {
    prefixes.set(ident, { match: new RegExp(`^(?:${match})$`, 'u'), replacement });
  } catch {
    // The rule on prefixes says so.
  }
}
