/**
 * Records with the text in one column and the catalogue in others: what JSON, JSON Lines and CSV have in common.
 * The text of a column is the document's text, character by character; the others become its metadata.
 */
import type { Settings } from '../settings.ts';
import { readHtml } from './html.ts';

/** Which column is what: `columns` of chancery.json; where it is silent, the usual names are looked for. */
export interface Columns {
  readonly text?: string;
  readonly id?: string;
}

export type Record_ = Readonly<Record<string, unknown>>;

export interface RecordDocument {
  /** Tells the documents of one file apart; undefined where the file holds one. */
  readonly key: string | undefined;
  readonly text: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface RecordFault {
  readonly code: 'read.empty' | 'read.nul' | 'read.binary' | 'json.syntax' | 'read.format';
  readonly message: string;
  /** Offset into the decoded file, where there is one. */
  readonly at?: number;
}

export interface Records {
  readonly documents: readonly RecordDocument[];
  readonly faults: readonly RecordFault[];
}

const textNames = [
  'text_body',
  'text',
  'body',
  'content',
  'full_text',
  'fulltext',
  'transcript',
  'body_text',
];
/** Columns that hold a page: their text is what a browser shows. */
const pageNames = ['html', 'text_html', 'body_html', 'content_html'];
const idNames = ['id', 'record_id', 'doc_id', 'document_id', 'identifier', 'key', 'slug', 'uuid'];

export const columnsOf = (settings: Settings): Columns => settings.columns ?? {};

/** The key of one record of a file: its id, or its number (from 1) where it has none. Keys may repeat. */
export function keyOfRecord(record: Record_, columns: Columns, index: number): string {
  const column = columns.id ?? find([record], idNames, isKey);
  return keyOf(column === undefined ? undefined : record[column], index);
}

const isKey = (v: unknown): boolean => (typeof v === 'string' && v !== '') || typeof v === 'number';

/** Records as documents; those without text are named in a fault and left out. */
export function documentsOf(records: readonly Record_[], columns: Columns): Records {
  const documents: RecordDocument[] = [];
  const faults: RecordFault[] = [];
  const textColumn =
    columns.text ?? find(records, textNames, (v) => typeof v === 'string' && v.trim() !== '');
  const pageColumn =
    textColumn === undefined
      ? find(records, pageNames, (v) => typeof v === 'string' && v.trim() !== '')
      : undefined;
  if (pageColumn !== undefined) {
    const shown = records.map((r) => {
      const page = r[pageColumn];
      return typeof page === 'string' ? { ...r, [pageColumn]: readHtml(page).text } : r;
    });
    return documentsOf(shown, { ...columns, text: pageColumn });
  }
  if (textColumn === undefined || !records.some((r) => textColumn in r)) {
    const known = [...new Set(records.slice(0, 50).flatMap((r) => Object.keys(r)))].join(', ');
    const wanted =
      columns.text === undefined
        ? `none of the columns ${textNames.slice(0, 4).join(', ')} holds text`
        : `there is no column ${JSON.stringify(columns.text)}`;
    return {
      documents,
      faults: [
        { code: 'read.empty', message: `The file has no text: ${wanted}. Its columns: ${known || 'none'}.` },
      ],
    };
  }
  const idColumn = columns.id ?? find(records, idNames, isKey);
  const used = new Set<string>();
  const many = records.length > 1;
  const empty: string[] = [];
  records.forEach((record, i) => {
    const key = unique(keyOf(idColumn === undefined ? undefined : record[idColumn], i), used);
    const value = record[textColumn];
    if (typeof value !== 'string' || value.trim() === '') {
      empty.push(many ? key : `column ${textColumn}`);
      return;
    }
    const text = value.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
    const bad = /[\0-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]/u.exec(text);
    if (bad) {
      const code = text.charCodeAt(bad.index).toString(16).toUpperCase().padStart(4, '0');
      faults.push({
        code: text[bad.index] === '\0' ? 'read.nul' : 'read.binary',
        message: `The text of record ${key} has the character U+${code}, which XML cannot hold.`,
      });
      return;
    }
    documents.push({ key: many ? key : undefined, text, metadata: metadataOf(record, textColumn) });
  });
  if (empty.length > 0 && (many || documents.length === 0))
    faults.push({
      code: 'read.empty',
      message: `${empty.length} of ${records.length} records ${empty.length === 1 ? 'has' : 'have'} no text: ${empty.slice(0, 5).join(', ')}${empty.length > 5 ? ' …' : ''}.`,
    });
  return { documents, faults };
}

function find(
  records: readonly Record_[],
  names: readonly string[],
  test: (value: unknown) => boolean,
): string | undefined {
  const keys = [...new Set(records.slice(0, 200).flatMap((r) => Object.keys(r)))];
  for (const name of names) {
    const key = keys.find((k) => k.toLowerCase() === name && records.some((r) => test(r[k])));
    if (key !== undefined) return key;
  }
  return undefined;
}

/** A key that a path can bear; the number of the record where it has none. */
function keyOf(value: unknown, index: number): string {
  const key = (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    .trim()
    .replace(/[\s#/\\]+/g, '-')
    .slice(0, 120);
  return key === '' ? String(index + 1) : key;
}

function unique(key: string, used: Set<string>): string {
  let free = key;
  for (let i = 2; used.has(free); i++) free = `${key}-${i}`;
  used.add(free);
  return free;
}

/** Every other column as a string: lists joined, what is empty left out. */
function metadataOf(record: Record_, textColumn: string): Record<string, string> {
  const metadata: [string, string][] = [];
  for (const [key, value] of Object.entries(record)) {
    if (key === textColumn) continue;
    const words = wordsOf(value);
    if (words !== '') metadata.push([key, words]);
  }
  return Object.fromEntries(metadata);
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  const words = Array.isArray(value)
    ? value.map(wordsOf).filter(Boolean).join('; ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  // A column may hold anything; what XML cannot hold is blank.
  return words
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu, ' ')
    .replace(/\r\n?/g, '\n')
    .trim();
}
