/** Our shapes in two engines: rdf-validate-shacl and pySHACL. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { python } from '../helpers/python.ts';
import { quadsOf } from './rdf.ts';

const shapes = readFileSync(new URL('../../schemas/graph.shapes.ttl', import.meta.url), 'utf8');

const { Store } = createRequire(import.meta.url)('n3') as {
  Store: new (quads: readonly unknown[]) => object;
};
interface Report {
  readonly conforms: boolean;
  readonly results: readonly { readonly path?: { readonly value: string } }[];
}
const { default: Validator } = (await import('rdf-validate-shacl')) as unknown as {
  default: new (shapes: object) => { validate(data: object): Promise<Report> };
};
const validator = new Validator(new Store(quadsOf(shapes, 'Turtle')));

/** The verdict on a graph in N-Quads, and the paths of what is wrong. */
export async function byRdfValidateShacl(nquads: string) {
  const { conforms, results } = await validator.validate(new Store(quadsOf(nquads)));
  return { conforms, paths: results.map((r) => `${r.path?.value}`) };
}

/** For each graph in N-Triples, whether it conforms. */
export function byPyShacl(graphs: readonly string[]): readonly boolean[] {
  return python<readonly boolean[]>(
    `
import json, sys
from rdflib import Graph
from pyshacl import validate
given = json.load(sys.stdin)
shapes = Graph().parse(data=given['shapes'], format='turtle')
out = []
for text in given['graphs']:
    data = Graph().parse(data=text, format='nt')
    out.append(validate(data, shacl_graph=shapes, advanced=False, inference='none')[0])
json.dump(out, sys.stdout)
`,
    { shapes, graphs },
  );
}
