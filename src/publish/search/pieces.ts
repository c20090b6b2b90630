/** Pieces of the index: scripts that hand their data over. */
import { checksum, type Draft } from '../sheaves.ts';
import { portions } from '../sorted.ts';

/** A list in pieces of so many. */
export function* pieces(name: string, size: number, list: readonly unknown[]): Generator<Draft> {
  let number = 0;
  for (const portion of portions(list, size)) yield piece(`${name}-${number++}`, portion);
}

/** A script that gives its data to the search. Line separators and `<` cannot end it, wherever it stands. */
export function piece(name: string, data: unknown): Draft {
  const path = `search/${name}.js`;
  const json = JSON.stringify(data);
  const content = (): string => {
    const safe = json.replace(
      /[<\u2028\u2029]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    return `chancery.piece(${JSON.stringify(name).replaceAll('<', '\\u003c')},${safe});\n`;
  };
  return {
    path,
    inputs: checksum(json),
    make: () => ({ path, mediaType: 'text/javascript', content: content() }),
  };
}
