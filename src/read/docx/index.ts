/**
 * Word files (.docx, ECMA-376), read with mammoth. What is text becomes the text; everything else the file holds
 * is named in a warning. Deleted words of tracked changes are not the text, inserted ones are, as Word shows the
 * document when all changes are accepted.
 */
import mammoth from 'mammoth';
import type { Diagnostic } from '../../diagnostic.ts';
import { diagnose } from '../diagnose.ts';
import type { Opened } from '../formats.ts';
import { leftOutOf } from './left-out.ts';
import { type Parts, partsOf } from './parts.ts';
import { textOf, type WordText } from './text.ts';
import type { WordDocument } from './tree.ts';

export async function openDocx(bytes: Uint8Array, name: string, limit: number): Promise<Opened> {
  const unpacked = partsOf(bytes, name, limit);
  if ('fault' in unpacked) return { diagnostics: [unpacked.fault] };
  const { parts } = unpacked;
  let read: { readonly text: WordText; readonly messages: readonly string[] };
  try {
    read = await wordsOf(parts);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : 'no reason given';
    return { diagnostics: [diagnose('read.damaged', name, `The Word document cannot be read: ${reason}`)] };
  }
  const { text, messages } = read;
  const left = leftOutOf(parts);
  const found: Diagnostic[] = [];
  const tell = (message: string) => found.push(diagnose('read.left-out', name, message));
  if (left.messages.length > 0) tell(`Not in the text: ${left.messages.join('; ')}`);
  if (text.numbered > 0)
    tell(
      `Word counts ${text.numbered} numbered paragraphs by itself: the printed numbers are no characters of the file and are not in the text`,
    );
  const lost = missing(left.words, text.body);
  if (lost !== undefined) tell(`Words of the file did not come through, from ${JSON.stringify(lost)} on`);
  for (const message of messages) tell(message);
  return {
    opened: {
      text: text.text,
      furniture: [],
      metadata: propertiesOf(parts),
      layer: 'text of a Word document (DOCX), read with mammoth; marks of notes in brackets, notes below',
    },
    diagnostics: found,
  };
}

async function wordsOf(
  parts: Parts,
): Promise<{ readonly text: WordText; readonly messages: readonly string[] }> {
  let text: WordText | undefined;
  const { messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(parts.archive) },
    {
      // We want the tree, not the HTML: what goes on is empty.
      transformDocument: (document: WordDocument) => {
        text = textOf(document);
        return { ...document, children: [] };
      },
      includeDefaultStyleMap: false,
    },
  );
  if (text === undefined) throw new Error('it has no document part');
  const told = messages
    .map((m) => m.message)
    .filter((m) => /ignored/.test(m) && !/style|image|w:(?:proofErr|lastRenderedPageBreak)/i.test(m));
  return { text, messages: [...new Set(told)] };
}

/** The first words of the file that the text does not have in the same order; blanks aside. */
function missing(wanted: string, got: string): string | undefined {
  const a = wanted.replace(/\s+/g, '');
  const b = got.replace(/\s+/g, '');
  let at = 0;
  for (let i = 0; i < a.length; i++) {
    const next = b.indexOf(a[i] as string, at);
    if (next < 0) return a.slice(i, i + 40);
    at = next + 1;
  }
  return undefined;
}

/** Title and author that the file bears: perhaps the document's, perhaps the typist's; kept as the file's own. */
function propertiesOf(parts: Parts): Record<string, string> {
  const core = parts.xml.get('docProps/core.xml') ?? '';
  const found: Record<string, string> = {};
  for (const [name, pattern] of [
    ['file-title', /<dc:title>([^<]+)</],
    ['file-author', /<dc:creator>([^<]+)</],
    ['file-subject', /<dc:subject>([^<]+)</],
  ] as const) {
    const value = pattern.exec(core)?.[1]?.trim();
    if (value) found[name] = value.replace(/&(amp|lt|gt|quot|apos);/g, (_, e) => entities[e] ?? '');
  }
  return found;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
