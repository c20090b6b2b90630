/**
 * A bag after RFC 8493 (BagIt 1.0): the crate is its payload, the manifests say what each byte must be. Only the
 * tag files are made here; the payload is the files of the package.
 */
import { createHash } from 'node:crypto';
import { compareText } from '../order.ts';
import type { Metadata } from './model.ts';

interface Payload {
  readonly path: string;
  readonly bytes: number;
  readonly sha512: string;
}

/** Tag files by their names in the bag. */
export function tagFiles(
  files: readonly Payload[],
  m: Metadata,
  groupOf?: string,
): ReadonlyMap<string, string> {
  const ordered = [...files].sort((a, b) => compareText(a.path, b.path));
  const octets = ordered.reduce((n, f) => n + f.bytes, 0);
  const info: readonly (readonly [string, string | undefined])[] = [
    ['Source-Organization', m.publisher],
    ['Contact-Name', m.contact?.name],
    ['Contact-Email', m.contact?.email],
    ['External-Description', `${m.title}. ${m.description}`],
    ['External-Identifier', m.doi === undefined ? m.packageName : `https://doi.org/${m.doi}`],
    ['Bagging-Date', m.date],
    ['Bag-Size', sizeInWords(octets)],
    ['Payload-Oxum', `${octets}.${ordered.length}`],
    ['Bag-Group-Identifier', groupOf],
    ['Internal-Sender-Identifier', m.packageName],
    ['Bag-Software-Agent', `Chancery ${m.program}`],
  ];
  const tags = new Map([
    [
      'bag-info.txt',
      info.flatMap(([k, v]) => (v ? [`${k}: ${v.replace(/\s+/g, ' ').trim()}\n`] : [])).join(''),
    ],
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['manifest-sha512.txt', ordered.map((f) => `${f.sha512}  data/${encoded(f.path)}\n`).join('')],
  ]);
  const listed = [...tags].map(
    ([name, text]) => `${createHash('sha512').update(text).digest('hex')}  ${name}\n`,
  );
  return tags.set('tagmanifest-sha512.txt', listed.join(''));
}

/** Only CR, LF and % are encoded in a manifest (RFC 8493, section 2.1.3). */
function encoded(path: string): string {
  return path.replace(/[\r\n%]/g, (c) => ({ '\r': '%0D', '\n': '%0A' })[c] ?? '%25');
}

function sizeInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
