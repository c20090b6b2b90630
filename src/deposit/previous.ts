/** The package that a new version follows: read from the folder or zip it was, after it has been checked. */
import { describe } from './describe.ts';
import type { Previous } from './model.ts';
import { bytesOf, type Holding } from './verify/index.ts';

/** Throws `Error` with a reason where it is no package that `chancery deposit` has made. */
export async function previousOf(holding: Holding): Promise<Previous> {
  const text = async (path: string): Promise<string> => {
    const file = holding.files.get(path);
    if (file === undefined) throw new Error(`it has no ${path}`);
    return Buffer.from(await bytesOf(file)).toString('utf8');
  };
  const graph = entitiesIn(await text('data/ro-crate-metadata.json'));
  const root = graph.find((e) => e['@id'] === './');
  if (root === undefined) throw new Error('its crate has no root');
  const ledger = JSON.parse(await text('data/reports/ledger-of-fidelity.json')) as Ledger;
  const documents: Previous['documents'][number][] = [];
  for (const { id, tei } of ledger.documents ?? []) {
    documents.push({ id, tei, description: describe(await text(`data/${tei}`), id) });
  }
  const identifier = graph.find(
    (e) => e['@id'] === (root.identifier as { '@id'?: string } | undefined)?.['@id'],
  );
  const doi = /^doi:(10\..+)$/.exec(String(identifier?.value ?? ''))?.[1];
  const named = /^(?:.*\n)?Internal-Sender-Identifier: ([^\n]+)$/m.exec(await text('bag-info.txt'))?.[1];
  return {
    name: named ?? holding.name,
    title: String(root.name ?? holding.name),
    documents,
    checksums: checksumsIn(await text('manifest-sha512.txt')),
    ...(doi && { doi }),
    ...(typeof root.version === 'string' && { version: root.version }),
    ...(typeof root.datePublished === 'string' && { date: root.datePublished }),
  };
}

interface Ledger {
  readonly documents?: readonly { readonly id: string; readonly tei: string }[];
}

function entitiesIn(json: string): readonly Readonly<Record<string, unknown>>[] {
  const graph = (JSON.parse(json) as { readonly '@graph'?: unknown })['@graph'];
  return Array.isArray(graph) ? graph : [];
}

/** By the path in the crate. */
function checksumsIn(manifest: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of manifest.split('\n')) {
    const [, sum, path] = /^([0-9a-f]{128}) {2}data\/(.+)$/.exec(line) ?? [];
    if (sum !== undefined && path !== undefined) found.set(path, sum);
  }
  return found;
}
