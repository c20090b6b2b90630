/**
 * Name classes: which names an element or attribute pattern stands for
 * (RELAX NG 1.0, section 6.1 `contains`; overlap after section 7.3 and Clark, "Name class analysis").
 */
export type NameClass =
  | { readonly kind: 'name'; readonly uri: string; readonly local: string }
  | { readonly kind: 'nsName'; readonly uri: string; readonly except?: NameClass }
  | { readonly kind: 'anyName'; readonly except?: NameClass }
  | { readonly kind: 'choice'; readonly members: readonly NameClass[] };

export interface QName {
  readonly uri: string;
  readonly local: string;
}

/** Section 6.1: is the name in the class? */
export function contains(nameClass: NameClass, name: QName): boolean {
  switch (nameClass.kind) {
    case 'name':
      return nameClass.local === name.local && nameClass.uri === name.uri;
    case 'nsName':
      return nameClass.uri === name.uri && !(nameClass.except && contains(nameClass.except, name));
    case 'anyName':
      return !(nameClass.except && contains(nameClass.except, name));
    case 'choice':
      return nameClass.members.some((member) => contains(member, name));
  }
}

/** A local name, and a namespace, that no document can have: they stand for "any other one". */
export const OTHER_LOCAL = '\u0000';
export const OTHER_NAMESPACE = '\u0000';

/** True if the class has `anyName` or `nsName` in it, so holds names without end (section 7.3). */
export function isInfinite(nameClass: NameClass): boolean {
  return nameClass.kind === 'choice' ? nameClass.members.some(isInfinite) : nameClass.kind !== 'name';
}

/** The names written out in a class, those behind `except` included: two classes differ only at such names. */
export function* representatives(nameClass: NameClass): Generator<QName> {
  switch (nameClass.kind) {
    case 'name':
      yield nameClass;
      break;
    case 'nsName':
      yield { uri: nameClass.uri, local: OTHER_LOCAL };
      if (nameClass.except) yield* representatives(nameClass.except);
      break;
    case 'anyName':
      yield { uri: OTHER_NAMESPACE, local: OTHER_LOCAL };
      if (nameClass.except) yield* representatives(nameClass.except);
      break;
    case 'choice':
      for (const member of nameClass.members) yield* representatives(member);
      break;
  }
}

/** Is there a name in both? It is enough to try the representatives of either. */
function overlap(a: NameClass, b: NameClass): QName | undefined {
  for (const name of representatives(a)) if (contains(a, name) && contains(b, name)) return name;
  for (const name of representatives(b)) if (contains(a, name) && contains(b, name)) return name;
  return undefined;
}

/** The names an author could write, without those behind `except`. */
export function* writtenNames(nameClass: NameClass): Generator<QName> {
  if (nameClass.kind === 'name') yield nameClass;
  else if (nameClass.kind === 'choice') for (const member of nameClass.members) yield* writtenNames(member);
}

/** Equal classes give equal keys. */
export function nameClassKey(nameClass: NameClass): string {
  switch (nameClass.kind) {
    case 'name':
      return `{${nameClass.uri}}${nameClass.local}`;
    case 'nsName':
      return `{${nameClass.uri}}*${nameClass.except ? `-(${nameClassKey(nameClass.except)})` : ''}`;
    case 'anyName':
      return `*${nameClass.except ? `-(${nameClassKey(nameClass.except)})` : ''}`;
    case 'choice':
      return nameClass.members.map(nameClassKey).join('|');
  }
}

/**
 * Finds overlaps between several owners' classes in about linear time:
 * single names are looked up, only the rare infinite classes are compared one by one.
 */
export class OverlapFinder {
  private readonly names = new Map<string, { name: QName; owner: number }>();
  private readonly infinite: { nameClass: NameClass; owner: number }[] = [];

  /** Adds a class; the result is a name that another owner has too, or undefined. */
  add(nameClass: NameClass, owner: number): QName | undefined {
    if (nameClass.kind === 'choice') {
      for (const member of nameClass.members) {
        const found = this.add(member, owner);
        if (found) return found;
      }
      return undefined;
    }
    for (const other of this.infinite) {
      if (other.owner === owner) continue;
      const found = overlap(other.nameClass, nameClass);
      if (found) return found;
    }
    if (nameClass.kind === 'name') {
      const key = nameClassKey(nameClass);
      const other = this.names.get(key);
      if (other && other.owner !== owner) return nameClass;
      this.names.set(key, { name: nameClass, owner });
      return undefined;
    }
    for (const { name, owner: other } of this.names.values()) {
      if (other !== owner && contains(nameClass, name)) return name;
    }
    this.infinite.push({ nameClass, owner });
    return undefined;
  }
}

/** A name for people: `p`, `xml:id`, or `{uri}local` where the namespace is not the one at home there. */
export function describeName(name: QName, home: string): string {
  if (name.uri === XML) return `xml:${name.local}`;
  if (name.uri === home || name.uri === '') return name.local;
  return `{${name.uri}}${name.local}`;
}

const XML = 'http://www.w3.org/XML/1998/namespace';
