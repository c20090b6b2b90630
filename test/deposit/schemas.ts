/**
 * What those who made a format demand of it: their JSON Schemas, which lie in `../shared/fixtures`, and the rules that
 * stand in their code, lists and ontologies only. Each function gives what is wrong, in words; nothing is well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { TestContext } from 'vitest';
import { shared } from '../helpers/shared.ts';
import { quadsOf } from '../linked-data/rdf.ts';

const formats = createRequire(import.meta.url)('ajv-formats') as (ajv: object) => void;

const ajv = (): Ajv => {
  const made = new Ajv({ strict: false, allErrors: true });
  formats(made);
  return made;
};
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const inWords = (errors: ErrorObject[] | null | undefined): readonly string[] =>
  (errors ?? []).map((e) => `${e.instancePath} ${e.message}`);

const compiled = new Map<string, ValidateFunction>();
function problems(name: string, make: () => ValidateFunction, value: unknown): readonly string[] {
  const check = compiled.get(name) ?? make();
  compiled.set(name, check);
  return check(value) ? [] : inWords(check.errors);
}

export function cslProblems(items: unknown, context: TestContext): readonly string[] {
  const schema = shared('fixtures/csl/schemas/input/csl-data.json', context);
  return problems('csl', () => ajv().compile(read(schema)), items);
}

export function cffProblems(citation: unknown, context: TestContext): readonly string[] {
  const schema = shared('fixtures/cff/schema.json', context);
  return problems('cff', () => ajv().compile(read(schema)), citation);
}

interface Field {
  readonly typeName: string;
  readonly typeClass: string;
  readonly value: unknown;
}

/** By the schema of a dataset (it says draft 4 and uses words of draft 7), and by the table of the citation block. */
export function dataverseProblems(dataset: unknown, context: TestContext): readonly string[] {
  const folder = 'fixtures/dataverse';
  const path = shared(`${folder}/doc/sphinx-guides/source/_static/api/dataset-schema.json`, context);
  const make = (): ValidateFunction => {
    const { $schema: _, ...schema } = read(path);
    return ajv().compile(schema);
  };
  const found = problems('dataverse', make, dataset);
  if (found.length > 0) return found;
  const table = shared(`${folder}/scripts/api/data/metadatablocks/citation.tsv`, context);
  const rows = readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const fields = new Set(rows.map((r) => r[1]));
  const terms = new Set(rows.map((r) => `${r[1]}=${r[2]}`));
  const visit = ({ typeName, typeClass, value }: Field): readonly string[] => {
    if (!fields.has(typeName)) return [`there is no field ${typeName}`];
    const values = [value].flat();
    if (typeClass === 'controlledVocabulary')
      return values.flatMap((v) => (terms.has(`${typeName}=${v}`) ? [] : [`${typeName} has no term ${v}`]));
    if (typeClass !== 'compound') return [];
    return (values as Record<string, Field>[]).flatMap((v) => Object.values(v).flatMap(visit));
  };
  const { citation } = (
    dataset as { datasetVersion: { metadataBlocks: { citation: { fields: readonly Field[] } } } }
  ).datasetVersion.metadataBlocks;
  return citation.fields.flatMap(visit);
}

/** Without the words about itself, which are of several drafts; one of its definitions is called `$schema`. */
function bare(path: string): object {
  const text = readFileSync(path, 'utf8').replaceAll('#/$schema', '#/schemaOfSchema');
  const { $schema: own, id: _, ...rest } = JSON.parse(text);
  return { ...rest, schemaOfSchema: own };
}

interface Draft {
  readonly metadata: {
    readonly title?: string;
    readonly resource_type?: { readonly id?: unknown };
    readonly publication_date?: string;
    readonly creators?: readonly {
      readonly person_or_org: {
        readonly type: string;
        readonly name?: string;
        readonly family_name?: string;
      };
    }[];
    readonly contributors?: readonly { readonly role: { readonly id?: string } }[];
    readonly rights?: readonly object[];
    readonly dates?: readonly { readonly date: string }[];
  };
}

