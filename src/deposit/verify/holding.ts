/**
 * What somebody hands over, a folder or a zip, as one thing: paths with sizes, and bytes when they are asked for.
 * Nothing is unpacked and nothing written; a link is told of and never followed.
 */
import { createReadStream, lstatSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Diagnostic } from '../../diagnostic.ts';
import { compareText } from '../../order.ts';
import { tell } from './tell.ts';
import { openZip } from './zip.ts';

export interface HeldFile {
  /** Relative to the root of the bag or crate, `/` separators, as it is named there. */
  readonly path: string;
  readonly size: number;
  readonly stream: () => Promise<Readable>;
}

export interface Holding {
  /** As a person named it. */
  readonly name: string;
  /** In the order of their paths. */
  readonly files: ReadonlyMap<string, HeldFile>;
  /** Folders of the top. */
  readonly folders: ReadonlySet<string>;
  /** What is wrong with the names and kinds of what is in it. */
  readonly findings: readonly Diagnostic[];
  readonly close: () => void;
}

/** Largest tag or metadata file that is read into memory. */
const largestText = 256 * 1024 * 1024;

export function holdingOfFolder(folder: string, name: string): Holding {
  const files: HeldFile[] = [];
  const folders = new Set<string>();
  const findings: Diagnostic[] = [];
  const visit = (relative: string): void => {
    for (const entry of readdirSync(join(folder, relative), { withFileTypes: true })) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isSymbolicLink()) {
        findings.push(
          tell('bag.link', `${name}/${path}`, 'It is a link, and a package must hold the file itself'),
        );
      } else if (entry.isDirectory()) {
        folders.add(path);
        visit(path);
      } else if (entry.isFile()) {
        const absolute = join(folder, path);
        files.push({ path, size: lstatSync(absolute).size, stream: async () => createReadStream(absolute) });
      } else {
        findings.push(
          tell(
            'bag.link',
            `${name}/${path}`,
            'It is neither a file nor a folder (a device, a socket or a pipe)',
          ),
        );
      }
    }
  };
  visit('');
  return { name, files: mapOf(files), folders, findings, close: () => {} };
}

/**
 * The files of a zip as if it were unpacked; where all lie in one folder, that folder is the root, for bags are
 * mostly zipped that way. Throws `Error` where it is no zip.
 */
export async function holdingOfZip(path: string, name: string): Promise<Holding> {
  const { entries, findings, close } = await openZip(path, name);
  const tops = new Set(entries.map((e) => e.path.split('/')[0] ?? ''));
  const [top = ''] = tops;
  const inFolder = tops.size === 1 && entries.every((e) => e.path.includes('/')) && top !== 'data';
  const cut = inFolder ? top.length + 1 : 0;
  const files = entries.map((e) => ({ ...e, path: e.path.slice(cut) }));
  const folders = new Set(
    files.flatMap(({ path: p }) => (p.includes('/') ? [p.slice(0, p.indexOf('/'))] : [])),
  );
  return { name, files: mapOf(files), folders, findings, close };
}

function mapOf(files: readonly HeldFile[]): ReadonlyMap<string, HeldFile> {
  return new Map([...files].sort((a, b) => compareText(a.path, b.path)).map((f) => [f.path, f]));
}

/** The bytes of a small file. Throws `Error` where it is larger than any tag file should be. */
export async function bytesOf(file: HeldFile): Promise<Uint8Array> {
  if (file.size > largestText) throw new Error(`${basename(file.path)} has ${file.size} bytes`);
  const parts: Uint8Array[] = [];
  for await (const part of await file.stream()) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}
