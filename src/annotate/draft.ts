/** The working set of annotation: what has been found so far, and where prose stands. */
import type { Context } from '../context.ts';
import type {
  Annotation,
  Document,
  Entity,
  EntityKind,
  Evidence,
  HeaderField,
  NameMention,
  NoteBlock,
  OpenQuestion,
  Paragraph,
  Span,
  Speech,
} from '../document.ts';
import { inCapitals, keyOf, type Word, wordsOf } from './names/words.ts';
import { openMark, type Quotation, quotationsOf } from './quotations.ts';
import { sentencesOf } from './sentences.ts';
import { firstFrom, SpanIndex } from './span-index.ts';

/** A paragraph with what all annotators ask of it, computed once. */
export interface Prose {
  readonly block: Pick<Paragraph, 'span' | 'label' | 'n' | 'speaker'>;
  /** Without the label. */
  readonly span: Span;
  readonly quotations: readonly Quotation[];
  readonly sentences: readonly Span[];
  /** A quotation that begins here and ends in a later paragraph. */
  readonly long?: Quotation;
  /** The paragraph goes on with a quotation that began above. */
  readonly continues?: true;
}

export class Draft {
  readonly text: string;
  readonly document: Document;
  readonly context: Context;
  /** Are the quotations of the text in double marks? Single ones then stand within them. */
  readonly doubleMarks: boolean;
  readonly prose: readonly Prose[];
  /** The notes, which are an editor's prose: what is said of speech holds there too. */
  readonly notes: readonly Prose[];
  /** Begins with what the layout told. */
  readonly annotations: Annotation[];
  readonly questions: OpenQuestion[];
  /** The event the document reports, if its opening tells of one. */
  meeting: string | undefined;
  private readonly wordsBySpan = new Map<number, readonly Word[]>();
  private readonly capitalsBySpan = new Map<number, boolean>();
  private readonly byRegister = new Map<string, Entity>();
  private readonly nameIndex = new SpanIndex<NameMention>();
  private readonly byKey = new Map<string, Entity>();
  private readonly entitiesById = new Map<string, Entity>();
  private readonly people = new Map<string, string[]>();
  private readonly spoken: Speech[] = [];
  private readonly first = new Map<string, number>();
  /** How many annotations there were when first mentions were looked for. */
  private mentioned = -1;
  private readonly replaced = new Set<Annotation>();

  constructor(document: Document, context: Context) {
    this.document = document;
    this.context = context;
    this.text = unparted(document);
    this.questions = [...document.questions];
    this.annotations = [...document.annotations];
    const proseOf = (kind: 'paragraph' | 'note') =>
      document.blocks
        .filter((b): b is Paragraph | NoteBlock => b.kind === kind && b.layer === 'text')
        .map((block) => {
          const start = block.label ? skipBlanks(this.text, block.label.end) : block.span.start;
          const span = { start: Math.min(start, block.span.end), end: block.span.end };
          const quotations = quotationsOf(this.text, span);
          return { block, span, quotations, sentences: sentencesOf(this.text, span, quotations) };
        });
    this.prose = withLongQuotations(this.text, proseOf('paragraph'));
    this.notes = proseOf('note');
    this.doubleMarks = marksDouble([...this.prose, ...this.notes]);
  }

  /** The words of a span that may be parts of names; told once, for many ask. */
  words(span: Span): readonly Word[] {
    const key = span.start * 0x4000000 + span.end;
    const known = this.wordsBySpan.get(key);
    if (known) return known;
    const words = wordsOf(this.text, span);
    this.wordsBySpan.set(key, words);
    return words;
  }