/** By the schema of a record, and by what is required in the code of InvenioRDM only. */
export function invenioProblems(draft: unknown, context: TestContext): readonly string[] {
  const base = shared('fixtures/inveniordm', context);
  const folder = join(base, 'invenio_rdm_records/records/jsonschemas/records');
  const make = (): ValidateFunction => {
    const made = ajv();
    const add = (path: string, id: string): void => {
      made.addSchema({ ...bare(path), $id: id });
    };
    for (const f of readdirSync(folder))
      if (f.startsWith('definitions')) add(join(folder, f), `local://records/${f}`);
    for (const f of readdirSync(base)) if (f.endsWith('.json')) add(join(base, f), `local://${f}`);
    made.addSchema({ $id: 'local://requests/request-v1.0.0.json' });
    const record = bare(join(folder, 'record-v6.0.0.json'));
    return made.compile({ ...record, $id: 'local://records/record-v6.0.0.json' });
  };
  const { metadata: m } = draft as Draft;
  const day = /^\d{4}(-\d\d(-\d\d)?)?(\/\d{4}(-\d\d(-\d\d)?)?)?$/;
  const rules: readonly (readonly [string, boolean])[] = [
    ['a title of three letters at least', (m.title ?? '').length >= 3],
    ['a type of resource', typeof m.resource_type?.id === 'string'],
    ['a day of publication', /^\d{4}-\d\d-\d\d$/.test(m.publication_date ?? '')],
    ['a creator', (m.creators ?? []).length > 0],
    [
      'a name of each creator',
      (m.creators ?? []).every(({ person_or_org: a }) => (a.type === 'personal' ? a.family_name : a.name)),
    ],
    ['a role of each contributor', (m.contributors ?? []).every((c) => c.role.id)],
    ['rights by id or in words, not both', (m.rights ?? []).every((r) => 'id' in r !== 'title' in r)],
    ['dates in EDTF, level 0', (m.dates ?? []).every((d) => day.test(d.date))],
  ].map(([name, holds]) => [String(name), Boolean(holds)]);
  return [...problems('invenio', make, draft), ...rules.flatMap(([name, holds]) => (holds ? [] : [name]))];
}

/** Demanded by acdh-schema (release of June 2025) of each class, but for what ARCHE fills in itself. */
export const demanded: Readonly<Record<string, readonly string[]>> = {
  TopCollection: [
    'hasTitle',
    'hasIdentifier',
    'hasContact',
    'hasCurator',
    'hasDepositor',
    'hasDescription',
    'hasEditor',
    'hasHosting',
    'hasLicenseSummary',
    'hasMetadataCreator',
    'hasSubject',
  ],
  Collection: [
    'hasTitle',
    'hasIdentifier',
    'hasDepositor',
    'hasHosting',
    'hasLicenseSummary',
    'hasMetadataCreator',
    'isPartOf',
  ],
  Resource: [
    'hasTitle',
    'hasIdentifier',
    'hasCategory',
    'hasDepositor',
    'hasHosting',
    'hasLicense',
    'hasLicensor',
    'hasMetadataCreator',
    'hasRightsHolder',
    'isPartOf',
  ],
  Person: ['hasTitle', 'hasIdentifier'],
  Organisation: ['hasTitle', 'hasIdentifier'],
};

/** What is wrong with a description for ARCHE, and how many things of each class it has. */
export function archeProblems(turtle: string): {
  readonly problems: readonly string[];
  readonly things: ReadonlyMap<string, number>;
} {
  const quads = quadsOf(turtle, 'Turtle');
  const acdh = 'https://vocabs.acdh.oeaw.ac.at/schema#';
  const has = new Map<string, Set<string>>();
  for (const { subject, predicate } of quads) {
    const known = has.get(subject.value) ?? new Set<string>();
    has.set(subject.value, known.add(predicate.value.replace(acdh, '')));
  }
  const found: string[] = [];
  const things = new Map<string, number>();
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === `${acdh}isPartOf` && !has.has(object.value))
      found.push(`${subject.value} is a part of ${object.value}, which is not there`);
    if (!predicate.value.endsWith('#type')) continue;
    const name = object.value.replace(acdh, '');
    things.set(name, (things.get(name) ?? 0) + 1);
    if (!/^[\x21-\x7e]+$/.test(subject.value)) found.push(`${subject.value} is not ASCII`);
    const properties = demanded[name];
    if (properties === undefined) found.push(`there is no class ${name}`);
    for (const property of properties ?? [])
      if (!has.get(subject.value)?.has(property)) found.push(`${subject.value} has no ${property}`);
  }
  return { problems: found, things };
}
