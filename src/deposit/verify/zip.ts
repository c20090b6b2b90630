/** Reading a zip without unpacking it, and what makes one dangerous to unpack. */
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Diagnostic } from '../../diagnostic.ts';
import type { HeldFile } from './holding.ts';
import { outOfScope } from './paths.ts';
import { tell } from './tell.ts';

interface OpenZip {
  readonly entries: readonly HeldFile[];
  readonly findings: readonly Diagnostic[];
  readonly close: () => void;
}

/** Throws `Error` where the file is no zip or its directory is damaged. */
export async function openZip(path: string, name: string): Promise<OpenZip> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
    yauzl.open(path, options, (error, opened) => {
      if (error === null) resolve(opened);
      else reject(error);
    });
  });
  try {
    const findings: Diagnostic[] = [];
    const entries = new Map<string, HeldFile>();
    for (const entry of await entriesOf(zip)) {
      const held = heldFile(zip, entry, name, findings);
      if (held === undefined) continue;
      if (entries.has(held.path)) {
        findings.push(
          tell(
            'zip.entry',
            `${name}/${held.path}`,
            'The zip holds two files of this name; one is lost when it is unpacked',
          ),
        );
      }
      entries.set(held.path, held);
    }
    return { entries: [...entries.values()], findings, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const found: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(found));
    zip.on('entry', (entry: Entry) => {
      found.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

const fileType = 0o170000;
const symbolicLink = 0o120000;

function heldFile(zip: ZipFile, entry: Entry, name: string, findings: Diagnostic[]): HeldFile | undefined {
  // Without decoding of its own, the library gives the name as bytes.
  const raw = entry.fileName as unknown as Uint8Array;
  const path = yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    Buffer.from(raw),
    entry.extraFields,
    true,
  );
  const file = `${name}/${path}`;
  const why = outOfScope(path);
  if (why !== undefined) {
    findings.push(
      tell('zip.entry', file, `Unpacking it would write outside the folder meant for it: ${why}`),
    );
    return undefined;
  }
  if (path.endsWith('/')) return undefined;
  if (((entry.externalFileAttributes >>> 16) & fileType) === symbolicLink) {
    findings.push(tell('bag.link', file, 'It is a link, and a package must hold the file itself'));
    return undefined;
  }
  if (entry.isEncrypted()) {
    findings.push(tell('zip.entry', file, 'It is encrypted, and cannot be checked'));
    return undefined;
  }
  return {
    path,
    size: entry.uncompressedSize,
    stream: () =>
      new Promise<Readable>((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) => {
          if (error === null) resolve(stream);
          else reject(error);
        });
      }),
  };
}
