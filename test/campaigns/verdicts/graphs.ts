/** Graphs and annotations of a package, by processors, engines and suites of others. */
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { documentBase } from '../../../src/linked/vocabulary.ts';
import { toNQuads } from '../../../src/transform/rdf/nquads.ts';
import { triplesOf } from '../../../src/transform/rdf/quads.ts';
import { shared } from '../../helpers/shared.ts';
import { dtsProblems, expand } from '../../linked-data/dts.ts';
import { absentFrom, factsOf } from '../../linked-data/facts.ts';
import {
  byJsonLd,
  byPython,
  byStreamingParser,
  canonicalQuads,
  fromTurtle,
  quadsOf,
} from '../../linked-data/rdf.ts';
import { byPyShacl, byRdfValidateShacl } from '../../linked-data/shacl.ts';
import {
  misuse,
  readRico,
  readSchemaOrg,
  ricoLiterals,
  schemaLiterals,
} from '../../linked-data/vocabularies.ts';
import { suite } from '../../linked-data/web-annotation.ts';
import type { Package } from './edition.ts';
import type { Found } from './table.ts';

const graphsOf = (p: Package): readonly string[] => [
  ...p.documents.map((id) => p.own(id, 'jsonld')),
  'edition/edition.jsonld',
  'edition/register.jsonld',
];
const ours = (p: Package, path: string): string => toNQuads(triplesOf(p.text(path)));

/** Each graph as another processor reads it, against the canonical quads that lie beside it. */
async function each(p: Package, read: (json: string) => Promise<string>): Promise<Found> {
  const problems: string[] = [];
  for (const path of graphsOf(p)) if ((await read(p.text(path))) !== ours(p, path)) problems.push(path);
  return { checked: graphsOf(p).length, problems };
}

export const jsonldJs = (p: Package): Promise<Found> => each(p, (json) => byJsonLd(json));
export const streamingParser = (p: Package): Promise<Found> => each(p, byStreamingParser);

export async function serialisations(p: Package): Promise<Found> {
  const problems: string[] = [];
  for (const id of p.documents) {
    const quads = ours(p, p.own(id, 'jsonld'));
    if (p.text(p.own(id, 'nq')) !== quads) problems.push(p.own(id, 'nq'));
    if ((await fromTurtle(p.text(p.own(id, 'ttl')))) !== quads) problems.push(p.own(id, 'ttl'));
  }
  return { checked: 2 * p.documents.length, problems };
}

/** Some at a time, for Python reads all that it is given before it answers. */
async function inPython(
  p: Package,
  judge: (paths: readonly string[]) => Promise<readonly string[]>,
): Promise<Found> {
  const paths = graphsOf(p);
  const problems: string[] = [];
  for (let at = 0; at < paths.length; at += 50) problems.push(...(await judge(paths.slice(at, at + 50))));
  return { checked: paths.length, problems };
}

export const pyldAndRdflib = (p: Package): Promise<Found> =>
  inPython(p, async (paths) => {
    const read = byPython(paths.map((path) => p.text(path)));
    const problems: string[] = [];
    for (const [i, path] of paths.entries()) {
      const quads = ours(p, path);
      for (const by of ['pyld', 'rdflib'] as const)
        if ((await canonicalQuads(read[i]?.[by] ?? '')) !== quads) problems.push(`${path} by ${by}`);
    }
    return problems;
  });

export async function shapes(p: Package): Promise<Found> {
  const problems: string[] = [];
  const paths = graphsOf(p).slice(0, p.documents.length);
  for (const path of paths) {
    const { conforms, paths: wrong } = await byRdfValidateShacl(ours(p, path));
    if (!conforms) problems.push(`${path}: ${wrong.join(', ')}`);
  }
  return { checked: paths.length, problems };
}

export const shapesInPython = (p: Package): Promise<Found> =>
  inPython(p, async (paths) => {
    const verdicts = byPyShacl(paths.map((path) => ours(p, path)));
    return paths.filter((_, i) => verdicts[i] !== true);
  });

