/**
 * Reads an edited document from top to bottom: front matter, title, dateline, markings, address, subject; the
 * body; below it close and signature, notes, the archive's reference.
 *
 *     title → dateline → markings → address → subject │ paragraphs │ signature → notes → archive reference
 */
import type { Block, CatalogueFact, HeaderField, HeaderLine, OpenQuestion, Span } from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import type { Page, Reading } from '../dialect.ts';
import { readPair } from '../header-pairs.ts';
import { markingFields } from '../markings.ts';
import { readArchiveReference } from './archive-reference.ts';
import { readAttention, readCopies, readReference } from './attention.ts';
import { bodyBlocks, speakersOf } from './body.ts';
import { isClosing, isOffice, isSalutation, isSignature } from './close.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { readMarkingRow } from './marking-row.ts';
import { noteStart, notesOf } from './notes.ts';
import { hasLabel } from './numbers.ts';
import { isParty, isPersonName, partiesIn, surnameOf } from './parties.ts';
import { markBlocks, type Row, rowOf } from './rows.ts';
import { type Kind, readTitle, type TitleReading } from './title.ts';

/** The head of a document: what can be told before its body is read. */
export interface Head {
  readonly front: FrontMatter | undefined;
  readonly rows: readonly Row[];
  readonly title: { readonly row: number; readonly reading: TitleReading } | undefined;
  /** `left`: words of another column on the same line: who wrote it. */
  readonly dateline: { readonly row: number; readonly reading: Dateline; readonly left?: Span } | undefined;
  /** A line that names the kind in spaced letters or capitals: `M e m o r a n d u m`. */
  readonly caption: number | undefined;
  /** A line of markings near the top, a serial number of telegrams in it. */
  readonly serial: boolean;
  readonly markings: boolean;
  readonly kind: Kind | undefined;
}

/** No head of a document is longer than this many lines. */
const headRows = 14;

const heads = new WeakMap<Page, Head>();

/** Title and dateline of a page; computed once, however many dialects ask. */
export function headOf(page: Page): Head {
  const known = heads.get(page);
  if (known) return known;
  const front = readFrontMatter(page.text, page.lines);
  const rows: Row[] = [];
  for (const line of page.lines.slice(front?.lines ?? 0)) {
    if (line.text !== '') rows.push(rowOf(page.text, line));
    if (rows.length >= headRows + 4) break;
  }
  const top = rows.findIndex((r) => r.text !== '');
  const first = rows[top];
  const same = (s: string) => s.replace(/\W+/g, ' ').trim().toLowerCase();
  let title: Head['title'];
  if (first && first.text.length < 320) {
    const reading = readTitle(page.text, first.span);
    const isTitle =
      first.level === 1 ||
      same(front?.title ?? page.source.metadata.title ?? '') === same(first.text) ||
      (reading.fields.some((f) => f.name === 'from' || f.name === 'to') &&
        !readDateline(page.text, first.span) &&
        !/[.:;!?]$/.test(first.text) &&
        readAttention(page.text, first.span) === undefined);
    if (isTitle) title = { row: top, reading };
  }
  let dateline: Head['dateline'];
  let serial = false;
  let markings = false;
  let caption: number | undefined;
  let conversation = false;
  for (let i = title ? title.row + 1 : 0; i < Math.min(rows.length, headRows); i++) {
    const row = rows[i] as Row;
    if (row.text === '') continue;
    const reading = dateline ? undefined : readDateline(page.text, row.span);
    if (reading) dateline = { row: i, reading };
    else if (!dateline) dateline = inColumns(page.text, row, i) ?? afterCopies(page.text, row, i);
    if (caption === undefined && isCaption(row.text)) caption = i;
    conversation ||= /^(?:Subject|SUBJECT|Re)\s*[:.]/.test(row.text) && talk.test(row.text);
    const marked = readMarkingRow(page.text, row.span, title !== undefined);
    if (marked) {
      markings = true;
      serial ||= marked.fields.some((f) => f.name === 'telegram-number');
    }
    if (row.text.length > 260) break;
  }
  const kind =
    title?.reading.kind ??
    dateline?.reading.kind ??
    (serial && title?.reading.correspondence ? 'telegram' : undefined);
  const captioned =
    caption === undefined
      ? undefined
      : conversation || talk.test(rows[caption]?.text ?? '')
        ? 'conversation'
        : 'letter';
  const better = dateline?.reading.kind === 'telegram' ? 'telegram' : (kind ?? captioned);
  const head: Head = { front, rows, title, dateline, caption, serial, markings, kind: better };
  heads.set(page, head);
  return head;
}

