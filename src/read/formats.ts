/**
 * The formats Chancery reads, in one table. To add a format: one file, one line here.
 *
 * A reader of a text format gets decoded text and gives what it knows besides: parts that are the page's and not the
 * document's, catalogue fields that stand beside the text. A format that is its own text leaves it alone; one
 * that only holds a text gives that, or many.
 */
import type { Diagnostic } from '../diagnostic.ts';
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

/** A format that is text: its bytes are decoded first. */
export interface TextFormat {
  readonly name: string;
  /** Endings of file names, lower case, with their dot. */
  readonly endings: readonly string[];
  readonly read: (text: string, columns: Columns) => Read | Records;
}

/** What a reader takes out of a file that is not text. */
export interface Opened {
  /** Absent where a diagnostic is an error. */
  readonly opened?: Pick<Source, 'text' | 'furniture' | 'metadata' | 'pages' | 'tei'> & {
    readonly layer: string;
  };
  readonly diagnostics: readonly Diagnostic[];
}

/** A format that only holds a text: the reader takes it out. It never throws, and loads its library when called. */
export interface BinaryFormat {
  readonly name: string;
  readonly endings: readonly string[];
  readonly open: (bytes: Uint8Array, name: string, limit: number) => Promise<Opened>;
}

export type Format = TextFormat | BinaryFormat;

export const formats = [
  { name: 'text', endings: ['.txt', '.text'], read: readText },
  { name: 'markdown', endings: ['.md', '.markdown'], read: readMarkdown },
  { name: 'html', endings: ['.html', '.htm', '.xhtml'], read: readHtml },
  { name: 'json', endings: ['.json'], read: readJson },
  { name: 'jsonl', endings: ['.jsonl', '.ndjson'], read: readJsonLines },
  { name: 'csv', endings: ['.csv', '.tsv'], read: readCsv },
  {
    name: 'docx',
    endings: ['.docx'],
    open: async (bytes, name, limit) => (await import('./docx/index.ts')).openDocx(bytes, name, limit),
  },
  {
    name: 'pdf',
    endings: ['.pdf'],
    open: async (bytes, name) => (await import('./pdf/index.ts')).openPdf(bytes, name),
  },
  {
    name: 'tei',
    endings: ['.xml', '.tei'],
    open: async (bytes, name) => (await import('./tei.ts')).openTei(bytes, name),
  },
] as const satisfies readonly Format[];

/** The format of a file by the ending of its name; standard input (`-`) is text. */
export function formatOf(name: string): Format | undefined {
  if (name === '-') return formats[0];
  const ending = /\.[^./]+$/.exec(name)?.[0].toLowerCase();
  return formats.find((f: Format) => ending !== undefined && f.endings.includes(ending));
}
