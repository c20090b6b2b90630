/**
 * The tree that flows through the pipeline: types only.
 *
 * A document is read once and then only added to. Blocks tile the source text, annotations stand off
 * and may overlap, entities are what annotations point at. Nothing here knows XML.
 *
 * Offsets are UTF-16 code units into {@link Source.text}, the end exclusive.
 */
import type { RuleId } from './rules.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How sure a rule is, in TEI's own words (`@cert`, TEI chapter 22). */
export type Certainty = 'high' | 'medium' | 'low';

/** Where an assertion comes from: every one carries these three. */
export interface Evidence {
  readonly span: Span;
  readonly rule: RuleId;
  readonly certainty: Certainty;
}

/** A value with its evidence. */
export interface Found<T> extends Evidence {
  readonly value: T;
}

// ---------------------------------------------------------------- what was read

/** What a file was before it became text; a reader fills it, the header of the TEI repeats it. */
export interface Source {
  /** Path as the user gave it, `/` separators, relative to the project where it is inside. */
  readonly name: string;
  /** Decoded text: no byte-order mark, line ends as U+000A, nothing else changed. */
  readonly text: string;
  /** SHA-256 of the bytes of the file, lower-case hexadecimal. */
  readonly sha256: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
  readonly encoding:
    | 'utf-8'
    | 'utf-16le'
    | 'utf-16be'
    | 'utf-32le'
    | 'utf-32be'
    | 'windows-1252'
    | 'us-ascii';
  readonly lineEnds: 'lf' | 'crlf' | 'cr' | 'mixed' | 'none';
  /** Which reader made it: a name from `read/formats.ts`. */
  readonly format: string;
  /** Parts of `text` the reader knows to be the page's, not the document's (menus of an HTML page …). */
  readonly furniture: readonly Furniture[];
  /** Catalogue fields that came beside the text (front matter, JSON or CSV columns). */
  readonly metadata: Readonly<Record<string, string>>;
  /** Pages of the file, where it has any: where each begins in `text`, and its number. */
  readonly pages?: readonly PageStart[];
  /** For a TEI that was encoded before: the file itself, which stays as it is. */
  readonly tei?: TeiSource;
  /** For a file that is not itself text: how its text was taken from it, in words for the TEI header. */
  readonly layer?: string;
}

/** A TEI that others have encoded; `Source.text` is its running words. */
export interface TeiSource {
  /** As it came, but for its byte-order mark. */
  readonly xml: string;
  /** Where the words of each block stand in `Source.text`, with the name of its element. */
  readonly blocks: readonly { readonly name: string; readonly start: number; readonly end: number }[];
  /** ISO day of the document, where the mark-up gives it. */
  readonly date?: string;
}

export interface PageStart {
  /** Offset of the form feed that begins the page; 0 for the first, which has none. */
  readonly at: number;
  /** As the file labels it. */
  readonly n: string;
}

/** Classes of page furniture. Each is listed and described in the TEI header. */
export type FurnitureClass =
  | 'search'
  | 'site-title'
  | 'menu'
  | 'citation-tool'
  | 'share-tool'
  | 'view-switch'
  | 'viewer-notice'
  | 'page-head'
  | 'page-number'
  | 'catalogue-label'
  | 'other';

export interface Furniture extends Evidence {
  readonly class: FurnitureClass;
}

// ---------------------------------------------------------------- what was recognised

/** Facts a header states, named as the documents name them. */
export type FieldName =
  | 'general-number'
  | 'telegram-number'
  | 'action-office'
  | 'sent'
  | 'received'
  | 'from'
  | 'to'
  | 'copy'
  | 'title'
  | 'subject'
  | 'reference'
  | 'classification'
  | 'precedence'
  | 'handling'
  | 'tags'
  | 'document-number'
  | 'date-time-group'
  | 'archive-reference'
  | 'salutation'
  | 'closing'
  | 'office'
  | 'drafter'
  | 'signature'
  | 'participants'
  | 'place-date'
  | 'source-note';

/**
 * One fact of the header. `span` is the value's; `value` is the value normalised (a telegram number without
 * «No.»), the printed words are `source.text.slice(span.start, span.end)`.
 */
export interface HeaderField extends Found<string> {
  readonly name: FieldName;
  /** The witness it stands in: the text itself, or the header of an original beside its translation. */
  readonly layer: Layer;
  /** Words set against the value that say which fact it is: 第 and 号 around a number. */
  readonly labels?: readonly Span[];
}

