/** A graph of the edition as a file: the context inline, a node to a line. */
import type { Artifact } from '../../artifact.ts';
import { contextFor } from '../../linked/vocabulary.ts';

/** A node: absent values are left out, several are a list. */
export type Node = Readonly<Record<string, unknown>>;

export function graphFile(path: string, base: string, nodes: Iterable<Node>): Artifact {
  const lines: string[] = [];
  for (const node of nodes) lines.push(`    ${JSON.stringify(tidy(node))}`);
  const context = JSON.stringify(contextFor(base), null, 2).replace(/\n/g, '\n  ');
  const content = `{\n  "@context": ${context},\n  "@graph": [\n${lines.join(',\n')}\n  ]\n}\n`;
  return { path, mediaType: 'application/ld+json', content };
}

function tidy(node: Node): Node {
  const kept = Object.entries(node).flatMap(([key, value]) => {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    const single = Array.isArray(value) && value.length === 1 && key !== '@type';
    return [[key, single ? value[0] : value] as const];
  });
  return Object.fromEntries(kept);
}

export const link = (id: string): Node => ({ '@id': id });

/** A date of the calendar as the graphs of the documents write it: typed by how much of it is known. */
export function dated(iso: string | undefined): unknown {
  if (iso === undefined) return undefined;
  const type = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(iso)
    ? 'xsd:dateTime'
    : /^\d{4}-\d\d-\d\d$/.test(iso)
      ? 'xsd:date'
      : /^\d{4}-\d\d$/.test(iso)
        ? 'xsd:gYearMonth'
        : /^\d{4}$/.test(iso)
          ? 'xsd:gYear'
          : undefined;
  return type === undefined ? iso : { '@value': iso, '@type': type };
}

/** Language tags in small letters, as RDF has them. */
export function inLanguage(words: string, language: string | undefined): unknown {
  return language === undefined ? words : { '@value': words, '@language': language.toLowerCase() };
}
