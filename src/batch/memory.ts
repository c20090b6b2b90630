/**
 * What a project remembers from build to build, in `.chancery/memory/`; it may be deleted at any time.
 *
 *     e/ID    what is remembered of a document: enough to know that there is nothing to do
 *     r/ID    its record: report and facts
 *     b/ID    it was begun and is not finished; a build that was killed leaves this behind
 *     p/HASH  what a fingerprint of program, settings and register was made of
 *     l/PATH  the documents in a container (a table, an archive), as they were when it was last looked at
 *     s/…     rows that pages of the edition are made from (publish/sheaves.ts), and which records they were taken from
 *     rows    a build is at work on these; one that was killed in it leaves this behind
 *     site    the pages of the edition
 *
 * LevelDB keeps them: every change goes to its log before it counts, a torn log loses its last line at most,
 * and a million documents take no more memory than ten.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassicLevel } from 'classic-level';
import type { MediaType } from '../artifact.ts';
import type { Store } from '../publish/sheaves.ts';
import type { DocumentReport, Finding, SuppressedFinding, Totals } from '../report.ts';
import type { EditionShare } from '../validate/index.ts';
import type { BasisParts } from './basis.ts';
import { CommandError, unwritable } from './errors.ts';
import { readIfThere, shown } from './files.ts';
import type { Facts } from './stages.ts';
import type { Stamp } from './stamp.ts';
import type { Times } from './times.ts';

/** A file in dist/. */
export interface Output extends Stamp {
  readonly mediaType: MediaType;
  /** Of a page of the edition: the sheaf it belongs to, and the checksum of what it was made from. */
  readonly sheaf?: string;
  readonly inputs?: string;
}

export type Counts = Omit<Totals, 'documents' | 'published' | 'failed'>;

/** What is remembered of a document: enough to know that there is nothing to do, and to sum up. */
export interface Entry {
  readonly id: string;
  /** Fingerprint of program, settings and register it was built with. */
  readonly basis: string;
  /** Fingerprint of the settings that are this document's alone, where it has some. */
  readonly own?: string;
  /** Relative to the project. */
  readonly source?: Stamp;
  /** Relative to the project. */
  readonly tei?: Stamp;
  /** Relative to dist/. */
  readonly outputs: readonly Output[];
  /** Of the record as it is kept. */
  readonly record: { readonly sha256: string };
  readonly published: boolean;
  readonly counts: Counts;
  /** The source cannot be read, so that nobody has looked at the TEI. */
  readonly teiUnused?: true;
  /** Checksum of the navigation in its page, which the edition as a whole gives it; absent: not yet given. */
  readonly navigation?: string;
  /** It was stopped by a fault of the program or a limit: to be tried again. */
  readonly stopped?: true;
}

export interface Site {
  /** Hash of everything the pages of the edition were made from. */
  readonly basis: string;
  /** Fingerprint of what every page depends on; absent where pages were held back: then all are made anew. */
  readonly madeWith?: string;
  readonly outputs: readonly Output[];
  readonly findings: readonly Finding[];
  readonly suppressed?: readonly SuppressedFinding[];
  /** Of these, what was found in pages. */
  readonly pages: readonly Finding[];
  /** Files that are no documents and that documents point to, with their checksums; `null`: it is not there. */
  readonly beside?: Readonly<Record<string, string | null>>;
}

/** Report and facts of one document. Facts are there only when it is published. */
export interface DocumentRecord {
  readonly report: DocumentReport;
  /** For the checks of the whole edition; absent where there is no TEI that can be read. */
  readonly share?: EditionShare;
  readonly facts?: Facts;
}

/** What the work on a document gives to be remembered; the record as it is kept, so that it is worded once. */
export interface Remembered {
  readonly entry: Entry;
  readonly record: string;
  /** How long it took; told, and not remembered. */
  readonly times?: Times;
}

/** Rows that are written some at a time, and can be read at once. */
export class Rows implements Store {
  readonly #read: (key: string) => string | undefined;
  readonly #write: (changes: ReadonlyMap<string, string | undefined>) => Promise<void>;
  #waiting = new Map<string, string | undefined>();
  #size = 0;

  constructor(
    read: (key: string) => string | undefined,
    write: (changes: ReadonlyMap<string, string | undefined>) => Promise<void>,
  ) {
    this.#read = read;
    this.#write = write;
  }

  get(key: string): string | undefined {
    return this.#waiting.has(key) ? this.#waiting.get(key) : this.#read(key);
  }

