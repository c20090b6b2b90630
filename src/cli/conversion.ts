/** A conversion under way: it takes document after document, writes what is made of each, and holds none. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Artifact } from '../artifact.ts';
import { CommandError } from '../batch/errors.ts';
import { shown, Writer } from '../batch/files.ts';
import { finding, guarded, hasError } from '../batch/finding.ts';
import type { Stages } from '../batch/stages.ts';
import { textOf } from '../batch/tei-file.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import { assets } from '../publish/assets.ts';
import { isTableFormat, Tables } from '../publish/tables/index.ts';
import { isOurs } from '../read/tei.ts';
import { documentId } from '../recognise/id.ts';
import { editionsOf } from './editions.ts';
import { encodeBytes } from './encoding.ts';
import type { Item } from './gather.ts';
import { deliver, goesToStandardOutput } from './results.ts';

type Converting = Pick<Stages, 'read' | 'encodeSource' | 'audit' | 'publishTei'>;

/** A TEI to convert, with the source it was made from just now. */
type Made = Pick<Artifact, 'path' | 'content'> & { readonly source?: Source };

/** The last line names so many files; of more it gives the number. */
const named = 12;

export class Conversion {
  readonly findings: Diagnostic[] = [];
  /** What was looked at, as a person finds it. */
  readonly files: string[] = [];
  readonly #formats: readonly string[];
  readonly #context: Context;
  readonly #stages: Converting;
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
  constructor(formats: readonly string[], output: string | undefined, context: Context, stages: Converting) {
    this.#formats = formats.filter((name) => !isTableFormat(name));
    this.#context = context;
    this.#stages = stages;
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

  /** The documents of an item; what is wrong with one of them is a finding, and the next is taken. */
  async take(item: Item): Promise<void> {
    this.files.push(item.shown);
    const found: Diagnostic[] = [];
    const ours = this.#asItIs(item);
    for (const tei of ours === undefined ? await this.#encoded(item, found) : [ours]) {
      const other = this.#taken.get(tei.path);
      if (other !== undefined) {
        const message = `Its results would have the name of those of ${other}.`;
        found.push(finding('build.collision', item.shown, message, 'Rename one of them.'));
        continue;
      }
      this.#taken.set(tei.path, item.shown);
      await this.#convert(tei, item, found);
    }
    const itself = (d: Diagnostic): boolean => d.file === item.name || d.file === ours?.path;
    this.findings.push(...found.map((d) => (itself(d) ? { ...d, file: item.shown } : d)));
  }

  /** A TEI of Chancery's own is not encoded again. */
  #asItIs({ bytes, name, format }: Item): Made | undefined {
    if (!/\.(?:xml|tei)$/i.test(format) || !isOurs(Buffer.from(bytes).toString('utf8'))) return undefined;
    return { path: `${documentId(name, this.#context.settings.folders.sources)}.xml`, content: bytes };
  }

  async #encoded(item: Item, found: Diagnostic[]): Promise<readonly Made[]> {
    const { documents, diagnostics } = await encodeBytes(item, this.#context, this.#stages);
    found.push(...diagnostics);
    return documents.flatMap(({ tei, source }) => (tei === undefined ? [] : [{ ...tei, source }]));
  }

  async #convert(tei: Made, item: Item, found: Diagnostic[]): Promise<void> {
    // Findings about the TEI then name the place in the source.
    const context = { ...this.#context, sourceOf: () => tei.source };
    const made = await editionsOf(tei, this.#formats, context, this.#stages, found);
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
