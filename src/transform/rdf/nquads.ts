/**
 * RDF 1.1 N-Quads in the canonical form of RDF Dataset Canonicalization (W3C, 2024): one statement a line, each once,
 * in the order of code points. Our graphs have no blank nodes, so that is all there is to it.
 */
import type { Literal, Triple } from './quads.ts';

export function toNQuads(triples: readonly Triple[]): string {
  const lines = triples.map(({ subject, predicate, object }) => {
    return `<${subject}> <${predicate}> ${term(object)} .\n`;
  });
  return [...new Set(lines)].sort(byCodePoint).join('');
}

function term(object: string | Literal): string {
  if (typeof object === 'string') return `<${object}>`;
  const words = `"${escaped(object.value)}"`;
  if (object.language !== undefined) return `${words}@${object.language}`;
  return object.datatype === undefined ? words : `${words}^^<${object.datatype}>`;
}

const named: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** N-Quads canonical form: those with a letter of their own by it, other control characters by number. */
export function escaped(words: string): string {
  return words.replace(/[\u0000-\u001f"\\\u007f]/g, (c) => {
    return named[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

/** As the standard sorts: by code point, which is not the order of UTF-16 units outside the BMP. */
function byCodePoint(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    const [highX, highY] = [x >= 0xd800 && x < 0xe000, y >= 0xd800 && y < 0xe000];
    return highX === highY ? x - y : highX ? 1 : -1;
  }
  return a.length - b.length;
}
