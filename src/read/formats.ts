/**
 * The formats Chancery reads, in one table. To add a format: one file, one line here.
 *
 * A reader of a text format gets decoded text and gives what it knows besides: parts that are the page's and not the
 * document's, catalogue fields that stand beside the text. A format that is its own text leaves it alone; one
 * that only holds a text gives that, or many.
 */
import type { Aspect } from '../aspects.ts';
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

interface Readable {
  readonly name: string;
  /** What it takes from a file besides the words, and what the rules find in them. */
  readonly takes: readonly Aspect[];
  /** What of a file is no part of what was read, in words. */
  readonly leaves: string;
}

/** A format that is text: its bytes are decoded first. */
export interface TextFormat extends Readable {
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
export interface BinaryFormat extends Readable {
  readonly endings: readonly string[];
  readonly open: (bytes: Uint8Array, name: string, limit: number) => Promise<Opened>;
}

export type Format = TextFormat | BinaryFormat;

export const formats = [
  {
    name: 'text',
    takes: ['spacing'],
    leaves: 'nothing',
    endings: ['.txt', '.text'],
    read: readText,
  },
  {
    name: 'markdown',
    takes: ['spacing'],
    leaves: 'nothing: front matter and signs of Markdown stay as they are',
    endings: ['.md', '.markdown'],
    read: readMarkdown,
  },
  {
    name: 'html',
    takes: [],
    leaves: 'scripts, styles, images, the make-up of letters; white space is as a browser shows it',
    endings: ['.html', '.htm', '.xhtml'],
    read: readHtml,
  },
  {
    name: 'json',
    takes: ['spacing', 'catalogue'],
    leaves: 'records without text',
    endings: ['.json'],
    read: readJson,
  },
  {
    name: 'jsonl',
    takes: ['spacing', 'catalogue'],
    leaves: 'records without text',
    endings: ['.jsonl', '.ndjson'],
    read: readJsonLines,
  },
  {
    name: 'csv',
    takes: ['spacing', 'catalogue'],
    leaves: 'records without text',
    endings: ['.csv', '.tsv'],
    read: readCsv,
  },
  {
    name: 'docx',
    takes: ['spacing'],
    leaves: 'images, make-up of letters, comments, deleted words, headers and footers: each is told',
    endings: ['.docx'],
    open: async (bytes, name, limit) => (await import('./docx/index.ts')).openDocx(bytes, name, limit),
  },
  {
    name: 'pdf',
    takes: [],
    leaves: 'pictures, fonts, the place of words on the page; lines are joined to paragraphs',
    endings: ['.pdf'],
    open: async (bytes, name) => (await import('./pdf/index.ts')).openPdf(bytes, name),
  },
  {
    name: 'tei',
    takes: ['spacing'],
    leaves: 'nothing: the file stays as it is, what is found is added to it',
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
