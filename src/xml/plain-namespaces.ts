/** Namespaces of plain XML (plain.ts): Namespaces in XML 1.0, 3 to 6. What it forbids, or is odd, is left to the parser. */
import { leave } from './plain-references.ts';
import type { ScannedAttribute } from './scan.ts';

const xmlUri = 'http://www.w3.org/XML/1998/namespace';
const xmlnsUri = 'http://www.w3.org/2000/xmlns/';

export interface Name {
  readonly written: string;
  readonly prefix: string;
  readonly local: string;
}

/** Namespaces declared on an element and around it. */
export class Scope {
  readonly #own: ReadonlyMap<string, string>;
  readonly #around: Scope | undefined;

  constructor(own: ReadonlyMap<string, string>, around: Scope | undefined) {
    this.#own = own;
    this.#around = around;
  }

  readonly resolve = (prefix: string): string | undefined =>
    this.#own.get(prefix) ?? this.#around?.resolve(prefix);
}

/** In force outside the root. */
export const outermost = new Scope(
  new Map([
    ['xml', xmlUri],
    ['xmlns', xmlnsUri],
  ]),
  undefined,
);

/** One declaration of a namespace. */
export function declare(declared: Map<string, string>, name: Name, value: string): void {
  const prefix = name.prefix === '' ? '' : name.local;
  const odd = value === xmlUri || value === xmlnsUri || value.trim() !== value;
  if (odd || declared.has(prefix) || prefix === 'xml' || prefix === 'xmlns') leave();
  if (prefix !== '' && value === '') leave();
  declared.set(prefix, value);
}

export function withNamespaces(
  attributes: readonly ScannedAttribute[],
  scope: Scope,
): readonly ScannedAttribute[] {
  // Spelt out, for an object made by spreading is slower to make and to read.
  const named = attributes.map((a) => {
    if (a.prefix === '') return a;
    const { name, prefix, local, value } = a;
    return { name, prefix, local, uri: scope.resolve(prefix) ?? leave(), value };
  });
  for (const [i, a] of named.entries()) {
    if (a.prefix === '') continue;
    for (let j = 0; j < i; j++) if (named[j]!.local === a.local && named[j]!.uri === a.uri) leave();
  }
  return named;
}
