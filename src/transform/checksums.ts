/**
 * The one thing a graph says that is not in the TEI: checksum and size of the files made beside it. They stand in
 * the nodes `#this.file.FORMAT`. Its own, and that of files made from it, a graph cannot hold.
 */
import { createHash } from 'node:crypto';
import type { Artifact } from '../artifact.ts';
import type { Graph } from './jsonld/index.ts';

/** The graph as text, indented for people, keys in their order, with what is known of the files. */
export function describeFiles(
  graph: Graph,
  formats: readonly string[],
  contentOf: (format: string) => Artifact['content'] | undefined,
): string {
  const known = new Map<string, Artifact['content']>(
    formats.flatMap((format) => {
      const content = contentOf(format);
      return content === undefined ? [] : [[`#this.file.${format}`, content] as const];
    }),
  );
  const nodes = graph['@graph'].map((node) => {
    const content = known.get(String(node['@id']));
    return content === undefined ? node : { ...node, ...measured(content) };
  });
  return `${JSON.stringify({ ...graph, '@graph': nodes }, null, 2)}\n`;
}

function measured(content: Artifact['content']): Readonly<Record<string, string>> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return {
    'schema:contentSize': `${bytes.byteLength} B`,
    'schema:sha256': createHash('sha256').update(bytes).digest('hex'),
  };
}