/** Facts of the archive's catalogue, printed on its page or delivered beside the text. */
export type CatalogueName =
  | 'date'
  | 'abstract'
  | 'citation'
  | 'title'
  | 'collection'
  | 'identifier'
  /** The number of the page or record in the site or database that shows the document: no shelfmark. */
  | 'record'
  /** A number given to a request or a release under an act of access. */
  | 'disclosure-number'
  | 'access'
  | 'repository'
  /** Who is said to hold the document too. */
  | 'other-holder'
  | 'contributor'
  | 'translator'
  | 'rights'
  | 'subject';

export interface CatalogueFact extends Found<string> {
  readonly name: CatalogueName;
}

/** A marking that the catalogue gives in a column beside the text: it has no place there. */
export interface ColumnFact extends Omit<Evidence, 'span'> {
  readonly column: string;
  readonly name: 'classification' | 'precedence' | 'handling';
  /** The category of its scheme. */
  readonly value: string;
  readonly printed: string;
}

export interface Header {
  readonly catalogue: readonly CatalogueFact[];
  readonly fields: readonly HeaderField[];
  /** What columns say of which the text says nothing; absent where there are none. */
  readonly columns?: readonly ColumnFact[];
}

/** `text`: the document as edited. `original`: what survives of the original language beside a translation. */
export type Layer = 'text' | 'original';

/** Blocks tile the source text: sorted, no gap, no overlap, from 0 to its length. */
export type Block =
  | SpaceBlock
  | FurnitureBlock
  | CatalogueBlock
  | HeaderLine
  | Heading
  | Paragraph
  | NoteBlock
  | PageBreak
  | Unrecognised;

interface BlockBase {
  readonly span: Span;
  readonly rule: RuleId;
  readonly certainty: Certainty;
}

/** White space between blocks, kept character by character. */
export interface SpaceBlock extends BlockBase {
  readonly kind: 'space';
}

export interface FurnitureBlock extends BlockBase {
  readonly kind: 'furniture';
  readonly class: FurnitureClass;
}

/** Words of the archive's catalogue printed on the page. */
export interface CatalogueBlock extends BlockBase {
  readonly kind: 'catalogue';
  readonly name: 'date' | 'abstract' | 'citation' | 'source-note';
}

/** A line of the document's own header: a label (perhaps none) and one value or more. */
export interface HeaderLine extends BlockBase {
  readonly kind: 'header';
  readonly layer: Layer;
  /** Below the text: salutation, signature, archive reference (TEI `closer`). */
  readonly position?: 'closer';
  readonly label?: Span;
  /** Labels of this line whose value stands on another. */
  readonly announces?: readonly { readonly name: FieldName; readonly span: Span }[];
  readonly fields: readonly HeaderField[];
}

export interface Heading extends BlockBase {
  readonly kind: 'heading';
  readonly layer: Layer;
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  readonly layer: Layer;
  /** `1.` or `(2)` as printed. */
  readonly label?: Span;
  /** Normalised number: `1`, `1.2`. Absent where the paragraph bears none. */
  readonly n?: string;
  /** The label that gives the floor to a speaker: `KISSINGER:` (TEI `speaker`). The turn lasts to the next one. */
  readonly speaker?: Span;
  /** The marking of this paragraph alone, `(C)`: the value is a category of the scheme `classification`. */
  readonly marking?: Found<string>;
}

/** A footnote or endnote printed with the document. */
export interface NoteBlock extends BlockBase {
  readonly kind: 'note';
  readonly layer: Layer;
  readonly label?: Span;
  readonly n?: string;
}

/** A page of the original ends: a printed page number or running head, or a form feed. */
export interface PageBreak extends BlockBase {
  readonly kind: 'page-break';
  readonly layer: Layer;
  /** Number of the page that begins here. */
  readonly n?: string;
}

/** What nobody recognised is a block like any other. */
export interface Unrecognised extends BlockBase {
  readonly kind: 'unrecognised';
  readonly layer: Layer;
}

// ---------------------------------------------------------------- what was annotated

export type EntityId = string;
export type EntityKind = 'person' | 'office' | 'place' | 'org' | 'document' | 'event';

