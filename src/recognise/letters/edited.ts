/** An edited document while it is read: its rows, what has been found, and the blocks made of them. */
import type { Block, HeaderField, HeaderLine, OpenQuestion, Span } from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import { signedWithOffice } from './close.ts';
import type { Head } from './head.ts';
import { isPersonName, surnameOf } from './parties.ts';
import type { Row } from './rows.ts';

export class Edited {
  readonly blocks: Block[] = [];
  readonly questions: OpenQuestion[] = [];
  readonly present: string[] = [];
  readonly text: string;
  readonly rows: readonly Row[];
  readonly head: Head;
  readonly metadata: Readonly<Record<string, string>>;
  /** Fields of the title stand for the whole document. */
  readonly found = new Set<HeaderField['name']>();
  readonly addressees: string[] = [];
  /** The line of a sender or addressee that has just been read: the office may follow. */
  party: Row | undefined;

  constructor(text: string, rows: readonly Row[], head: Head, metadata: Readonly<Record<string, string>>) {
    this.text = text;
    this.metadata = metadata;
    this.rows = rows;
    this.head = head;
  }

  line(
    row: Row,
    fields: readonly HeaderField[],
    rule: RuleId,
    extra: { label?: Span; position?: 'closer' } = {},
  ): void {
    for (const f of fields) {
      this.found.add(f.name);
      if (f.name === 'to') this.addressees.push(f.value);
    }
    const line: HeaderLine = {
      kind: 'header',
      layer: 'text',
      span: row.span,
      fields: [...fields].sort((a, b) => a.span.start - b.span.start),
      ...extra,
      rule,
      certainty: 'high',
    };
    this.blocks.push(line);
  }

  field(
    name: HeaderField['name'],
    span: Span,
    rule: RuleId,
    certainty: HeaderField['certainty'] = 'high',
  ): HeaderField {
    return {
      name,
      value: this.text.slice(span.start, span.end).replace(/\s+/g, ' '),
      span,
      layer: 'text',
      rule,
      certainty,
    };
  }

  plain(row: Row | undefined): void {
    if (!row || row.text === '') return;
    this.blocks.push({
      kind: 'unrecognised',
      layer: 'text',
      span: row.span,
      rule: 'block.unrecognised',
      certainty: 'low',
    });
  }

  signatureLine(row: Row): void {
    const named = signedWithOffice(row.text);
    const span = named
      ? { start: row.span.start, end: row.span.start + named }
      : trimMark(this.text, row.span);
    const bare =
      /^[([]?(.*\p{L}\[\p{L}+\]|.*?)[)\].]*$/su.exec(this.text.slice(span.start, span.end))?.[1] ?? '';
    const at = this.text.indexOf(bare, span.start);
    const name = { start: at, end: at + bare.length };
    const signature = this.field('signature', name, 'header.signature');
    this.line(row, [signature, ...this.senderFields(name)], 'header.signature', { position: 'closer' });
    this.agree(this.head.title?.reading.fields.filter((f) => f.name === 'from') ?? [], signature);
  }

  /** Who signs is the sender, where neither title nor address names one. */
  senderFields(name: Span): readonly HeaderField[] {
    if (this.found.has('from')) return [];
    const words = this.text.slice(name.start, name.end);
    const surname = surnameOf(words);
    if (surname.length < 3) return [];
    // A name below that is the addressee's is not who signs.
    if (this.addressees.some((a) => surnameOf(a) === surname)) {
      this.questions.push({
        kind: 'header',
        span: name,
        rule: 'header.signature',
        question: `${JSON.stringify(words)} stands where one signs, and is the addressee`,
        candidates: [],
      });
      return [];
    }
    return [this.field('from', name, 'header.signature', 'medium')];
  }

  /** Does the document's own word for its sender agree with the title's? Else it is an open question. */
  agree(given: readonly HeaderField[], own: HeaderField): void {
    if (given.length === 0 || !isPersonName(own.value)) return;
    const surname = surnameOf(own.value);
    if (given.some((g) => g.value.toLowerCase().includes(surname) || !isPersonLike(g.value))) return;
    this.questions.push({
      kind: 'header',
      span: own.span,
      rule: own.rule,
      question: `the title names ${given.map((g) => JSON.stringify(g.value)).join(', ')} as sender, this line ${JSON.stringify(own.value)}`,
      candidates: [...given.map((g) => g.value), own.value],
    });
  }
}

const isPersonLike = (words: string): boolean =>
  isPersonName(words) || /^(?:Mr|Sir|Lord|Dr|Lt|General|Senator)\b/.test(words);

/** Without a note's mark at its end. */
export function trimMark(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const mark = /(?:\s*\[\d{1,3}\]|(?<=\p{Ll}[)’']?)\d{1,2})+$/u.exec(words);
  return { start: span.start, end: span.end - (mark?.[0].length ?? 0) };
}
