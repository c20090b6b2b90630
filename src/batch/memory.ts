/**
 * What a project remembers from build to build, in `.chancery/`; it may be deleted at any time.
 *
 *     state.json            one entry for each document, and one for the pages of the edition
 *     journal.jsonl         what happened since; a build that was killed left it behind
 *     documents/ID.json     report and facts of one document
 *     lock                  who is building
 */
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaType } from '../artifact.ts';
import type { DocumentReport, Finding, Totals } from '../report.ts';
import { unwritable } from './errors.ts';
import { compareText, readIfThere, shown, type Writer } from './files.ts';
import type { Facts } from './stages.ts';
import type { Stamp } from './stamp.ts';

/** A file in dist/. */
export interface Output extends Stamp {
  readonly mediaType: MediaType;
}

export type Counts = Omit<Totals, 'documents' | 'published' | 'failed'>;

/** What is remembered of a document: enough to know that there is nothing to do, and to sum up. */
export interface Entry {
  readonly id: string;
  /** Fingerprint of program, settings and register it was built with. */
  readonly basis: string;
  /** Relative to the project. */
  readonly source?: Stamp;
  /** Relative to the project. */
  readonly tei?: Stamp;
  /** Relative to dist/. */
  readonly outputs: readonly Output[];
  /** Relative to `.chancery/`: the record. */
  readonly record: Stamp;
  readonly published: boolean;
  readonly counts: Counts;
}

export interface Site {
  /** Hash of everything the pages of the edition were made from. */
  readonly basis: string;
  readonly outputs: readonly Output[];
  readonly findings: readonly Finding[];
}

/** Report and facts of one document. Facts are there only when it is published. */
export interface DocumentRecord {
  readonly report: DocumentReport;
  readonly facts?: Facts;
}

/** Changes when older states can no longer be read. */
const stateVersion = 1;

export class Memory {
  readonly entries: Map<string, Entry>;
  site: Site | undefined;
  /** Documents a killed build had begun and not finished: their files in dist/ may be there. */
  readonly begun: ReadonlySet<string>;
  /** True when the last build did not come to its end. */
  readonly cutShort: boolean;
  readonly #root: string;
  #changed: boolean;

  constructor(root: string) {
    this.#root = root;
    const state = parse(readIfThere(join(root, 'state.json')));
    this.entries = new Map(Object.entries(state?.entries ?? {}));
    this.site = state?.site;
    const journal = readIfThere(join(root, 'journal.jsonl'));
    this.cutShort = journal !== undefined;
    this.#changed = this.cutShort;
    this.begun = this.#replay(journal);
  }

  /** Before a document is worked on. */
  begin(id: string): void {
    this.#note({ begin: id });
  }

  /** After its files are written. */
  finish(entry: Entry): void {
    this.#note({ done: entry });
    this.entries.set(entry.id, entry);
  }

  forget(id: string): void {
    this.#note({ gone: id });
    this.entries.delete(id);
  }

  /** An entry whose stamps were renewed: nothing happened that a killed build would have to know. */
  renew(entry: Entry): void {
    this.entries.set(entry.id, entry);
    this.#changed = true;
  }

  setSite(site: Site | undefined): void {
    this.site = site;
    this.#changed = true;
  }

  record(id: string): DocumentRecord | undefined {
    const bytes = readIfThere(join(this.#root, 'documents', `${id}.json`));
    return bytes === undefined
      ? undefined
      : (JSON.parse(Buffer.from(bytes).toString('utf8')) as DocumentRecord);
  }

  /** Writes the state and ends the journal. */
  save(writer: Writer): void {
    if (!this.#changed) return;
    const entries = Object.fromEntries([...this.entries].sort(([a], [b]) => compareText(a, b)));
    writer.write('state.json', JSON.stringify({ version: stateVersion, entries, site: this.site }));
    rmSync(join(this.#root, 'journal.jsonl'), { force: true });
    this.#changed = false;
  }

  #note(line: object): void {
    this.#changed = true;
    const path = join(this.#root, 'journal.jsonl');
    try {
      mkdirSync(this.#root, { recursive: true });
      appendFileSync(path, `${JSON.stringify(line)}\n`);
    } catch (error) {
      throw unwritable(shown(path), error);
    }
  }

  /** Brings the entries up to what the journal tells; its last line may be torn. */
  #replay(journal: Uint8Array | undefined): Set<string> {
    const begun = new Set<string>();
    for (const text of Buffer.from(journal ?? [])
      .toString('utf8')
      .split('\n')) {
      const line = parseLine(text);
      if (line?.begin !== undefined) {
        begun.add(line.begin);
        this.entries.delete(line.begin);
      }
      if (line?.done !== undefined) {
        begun.delete(line.done.id);
        this.entries.set(line.done.id, line.done);
      }
      if (line?.gone !== undefined) {
        begun.delete(line.gone);
        this.entries.delete(line.gone);
      }
    }
    return begun;
  }
}

interface State {
  readonly version: number;
  readonly entries: Record<string, Entry>;
  readonly site?: Site;
}

function parse(bytes: Uint8Array | undefined): State | undefined {
  if (bytes === undefined) return undefined;
  try {
    const state = JSON.parse(Buffer.from(bytes).toString('utf8')) as State;
    return state.version === stateVersion ? state : undefined;
  } catch {
    return undefined;
  }
}

function parseLine(text: string): { begin?: string; done?: Entry; gone?: string } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
