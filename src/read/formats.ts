/**
 * The formats Chancery reads, in one table. To add a format: one file, one line here.
 *
 * A reader gets decoded text and gives what it knows besides: parts that are the page's and not the
 * document's, catalogue fields that stand beside the text. The text itself it leaves alone.
 */
import type { Source } from '../document.ts';
import { readMarkdown } from './markdown.ts';
import { readText } from './text.ts';

export interface Read {
  readonly furniture: Source['furniture'];
  readonly metadata: Source['metadata'];
}

export interface Format {
  readonly name: string;
  /** Endings of file names, lower case, with their dot. */
  readonly endings: readonly string[];
  readonly read: (text: string) => Read;
}

export const formats = [
  { name: 'text', endings: ['.txt', '.text'], read: readText },
  { name: 'markdown', endings: ['.md', '.markdown'], read: readMarkdown },
] as const satisfies readonly Format[];

/** The format of a file by the ending of its name; standard input (`-`) is text. */
export function formatOf(name: string): Format | undefined {
  if (name === '-') return formats[0];
  const ending = /\.[^./]+$/.exec(name)?.[0].toLowerCase();
  return formats.find((f: Format) => ending !== undefined && f.endings.includes(ending));
}

/** Every ending a source may have: what a build looks for under sources/. */
export const sourceEndings: readonly string[] = formats.flatMap((f) => f.endings);