  /** Is the span printed in capitals throughout? */
  inCapitals(span: Span): boolean {
    const key = span.start * 0x4000000 + span.end;
    const known = this.capitalsBySpan.get(key);
    if (known !== undefined) return known;
    const capitals = inCapitals(this.text, span);
    this.capitalsBySpan.set(key, capitals);
    return capitals;
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  get entities(): readonly Entity[] {
    return [...this.entitiesById.values()];
  }

  entity(id: string): Entity | undefined {
    return this.entitiesById.get(id);
  }

  /** Adds an entity under an id made of its name; a second one of that id gets a number. */
  addEntity(
    kind: EntityKind,
    name: string,
    facts: Record<string, string> = {},
    register?: string,
    evidence?: readonly Evidence[],
  ): Entity {
    const base = register ?? entityId(name);
    let id = base;
    for (let i = 2; this.entitiesById.has(id); i++) id = `${base}-${i}`;
    const entity: Entity = {
      id,
      kind,
      name,
      facts,
      ...(register ? { register } : {}),
      ...(evidence ? { evidence } : {}),
    };
    this.entitiesById.set(id, entity);
    if (register) this.byRegister.set(register, entity);
    return entity;
  }

  /** Where an entity is first named, of what has been found so far. */
  firstMention(id: string): number | undefined {
    if (this.mentioned !== this.annotations.length) {
      this.first.clear();
      for (const a of this.annotations) {
        if (a.kind !== 'name' || !a.entity) continue;
        const known = this.first.get(a.entity);
        if (known === undefined || a.span.start < known) this.first.set(a.entity, a.span.start);
      }
      this.mentioned = this.annotations.length;
    }
    return this.first.get(id);
  }

  /** Adds a person; every word of the name leads to them (see {@link bearers}). */
  addPerson(tokens: readonly string[], facts: Record<string, string>, register?: string): Entity {
    const person = this.addEntity(
      'person',
      tokens.join(' '),
      { ...facts, tokens: tokens.join(' ') },
      register,
    );
    for (const token of new Set(tokens.map(keyOf))) {
      if (/^.\.$/u.test(token)) continue;
      const list = this.people.get(token);
      if (list) list.push(person.id);
      else this.people.set(token, [person.id]);
    }
    return person;
  }

  /** People of the document with this word in their name. */
  bearers(key: string): readonly Entity[] {
    return (this.people.get(key) ?? []).flatMap((id) => this.entitiesById.get(id) ?? []);
  }

  /** States more of an entity; its id stays. */
  addFacts(id: string, facts: Record<string, string>): void {
    const entity = this.entitiesById.get(id);
    if (entity) this.entitiesById.set(id, { ...entity, facts: { ...facts, ...entity.facts } });
  }

  /** One annotation takes the place of another that turned out to be less exact. */
  replace(old: NameMention, better: NameMention): void {
    this.replaced.add(old);
    this.add(better);
  }

  /** The entity of a key (`state japan`, `treaty …`): made at the first call, the same ever after. */
  entityFor(
    key: string,
    kind: EntityKind,
    name: string,
    facts: Record<string, string> = {},
    register?: string,
  ): Entity {
    const known = this.byKey.get(key) ?? (register ? this.byRegister.get(register) : undefined);
    const entity = known ?? this.addEntity(kind, name, facts, register);
    this.byKey.set(key, entity);
    return entity;
  }

  add(...annotations: readonly Annotation[]): void {
    for (const annotation of annotations) {
      this.annotations.push(annotation);
      if (annotation.kind === 'name') this.nameIndex.add(annotation);
      else if (annotation.kind === 'speech') this.spoken.push(annotation);
    }
  }

  field(name: HeaderField['name'], layer: HeaderField['layer'] = 'text'): HeaderField | undefined {
    return this.document.header.fields.find((f) => f.name === name && f.layer === layer);
  }

  /** Name mentions within a span, in the order of the text. */
  namesIn(span: Span): readonly NameMention[] {
    const found = this.nameIndex.within(span);
    return this.replaced.size === 0 ? found : found.filter((n) => !this.replaced.has(n));
  }

  speeches(): readonly Speech[] {
    return this.spoken;
  }

  /** Paragraphs that lie within a span. */
  proseIn(span: Span): readonly Prose[] {
    const first = firstFrom(this.prose, span.start, (p) => p.block.span.start);
    const found: Prose[] = [];
    for (let i = first; i < this.prose.length; i++) {
      const prose = this.prose[i] as Prose;
      if (prose.block.span.end > span.end) break;
      found.push(prose);
    }
    return found;
  }

  /** Does a name mention already cover any of the span? */
  named(span: Span): boolean {
    return this.nameIndex.touches(span);
  }

  finish(): Document {
    const annotations = this.annotations
      .filter((a) => !this.replaced.has(a))
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.kind < b.kind ? -1 : 1));
    const questions = [...this.questions].sort(
      (a, b) => a.span.start - b.span.start || (a.kind < b.kind ? -1 : 1),
    );
    // An office that turned out to be a description of somebody is named nowhere, nor is a body that turned out to
    // be another, nor one who was only thought to speak.
    const named = new Set(
      annotations.flatMap((a) => [
        ...(a.kind === 'name' && a.entity ? [a.entity] : []),
        ...(a.kind === 'speech' && a.who ? [a.who] : []),
        ...(a.kind === 'speech' && a.toWhom ? [a.toWhom] : []),
      ]),
    );
    const entities = this.entities.filter(
      (e) => !(e.kind === 'office' || e.kind === 'org' || e.facts.told) || named.has(e.id),
    );
    return { ...this.document, annotations, questions, entities };
  }
}

/**
 * The text as the rules read it, of the same length: where a paragraph or note goes on beyond a blank line, which a
 * converter has set, the line is broken once, so that a date or a name goes on as well.
 */
