/** Is an aspect of the sample there, in what was made of it? Looked for as someone would who has the result alone. */
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import type { Aspect } from '../../src/aspects.ts';

/** All that is written in a result: parts of zips after each other, rows of Parquet as JSON. */
export async function written(path: string, content: string | Uint8Array): Promise<string> {
  if (typeof content === 'string') return content;
  if (/\.(?:epub|docx)$/.test(path)) {
    const parts = Object.entries(unzipSync(content)).sort(([a], [b]) => (a < b ? -1 : 1));
    return parts.map(([, bytes]) => strFromU8(bytes)).join('\n');
  }
  if (path.endsWith('.parquet')) {
    const file = content.buffer.slice(
      content.byteOffset,
      content.byteOffset + content.byteLength,
    ) as ArrayBuffer;
    return JSON.stringify(await parquetReadObjects({ file }));
  }
  return Buffer.from(content).toString('utf8');
}

const blocks = 'p|div|li|h[1-6]|header|section|blockquote|dd|dt|tr|w:p|ab|seg|opener|said|head|note';

/** What a person reads of it: without marks, each block after a blank line, references resolved. */
function read(path: string, all: string): string {
  if (path.endsWith('source.html')) {
    const lines = Array.from(all.matchAll(/^<li id="L.*?<code>([^<]*)/gm), (m) => m[1] ?? '');
    return references(lines.join('\n'));
  }
  const isMarked = /\.(?:html|xml|epub|docx)$/.test(path);
  const bare = isMarked
    ? all
        // Words for screen readers stand between the document's own.
        .replace(/<span class="vh"[^>]*>[^<]*<\/span>/g, '')
        .replace(/<(?:script|style|teiHeader)[\s\S]*?<\/(?:script|style|teiHeader)>/g, '')
        .replace(new RegExp(`</?(?:${blocks})(?:\\s[^>]*)?>`, 'g'), '\n\n')
        .replace(/<[^>]*>/g, '')
    : all;
  return references(bare).replace(/\\(?=["\n[\]().])/g, '');
}

const references = (words: string): string =>
  words.replace(/&#160;|&nbsp;/g, ' ').replace(/&quot;|&#34;/g, '"');

/** The words of the text in their order; signs and marks of an edition may stand between them. */
const body = new RegExp(
  'Vice Minister Han Nianlong said We agree on basalt and granite and on all that is written in the draft that you have handed over to us The talks went on in Beijing until July 25 1978'
    .split(' ')
    .join('[^a-zA-Z0-9][\\s\\S]{0,60}?'),
);

/** `person` is the id that the TEI has for whoever speaks. */
export const looks: Readonly<
  Record<Aspect, (file: { path: string; all: string; person: string }) => boolean>
> = {
  words: ({ path, all }) => body.test(read(path, all)),
  spacing: ({ path, all }) => /We {2}agree on basalt\nand granite/.test(read(path, all)),
  paragraphs: ({ path, all }) =>
    // A line of the source page is a block of its own.
    /to us\.[”"][ \t]*\n\s*\n\s*(?:\S+\s+){0,6}The talks/.test(
      path.endsWith('source.html') ? read(path, all).replaceAll('\n', '\n\n') : read(path, all),
    ),
  catalogue: ({ all }) => all.includes('Box 4711 Xanadu'),
  facts: ({ all }) => /1978-07-22|1978\/07\/22|\[\s*1978,\s*7,\s*22\s*\]/.test(all),
  names: ({ all, person }) => new RegExp(`[",#/:=]${person}\\b`).test(all),
  speech: ({ all }) => /[",#/:]u1\b/.test(all),
  evidence: ({ all }) => /speech\.quoted\b/.test(all),
};