/** A person, place … of this document. */
export interface Entity {
  /** Local id, an NCName, stable for the same text and register. */
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  /** Entry in the edition's register, where exactly one matches. */
  readonly register?: string;
  /** What is known of it here: office held, date and place of an event, number of a document. */
  readonly facts: Readonly<Record<string, string>>;
  /** Where not its mentions tell of it: what does. */
  readonly evidence?: readonly Evidence[];
}

export type Annotation = NameMention | DateMention | Speech | Phrase | GapMark | Slip | NoteMark | Presence;

/** A name, or a description (`rs`), of an entity. Without `entity` it is an open question. */
export interface NameMention extends Evidence {
  readonly kind: 'name';
  readonly type: EntityKind;
  /** `name`: a proper name; `description`: «the Ambassador», «the Chinese side» (TEI `rs`). */
  readonly form: 'name' | 'description';
  readonly entity?: EntityId;
  /** Two or more ids where the rule could not decide. */
  readonly candidates?: readonly EntityId[];
  /** Parts inside the span: «Vice Minister» in «Vice Minister Han». */
  readonly roleName?: Span;
}

/** A point, span or length of time. Values are ISO 8601 as TEI's att.datable takes them. */
export interface DateMention extends Evidence {
  readonly kind: 'date';
  readonly type: 'date' | 'time' | 'duration' | 'period';
  readonly when?: string;
  readonly from?: string;
  readonly to?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** ISO 8601 duration, `PT2H`; a range has `durationMax` as well. */
  readonly duration?: string;
  readonly durationMax?: string;
  readonly edtf?: string;
  /** What a relative expression was reckoned from: `meeting`, `sent`, `document`, `mention`. */
  readonly anchor?: string;
  /** Where the zone comes from, if there is one: stated in the text, or inferred from a place. */
  readonly zone?: { readonly id: string; readonly inferred: boolean };
  /** Where the zone is inferred: how sure the day and hour by local clocks are. */
  readonly local?: Certainty;
}

export interface Speech extends Evidence {
  readonly kind: 'speech';
  readonly mode: 'turn' | 'direct' | 'reported';
  readonly who?: EntityId;
  readonly toWhom?: EntityId;
  readonly candidates?: readonly EntityId[];
  /** The words that announce it: «He then stated the following two points:». */
  readonly frame?: Span;
}

/** Quoted words nobody utters there. */
export interface Phrase extends Evidence {
  readonly kind: 'phrase';
  readonly type: 'title' | 'mentioned' | 'soCalled' | 'quote' | 'emphasis';
  readonly entity?: EntityId;
}

/** Something not in the source: redacted, illegible, left blank. Its printed words are the span (may be empty). */
export interface GapMark extends Evidence {
  readonly kind: 'gap';
  readonly reason: 'redacted' | 'omitted' | 'illegible' | 'missing' | 'blank';
  readonly quantity?: number;
  readonly unit?: string;
}

/** A likely slip of the writer or the translator: marked, never changed. */
export interface Slip extends Evidence {
  readonly kind: 'slip';
  readonly proposal?: string;
}

/** Somebody named does something at the meeting that the document reports, so was there. */
export interface Presence extends Evidence {
  readonly kind: 'presence';
  readonly entity: EntityId;
}

/** The mark in the text that a note belongs to. */
export interface NoteMark extends Evidence {
  readonly kind: 'note-mark';
  /** Number or sign of the note, as its {@link NoteBlock.n} has it. */
  readonly n: string;
}

// ---------------------------------------------------------------- the whole

/** Something the program could not decide: a normal, listed answer. */
export interface OpenQuestion {
  readonly kind: 'speaker' | 'name' | 'date' | 'numbering' | 'header' | 'dialect' | 'slip';
  readonly span: Span;
  readonly rule: RuleId;
  readonly question: string;
  readonly candidates: readonly string[];
}

export interface Document {
  readonly id: string;
  readonly source: Source;
  /** Name from `recognise/dialects.ts`, or `unknown`. */
  readonly dialect: string;
  /** Why this dialect: what was seen, with a score from 0 to 1. */
  readonly dialectEvidence: { readonly score: number; readonly why: string };
  /** BCP 47. */
  readonly language: string;
  readonly header: Header;
  readonly blocks: readonly Block[];
  readonly entities: readonly Entity[];
  readonly annotations: readonly Annotation[];
  readonly questions: readonly OpenQuestion[];
}