/** All graphs as one, so that what a document says of a register entry is judged by the entry's own type. */
export function terms(p: Package, context: TestContext): Found {
  const quads = graphsOf(p).flatMap((path) => quadsOf(ours(p, path)));
  const rico = readRico(shared('fixtures/rico/RiC-O_1-1.rdf', context));
  const schemaOrg = readSchemaOrg(
    shared('fixtures/schemaorg/schemaorg-all-https-types.csv', context),
    shared('fixtures/schemaorg/schemaorg-all-https-properties.csv', context),
  );
  const inRico = misuse(quads, 'https://www.ica.org/standards/RiC/ontology#', rico, ricoLiterals);
  const inSchema = misuse(quads, 'http://schema.org/', schemaOrg, schemaLiterals);
  return {
    checked: inRico.checked + inSchema.checked,
    problems: [...inRico.problems, ...inSchema.problems],
  };
}

export function roundTrip(p: Package): Found {
  let checked = 0;
  const problems: string[] = [];
  for (const id of p.documents) {
    const tei = p.text(p.own(id, 'xml'));
    checked += factsOf(tei).length;
    problems.push(...absentFrom(p.text(p.own(id, 'jsonld')), tei).map((fact) => `${id} ${fact}`));
  }
  return { checked, problems };
}

interface Selectors {
  readonly selector: readonly [{ readonly start: number; readonly end: number }, { readonly exact: string }];
}

export function annotations(p: Package, context: TestContext): Found {
  const folder = shared('fixtures/web-annotation', context);
  const musts = suite(folder, 'annotations/annotationMusts.test');
  const ofCollections = suite(folder, 'collections/collectionMusts.test');
  let checked = 0;
  const problems: string[] = [];
  for (const id of p.documents) {
    const collection = p.json(p.own(id, 'anno.jsonld'));
    for (const { path, holds } of ofCollections) if (!holds(collection)) problems.push(`${id}: ${path}`);
    for (const item of collection.first.items) {
      const whole = { '@context': collection['@context'], ...item };
      for (const { path, holds } of musts) {
        checked++;
        if (!holds(whole)) problems.push(`${item.id}: ${path}`);
      }
    }
  }
  return { checked, problems };
}

export function selectors(p: Package): Found {
  let checked = 0;
  const problems: string[] = [];
  for (const id of p.documents) {
    const points = [...p.text(p.own(id, 'txt'))];
    for (const { target } of p.json(p.own(id, 'anno.jsonld')).first.items) {
      for (const { selector } of [target].flat() as readonly Selectors[]) {
        const [{ start, end }, { exact }] = selector;
        checked++;
        if (points.slice(start, end).join('') !== exact) problems.push(`${id}: ${exact}`);
      }
    }
  }
  return { checked, problems };
}

export function dts(p: Package, context: TestContext): Found {
  const base = documentBase('', p.json('chancery.json').baseUrl).replace(/\/+$/, '/');
  const there = new Set(p.paths);
  const paths = p.matching(/(^|\/)dts(\.json$|\/.*\.json$)/);
  const problems = paths.flatMap((path) => dtsProblems(p.json(path), context).map((e) => `${path}: ${e}`));
  const entry = p.json('edition/dts.json');
  const ask = (template: string, values: Readonly<Record<string, string | number | undefined>>): void => {
    const path = join('edition', expand(template, values).slice(base.length));
    if (!there.has(path)) problems.push(`${path} is not there`);
  };
  for (const { '@id': resource } of p.json('edition/dts/collection.json').member) {
    ask(entry.document, { resource });
    for (const nav of [undefined, 'parents']) ask(entry.collection, { id: resource, nav });
    const { citationTrees } = p.json(`edition/${resource.slice(base.length)}dts/collection.json`);
    for (const { identifier: tree } of citationTrees) {
      const all = join('edition', expand(entry.navigation, { resource, tree, down: -1 }).slice(base.length));
      for (const { identifier: ref } of p.json(all).member) {
        ask(entry.document, { resource, tree, ref });
        for (const down of [undefined, 0, 1, -1]) ask(entry.navigation, { resource, tree, down, ref });
      }
    }
  }
  return { checked: paths.length, problems };
}
