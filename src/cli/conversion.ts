/** A conversion under way: it takes what was made of one item after another, writes it, and holds none. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Artifact } from '../artifact.ts';
import { CommandError } from '../batch/errors.ts';
import { shown, Writer } from '../batch/files.ts';
import { finding, guarded, hasError } from '../batch/finding.ts';
import { textOf } from '../batch/tei-file.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { assets } from '../publish/assets.ts';
import { isTableFormat, Tables } from '../publish/tables/index.ts';
import type { Converted, ConvertedItem } from './convert-item.ts';
import type { Item } from './gather.ts';
import { deliver, goesToStandardOutput } from './results.ts';

/** The last line names so many files; of more it gives the number. */
const named = 12;

export class Conversion {
  readonly findings: Diagnostic[] = [];
  /** What was looked at, as a person finds it. */
  readonly files: string[] = [];
  readonly #output: string | undefined;
  readonly #writer: Writer | undefined;
  readonly #tables: Tables | undefined;
  readonly #scratch: string | undefined;
  /** Of standard output: there may be one, so it is known only in the end whether it is. */
  readonly #results: Artifact[] = [];
  readonly #taken = new Map<string, string>();
  readonly #dressed = new Set<string>();
  readonly #written: string[] = [];
  #count = 0;

  /** Throws `CommandError` 2 where tables are meant for standard output. */
  constructor(formats: readonly string[], output: string | undefined, context: Context) {
    this.#output = output;
    if (output !== undefined && !goesToStandardOutput(output)) this.#writer = new Writer(output);
    const tables = formats.filter(isTableFormat);
    if (tables.length === 0) return;
    if (this.#writer === undefined) {
      throw new CommandError(
        2,
        `${tables[0]} is four tables and their description.`,
        'Name a folder with -o DIR.',
      );
    }
    this.#scratch = mkdtempSync(join(tmpdir(), 'chancery-'));
    this.#tables = new Tables(tables, context, this.#scratch);
  }

  /** What was made of an item; the items come in the order in which they were found. */
  take(item: Item, { documents, findings, asItIs }: ConvertedItem): void {
    this.files.push(item.shown);
    const found: Diagnostic[] = [...findings];
    for (const document of documents) {
      const { path } = document.tei;
      const other = this.#taken.get(path);
      if (other !== undefined) {
        const message = `Its results would have the name of those of ${other}.`;
        found.push(finding('build.collision', item.shown, message, 'Rename one of them.'));
        continue;
      }
      this.#taken.set(path, item.shown);
      found.push(...document.findings);
      this.#keep(document, item, found);
    }
    const itself = (d: Diagnostic): boolean => d.file === item.name || d.file === asItIs;
    this.findings.push(...found.map((d) => (itself(d) ? { ...d, file: item.shown } : d)));
  }

  #keep({ tei, made }: Converted, item: Item, found: Diagnostic[]): void {
    if (this.#tables !== undefined && !hasError(found.filter((d) => d.file === tei.path))) {
      const tables = this.#tables;
      const id = tei.path.replace(/\.xml$/, '');
      guarded(tei.path, 'transform.failed', () => tables.take(textOf(tei.content), id, item.shown), found);
    }
    if (this.#writer === undefined) {
      this.#results.push(...made);
      return;
    }
    for (const { path, content } of made) this.#write(item.folder + path, content);
    // Pages find their style sheet where an edition has it: beside the folder of the document.
    if (made.some(({ mediaType }) => mediaType === 'text/html') && !this.#dressed.has(item.folder)) {
      this.#dressed.add(item.folder);
      for (const { path, content } of assets()) this.#writer.write(item.folder + path, content);
    }
  }

  #write(path: string, content: Artifact['content']): void {
    this.#writer?.write(path, content);
    this.#note(path);
  }

  #note(path: string): void {
    this.#count++;
    if (this.#written.length < named) this.#written.push(shown(resolve(this.#output ?? '.', path)));
  }

  /** Writes what is made of all documents together. @returns the last line for a person */
  async finish(): Promise<string> {
    if (this.#writer === undefined) {
      deliver(this.#results, this.#output);
      return '';
    }
    for await (const { path, pieces } of this.#tables?.finish() ?? []) {
      this.#writer.writePieces(path, pieces);
      this.#note(path);
    }
    if (this.#count === 0) return '';
    return this.#count <= named
      ? `Wrote ${this.#written.join(', ')}.\n`
      : `Wrote ${this.#count} files to ${shown(resolve(this.#output ?? '.'))}.\n`;
  }

  close(): void {
    if (this.#scratch !== undefined) rmSync(this.#scratch, { recursive: true, force: true });
  }
}
