/** RDF 1.1 Turtle for people: a block for each node, its types first, prefixes where a name allows one. */
import { escaped } from './nquads.ts';
import { type Literal, rdfType, type Triple } from './quads.ts';

export function toTurtle(
  triples: readonly Triple[],
  prefixes: Readonly<Record<string, string>>,
  base: string,
): string {
  const shorten = shortener(prefixes, base);
  const head = Object.entries({ ...prefixes, '': `${base}#` }).map(
    ([name, iri]) => `@prefix ${name}: <${iri}> .\n`,
  );
  const subjects = new Map<string, Map<string, Set<string>>>();
  for (const { subject, predicate, object } of triples) {
    const node = entry(subjects, subject, () => new Map<string, Set<string>>());
    entry(node, predicate, () => new Set<string>()).add(term(object, shorten));
  }
  const blocks = [...subjects].map(([subject, node]) => {
    const lines = [...node].map(([predicate, objects]) => {
      const verb = predicate === rdfType ? 'a' : shorten(predicate);
      return `${verb} ${[...objects].join(', ')}`;
    });
    return `\n${shorten(subject)}\n  ${lines.join(' ;\n  ')} .\n`;
  });
  return `${head.join('')}${blocks.join('')}`;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}

function term(object: string | Literal, shorten: (iri: string) => string): string {
  if (typeof object === 'string') return shorten(object);
  const { value, language, datatype } = object;
  if (datatype?.endsWith('#integer') && /^-?\d+$/.test(value)) return value;
  const words = `"${escaped(value)}"`;
  if (language !== undefined) return `${words}@${language}`;
  return datatype === undefined ? words : `${words}^^${shorten(datatype)}`;
}

/** A local name is kept to letters, digits, `_`, `-` and inner stops: all of it is legal, none needs an escape. */
function shortener(prefixes: Readonly<Record<string, string>>, base: string): (iri: string) => string {
  const known = [...Object.entries(prefixes), ['', `${base}#`] as const];
  return (iri) => {
    for (const [name, start] of known) {
      const local = iri.startsWith(start) ? iri.slice(start.length) : '';
      if (/^[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*$/.test(local)) return `${name}:${local}`;
    }
    return `<${iri}>`;
  };
}