  put(key: string, value: string): void {
    this.#waiting.set(key, value);
    this.#size += key.length + value.length;
  }

  delete(key: string): void {
    this.#waiting.set(key, undefined);
    this.#size += key.length;
  }

  /** Writes what waits, when it is much. */
  async flush(most = 4 << 20): Promise<void> {
    if (this.#size <= most) return;
    const waiting = this.#waiting;
    this.#waiting = new Map();
    this.#size = 0;
    await this.#write(waiting);
  }
}

/** Changes when what older versions remembered can no longer be read. */
const memoryVersion = '3';

type Operation =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'del'; readonly key: string };

const put = (key: string, value: string): Operation => ({ type: 'put', key, value });
const del = (key: string): Operation => ({ type: 'del', key });

export class Memory {
  /** Documents a killed build had begun and not finished: their files in dist/ may be there. */
  readonly begun: ReadonlySet<string>;
  /** True when the last build did not come to its end. */
  readonly cutShort: boolean;
  /** True when the machine went down in the last build: files may be torn that nobody has touched since. */
  readonly untrusted: boolean;
  site: Site | undefined;
  readonly #level: ClassicLevel<string, string>;
  readonly #folder: string;

  private constructor(level: ClassicLevel<string, string>, folder: string, begun: ReadonlySet<string>) {
    this.#level = level;
    this.#folder = folder;
    this.begun = begun;
    const running = level.getSync('running');
    this.cutShort = running !== undefined;
    this.untrusted = this.cutShort && running !== bootOfMachine();
    this.site = parsed<Site>(level.getSync('site'));
  }

  /**
   * Opens what is remembered under `.chancery/`. What cannot be read any more is forgotten: then everything is
   * done anew, and nothing is lost.
   */
  static async open(root: string): Promise<Memory> {
    const folder = join(root, 'memory');
    let level = await opened(folder);
    if (level?.getSync('version') !== memoryVersion) {
      await level?.close();
      rmSync(folder, { recursive: true, force: true });
      level = await opened(folder);
      if (level === undefined)
        throw unwritable(shown(folder), new Error('what was just made cannot be read'));
      await level.put('version', memoryVersion);
    }
    const begun = new Set((await level.keys({ gte: 'b/', lt: 'b0' }).all()).map((key) => key.slice(2)));
    return new Memory(level, folder, begun);
  }

