/** The lines of a file as bytes, one after another, without holding the file. */
import { createReadStream } from 'node:fs';

const newline = 0x0a;
const byteOrderMark = [0xef, 0xbb, 0xbf];

export interface Line {
  /** Without its line end. */
  readonly bytes: Buffer;
  /** From 1. */
  readonly number: number;
}

/** A line that is longer than the limit comes without its bytes beyond it. */
export async function* linesOf(path: string, limit: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  let number = 1;
  const add = (part: Buffer): void => {
    const room = limit + 1 - size;
    if (room > 0 && part.length > 0) parts.push(part.subarray(0, room));
    size += part.length;
  };
  const line = (): Line => {
    const all = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    const start = number === 1 && byteOrderMark.every((byte, i) => all[i] === byte) ? 3 : 0;
    const end = all.at(-1) === 0x0d ? all.length - 1 : all.length;
    parts = [];
    size = 0;
    return { bytes: all.subarray(start, end), number: number++ };
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const block = chunk as Buffer;
    let at = 0;
    for (let end = block.indexOf(newline); end >= 0; end = block.indexOf(newline, at)) {
      add(block.subarray(at, end));
      at = end + 1;
      yield line();
    }
    add(block.subarray(at));
  }
  if (size > 0) yield line();
}

/** A key that no earlier member has. */
export function uniqueKeys(): (key: string) => string {
  const used = new Set<string>();
  return (key) => {
    let free = key;
    for (let i = 2; used.has(free); i++) free = `${key}-${i}`;
    used.add(free);
    return free;
  };
}
