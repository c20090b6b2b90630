/**
 * The one thing a graph says that the style sheet cannot know: checksum and size of the files made beside it. They
 * stand in the nodes `#this.file.FORMAT`. Its own, and that of files made from it, a graph cannot hold.
 */
import { createHash } from 'node:crypto';
import type { Artifact } from '../artifact.ts';

type Node = Readonly<Record<string, unknown>>;

/** The graph as the style sheet wrote it, indented for people, keys in their order, with what is known of the files. */
export function describeFiles(
  json: string,
  formats: readonly string[],
  contentOf: (format: string) => Artifact['content'] | undefined,
): string {
  const graph = JSON.parse(json) as { '@graph': readonly Node[] };
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

function measured(content: Artifact['content']): Node {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return {
    'schema:contentSize': `${bytes.byteLength} B`,
    'schema:sha256': createHash('sha256').update(bytes).digest('hex'),
  };
}
