/**
 * The parts of a Word file that hold words, taken out of its ZIP within a limit and passed through the gate
 * that every XML passes.
 *
 * A file that would swell beyond all measure, or whose XML declares entities or nests without end, never reaches
 * the library. Pictures and other media are left behind: only their number is told.
 */
import { unzipSync, zipSync } from 'fflate';
import type { Diagnostic } from '../../diagnostic.ts';
import { decodeXml } from '../../xml/decode.ts';
import { scanXml } from '../../xml/scan.ts';
import { diagnose } from '../diagnose.ts';

/** A text needs its own size many times over in XML, but not without end. */
const maxSwell = 4;
const maxParts = 2000;

export interface Parts {
  /** XML of each part by its path in the archive. */
  readonly xml: ReadonlyMap<string, string>;
  /** The same parts as an archive, uncompressed. */
  readonly archive: Uint8Array;
  /** How many files of pictures, sound and the like there are. */
  readonly media: number;
}

const holdsWords = (path: string): boolean =>
  /\.(?:xml|rels)$/i.test(path) && !/^(?:customXml|word\/theme|word\/glossary|word\/fonts)\//i.test(path);

/** @returns the parts, or the finding that says why there are none */
export function partsOf(
  bytes: Uint8Array,
  name: string,
  limit: number,
): { readonly parts: Parts } | { readonly fault: Diagnostic } {
  const damaged = (message: string) => ({ fault: diagnose('read.damaged', name, message) });
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return {
      fault: diagnose(
        'read.protected',
        name,
        'The file is an old or an encrypted Word document, not the open format .docx.',
      ),
    };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    return damaged('The file is no Word document: it is no ZIP archive.');
  let room = limit * maxSwell;
  let count = 0;
  let media = 0;
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, {
      filter(file) {
        if (/^word\/media\/./i.test(file.name)) media++;
        if (!holdsWords(file.name)) return false;
        count++;
        // What the archive says of itself is what is allotted; a part that is larger does not fit and is a fault.
        room -= file.originalSize;
        if (room < 0 || count > maxParts) throw new Swollen();
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Swollen) {
      const message = `The archive would unpack to more than ${limit * maxSwell} bytes or ${maxParts} parts.`;
      return { fault: diagnose('read.too-large', name, message) };
    }
    return damaged('The ZIP archive of the Word document is damaged.');
  }
  const xml = new Map<string, string>();
  const kept: Record<string, Uint8Array> = {};
  for (const path of Object.keys(unpacked).sort()) {
    const content = unpacked[path] as Uint8Array;
    const decoded = decodeXml(content, `${name}!${path}`);
    if ('diagnostic' in decoded) return damaged(`${path}: ${decoded.diagnostic.message}`);
    const fault = scanXml(decoded.text, name, {}).find((d) => d.severity === 'error');
    if (fault) return damaged(`${path}: ${fault.message}`);
    xml.set(path, decoded.text);
    kept[path] = content;
  }
  return { parts: { xml, archive: zipSync(kept, { level: 0, mtime: new Date(1980, 0, 1) }), media } };
}

class Swollen extends Error {}
