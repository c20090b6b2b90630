/**
 * The formats Chancery reads, in one table. To add a format: one file, one line here.
 *
 * A reader gets decoded text and gives what it knows besides: parts that are the page's and not the
 * document's, catalogue fields that stand beside the text. A format that is its own text leaves it alone; one
 * that only holds a text gives that, or many.
 */
import type { Source } from '../document.ts';
import { readCsv } from './csv.ts';
import { readHtml } from './html.ts';
import { readJson, readJsonLines } from './json.ts';
import { readMarkdown } from './markdown.ts';
import type { Columns, Records } from './records.ts';
import { readText } from './text.ts';

export interface Read {
  /** The document's text, where the decoded file is not itself the text. */
  readonly text?: string;
  readonly furniture: Source['furniture'];
  readonly metadata: Source['metadata'];
}

export interface Format {
  readonly name: string;
  /** Endings of file names, lower case, with their dot. */
  readonly endings: readonly string[];
  readonly read: (text: string, columns: Columns) => Read | Records;
}

export const formats = [
  { name: 'text', endings: ['.txt', '.text'], read: readText },
  { name: 'markdown', endings: ['.md', '.markdown'], read: readMarkdown },
  { name: 'html', endings: ['.html', '.htm', '.xhtml'], read: readHtml },
  { name: 'json', endings: ['.json'], read: readJson },
  { name: 'jsonl', endings: ['.jsonl', '.ndjson'], read: readJsonLines },
  { name: 'csv', endings: ['.csv', '.tsv'], read: readCsv },
] as const satisfies readonly Format[];

/** The format of a file by the ending of its name; standard input (`-`) is text. */
export function formatOf(name: string): Format | undefined {
  if (name === '-') return formats[0];
  const ending = /\.[^./]+$/.exec(name)?.[0].toLowerCase();
  return formats.find((f: Format) => ending !== undefined && f.endings.includes(ending));
}
