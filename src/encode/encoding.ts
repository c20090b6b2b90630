/** What all parts of the encoding of one document share. */
import type { Context } from '../context.ts';
import type { Document, Entity, EntityId, Evidence, Span, Speech } from '../document.ts';
import type { RuleId } from '../rules.ts';
import { between, type Pages, pagesOf } from './characters.ts';
import { EvidenceLog, least, surer } from './evidence.ts';
import { Ids } from './ids.ts';
import { inline, type Mark } from './inline.ts';
import type { XmlNode } from './node.ts';

/** The language of an original beside its translation: so far only the headers of Japanese cables are known. */
export const originalLanguage = 'ja';

/** The name under which a mark points to the note on the document’s source. */
export const sourceNote = 'source';

/** Values of `xml:id` in a file. */
function* idsIn(xml: string): Generator<string> {
  for (const match of xml.matchAll(/\sxml:id\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    yield (match[1] ?? match[2] ?? '').trim();
}

export class Encoding {
  readonly document: Document;
  readonly context: Context;
  readonly text: string;
  readonly ids: Ids;
  readonly log = new EvidenceLog();
  /** The event that relative dates are reckoned from, if there is one. */
  readonly meeting: EntityId | undefined;
  private readonly pages: Pages;
  private readonly byId: ReadonlyMap<EntityId, Entity>;
  private readonly told = new Map<EntityId, Evidence>();
  private astral: readonly number[] | undefined;
  private readonly notes: { readonly n: string; readonly start: number; readonly id: string }[] = [];
  private readonly utterances = new Map<Speech, string>();

  constructor(document: Document, context: Context) {
    this.document = document;
    this.context = context;
    this.text = document.source.text;
    this.ids = new Ids(document, idsIn(document.source.tei?.xml ?? ''));
    this.pages = pagesOf(document.source.pages);
    this.byId = new Map(document.entities.map((e) => [e.id, e]));
    this.meeting = document.entities.find((e) => e.kind === 'event')?.id;
    for (const b of document.blocks)
      if (b.kind === 'note' && b.n)
        this.notes.push({
          n: b.n,
          start: b.span.start,
          id: this.ids.fresh(
            `fn.${b.n.replace(/[^A-Za-z0-9]/g, (c) => `u${c.codePointAt(0)?.toString(16)}`)}`,
          ),
        });
    const source = document.blocks.some(
      (b) => b.kind === 'header' && b.fields.some((f) => f.name === 'source-note'),
    );
    if (source) this.notes.push({ n: sourceNote, start: 0, id: this.ids.fresh('fn.source') });
    // Utterances are numbered in the order of the text.
    let n = 0;
    for (const a of document.annotations) {
      if (a.kind === 'speech') {
        this.utterances.set(a, this.ids.fresh(`u${++n}`));
        if (a.who) this.tell(a.who, a);
        if (a.toWhom) this.tell(a.toWhom, a);
      } else if ((a.kind === 'name' || a.kind === 'phrase') && a.entity) this.tell(a.entity, a);
    }
    // Whoever cites an article cites the treaty.
    for (const { id, facts } of document.entities) {
      const part = this.told.get(id);
      if (part && facts.partOf && !this.told.has(facts.partOf)) this.tell(facts.partOf, part);
    }
  }

  /** Keeps the surest evidence for an entity, of what is equally sure the first. */
  private tell(id: EntityId, evidence: Evidence): void {
    const known = this.told.get(id);
    this.told.set(id, known ? surer(known, evidence) : evidence);
  }

  /**
   * What says that there is such a person, place … in the document: the surest mention, or what the entity itself
   * names; with the rule of the register for one that has an entry there.
   *
   * @param more further evidence for the same element: the roles of a participant
   */
  entityEvidence(entity: Entity, more: readonly Evidence[] = []): Record<string, string> {
    const mention = this.told.get(entity.id);
    const all = [...(entity.evidence ?? (mention ? [mention] : [])), ...more];
    const [first, ...others] = all;
    if (!first) return {};
    const rules = new Set<RuleId>(others.map((e) => e.rule));
    if (entity.register) rules.add(entity.kind === 'person' ? 'name.register-person' : 'name.register');
    rules.delete(first.rule);
    return this.log.attributes(
      first.rule,
      least(all.map((e) => e.certainty)),
      ...[...rules].map((r) => this.log.rule(r)),
    );
  }

  /** The words of a span with elements around the marked ones. */
  inline(span: Span, marks: readonly Mark[]): readonly XmlNode[] {
    return inline(this.text, span, marks, this.pages);
  }

  /** White space between blocks. */
  between(span: Span): readonly XmlNode[] {
    return between(this.text, span, this.pages);
  }

  entity(id: EntityId | undefined): Entity | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }

  evidence(found: Evidence, ...categories: readonly string[]): Record<string, string> {
    return this.log.attributes(found.rule, found.certainty, ...categories);
  }

  /**
   * Pointer to the note of this number: of several, where an enclosure has notes of its own, the first below the
   * mark. Nothing where the page has no such note.
   */
  notePointer(n: string, mark: number): string | undefined {
    const ofNumber = this.notes.filter((note) => note.n === n);
    const note = ofNumber.find((one) => one.start >= mark) ?? ofNumber.at(-1);
    return note ? `#${note.id}` : undefined;
  }

  /** The id of the note of this number that begins there. */
  noteId(n: string | undefined, start = 0): string | undefined {
    return this.notes.find((note) => note.n === n && note.start === start)?.id;
  }

  /** `src:START,END`: a place in the source as RFC 5147 counts it, in Unicode characters from 0. */
  sourcePointer(span: Span): string {
    return `src:${this.codePoints(span.start)},${this.codePoints(span.end)}`;
  }

  private codePoints(offset: number): number {
    this.astral ??= [...this.text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map((m) => m.index);
    let low = 0;
    let high = this.astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.astral[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }

  utterance(speech: Speech): string {
    return this.utterances.get(speech) ?? '';
  }
}
