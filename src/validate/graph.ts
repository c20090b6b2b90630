/**
 * Links inside a linked-data edition: each node stands once, and every `{"@id": "#…"}` leads to one. A JSON Schema
 * cannot say this; JSON-LD tools do not mind (a link to nothing is just a name).
 */
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Graph {
  readonly '@graph': readonly { readonly [key: string]: Json }[];
}

export interface GraphFinding {
  /** JSON pointer. */
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
}

export function* checkGraph(graph: Graph): Generator<GraphFinding> {
  const nodes = new Map<string, number>();
  for (const [index, node] of graph['@graph'].entries()) {
    const id = String(node['@id']);
    const first = nodes.get(id);
    if (first === undefined) nodes.set(id, index);
    else {
      const pointer = `/@graph/${index}/@id`;
      yield {
        pointer,
        message: `The node ${id} is there already, at /@graph/${first}`,
        fix: 'Make the two one node.',
      };
    }
  }
  for (const [index, node] of graph['@graph'].entries()) {
    for (const [pointer, id, described] of links(node, `/@graph/${index}`, true)) {
      if (!id.startsWith('#') || nodes.has(id) || described) continue;
      yield {
        pointer,
        message: `The link ${id} leads to no node of the graph`,
        fix: 'Add the node, or correct the link.',
      };
    }
  }
}

/** Pointer, id, and whether the link describes its target itself, with a type. */
function* links(value: Json, pointer: string, isNode = false): Generator<readonly [string, string, boolean]> {
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries())
      yield* links(item, `${pointer}/${index}`);
  } else if (value !== null && typeof value === 'object') {
    const object = value as { readonly [key: string]: Json };
    if (!isNode && typeof object['@id'] === 'string')
      yield [`${pointer}/@id`, object['@id'], '@type' in object];
    for (const [key, inner] of Object.entries(object)) {
      if (!key.startsWith('@'))
        yield* links(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
  }
}