function unparted(document: Document): string {
  const { text } = document.source;
  let read = '';
  let at = 0;
  for (const { kind, span } of document.blocks) {
    if ((kind !== 'paragraph' && kind !== 'note') || span.start < at) continue;
    const words = text.slice(span.start, span.end);
    if (!/\n[^\S\n]*\n/.test(words)) continue;
    read +=
      text.slice(at, span.start) +
      words.replace(/\n[^\S\n]*(?:\n[^\S\n]*)*(?=\n)/g, (blank) => blank.replaceAll('\n', ' '));
    at = span.end;
  }
  return read + text.slice(at);
}

/**
 * British printers set single marks, and double ones within them; American ones the other way round. What most of the
 * quotations have that stand in no other tells; inches (6") and a word in the other marks do not.
 */
function marksDouble(prose: readonly Prose[]): boolean {
  let double = 0;
  let single = 0;
  for (const { quotations } of prose)
    for (const { depth, marks, inner } of quotations) {
      if (depth > 0 || inner.end - inner.start < 24) continue;
      if (marks === 'single') single++;
      else if (marks !== 'words') double++;
    }
  return double > 0 && double >= single;
}

/** No quotation is taken to go on for more paragraphs than this. */
const longest = 40;

/**
 * Quotations over several paragraphs: each reopens with the mark, only the last closes it.
 *
 *     > | He said: “First …      > | “Second …      > | “Third … .”
 *                  ^                 ^                  ^        ^
 */
function withLongQuotations(text: string, prose: readonly Prose[]): readonly Prose[] {
  const result: Prose[] = [...prose];
  for (let i = 0; i + 1 < prose.length; i++) {
    const first = prose[i] as Prose;
    const open = openMark(text, first.span, first.quotations) ?? announcedMark(text, first);
    if (!open) continue;
    let last = i;
    let closed = true;
    let end = -1;
    for (let k = i + 1; k < prose.length && k - i <= longest && end < 0; k++) {
      const next = prose[k] as Prose;
      if (open.mark === 'QUOTE') {
        const shut = /\b(?:UNQUOTE|UNQTE|END QUOTE)\b/.exec(text.slice(next.span.start, next.span.end));
        last = k;
        if (shut) end = next.span.start + shut.index + shut[0].length;
        continue;
      }
      if (text[next.span.start] !== open.mark) break;
      last = k;
      const closed = next.quotations.find((q) => q.span.start === next.span.start);
      if (closed) end = closed.span.end;
    }
    if (end < 0) {
      // Announced by a colon and never closed: the printer has lost the mark, and it goes to the paragraph's end.
      const announced = /:[–—-]?[\s\u00a0]*$/u.test(text.slice(Math.max(0, open.at - 4), open.at));
      if (!announced || open.mark === 'QUOTE') continue;
      last = i;
      end = first.span.end;
      while (end > open.at && /[\s\u00a0]/u.test(text[end - 1] ?? '')) end--;
      closed = false;
    }
    const long: Quotation = {
      span: { start: open.at, end },
      inner: { start: open.at + open.mark.length, end: closed ? end - 1 : end },
      marks:
        open.mark === 'QUOTE'
          ? 'words'
          : open.mark === '“'
            ? 'double'
            : open.mark === '"'
              ? 'straight'
              : 'single',
      depth: 0,
    };
    result[i] = { ...first, long };
    for (let k = i + 1; k <= last; k++) result[k] = { ...(prose[k] as Prose), continues: true };
    i = Math.max(i, last - 1);
  }
  return result;
}

//   > | was as follows:- 'I am opposed
//                          ^
/** A mark behind a colon that nothing closes. */
function announcedMark(text: string, { span, quotations }: Prose): { at: number; mark: string } | undefined {
  const match = /:[–—-]?[\s\u00a0]+(?<mark>['‘“"])(?=\p{Lu})/u.exec(text.slice(span.start, span.end));
  if (!match) return undefined;
  const at = span.start + match.index + match[0].length - 1;
  if (quotations.some((q) => q.span.start <= at && at < q.span.end)) return undefined;
  return { at, mark: match.groups?.mark ?? '' };
}

/** The quotation that a paragraph is from its first word to its last; a sign of Markdown before it is passed over. */
export function wholeQuotation(text: string, { span, quotations }: Prose): Quotation | undefined {
  return quotations.find(
    (q) =>
      q.depth === 0 &&
      /^(?:>[ ]?|\s)*$/.test(text.slice(span.start, q.span.start)) &&
      /^[.\s\u00a0]*(?:\[\d+\]|\d{1,2})?\s*$/u.test(text.slice(q.span.end, span.end)),
  );
}

/** An NCName of a name: ASCII letters, digits, hyphens. */
export function entityId(name: string): string {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’'ʼ]/g, '')
    .replace(/[^\x00-\x7f]/gu, (c) => `u${c.codePointAt(0)?.toString(16)}`)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(slug) ? slug : `e-${slug || 'x'}`;
}

const skipBlanks = (text: string, at: number): number => {
  let i = at;
  while (i < text.length && /\s/.test(text[i] ?? '')) i++;
  return i;
};