  entry(id: string): Entry | undefined {
    return parsed<Entry>(this.#level.getSync(`e/${id}`));
  }

  record(id: string): DocumentRecord | undefined {
    return parsed<DocumentRecord>(this.recordText(id));
  }

  /** The record as it is kept. */
  recordText(id: string): string | undefined {
    return this.#level.getSync(`r/${id}`);
  }

  /** Ids of all documents that are remembered, in order. */
  async *ids(): AsyncGenerator<string> {
    for await (const key of this.#level.keys({ gte: 'e/', lt: 'e0' })) yield key.slice(2);
  }

  /** What a fingerprint was made of, where it is still known. */
  basis(hash: string): BasisParts | undefined {
    return parsed<BasisParts>(this.#level.getSync(`p/${hash}`));
  }

  /** Before a build changes anything. */
  async start(hash: string, parts: BasisParts): Promise<void> {
    await this.#change([
      put('running', bootOfMachine() ?? 'unknown'),
      put(`p/${hash}`, JSON.stringify(parts)),
    ]);
  }

  /** Before a document is worked on. */
  begin(id: string): Promise<void> {
    return this.#change([put(`b/${id}`, ''), del(`e/${id}`)]);
  }

  /** After its files are written. */
  finish({ entry, record }: Remembered): Promise<void> {
    const { id } = entry;
    return this.#change([put(`e/${id}`, JSON.stringify(entry)), put(`r/${id}`, record), del(`b/${id}`)]);
  }

  forget(id: string): Promise<void> {
    return this.#change([del(`e/${id}`), del(`r/${id}`), del(`b/${id}`)]);
  }

  /** Entries whose stamps were renewed: nothing happened that a killed build would have to know. */
  renew(entries: readonly Entry[]): Promise<void> {
    return this.#change(entries.map((entry) => put(`e/${entry.id}`, JSON.stringify(entry))));
  }

  async setSite(site: Site): Promise<void> {
    this.site = site;
    await this.#change([put('site', JSON.stringify(site))]);
  }

  /** Whether the rows are those that the pages of the edition were made from. */
  get rowsStand(): boolean {
    return this.#level.getSync('rows') === undefined;
  }

  /** Rows of one name; what is put counts when it is written. */
  rows(name: string): Rows {
    const own = `s/${name}/`;
    return new Rows(
      (key) => this.#level.getSync(own + key),
      (changes) => this.#writeRows(own, changes),
    );
  }

  /** Before rows are written. @param anew forgets those that there are */
  async openRows(anew: boolean): Promise<void> {
    await this.#change([put('rows', '')]);
    if (anew) await this.#level.clear({ gte: 's/', lt: 's0' });
  }

  /** Pages and rows agree. */
  async closeRows(site: Site): Promise<void> {
    this.site = site;
    await this.#change([put('site', JSON.stringify(site)), del('rows')]);
  }

  /** Documents that gave rows, in order. */
  async *marked(): AsyncGenerator<string> {
    for await (const key of this.#level.keys({ gte: 's/marks/', lt: 's/marks0' }))
      yield key.slice('s/marks/'.length);
  }

  /** What a part of the program keeps under a name of its own. */
  kept<T>(name: string): T | undefined {
    return parsed<T>(this.#level.getSync(`l/${name}`));
  }

  keep(name: string, value: unknown): Promise<void> {
    return this.#change([value === undefined ? del(`l/${name}`) : put(`l/${name}`, JSON.stringify(value))]);
  }

  /** The build came to its end; everything is on the disk when this returns. */
  async end(): Promise<void> {
    await this.#change([del('running')], true);
  }

  /** Forgets what fingerprints were made of, all but one: no document has another now. */
  async keepOnly(hash: string): Promise<void> {
    const keys = await this.#level.keys({ gte: 'p/', lt: 'p0' }).all();
    await this.#change(keys.filter((key) => key !== `p/${hash}`).map(del));
  }

  close(): Promise<void> {
    return this.#level.close();
  }

  /** In a batch that is filled one by one, for there are many. */
  async #writeRows(own: string, changes: ReadonlyMap<string, string | undefined>): Promise<void> {
    const batch = this.#level.batch();
    for (const [key, value] of changes) {
      if (value === undefined) batch.del(own + key);
      else batch.put(own + key, value);
    }
    try {
      await batch.write();
    } catch (error) {
      throw unwritable(shown(this.#folder), systemError(error));
    }
  }

  async #change(operations: Operation[], sync = false): Promise<void> {
    if (operations.length === 0) return;
    try {
      await this.#level.batch(operations, { sync });
    } catch (error) {
      throw unwritable(shown(this.#folder), systemError(error));
    }
  }
}

/** Changes when the machine starts anew (random(4)); nothing where the system does not tell. */
function bootOfMachine(): string | undefined {
  const bytes = readIfThere('/proc/sys/kernel/random/boot_id');
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8').trim();
}

/** The store in a folder; nothing where there is one that cannot be read. */
async function opened(folder: string): Promise<ClassicLevel<string, string> | undefined> {
  const { ClassicLevel } = await import('classic-level');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unwritable(shown(folder), error);
  }
  const level = new ClassicLevel<string, string>(folder);
  try {
    await level.open();
    return level;
  } catch (error) {
    const cause = (error as { readonly cause?: unknown }).cause;
    const code = (cause as { readonly code?: string } | undefined)?.code;
    if (code === 'LEVEL_LOCKED') {
      throw new CommandError(
        3,
        `Another build works in ${shown(join(folder, '..', '..'))}.`,
        'Wait for it, and run the command again.',
      );
    }
    if (code === 'LEVEL_CORRUPTION') return undefined;
    throw unwritable(shown(folder), systemError(cause ?? error));
  }
}

/** LevelDB words the faults of the system as sentences; the usual ones get their code back. */
function systemError(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  const known: readonly (readonly [string, string])[] = [
    ['No space left on device', 'ENOSPC'],
    ['Disk quota exceeded', 'EDQUOT'],
    ['Permission denied', 'EACCES'],
    ['Read-only file system', 'EROFS'],
    ['Too many open files', 'EMFILE'],
    ['Input/output error', 'EIO'],
  ];
  const code = known.find(([words]) => message.includes(words))?.[1];
  return code === undefined ? error : Object.assign(new Error(message), { code });
}

function parsed<T>(json: string | undefined): T | undefined {
  return json === undefined ? undefined : (JSON.parse(json) as T);
}
