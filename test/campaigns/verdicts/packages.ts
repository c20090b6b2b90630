/** The package and its descriptions, by the programs and schemas of those who made the formats. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { TestContext } from 'vitest';
import { checkPackage } from '../../../src/deposit/index.ts';
import { archeProblems, cslProblems, dataverseProblems, invenioProblems } from '../../deposit/schemas.ts';
import { root } from '../../helpers/command.ts';
import { shared } from '../../helpers/shared.ts';
import type { Package } from './edition.ts';
import type { Found } from './table.ts';

/** A check of test/deposit/validators.py. */
export function inPython(p: Package, check: string, context: TestContext): Found {
  const { CHANCERY_PYTHON: python = 'python3' } = process.env;
  const script = join(root, 'test/deposit/validators.py');
  const contexts = shared('fixtures/contexts', context);
  const out = execFileSync(python, [script, p.bag, contexts, '1.2', check], { encoding: 'utf8' });
  const problems: readonly string[] = JSON.parse(out.slice(out.lastIndexOf('\n{') + 1))[check];
  return { checked: 1, problems };
}

export function sha512sum(p: Package): Found {
  const { status, stdout } = spawnSync(
    'sha512sum',
    ['--check', '--strict', 'manifest-sha512.txt', 'tagmanifest-sha512.txt'],
    { cwd: p.bag, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const lines = stdout.trim().split('\n');
  const wrong = lines.filter((line) => !line.endsWith(': OK'));
  return { checked: lines.length, problems: status === 0 ? wrong : [`status ${status}`, ...wrong] };
}

export async function verify(p: Package): Promise<Found> {
  const { files, findings } = await checkPackage(p.bag, p.name);
  return { checked: files, problems: findings.map((f) => f.message) };
}

/** Flattened and compacted with the context of RO-Crate, the metadata are what they are. */
export async function fixpoint(p: Package, context: TestContext): Promise<Found> {
  interface Processor {
    flatten(input: unknown, context: unknown, options: object): Promise<{ '@graph': readonly Node[] }>;
  }
  type Node = Readonly<Record<string, unknown>> & { readonly '@id': string };
  const jsonld = createRequire(import.meta.url)('jsonld') as Processor;
  const crate = p.json('ro-crate-metadata.json');
  const known = JSON.parse(readFileSync(shared('fixtures/contexts/ro-crate-1.2.jsonld', context), 'utf8'));
  const documentLoader = (url: string) => {
    if (url !== crate['@context']) throw new Error(`${url} was asked for`);
    return Promise.resolve({ contextUrl: null, documentUrl: url, document: known });
  };
  const flat = await jsonld.flatten(crate, crate['@context'], { documentLoader, base: null });
  /** The order of keys, nodes and links says nothing, nor does a list of one. */
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.length === 1 ? plain(value[0]) : value.map((v) => JSON.stringify(plain(v))).sort();
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).map(([key, v]) => [key, plain(v)] as const);
    return Object.fromEntries(entries.filter(([, v]) => !(Array.isArray(v) && v.length === 0)).sort());
  };
  const again = new Map(flat['@graph'].map((node) => [node['@id'], JSON.stringify(plain(node))]));
  const nodes: readonly Node[] = crate['@graph'];
  const problems = nodes.flatMap((node) =>
    again.get(node['@id']) === JSON.stringify(plain(node)) ? [] : [`${node['@id']} is not what it was`],
  );
  if (again.size !== nodes.length) problems.push(`${nodes.length} nodes became ${again.size}`);
  return { checked: nodes.length, problems };
}

/** Every file of the package is listed in the crate, with its size. */
export function listed(p: Package): Found {
  const nodes: readonly { readonly '@id': string; readonly contentSize?: string }[] =
    p.json('ro-crate-metadata.json')['@graph'];
  const sizes = new Map(nodes.map((node) => [decodeURIComponent(node['@id']), node.contentSize]));
  const own = ['ro-crate-metadata.json', 'ro-crate-preview.html'];
  const files = p.paths.filter((path) => !own.includes(path));
  const problems = files.filter((path) => sizes.get(path) !== String(readFileSync(p.file(path)).length));
  return { checked: files.length, problems };
}

function run(command: string, args: readonly string[]): readonly string[] {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) return [error.message];
  return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n');
}

