/**
 * The text of a Word file: each paragraph on a line of its own, parted by a blank line unless the document parts
 * its paragraphs by empty ones; cells of a row by tabs; a page break is a form feed. The mark of a footnote
 * stands in brackets where Word has its number, and the note below the text with the same mark.
 */
import type { WordDocument, WordNode } from './tree.ts';

/** Lines of a heading or an address: shorter than any paragraph of prose. */
const shortLine = 80;

interface Paragraph {
  readonly text: string;
  /** A row of a table stands close to the next. */
  readonly row: boolean;
}

export interface WordText {
  readonly text: string;
  /** Words of the paragraphs alone, without what this reader adds: to be compared with the file's. */
  readonly body: string;
  readonly notes: string;
  readonly pictures: number;
  readonly numbered: number;
}

export function textOf(document: WordDocument): WordText {
  const writer = new Writer(document);
  const paragraphs = writer.blocks(document.children ?? []);
  const body = writer.words.splice(0).join('');
  const notes: Paragraph[] = [];
  // A note may bear the mark of another; the list grows while it is read.
  for (let i = 0; i < writer.marks.length; i++) {
    const note = document.notes.resolve(writer.marks[i] as WordNode);
    const parts = writer.blocks(note?.body ?? []);
    notes.push({ text: `[${i + 1}] ${parts.map((p) => p.text.trim()).join('\n')}`, row: false });
  }
  const text = joined([...paragraphs, ...notes], partsByEmptyLines(paragraphs));
  return { text, body, notes: writer.words.join(''), pictures: writer.pictures, numbered: writer.numbered };
}

/** Do empty paragraphs stand between others, as on a typewriter? */
function partsByEmptyLines(paragraphs: readonly Paragraph[]): boolean {
  const empty = paragraphs.filter((p) => p.text.trim() === '').length;
  return empty * 4 >= paragraphs.length;
}

function joined(paragraphs: readonly Paragraph[], typed: boolean): string {
  const parts: string[] = [];
  let before: Paragraph | undefined;
  for (const paragraph of paragraphs) {
    if (before) {
      const short = before.text.length < shortLine && paragraph.text.length < shortLine;
      const close = (before.row && paragraph.row) || (typed && short);
      parts.push(close ? '\n' : '\n\n');
    }
    parts.push(paragraph.text);
    before = paragraph;
  }
  return `${parts
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')}\n`;
}

class Writer {
  readonly marks: WordNode[] = [];
  readonly words: string[] = [];
  pictures = 0;
  numbered = 0;
  private readonly document: WordDocument;

  constructor(document: WordDocument) {
    this.document = document;
  }

  blocks(nodes: readonly WordNode[]): Paragraph[] {
    return nodes.flatMap((node): Paragraph[] => {
      if (node.type === 'table')
        return (node.children ?? []).map((row) => ({ text: this.row(row), row: true }));
      if (node.type === 'paragraph' && node.numbering) this.numbered++;
      return [{ text: this.inline(node), row: false }];
    });
  }

  private row(row: WordNode): string {
    const cells = (row.children ?? []).map((cell) =>
      this.blocks(cell.children ?? [])
        .map((p) => p.text)
        .join('\n')
        .trim(),
    );
    return cells.join('\t');
  }

  private inline(node: WordNode): string {
    switch (node.type) {
      case 'text': {
        const value = clean(node.value ?? '');
        this.words.push(value);
        return value;
      }
      case 'tab':
        return '\t';
      case 'break':
        return node.breakType === 'page' ? '\n\f' : '\n';
      case 'checkbox':
        return node.checked ? '\u2612' : '\u2610';
      case 'noteReference':
        return this.mark(node);
      case 'image':
        this.pictures++;
        return '';
      case 'table':
        return this.blocks([node])
          .map((p) => p.text)
          .join('\n');
      default:
        return (node.children ?? []).map((child) => this.inline(child)).join('');
    }
  }

  private mark(node: WordNode): string {
    if (!this.document.notes.resolve(node)) return '';
    this.marks.push(node);
    return `[${this.marks.length}]`;
  }
}

/** Characters that XML cannot hold cannot stand in a part of a Word file either; line ends count as blanks there. */
const clean = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ');
