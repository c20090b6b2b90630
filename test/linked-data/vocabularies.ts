/**
 * Do the terms of a graph exist, and do they stand where their vocabularies allow it? RiC-O 1.1 from its OWL file (CC BY
 * 4.0, ICA/EGAD), schema.org 30 from its lists of types and properties: both lie in `../shared/fixtures`.
 */
import { readFileSync } from 'node:fs';
import { attribute, childElements, elementsOf, parseXml, type XmlElement } from '../../src/xml/tree.ts';

export interface Vocabulary {
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly properties: ReadonlyMap<
    string,
    { readonly domain: readonly string[]; readonly range: readonly string[] }
  >;
}

const local = (iri: string): string => iri.replace(/^.*[#/]/, '');

export function readRico(file: string): Vocabulary {
  const { root } = parseXml(readFileSync(file, 'utf8'), file);
  if (root === undefined) throw new Error('RiC-O is not well-formed');
  const classes = new Map<string, readonly string[]>();
  const properties = new Map<string, { domain: readonly string[]; range: readonly string[] }>();
  const named = (element: XmlElement): string | undefined => attribute(element, 'rdf:about');
  for (const element of childElements(root)) {
    const iri = named(element);
    if (iri === undefined) continue;
    if (element.name === 'Class') {
      const above = childElements(element, 'subClassOf').flatMap((s) => attribute(s, 'rdf:resource') ?? []);
      classes.set(local(iri), above.map(local));
    } else if (/^(?:Object|Datatype)Property$/.test(element.name)) {
      const ends = (name: string) => childElements(element, name).flatMap(classesIn);
      properties.set(local(iri), { domain: ends('domain'), range: ends('range') });
    }
  }
  return { classes, properties };
}

/** One class, or those of an `owl:unionOf`. */
function classesIn(end: XmlElement): readonly string[] {
  const one = attribute(end, 'rdf:resource');
  if (one !== undefined) return [local(one)];
  return [...elementsOf(end)].flatMap((e) => attribute(e, 'rdf:about') ?? []).map(local);
}

export function readSchemaOrg(types: string, properties: string): Vocabulary {
  const list = (cell: string | undefined): readonly string[] =>
    (cell ?? '')
      .split(',')
      .map((s) => local(s.trim()))
      .filter(Boolean);
  return {
    classes: new Map(rowsOf(types).map((r) => [r.label as string, list(r.subTypeOf)])),
    properties: new Map(
      rowsOf(properties).map((r) => [
        r.label as string,
        { domain: list(r.domainIncludes), range: list(r.rangeIncludes) },
      ]),
    ),
  };
}

function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (const c of readFileSync(file, 'utf8')) {
    if (c === '"') quoted = !quoted;
    else if (c === ',' && !quoted) {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (c === '\n' && !quoted) {
      rows.at(-1)?.push(cell.replace(/\r$/, ''));
      cell = '';
      rows.push([]);
    } else cell += c;
  }
  const [head = [], ...body] = rows.filter((r) => r.length > 1);
  return body.map((row) => Object.fromEntries(head.map((key, i) => [key, row[i] ?? ''])));
}

export interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: {
    readonly termType: string;
    readonly value: string;
    readonly datatype?: { readonly value: string };
  };
}

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/**
 * What is wrong with the use of a vocabulary, as sentences, each once. `literals`: the datatypes that a class of the
 * vocabulary may be written as (schema.org's Text, Date …).
 */
export function misuse(
  quads: readonly Quad[],
  namespace: string,
  { classes, properties }: Vocabulary,
  literals: (range: string, datatype: string) => boolean,
): { readonly problems: readonly string[]; readonly checked: number } {
  const types = new Map<string, Set<string>>();
  for (const { subject, predicate, object } of quads) {
    if (predicate.value !== rdfType) continue;
    const known = types.get(subject.value) ?? new Set<string>();
    types.set(subject.value, known.add(object.value));
  }
  const above = (name: string): readonly string[] => [name, ...(classes.get(name) ?? []).flatMap(above)];
  /** Classes of the vocabulary that a node belongs to. */
  const kinds = (node: string): ReadonlySet<string> =>
    new Set(
      [...(types.get(node) ?? [])].flatMap((t) =>
        t.startsWith(namespace) ? above(t.slice(namespace.length)) : [],
      ),
    );
  const problems = new Set<string>();
  let checked = 0;
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === rdfType && object.value.startsWith(namespace)) {
      checked++;
      const name = object.value.slice(namespace.length);
      if (!classes.has(name)) problems.add(`there is no class ${name}`);
    }
    if (!predicate.value.startsWith(namespace)) continue;
    checked++;
    const name = predicate.value.slice(namespace.length);
    const property = properties.get(name);
    if (property === undefined) {
      problems.add(`there is no property ${name}`);
      continue;
    }
    const from = kinds(subject.value);
    if (property.domain.length > 0 && !property.domain.some((d) => from.has(d) || d === 'Thing'))
      problems.add(`${name} of ${[...from].join('+') || `untyped ${subject.value}`}`);
    if (property.range.length === 0) continue;
    if (object.termType === 'Literal') {
      const datatype = local(object.datatype?.value ?? 'string');
      if (!property.range.some((r) => literals(r, datatype)))
        problems.add(`${name} has the literal ${object.value} (${datatype})`);
    } else {
      const to = kinds(object.value);
      const outside = !types.has(object.value);
      if (
        !property.range.some((r) => to.has(r) || r === 'Thing' || (r === 'URL' && (outside || to.size > 0)))
      )
        problems.add(`${name} leads to ${[...to].join('+') || `untyped ${object.value}`}`);
    }
  }
  return { problems: [...problems].sort(), checked };
}

export const ricoLiterals = (range: string): boolean => range === 'Literal' || range === 'decimal';

/** How values of schema.org's data types are written in RDF. */
const written: Readonly<Record<string, readonly string[]>> = {
  Text: ['string', 'langString'],
  URL: ['string', 'anyURI'],
  Date: ['date', 'gYearMonth', 'gYear'],
  DateTime: ['dateTime'],
  Integer: ['integer'],
  Number: ['integer', 'decimal', 'double'],
  Boolean: ['boolean'],
};

export const schemaLiterals = (range: string, datatype: string): boolean =>
  written[range]?.includes(datatype) ?? false;
