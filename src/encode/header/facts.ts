/** Facts of the document as the header repeats them: found once here, used by every part of the header. */
import type {
  CatalogueFact,
  Certainty,
  DateMention,
  Entity,
  Evidence,
  FieldName,
  HeaderField,
  NameMention,
  Span,
} from '../../document.ts';
import type { Encoding } from '../encoding.ts';

export interface HeaderFacts {
  readonly title: string;
  /** What says that these words are the title; nothing where it is a name of the file or of its record. */
  readonly titleFrom: Evidence | undefined;
  readonly kind: 'telegram' | 'memorandum-of-conversation' | 'letter' | 'document';
  readonly kindCertainty: Certainty;
  field(name: FieldName): HeaderField | undefined;
  /** Several fields of one name: `copy`. */
  fields(name: FieldName): readonly HeaderField[];
  catalogue(name: CatalogueFact['name']): CatalogueFact | undefined;
  dateIn(span: Span | undefined): DateMention | undefined;
  namesIn(span: Span | undefined): readonly NameMention[];
  entityIn(span: Span | undefined): Entity | undefined;
  /** Words of a span with runs of white space as one blank: for the header, never for the text. */
  words(span: Span): string;
}

export function headerFacts(enc: Encoding): HeaderFacts {
  const { document } = enc;
  const fields = document.header.fields.filter((f) => f.layer === 'text');
  const inside = (outer: Span | undefined, inner: Span) =>
    outer !== undefined && inner.start >= outer.start && inner.end <= outer.end;
  const words = (span: Span) =>
    enc.text
      .slice(span.start, span.end)
      .replace(/[\s\u00a0\u3000]+/g, ' ')
      .trim();
  const heading = document.blocks.find((b) => b.kind === 'heading');
  const field = (name: FieldName) => fields.find((f) => f.name === name);
  const namesIn = (span: Span | undefined) =>
    document.annotations.filter((a): a is NameMention => a.kind === 'name' && inside(span, a.span));
  const catalogue = (name: CatalogueFact['name']) => document.header.catalogue.find((c) => c.name === name);
  const subject = field('subject');
  const headline = field('title');
  const title = headline
    ? words(headline.span)
    : heading
      ? words(heading.span)
      : subject
        ? words(subject.span)
        : (catalogue('title')?.value ?? document.source.metadata.title ?? fileTitle(document.source.name));
  const telegram =
    document.dialect === 'us-telegram' ||
    fields.some((f) =>
      ['telegram-number', 'general-number', 'date-time-group', 'precedence'].includes(f.name),
    );
  const named = kindOf(title);
  const kind = document.dialect === 'letter' && named ? named : (kinds[document.dialect] ?? named);
  return {
    title,
    titleFrom: headline ?? heading ?? subject ?? catalogue('title'),
    kind: kind ?? (telegram ? 'telegram' : 'document'),
    kindCertainty: named || telegram || (kind && kind !== 'letter') ? 'high' : 'medium',
    field,
    fields: (name) => fields.filter((f) => f.name === name),
    catalogue,
    dateIn: (span) =>
      document.annotations.find((a): a is DateMention => a.kind === 'date' && inside(span, a.span)),
    namesIn,
    entityIn: (span) => {
      const names = namesIn(span);
      // Of an office and who holds it, the person is meant.
      const person = names[0]?.type === 'office' ? names.find((n) => n.type === 'person') : undefined;
      return enc.entity((person ?? names[0])?.entity);
    },
    words,
  };
}

/** Dialects that are of one kind. */
const kinds: Readonly<Record<string, HeaderFacts['kind']>> = {
  cablegram: 'telegram',
  letter: 'letter',
  memorandum: 'memorandum-of-conversation',
};

/** What a title says of the kind of its document. */
const kindOf = (title: string): HeaderFacts['kind'] | undefined =>
  /\b(?:memorandum|record|note)s? of (?:an? |the )?conversations?\b/i.test(title)
    ? 'memorandum-of-conversation'
    : /^(?:\d+\.? )?letter from\b/i.test(title)
      ? 'letter'
      : papers.test(title)
        ? 'document'
        : undefined;

//   > | 201 Cabinet Submission by Mr Green, Minister for Roads     > | 83 MINUTE FROM GREEN TO BROWN
//           ^^^^^^^^^^^^^^^^^^                                              ^^^^^^
/** Papers that go to a file or a body, or are given out: no letters. */
const papers =
  /^(?:\d+\.? )?(?:(?:cabinet|war cabinet|draft|departmental|joint) )*(?:submission|minute|memorandum|agendum|report|paper|statement|directive|review|assessment|speech|broadcast|brief|press release|news release|decision|resolution|communiqu[eé]|agreement)s?\b/i;

const fileTitle = (name: string): string =>
  name
    .split('/')
    .pop()
    ?.replace(/\.[^.]*$/, '') ?? name;
