/** What a Word file holds besides its text: named, counted, so that nobody takes the text for the whole. */
import { scanXml } from '../../xml/scan.ts';
import type { Parts } from './parts.ts';

interface Counts {
  pictures: number;
  equations: number;
  insertions: number;
  deletions: number;
  deletedWords: string;
  comments: number;
  symbols: number;
}

export interface LeftOut {
  /** One sentence for each kind. */
  readonly messages: readonly string[];
  /** Words of the main part as the file has them. */
  readonly words: string;
}

const many = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;

export function leftOutOf(parts: Parts): LeftOut {
  const main = [...parts.xml].find(([path]) => /^word\/document\d*\.xml$/i.test(path))?.[1] ?? '';
  const { counts, words } = look(main);
  const messages: string[] = [];
  const pictures = Math.max(counts.pictures, parts.media);
  if (pictures > 0) messages.push(`${many(pictures, 'picture or drawing', 'pictures or drawings')}`);
  if (counts.equations > 0) messages.push(many(counts.equations, 'equation'));
  if (counts.deletions > 0)
    messages.push(
      `${many(counts.deletions, 'tracked deletion')} (${JSON.stringify(shortened(counts.deletedWords))}); it was read as if accepted`,
    );
  if (counts.insertions > 0)
    messages.push(`the marks of ${many(counts.insertions, 'tracked insertion')}; the words are in the text`);
  if (counts.comments > 0) messages.push(many(counts.comments, 'comment'));
  for (const [kind, pattern] of [
    ['page header', /^word\/header\d*\.xml$/i],
    ['page footer', /^word\/footer\d*\.xml$/i],
  ] as const) {
    const texts = [...parts.xml]
      .filter(([path]) => pattern.test(path))
      .map(([, xml]) => look(xml).words.trim());
    const said = [...new Set(texts.filter((t) => t !== ''))];
    if (said.length > 0)
      messages.push(
        `${many(said.length, kind)} (${said.map((t) => JSON.stringify(shortened(t))).join(', ')})`,
      );
  }
  return { messages, words };
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

function look(xml: string): { readonly counts: Counts; readonly words: string } {
  const counts: Counts = {
    pictures: 0,
    equations: 0,
    insertions: 0,
    deletions: 0,
    deletedWords: '',
    comments: 0,
    symbols: 0,
  };
  const words: string[] = [];
  const open: string[] = [];
  // Of two forms of the same content the library takes the fallback.
  let choices = 0;
  scanXml(xml, 'docx', {
    startElement({ name, prefix }) {
      open.push(name);
      if (name === 'Choice') choices++;
      if (choices > 0) return;
      if (name === 'drawing' || name === 'pict' || name === 'object') counts.pictures++;
      else if (name === 'oMath') counts.equations++;
      else if (prefix === 'w' && name === 'ins') counts.insertions++;
      else if (prefix === 'w' && name === 'del') counts.deletions++;
      else if (name === 'commentReference') counts.comments++;
      else if (name === 'sym') counts.symbols++;
    },
    text({ value }) {
      if (choices > 0) return;
      const name = open.at(-1);
      if (name === 't') words.push(value);
      else if (name === 'delText') counts.deletedWords += value;
    },
    endElement(name) {
      open.pop();
      if (name === 'Choice') choices--;
    },
  });
  return { counts, words: words.join('') };
}