export function datacite(version: string) {
  return (p: Package, context: TestContext): Found => {
    const schema = shared(`fixtures/datacite/source/meta/kernel-${version}/metadata.xsd`, context);
    const file = p.file('metadata/datacite.xml');
    return { checked: 1, problems: run('xmllint', ['--noout', '--nonet', '--schema', schema, file]) };
  };
}

export const dataverse = (p: Package, context: TestContext): Found => ({
  checked: 1,
  problems: dataverseProblems(p.json('metadata/dataverse.json'), context),
});
export const invenio = (p: Package, context: TestContext): Found => ({
  checked: 1,
  problems: invenioProblems(p.json('metadata/invenio-draft.json'), context),
});
export function arche(p: Package): Found {
  const { problems, things } = archeProblems(p.text('metadata/arche.ttl'));
  return { checked: [...things.values()].reduce((a, b) => a + b, 0), problems };
}

export function csl(p: Package, context: TestContext): Found {
  const paths = ['metadata/citation-csl.json', ...p.documents.map((id) => p.own(id, 'csl.json'))];
  const problems = paths.flatMap((path) =>
    cslProblems([p.json(path)].flat(), context).map((e) => `${path}: ${e}`),
  );
  return { checked: paths.length, problems };
}

export const cmif = (p: Package, context: TestContext): Found => ({
  checked: 1,
  problems: run('jing', [
    shared('fixtures/cmif/schema/cmi-customization.rng', context),
    p.file('edition/cmif.xml'),
  ]),
});

/** What a gateway would answer from the static repository, by the schema of the protocol. */
export function oai(p: Package): Found {
  const { CHANCERY_OAI_SCHEMA: schema } = process.env;
  if (schema === undefined)
    return { checked: 0, problems: [], note: 'CHANCERY_OAI_SCHEMA names no OAI-PMH.xsd' };
  const file = p.text('edition/oai.xml');
  const inner = (name: string): string =>
    new RegExp(`<${name}[ >][\\s\\S]*</${name}>`).exec(file)?.[0].replace(/^<[^>]*>|<[^>]*>$/g, '') ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'chancery-oai-'));
  try {
    const problems = ['Identify', 'ListMetadataFormats', 'ListRecords'].flatMap((verb) => {
      const answer = join(folder, `${verb}.xml`);
      writeFileSync(
        answer,
        `<oai:OAI-PMH xmlns:oai="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><oai:responseDate>2026-11-24T00:00:00Z</oai:responseDate><oai:request verb="${verb}">https://example.org/</oai:request><oai:${verb}>${inner(verb)}</oai:${verb}></oai:OAI-PMH>`,
      );
      return run('xmllint', ['--noout', '--nonet', '--schema', schema, answer]);
    });
    return { checked: file.split('<oai:record>').length - 1, problems };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each book is a process of seconds: of a large edition, each n-th is asked. */
export function epub(p: Package): Found {
  const books = p.matching(/\.epub$/);
  const step = Math.ceil(books.length / 10);
  const some = books.filter((_, i) => i % step === 0);
  const problems = some.flatMap((path) =>
    run('java', ['-jar', '/usr/bin/epubcheck', '--failonwarnings', p.file(path)]),
  );
  return {
    checked: some.length,
    problems,
    ...(some.length < books.length && { note: `of ${books.length}, every ${step}th` }),
  };
}

export async function pages(p: Package): Promise<Found> {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'valid-id': ['error', { relaxed: true }],
    },
  });
  const paths = p.matching(/\.html$/);
  const problems: string[] = [];
  for (const path of paths) {
    const { results } = await validator.validateString(p.text(path), path);
    for (const { messages } of results)
      problems.push(...messages.map((m) => `${path}:${m.line} ${m.message}`));
  }
  return { checked: paths.length, problems };
}

/** The block of schema.org in the head of each document's page is JSON, of a type that schema.org has. */
export function embedded(p: Package): Found {
  const problems: string[] = [];
  for (const id of p.documents) {
    const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(
      p.text(`edition/${id}/index.html`),
    );
    try {
      if (JSON.parse(block?.[1] ?? '')['@context'] !== 'https://schema.org')
        problems.push(`${id}: no context`);
    } catch (error) {
      problems.push(`${id}: ${error}`);
    }
  }
  return { checked: p.documents.length, problems };
}
