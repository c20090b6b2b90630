/**
 * Files that hold many documents: tables and archives. They are read as streams, a document at a time, so that a
 * table of a million records takes no more memory than one of ten. To add a kind: one file, one line here.
 */
import type { Columns } from '../../read/records.ts';

/** One document of a container. */
export interface Member {
  /** Tells it from the others; the document's name is `FILE#KEY`. */
  readonly key: string;
  readonly bytes: Uint8Array;
  /** A file name whose ending tells the format of the bytes. */
  readonly format: string;
}

export interface ContainerOptions {
  readonly columns: Columns;
  /** Largest member, in bytes. */
  readonly limit: number;
  /** Told of members that cannot be had; they are left out. */
  readonly fault: (fault: MemberFault) => void;
}

export interface MemberFault {
  readonly code: 'read.too-large' | 'read.unreadable' | 'read.format';
  readonly message: string;
}

/** Members in the order of the file. Throws the system's error when the file cannot be read. */
export type MembersOf = (path: string, options: ContainerOptions) => AsyncIterable<Member>;

export interface Container {
  readonly name: string;
  /** Endings of file names, lower case. */
  readonly endings: readonly string[];
  /** Archives hold files and nothing else; a table may hold one document, and is then a document itself. */
  readonly archive: boolean;
  /** Loaded when there is one to read. */
  readonly load: () => Promise<MembersOf>;
}

const tar = async (): Promise<MembersOf> => (await import('./tar.ts')).members;

const containers: readonly Container[] = [
  { name: 'JSON', endings: ['.json'], archive: false, load: async () => (await import('./json.ts')).members },
  {
    name: 'JSON Lines',
    endings: ['.jsonl', '.ndjson'],
    archive: false,
    load: async () => (await import('./jsonl.ts')).members,
  },
  {
    name: 'table',
    endings: ['.csv', '.tsv'],
    archive: false,
    load: async () => (await import('./csv.ts')).members,
  },
  { name: 'zip', endings: ['.zip'], archive: true, load: async () => (await import('./zip.ts')).members },
  { name: 'tar', endings: ['.tar', '.tar.gz', '.tgz'], archive: true, load: tar },
];

/** The kind of container a file is by its name, if it is one. */
export function containerOf(path: string): Container | undefined {
  const name = path.toLowerCase();
  return containers.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
}
