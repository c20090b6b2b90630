/** Source text as lines: where each stands, with and without its surrounding white space. */
import type { Chunk, Line } from '../dialect.ts';
import type { Span } from '../document.ts';

export type { Chunk, Line } from '../dialect.ts';

/** White space as the source knows it: XML's, the no-break spaces, the ideographic space and form feed. */
function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The span without white space at its ends; an empty span at `start` if there is nothing else. */
export function trimSpan(text: string, start: number, end: number): Span {
  let a = start;
  let b = end;
  while (a < b && isSpace(text.charCodeAt(a))) a++;
  while (b > a && isSpace(text.charCodeAt(b - 1))) b--;
  return a === b ? { start, end: start } : { start: a, end: b };
}

/** All lines of a text, in order. Line ends are U+000A (the reader has seen to it). */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const inner = trimSpan(text, start, end);
    lines.push({ span: { start, end }, inner, text: text.slice(inner.start, inner.end) });
    start = end + 1;
  }
  return lines;
}

/** Lines grouped at blank lines. */
export function chunksOf(text: string, lines: readonly Line[] = linesOf(text)): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let run: Line[] = [];
  const close = () => {
    const first = run[0];
    const last = run[run.length - 1];
    if (first && last) {
      const span = { start: first.inner.start, end: last.inner.end };
      chunks.push({ span, text: text.slice(span.start, span.end), lines: run });
    }
    run = [];
  };
  for (const line of lines) {
    if (line.text === '') close();
    else run.push(line);
  }
  close();
  return chunks;
}
