/** Reading the tag files of a bag: declaration, manifests, metadata, fetch.txt (RFC 8493, section 2). */
import { getHashes } from 'node:crypto';
import type { Diagnostic } from '../../diagnostic.ts';
import { lineOf, tell } from './tell.ts';

export interface Declaration {
  readonly version: readonly [number, number];
  readonly encoding: string;
}

/** `bagit.txt`: two lines, no byte-order mark, always UTF-8. */
export function readDeclaration(
  bytes: Uint8Array,
  file: string,
): { declaration?: Declaration; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const wrong = (message: string, line?: number): void => {
    findings.push(tell('bag.declaration', file, message, line === undefined ? undefined : lineOf(line)));
  };
  const text = Buffer.from(bytes).toString('latin1');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    wrong('It begins with a byte-order mark, which BagIt forbids', 1);
  }
  const [first = '', second = '', ...more] = text.replace(/^\xef\xbb\xbf/, '').split(/\r\n|\r|\n/);
  const version = /^BagIt-Version:[ \t]*(\d+)\.(\d+)[ \t]*$/.exec(first);
  const encoding = /^Tag-File-Character-Encoding:[ \t]*([A-Za-z0-9][A-Za-z0-9._-]*)[ \t]*$/.exec(second);
  if (version === null)
    wrong(`The first line must be «BagIt-Version: M.N»; it is «${first.slice(0, 60)}»`, 1);
  if (encoding === null) {
    wrong(
      `The second line must be «Tag-File-Character-Encoding: UTF-8» or another encoding; it is «${second.slice(0, 60)}»`,
      2,
    );
  }
  if (more.some((l) => l.trim() !== '')) wrong('It has more than two lines', 3);
  if (version === null || encoding === null) return { findings };
  const declared = [Number(version[1]), Number(version[2])] as const;
  const strict = declared[0] >= 1;
  const exact =
    /^BagIt-Version: \d+\.\d+\s*$/.test(first) && /^Tag-File-Character-Encoding: \S+\s*$/.test(second);
  if (strict && !exact) wrong('Label and value must be parted by a colon and one blank', 1);
  return { declaration: { version: declared, encoding: encoding[1] as string }, findings };
}

/** Text of a tag file in the encoding that the bag declares. Throws `Error` for one that nobody knows. */
export function decodeTag(bytes: Uint8Array, encoding: string): string {
  const label = encoding.toLowerCase() === 'utf-16' ? utf16Label(bytes) : encoding;
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    throw new Error(`the encoding ${encoding} is not known`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Error(`it is not ${encoding}`);
  }
}

/** Without a mark, UTF-16 is big-endian (RFC 2781, section 4.3). */
const utf16Label = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be';

export interface ManifestEntry {
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly checksum: string;
  readonly line: number;
}

/** `manifest-ALG.txt` or `tagmanifest-ALG.txt`, line by line. */
export function readManifest(
  text: string,
  file: string,
  strict: boolean,
): { entries: ManifestEntry[]; findings: Diagnostic[] } {
  const entries: ManifestEntry[] = [];
  const findings: Diagnostic[] = [];
  text.split(/\r\n|\r|\n/).forEach((row, at) => {
    if (row.trim() === '') return;
    const place = lineOf(at + 1);
    const found = /^([0-9A-Fa-f]+)[ \t]+(\*?)(.+)$/.exec(row);
    if (found === null) {
      findings.push(
        tell('bag.manifest', file, `This is not a checksum and a path: «${row.slice(0, 80)}»`, place),
      );
      return;
    }
    const [, checksum = '', star, written = ''] = found;
    if (/[a-f]/.test(checksum) && /[A-F]/.test(checksum)) {
      const message = 'The checksum mixes capital and small letters, as no program writes it: it was changed';
      findings.push(tell('bag.manifest', file, message, place));
    }
    if (star === '*') {
      findings.push(
        tell(
          'bag.style',
          file,
          'The path has an asterisk before it, as md5sum writes it; some readers take it for a part of the name',
          place,
        ),
      );
    }
    let path = decodePath(written, strict);
    if (/^(?:\.\/)+/.test(path)) {
      findings.push(
        tell(
          'bag.style',
          file,
          `The path ${path} begins with ./, which some readers do not understand`,
          place,
        ),
      );
      path = path.replace(/^(?:\.\/)+/, '');
    }
    entries.push({ path, checksum: checksum.toLowerCase(), line: at + 1 });
  });
  return { entries, findings };
}

/** CR and LF are percent-encoded in paths, from 1.0 on the percent sign itself too. */
function decodePath(path: string, strict: boolean): string {
  return path.replace(strict ? /%(0D|0A|25)/gi : /%(0D|0A)/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Name of the algorithm as Node has it, from the name of a manifest: `sha-256`, `SHA512` … */
export function algorithmOf(label: string): string | undefined {
  const wanted = label.toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = getHashes().filter(
    (h) => !h.startsWith('RSA-') && !h.includes('With') && !h.startsWith('id-'),
  );
  return known.find((h) => h.toLowerCase().replace(/[^a-z0-9]/g, '') === wanted);
}

export interface FetchEntry {
  readonly url: string;
  readonly size?: number;
  readonly path: string;
  readonly line: number;
}

/** `fetch.txt`: address, length or -, path. Nothing is ever fetched. */
export function readFetch(
  text: string,
  file: string,
  strict: boolean,
): { entries: FetchEntry[]; findings: Diagnostic[] } {
  const entries: FetchEntry[] = [];
  const findings: Diagnostic[] = [];
  text.split(/\r\n|\r|\n/).forEach((row, at) => {
    if (row.trim() === '') return;
    const found = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/.exec(row);
    if (found === null) {
      findings.push(
        tell(
          'bag.fetch',
          file,
          `This is not an address, a length and a path: «${row.slice(0, 80)}»`,
          lineOf(at + 1),
        ),
      );
      return;
    }
    const [, url = '', size, path = ''] = found;
    entries.push({
      url,
      path: decodePath(path, strict),
      line: at + 1,
      ...(size === '-' ? {} : { size: Number(size) }),
    });
  });
  return { entries, findings };
}

/** `bag-info.txt`: labels and values; a line that begins with white space goes on with the one before. */
export function readInfo(
  text: string,
  file: string,
): { values: readonly (readonly [string, string, number])[]; findings: Diagnostic[] } {
  const values: [string, string, number][] = [];
  const findings: Diagnostic[] = [];
  text.split(/\r\n|\r|\n/).forEach((row, at) => {
    if (row.trim() === '') return;
    const last = values.at(-1);
    if (/^[ \t]/.test(row) && last !== undefined) {
      last[1] = `${last[1]} ${row.trim()}`;
      return;
    }
    const found = /^([^:]+?)[ \t]*:(.*)$/.exec(row);
    if (found === null) {
      findings.push(tell('bag.style', file, `This line has no label: «${row.slice(0, 80)}»`, lineOf(at + 1)));
      return;
    }
    values.push([found[1] as string, (found[2] ?? '').trim(), at + 1]);
  });
  return { values, findings };
}