const talk = /\b(?:conversation|meeting|talks?|discussion|interview|telephone call)s?\b/i;

//   > | M e m o r a n d u m       > | MEMORANDUM OF CONVERSATION       > | Memorandum of conversation
//       ^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^^^^^^^
function isCaption(words: string): boolean {
  const joined = /^(?:\p{L} ){3,}\p{L}$/u.test(words) ? words.replace(/ /g, '') : words;
  return /^(?:memorandum|note|minutes?|record|protocol|aide[- ]m[eé]moire|report)(?: (?:of|for|on) (?:the )?(?:record|file|conversation|(?:telephone )?conversation|meeting|talks?|discussions?))?$/i.test(
    joined,
  );
}

/**
 * Two columns on one line: who wrote it, and where and when.
 *
 *     > | Head of Division 212                                    Bonn, 30 July 1997
 *         ^^^^^^^^^^^^^^^^^^^^                                    ^^^^^^^^^^^^^^^^^^
 */
function inColumns(text: string, row: Row, at: number): Head['dateline'] {
  const gap = /[ \t\u00a0]{5,}/.exec(row.text);
  if (!gap || row.text.length > 400) return undefined;
  const right = { start: row.span.start + gap.index + gap[0].length, end: row.span.end };
  const reading = readDateline(text, right);
  return reading && { row: at, reading, left: { start: row.span.start, end: row.span.start + gap.index } };
}

