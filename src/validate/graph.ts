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
    for (const { place, id, described } of links(node, { key: index }, true)) {
      if (!id.startsWith('#') || nodes.has(id) || described) continue;
      yield {
        pointer: `/@graph${pointerOf(place)}`,
        message: `The link ${id} leads to no node of the graph`,
        fix: 'Add the node, or correct the link.',
      };
    }
  }
}

/** A key or index and what it lies in: the pointer is made when it is asked for, which is hardly ever. */
interface Place {
  readonly key: string | number;
  readonly around?: Place;
}

function pointerOf({ key, around }: Place): string {
  const step = String(key).replaceAll('~', '~0').replaceAll('/', '~1');
  return `${around === undefined ? '' : pointerOf(around)}/${step}`;
}

interface Link {
  readonly place: Place;
  readonly id: string;
  /** The link describes its target itself, with a type. */
  readonly described: boolean;
}

function links(value: Json, around: Place, isNode = false, found: Link[] = []): readonly Link[] {
  if (typeof value !== 'object' || value === null) return found;
  if (Array.isArray(value)) {
    for (let key = 0; key < value.length; key++) links(value[key] as Json, { key, around }, false, found);
    return found;
  }
  const object = value as { readonly [key: string]: Json };
  const id = object['@id'];
  if (!isNode && typeof id === 'string')
    found.push({ place: { key: '@id', around }, id, described: '@type' in object });
  for (const key in object) {
    const inner = object[key];
    if (typeof inner === 'object' && !key.startsWith('@')) links(inner, { key, around }, false, found);
  }
  return found;
}
