/** By which facts documents can be found: the table of facets. */
import type { Register } from '../register.ts';
import type { Words } from '../words/index.ts';
import { dayOf } from './dates.ts';
import type { Agent, PublishedDocument } from './document-facts.ts';
import { compare, slug } from './names.ts';

export interface Facet {
  readonly name: string;
  readonly title: (words: Words) => string;
  readonly values: (document: PublishedDocument, parties: Parties) => readonly FacetValue[];
}

export interface FacetValue {
  /** Last part of its address. */
  readonly slug: string;
  readonly label: string;
}

export const facets: readonly Facet[] = [
  party('sender', (d) => d.from),
  party('addressee', (d) => d.to),
  party('place', (d) => (d.origin ? [d.origin] : [])),
  plain('year', (d) => yearOf(d.date)),
  plain('type', (d) => [d.kind]),
  plain('classification', (d) => d.markings.filter((m) => m.scheme === 'classification').map((m) => m.name)),
  plain('language', (d) => d.languages),
  plain('review', (d) => [d.status]),
];

function party(
  name: 'sender' | 'addressee' | 'place',
  of: (d: PublishedDocument) => readonly Agent[],
): Facet {
  return {
    name,
    title: (words) => words[`facet.${name}`],
    values: (document, parties) => distinct(of(document).map((agent) => parties.valueOf(agent))),
  };
}

function plain(
  name: 'year' | 'type' | 'classification' | 'language' | 'review',
  of: (d: PublishedDocument) => readonly string[],
): Facet {
  return {
    name,
    title: (words) => words[`facet.${name}`],
    values: (document) => distinct(of(document).map((label) => ({ slug: slug(label), label }))),
  };
}

function yearOf(date: string | undefined): readonly string[] {
  const day = dayOf(date ?? '');
  return day === '~' ? [] : [day.slice(0, 4)];
}

function distinct(values: readonly FacetValue[]): readonly FacetValue[] {
  const seen = new Map<string, FacetValue>();
  for (const value of values) if (value.label !== '' && !seen.has(value.slug)) seen.set(value.slug, value);
  return [...seen.values()].sort((a, b) => compare(a.slug, b.slug));
}

/**
 * Addresses and labels of parties: those of the register under its id and name, all others under the name as the
 * documents have it. A name that happens to be an id of the register has another address than the entry: that
 * they are the same is for an editor to say.
 */
export class Parties {
  readonly #names: ReadonlyMap<string, string>;
  readonly #slugs: ReadonlySet<string>;

  constructor(register: Register) {
    this.#names = new Map(register.entries.map((e) => [e.id, e.name]));
    this.#slugs = new Set(register.entries.map((e) => slug(e.id)));
  }

  valueOf({ name, register }: Agent): FacetValue {
    if (register !== undefined) {
      const known = this.#names.get(register);
      return known === undefined
        ? { slug: `${slug(register)}.unknown`, label: name }
        : { slug: slug(register), label: known };
    }
    const own = slug(name);
    return { slug: this.#slugs.has(own) ? `${own}.named` : own, label: name };
  }
}