//   > | Repeated to High Commissioner in London Cablegram 12 CANBERRA, 17 March 1938
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^             the dateline begins here
function afterCopies(text: string, row: Row, at: number): Head['dateline'] {
  if (!/^\(?(?:and )?repeated to\b/i.test(row.text) || row.text.length > 300) return undefined;
  const cut = /\s(?=(?:Circular |Draft )?(?:Cablegrams?|Telegrams?|Letter|Memorandum)\b)/.exec(row.text);
  if (!cut) return undefined;
  const reading = readDateline(text, { start: row.span.start + cut.index + 1, end: row.span.end });
  return reading && { row: at, reading, left: { start: row.span.start, end: row.span.start + cut.index } };
}

/** Everything after the head is asked for only when a dialect has been chosen. */
export function readEdited(page: Page): Reading {
  const { text } = page;
  const head = headOf(page);
  const rows = page.lines
    .slice(head.front?.lines ?? 0)
    .filter((l) => l.text !== '')
    .map((l) => rowOf(text, l));
  const reader = new Reader(text, rows, head, page.source.metadata);
  return reader.read();
}

class Reader {
  private readonly blocks: Block[] = [];
  private readonly questions: OpenQuestion[] = [];
  private readonly present: string[] = [];
  private readonly text: string;
  private readonly rows: readonly Row[];
  private readonly head: Head;
  private readonly metadata: Readonly<Record<string, string>>;
  /** Fields of the title stand for the whole document. */
  private readonly found = new Set<HeaderField['name']>();
  private readonly addressees: string[] = [];
  /** The line of a sender or addressee that has just been read: the office may follow. */
  private party: Row | undefined;

  constructor(text: string, rows: readonly Row[], head: Head, metadata: Readonly<Record<string, string>>) {
    this.text = text;
    this.metadata = metadata;
    this.rows = rows;
    this.head = head;
  }

  read(): Reading {
    const { front } = this.head;
    const body = this.readHead();
    const end = this.readFoot(body);
    this.readBody(body, end);
    const catalogue: CatalogueFact[] = [];
    if (front) {
      this.blocks.push(front.block);
      // Its date is a fact of the catalogue only where the document is silent.
      const dated = this.found.has('sent') || this.found.has('place-date');
      catalogue.push(...front.facts.filter((f) => f.name !== 'date' || !dated));
    }
    const covered = new Coverage(this.blocks);
    for (const row of this.rows)
      for (const mark of markBlocks(row)) if (!covered.has(mark.span)) this.blocks.push(mark);
    return { blocks: this.blocks, catalogue, questions: this.questions, language: languageOf(this.text) };
  }

  // ------------------------------------------------------------------ head

  /** @returns the first row of the body */
  private readHead(): number {
    const { title, dateline } = this.head;
    let at = 0;
    // Rows of a web page's or an editor's own before the title: none is known, they stay what they are.
    if (title) {
      for (; at < title.row; at++) this.plain(this.rows[at]);
      this.titleLine(title.reading, this.rows[at] as Row);
      at++;
      const stop = dateline?.row ?? at + 2;
      if (title.reading.open) while (at < stop && this.continueTitle(this.rows[at])) at++;
    }
    let subject = false;
    let dated = false;
    for (let seen = 0; at < this.rows.length && seen < headRows; at++, seen++) {
      const row = this.rows[at] as Row;
      if (row.text === '') continue;
      if (!dated && dateline?.row === at) {
        dated = true;
        this.datelineRow(dateline.reading, row, dateline.left);
        continue;
      }
      if (this.head.caption === at) {
        const bare = !title && !this.rows.slice(0, headRows).some((r) => /^subject\s*[:.]/i.test(r.text));
        this.line(row, bare ? [this.field('title', row.span, 'header.title-line')] : [], 'header.title-line');
        continue;
      }
      if (this.markingRow(row) || this.copiesRow(row, dateline?.row === at)) continue;
      if (this.pairRow(row) || this.officeRow(row)) continue;
      if (this.receivedRow(row) || this.referenceRow(row) || this.attentionRow(row)) continue;
      if (title && !dated && dateline && at < dateline.row && this.continueTitle(row)) continue;
      if (!title && this.catalogueRow(row)) {
        subject = true;
        continue;
      }
      if (this.extractRow(row)) continue;
      if (this.presentRow(row)) continue;
      if ((title || dated || /^subject\s*[:.]/i.test(row.text)) && !subject && this.subjectRow(row, at)) {
        subject = true;
        continue;
      }
      //   > | here: essential topics and results        the subject goes on
      if (subject && /^here:\s+\S/.test(row.text) && row.text.length < 160) {
        this.line(row, [], 'header.subject-line', {
          label: { start: row.span.start, end: row.span.start + 5 },
        });
        continue;
      }
      if (!dated && dateline && at < dateline.row && row.text.length < 160) {
        this.plain(row);
        continue;
      }
      break;
    }
    return at;
  }

  private line(
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

  private field(
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

  private titleLine(reading: TitleReading, row: Row): void {
    const fields = [this.field('title', row.span, 'header.title-line'), ...reading.fields];
    this.line(row, fields, 'header.title-line');
    for (const f of reading.fields)
      if (f.name === 'participants' || f.name === 'from') this.present.push(f.value);
  }

  /** A title that breaks off: names on the lines before the dateline are addressees still. */
  private continueTitle(row: Row | undefined): boolean {
    if (!row || row.text === '' || row.text.length > 160) return row?.text === '';
    if (readMarkingRow(this.text, row.span, false) || readDateline(this.text, row.span)) return false;
    const parts = partiesIn(this.text, row.span);
    if (!parts.every((p) => isParty(this.text.slice(p.start, p.end)))) return false;
    const { title } = this.head;
    const role =
      title?.reading.kind === 'conversation'
        ? 'participants'
        : title?.reading.correspondence &&
            (title.reading.open === 'to' || (this.found.has('to') && title.reading.open === 'comma'))
          ? 'to'
          : undefined;
    const fields = role ? parts.map((p) => this.field(role, p, 'header.title-line')) : [];
    this.line(row, fields, 'header.title-line');
    return true;
  }

  private datelineRow(reading: Dateline, row: Row, left: Span | undefined): void {
    const { title } = this.head;
    const greeted = this.rows.slice(0, headRows + 6).some((r) => isSalutation(r.text));
    const sent =
      greeted ||
      reading.sent ||
      left !== undefined ||
      title?.reading.correspondence === true ||
      this.head.kind === 'telegram' ||
      this.head.kind === 'letter';
    const fields = reading.fields.map((f) =>
      f.name === 'sent' && !sent ? { ...f, name: 'place-date' as const } : f,
    );
    const copies = left && readCopies(this.text, left);
    if (copies) fields.push(...copies.fields);
    else if (left && !this.found.has('from'))
      fields.push(this.field('from', left, 'header.dateline', 'medium'));
    this.line(row, fields, 'header.dateline');
    if (reading.odd)
      this.questions.push({
        kind: 'header',
        span: reading.odd,
        rule: 'header.dateline',
        question: `is ${JSON.stringify(this.text.slice(reading.odd.start, reading.odd.end))} the number?`,
        candidates: [],
      });
  }

  private markingRow(row: Row): boolean {
    const numbered = this.head.kind === 'telegram' && !this.found.has('telegram-number');
    //   > | SECRET Received 1 June 1946
    //              ^^^^^^^^^^^^^^^^^^^^
    const receipt = /\sReceived\s+(?=\S)/.exec(row.text);
    const after = receipt && { start: row.span.start + receipt.index + receipt[0].length, end: row.span.end };
    const received = after && readDateline(this.text, after) ? after : undefined;
    const span =
      received && receipt ? { start: row.span.start, end: row.span.start + receipt.index } : row.span;
    const marked = readMarkingRow(
      this.text,
      span,
      numbered || this.head.title !== undefined || this.head.dateline !== undefined,
    );
    if (!marked) return false;
    const fields = marked.fields.map((f) =>
      f.name === 'telegram-number' && this.head.kind !== 'telegram' && !/^O\./.test(f.value)
        ? { ...f, name: 'general-number' as const }
        : f,
    );
    for (const [role, span] of [
      ['to', marked.to],
      ['from', marked.from],
    ] as const)
      if (span && !this.found.has(role))
        for (const part of partiesIn(this.text, span))
          fields.push(this.field(role, part, 'header.attention', 'medium'));
    if (received) fields.push(this.field('received', received, 'header.pair'));
    this.line(row, fields, 'header.marking-line');
    return true;
  }

  private copiesRow(row: Row, hasDateline: boolean): boolean {
    if (hasDateline) return false;
    const copies = readCopies(this.text, row.span);
    if (!copies) return false;
    this.line(row, copies.fields, 'header.copies', { label: copies.label });
    return true;
  }

  //   > | To: Mr. Smith
  //   > | Vice Minister for Foreign Affairs
  //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  private officeRow(row: Row): boolean {
    const { party } = this;
    this.party = undefined;
    if (!party || row.line.span.start !== party.line.span.end + 1 || !isOffice(row.text)) return false;
    this.line(row, [this.field('office', row.span, 'header.pair', 'medium')], 'header.pair');
    return true;
  }

  //   > | To: Mr. Smith, Vice Minister
  //           ^^^^^^^^^^^^^^^^^^^^^^^^
  private pairRow(row: Row): boolean {
    const pair = readPair(this.text, row.span);
    if (!pair || !pairs.has(pair.name) || (this.found.has(pair.name) && pair.name !== 'copy')) return false;
    if (pair.value.end - pair.value.start > 200) return false;
    const value = trimMark(this.text, pair.value);
    const fields =
      pair.name === 'classification'
        ? markingFields(this.text, value, 'text', 'header.pair')
        : [this.field(pair.name, value, pair.name === 'reference' ? 'header.reference' : 'header.pair')];
    if (pair.name === 'subject') this.participantsOfSubject(value);
    this.line(row, fields, 'header.pair', { label: pair.label });
    this.party = pair.name === 'to' || pair.name === 'from' ? row : undefined;
    return true;
  }

  //   > | Received 7 February 1945
  //                ^^^^^^^^^^^^^^^
  private receivedRow(row: Row): boolean {
    const label =
      /^(?:Received|Rec['’]?d\.?|Dispatched|Despatched)(?:\s(?:in\s\p{Lu}\p{L}+|\([^()]{3,30}\)))?\s*:?,?\s+/u.exec(
        row.text,
      );
    if (!label || row.text.length > 90) return false;
    const value = { start: row.span.start + label[0].length, end: row.span.end };
    if (!readDateline(this.text, value)) return false;
    const name = /^R/.test(label[0]) ? 'received' : 'sent';
    if (this.found.has(name)) return false;
    this.line(row, [this.field(name, value, 'header.pair')], 'header.pair', {
      label: { start: row.span.start, end: row.span.start + label[0].trimEnd().length },
    });
    return true;
  }

  private referenceRow(row: Row): boolean {
    const reference = readReference(this.text, row.span);
    if (!reference) return false;
    this.line(row, reference.fields, 'header.reference', reference.label ? { label: reference.label } : {});
    return true;
  }

  private attentionRow(row: Row): boolean {
    if (this.head.kind === 'conversation' || this.head.kind === 'minute') return false;
    const address = readAttention(this.text, row.span);
    if (!address) return false;
    const { title } = this.head;
    const named = (role: 'from' | 'to') => title?.reading.fields.filter((f) => f.name === role) ?? [];
    // A post is not a person: «Cablegram to Ottawa», «For Brown from Smith» tell two things.
    const postOnly = title?.reading.kind !== undefined;
    const fields = address.filter((f) => {
      const given = named(f.name as 'from' | 'to');
      if (given.length === 0) return !(f.name === 'from' && this.found.has('from'));
      return f.name === 'to' && postOnly && !given.some((g) => surnameOf(g.value) === surnameOf(f.value));
    });
    const sender = address.find((f) => f.name === 'from');
    if (sender) this.agree(named('from'), sender);
    this.line(row, fields, 'header.attention');
    return true;
  }

  /** Does the document's own word for its sender agree with the title's? Else it is an open question. */
  private agree(given: readonly HeaderField[], own: HeaderField): void {
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

  /** A line that the catalogue gives as title or as author. */
  private catalogueRow(row: Row): boolean {
    const plain = (s: string) =>
      s
        .replace(/[^\p{L}\d]+/gu, ' ')
        .trim()
        .toLowerCase();
    const words = plain(row.text);
    if (words.length < 12 || !words.includes(' ') || row.text.length > 300) return false;
    const { title, authors } = this.metadata;
    if (!this.found.has('title') && title && plain(title).includes(words)) {
      this.line(row, [this.field('title', row.span, 'catalogue.column')], 'catalogue.column');
      return true;
    }
    if (!this.found.has('from') && authors?.split(';').some((a) => plain(a).endsWith(words))) {
      this.line(row, [this.field('from', row.span, 'catalogue.column', 'medium')], 'catalogue.column');
      return true;
    }
    return false;
  }

  private extractRow(row: Row): boolean {
    if (
      !/^\(?(?:EXTRACTS?|Extracts?|Paraphrase|TRANSLATION|Translation|DRAFT|COPY)\)?\s?\d?(?:\s*\[\d+\])?$/.test(
        row.text,
      )
    )
      return false;
    this.line(row, [], 'header.dateline');
    return true;
  }

  //   > | PRESENT
  //   > | Present: Mr Smith, Sir John Brown
  private presentRow(row: Row): boolean {
    const label =
      /^(?:PRESENT|Present|PARTICIPANTS|Participants|ATTENDANCE|Those present)\s*(?::[-–—]?|(?=$))\s*/.exec(
        row.text,
      );
    if (!label || row.text.length > 1200) return false;
    const value = { start: row.span.start + label[0].length, end: row.span.end };
    const fields =
      value.end > value.start
        ? listed(this.text, value).map((p) => this.field('participants', p, 'header.participants', 'medium'))
        : [];
    for (const f of fields) this.present.push(f.value);
    this.line(row, fields, 'header.participants', {
      label: { start: row.span.start, end: row.span.start + label[0].trimEnd().length },
    });
    return true;
  }

  /** One short line that is no sentence, before the first paragraph. */
  private subjectRow(row: Row, at: number): boolean {
    const words = row.text;
    const next = this.rows.slice(at + 1).find((r) => r.text !== '');
    if (!next || words.length > 180 || /^[([“"'‘]?\p{Ll}/u.test(words) || hasLabel(this.text, row.span))
      return false;
    if (isSalutation(words) || isSignature(next.text) || readArchiveReference(this.text, next.span))
      return false;
    const label = /^(?:Subject|SUBJECT|Subj|SUBJ|Re)\s*[:.]\s*/.exec(words);
    const bare = words.replace(/\s*\[\d+\]$/, '').replace(/(?<=\p{Ll})\d{1,2}$/u, '');
    const capitals = /\p{Lu}{3}/u.test(bare) && bare === bare.toUpperCase();
    const marked = row.level > 0 || row.emphasis === 'strong';
    const title =
      !/[.,;:!?]$/.test(bare) &&
      bare.length <= 110 &&
      (marked || row.emphasis !== undefined || titleCase(bare) || capitals);
    const sentenceEnd = /[.!?]\s+\p{Lu}/u.test(bare.replace(/\b(?:No|Nos|Mr|Dr|St|U\.[A-Z]|\p{Lu})\./gu, ''));
    if (!label && (!title || sentenceEnd || /^(?:Begins?|Ends?|Message)$/i.test(bare))) return false;
    const above =
      readMarkingRow(this.text, next.span, true) !== undefined ||
      readReference(this.text, next.span) !== undefined;
    if (isPersonName(bare) && !marked && !capitals && !above && next.text.length < 60) return false;
    if (label) this.participantsOfSubject({ start: row.span.start + label[0].length, end: row.span.end });
    const span = trimMark(this.text, { start: row.span.start + (label?.[0].length ?? 0), end: row.span.end });
    if (span.end <= span.start) return false;
    this.line(
      row,
      [this.field('subject', span, 'header.subject-line', label || marked || capitals ? 'high' : 'medium')],
      'header.subject-line',
      label ? { label: { start: row.span.start, end: row.span.start + label[0].trimEnd().length } } : {},
    );
    return true;
  }

  /** Names in the subject of a memorandum of conversation are known to those who speak in it. */
  private participantsOfSubject(span: Span): void {
    for (const name of this.text.slice(span.start, span.end).matchAll(/\p{Lu}[\p{L}’'-]+/gu))
      this.present.push(name[0]);
  }

  private plain(row: Row | undefined): void {
    if (!row || row.text === '') return;
    this.blocks.push({
      kind: 'unrecognised',
      layer: 'text',
      span: row.span,
      rule: 'block.unrecognised',
      certainty: 'low',
    });
  }

  // ------------------------------------------------------------------ foot

  /** Archive reference, notes, what is left of them; @returns the row after the last of the body */
  private readFoot(body: number): number {
    const { rows, text } = this;
    let reference = -1;
    for (let i = rows.length - 1; i > body && i > rows.length - 80; i--) {
      const row = rows[i] as Row;
      if (row.text !== '' && readArchiveReference(text, row.span)) {
        reference = i;
        break;
      }
    }
    let end = rows.length;
    const bottom = rows[end - 1];
    if (
      reference !== end - 1 &&
      bottom &&
      bottom.text.startsWith('[') &&
      end - 1 > body &&
      (isSignature(bottom.text) || readDateline(text, bottom.span))
    ) {
      this.overflow(bottom);
      end--;
    }
    const tail = reference >= 0 ? rows.slice(reference + 1, end) : [];
    const after = notesOf(text, tail);
    if (reference >= 0) {
      end = reference;
      const found = readArchiveReference(text, (rows[reference] as Row).span);
      if (found) this.referenceLine(rows[reference] as Row, found.field, found.rest);
      // Before the first note nothing is expected below the reference.
      const first = after.first < 0 ? tail.length : after.first;
      for (const row of tail.slice(0, first)) this.plain(row);
      this.blocks.push(...after.notes);
    }
    // Notes above the reference: after a line of Markdown's own, or at the end where a line begins with «1».
    if (after.notes.length === 0) {
      const begin = this.notesBegin(body, end);
      if (begin >= 0) {
        const above = rows.slice(begin, end);
        const { notes, first } = notesOf(text, above);
        if (first >= 0) {
          for (const row of above.slice(0, first)) this.overflow(row);
          this.blocks.push(...notes);
          end = begin;
        }
      }
    }
    while (end > body && (rows[end - 1]?.text ?? '') === '') end--;
    return end;
  }

  private referenceLine(row: Row, reference: HeaderField, rest: Span | undefined): void {
    const words = rest && rest.end > rest.start ? this.text.slice(rest.start, rest.end) : '';
    const signed = rest && words !== '' && isSignature(words);
    const fields = signed
      ? [reference, this.field('signature', rest, 'header.signature', 'medium'), ...this.senderFields(rest)]
      : [reference];
    this.line(row, fields, 'header.archive-reference', { position: 'closer' });
  }

  /** The first row of the notes: the one after the last line of marks alone before which no note stands. */
  private notesBegin(body: number, end: number): number {
    const { rows, text } = this;
    for (let i = body; i < end; i++) {
      const row = rows[i] as Row;
      const next = rows[i + 1];
      if (row.text === '' && row.marks.length > 0 && next && i + 1 < end) {
        for (let j = i + 1; j < Math.min(i + 4, end); j++) if (isFirst(text, rows[j])) return i + 1;
      }
      if (isFirst(text, row) && i > body && this.restIsNotes(i, end)) return i;
    }
    return -1;
  }

  /** Without a mark before them, notes must be certain: every line begins with the next number. */
  private restIsNotes(from: number, end: number): boolean {
    const rest = this.rows.slice(from, end).filter((r) => r.text !== '');
    let expected = 1;
    let begun = 0;
    for (const row of rest) {
      const note = noteStart(this.text, row.span);
      if (
        note &&
        Number(note.n) >= expected &&
        Number(note.n) <= expected + 2 &&
        !hasLabel(this.text, row.span)
      ) {
        expected = Number(note.n) + 1;
        begun++;
      }
    }
    return begun > 0 && begun >= rest.length * 0.6;
  }

  /** The end of an archive reference that a page break has parted from it: kept below the text. */
  private overflow(row: Row): void {
    if (row.text === '') return;
    //   > | _ [LONDON], 25 May 1944_      the dateline of a note, printed at its foot
    const dateline =
      this.found.has('sent') || this.found.has('place-date') ? undefined : readDateline(this.text, row.span);
    if (dateline) {
      const fields = dateline.fields.map((f) =>
        f.name === 'sent' ? { ...f, name: 'place-date' as const } : f,
      );
      this.line(row, fields, 'header.dateline', { position: 'closer' });
      return;
    }
    if (isSignature(row.text)) {
      this.signatureLine(row);
      return;
    }
    this.line(row, [], 'header.archive-reference', { position: 'closer' });
  }

  // ------------------------------------------------------------------ body

  private readBody(from: number, to: number): void {
    const { rows } = this;
    let start = from;
    let end = to;
    const first = rows[start];
    if (first && isSalutation(first.text) && start < end) {
      this.line(first, [this.field('salutation', first.span, 'header.salutation')], 'header.salutation');
      start++;
    }
    const closed = this.closingRow(start, end);
    if (closed >= 0) {
      const below = rows.slice(closed, end);
      this.bodyOf(start, closed);
      this.belowClosing(below);
      return;
    }
    const closing: (() => void)[] = [];
    // From below: office, signature, close; each only in its place.
    const last = (back: number): Row | undefined => rows[end - 1 - back];
    const depth = this.signatureDepth(start, end);
    if (depth >= 0) {
      for (let i = 0; i < depth; i++) {
        const row = last(i);
        if (row && row.text !== '')
          closing.push(() =>
            this.line(
              row,
              [this.field('office', row.span, 'header.signature', 'medium')],
              'header.signature',
              { position: 'closer' },
            ),
          );
      }
      const row = last(depth) as Row;
      closing.push(() => this.signatureLine(row));
      end -= depth + 1;
    }
    for (
      let row = rows[end - 1];
      row && end > start && (row.text === '' || (isClosing(row.text) && closing.length < 6));
      row = rows[end - 1]
    ) {
      const closed = row;
      if (closed.text !== '')
        closing.push(() =>
          this.line(closed, [this.field('closing', closed.span, 'header.closing')], 'header.closing', {
            position: 'closer',
          }),
        );
      end--;
    }
    this.bodyOf(start, end);
    for (const put of closing.reverse()) put();
  }

  private bodyOf(start: number, end: number): void {
    const inner = this.rows.slice(start, end);
    const body = bodyBlocks(this.text, inner, speakersOf(this.text, inner, this.present));
    this.blocks.push(...body.blocks);
    this.questions.push(...body.questions);
  }

  /** The complimentary close among the last lines, where only short ones stand below it; else -1. */
  private closingRow(start: number, end: number): number {
    for (let i = end - 1; i > start && i >= end - 7; i--) {
      const row = this.rows[i] as Row;
      if (row.text.length > 120) return -1;
      if (isClosing(row.text)) return i;
    }
    return -1;
  }

  /** Below a close a name need not be in capitals; who is addressed may stand last. */
  private belowClosing(rows: readonly Row[]): void {
    rows.forEach((row, i) => {
      if (row.text === '') return;
      const addressee = /^To:?\s+(?=(?:all\s)?\p{Lu})/iu.exec(row.text);
      if (i === 0 || isClosing(row.text))
        this.line(row, [this.field('closing', row.span, 'header.closing')], 'header.closing', {
          position: 'closer',
        });
      else if (addressee && !this.found.has('to')) {
        const span = {
          start: row.span.start + addressee[0].length,
          end: row.span.end - (/[.\s]*$/.exec(row.text)?.[0].length ?? 0),
        };
        this.line(row, [this.field('to', span, 'header.attention')], 'header.attention', {
          position: 'closer',
        });
      } else if (
        !this.found.has('signature') &&
        (isSignature(row.text) || isPersonName(row.text.replace(/\s\.(?=\p{L})/gu, ' ')))
      )
        this.signatureLine(row);
      else
        this.line(
          row,
          isOffice(row.text) ? [this.field('office', row.span, 'header.signature', 'medium')] : [],
          'header.signature',
          {
            position: 'closer',
          },
        );
    });
  }

  /** How many lines stand below the signature; -1 where there is none. */
  private signatureDepth(start: number, end: number): number {
    for (let depth = 0; depth <= 3; depth++) {
      const row = this.rows[end - 1 - depth];
      if (!row || end - 1 - depth < start) return -1;
      if (isSignature(row.text) && row.level === 0) return depth;
      if (
        row.text !== '' &&
        !isOffice(row.text) &&
        !/^\(?(?:Division|Branch|[\p{Lu}][\p{L}]+)\)?$/u.test(row.text)
      )
        return -1;
    }
    return -1;
  }

  private signatureLine(row: Row): void {
    const span = trimMark(this.text, row.span);
    const bare = /^[([]?(.*?)[)\].]*$/s.exec(this.text.slice(span.start, span.end))?.[1] ?? '';
    const at = this.text.indexOf(bare, span.start);
    const name = { start: at, end: at + bare.length };
    const signature = this.field('signature', name, 'header.signature');
    this.line(row, [signature, ...this.senderFields(name)], 'header.signature', { position: 'closer' });
    this.agree(this.head.title?.reading.fields.filter((f) => f.name === 'from') ?? [], signature);
  }

  /** Who signs is the sender, where neither title nor address names one. */
  private senderFields(name: Span): readonly HeaderField[] {
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
}

/** Labels of pairs that letters and memoranda have; others are left to their own readers. */
const pairs: ReadonlySet<string> = new Set(['to', 'from', 'copy', 'subject', 'classification', 'drafter']);

/** Is a span inside a block that is there already? */
class Coverage {
  private readonly spans: readonly Span[];
  constructor(blocks: readonly Block[]) {
    this.spans = blocks.map((b) => b.span).sort((a, b) => a.start - b.start);
  }
  has(span: Span): boolean {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.start ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const before = this.spans[low - 1];
    const next = this.spans[low];
    return (before !== undefined && before.end > span.start) || (next !== undefined && next.start < span.end);
  }
}

const isFirst = (text: string, row: Row | undefined): boolean =>
  row !== undefined && row.text !== '' && noteStart(text, row.span)?.n === '1' && !/^1\\?[.)]/.test(row.text);

const isPersonLike = (words: string): boolean =>
  isPersonName(words) || /^(?:Mr|Sir|Lord|Dr|Lt|General|Senator)\b/.test(words);

/** Without a note's mark at its end. */
function trimMark(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const mark = /(?:\s*\[\d{1,3}\]|(?<=\p{Ll}[)’']?)\d{1,2})+$/u.exec(words);
  return { start: span.start, end: span.end - (mark?.[0].length ?? 0) };
}

/** Most words begin with a capital: a heading, not a sentence. */
function titleCase(words: string): boolean {
  const all = words.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const long = all.filter((w) => w.length > 3);
  if (all.length === 0 || all.length > 14) return false;
  return long.length > 0 && long.filter((w) => /^\p{Lu}/u.test(w)).length >= long.length * 0.75;
}

/** Names of a list of those present: one to each line or between semicolons. */
function listed(text: string, span: Span): readonly Span[] {
  return partiesIn(text, span);
}

const languageOf = (text: string): string => {
  const cyrillic = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  return cyrillic > text.length * 0.2 ? 'ru' : 'en';
};
