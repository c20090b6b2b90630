/** fileDesc (TEI chapter 2.2): the edition, where it is published, what it was made from. */
import type { Evidence, HeaderField } from '../../document.ts';
import { englishDay } from '../dates.ts';
import type { Encoding } from '../encoding.ts';
import { el, type XmlElementNode } from '../node.ts';
import type { Piece } from '../pieces.ts';
import { agentElements, nameElement } from './agents.ts';
import type { HeaderFacts } from './facts.ts';
import { catalogueRecord } from './metadata.ts';
import { pageElement } from './page.ts';

export function fileDesc(enc: Encoding, facts: HeaderFacts, pieces: readonly Piece[]): XmlElementNode {
  const { settings } = enc.context;
  const elements = pieces.map((p, i) => ({ piece: p, element: pageElement(enc, p, i) }));
  const notes = elements.filter((e) => !e.piece.catalogue).map((e) => e.element);
  const pages = elements.filter((e) => e.piece.catalogue).map((e) => e.element);
  return el(
    'fileDesc',
    {},
    titleStmt(enc, facts),
    el(
      'publicationStmt',
      {},
      el('publisher', {}, settings.publisher),
      el(
        'availability',
        { status: settings.licence.url ? 'free' : 'restricted' },
        el('licence', { target: settings.licence.url }, settings.licence.name),
        settings.rights ? el('p', {}, settings.rights) : undefined,
      ),
      el('idno', { type: 'chancery' }, enc.document.id),
    ),
    notes.length > 0 && el('notesStmt', {}, notes),
    el('sourceDesc', {}, pages, catalogueRecord(enc), sourceFile(enc), msDesc(enc, facts)),
  );
}

function titleStmt(enc: Encoding, facts: HeaderFacts): XmlElementNode {
  const number = facts.field('telegram-number');
  const date =
    facts.dateIn(facts.field('sent')?.span) ??
    facts.dateIn(facts.field('place-date')?.span) ??
    facts.dateIn(facts.catalogue('date')?.span);
  const kind = facts.kind === 'telegram' ? 'Telegram' : 'Document';
  const sub = [number ? `${kind} No. ${number.value}` : kind, date?.when ? englishDay(date.when) : undefined]
    .filter(Boolean)
    .join(', ');
  const authors = facts.fields('from');
  return el(
    'titleStmt',
    {},
    el('title', { type: 'main', ...titleEvidence(enc, facts) }, facts.title),
    el('title', { type: 'sub' }, `${sub}: a TEI edition`),
    ...authors.map((from) => el('author', enc.evidence(from), agentElements(enc, facts, from))),
    ...(['translator', 'contributor'] as const).map((role) => {
      const fact = facts.catalogue(role);
      return (
        fact &&
        el(
          'respStmt',
          {},
          el('resp', {}, role === 'translator' ? 'Translated by' : 'Contributed to the archive by'),
          nameElement(enc, facts.entityIn(fact.span), fact.value, enc.evidence(fact)),
        )
      );
    }),
    ...enc.context.settings.editors.map((editor) =>
      el('editor', { ref: editor.orcid ? `https://orcid.org/${editor.orcid}` : undefined }, editor.name),
    ),
    machineStatement(),
  );
}

/** Who is responsible for what rules have made. */
export const machineStatement = (): XmlElementNode =>
  el(
    'respStmt',
    { 'xml:id': 'chancery' },
    el('resp', {}, 'Encoded by rule; what a person has reviewed bears that person’s name'),
    el('name', { type: 'software' }, 'Chancery'),
  );

/** The file that was encoded: its name, checksum, size. */
function sourceFile(enc: Encoding): XmlElementNode {
  const { source } = enc.document;
  const characters = [...source.text].length;
  return el(
    'bibl',
    { type: 'file', 'xml:id': 'file' },
    el('title', { level: 'u' }, source.name),
    el('idno', { type: 'sha256' }, source.sha256),
    el(
      'extent',
      {},
      el('measure', { unit: 'byte', quantity: String(source.bytes) }, `${source.bytes} bytes`),
      el('measure', { unit: 'character', quantity: String(characters) }, `${characters} characters`),
    ),
    source.layer
      ? el('note', { type: 'text-layer' }, source.layer)
      : el('note', { type: 'encoding' }, `${source.encoding}, line ends ${source.lineEnds}`),
  );
}

const titleEvidence = (enc: Encoding, facts: HeaderFacts): Record<string, string> =>
  facts.titleFrom ? enc.evidence(facts.titleFrom) : {};

/**
 * The archival original, as far as the page tells of it (TEI chapter 11). Who is only said to hold it too is named
 * with less certainty, and a note repeats what is said.
 */
function msDesc(enc: Encoding, facts: HeaderFacts): XmlElementNode | undefined {
  const other = facts.catalogue('other-holder');
  const access = facts.catalogue('access');
  const identifier = msIdentifier(enc, facts);
  if (!identifier) return undefined;
  const original = enc.document.blocks.some((b) => 'layer' in b && b.layer === 'original');
  const from = facts.field('from');
  return el(
    'msDesc',
    { 'xml:id': 'record' },
    identifier,
    el(
      'msContents',
      {},
      original &&
        el(
          'textLang',
          { mainLang: 'ja', ...enc.log.attributes('text.language', 'high') },
          'Japanese; its header alone is given here, the body in English translation',
        ),
      el(
        'msItem',
        { corresp: original ? '#original #translation' : '#text' },
        from && el('author', enc.evidence(from), agentElements(enc, facts, from)),
        el('title', titleEvidence(enc, facts), facts.title),
      ),
    ),
    el(
      'physDesc',
      {},
      el('objectDesc', {
        form: facts.kind,
        ...enc.log.attributes('header.document-kind', facts.kindCertainty),
      }),
    ),
    (access || other) &&
      el(
        'additional',
        {},
        el(
          'adminInfo',
          {},
          // Released is not yet free to use: the page says nothing of terms.
          access &&
            el(
              'availability',
              { status: 'unknown' },
              el(
                'p',
                {},
                'Disclosed under: ',
                el('seg', { type: 'access', ...enc.evidence(access) }, access.value),
                '.',
              ),
            ),
          other &&
            el(
              'note',
              { type: 'holder' },
              'Also available at ',
              nameElement(enc, facts.entityIn(other.span), other.value, enc.evidence(other)),
              ', as the archive’s page says; which copy the text was made from it does not say.',
            ),
        ),
      ),
  );
}

/**
 * Where the original lies, and its numbers. TEI wants a holder first; a record of which none is known goes by a name
 * (`msName`), and its numbers are further identifiers.
 */
function msIdentifier(enc: Encoding, facts: HeaderFacts): XmlElementNode | undefined {
  const repository = facts.catalogue('repository');
  const other = facts.catalogue('other-holder');
  const identifier = facts.catalogue('identifier');
  const disclosure = facts.catalogue('disclosure-number');
  const reference = facts.field('archive-reference');
  const numbers = (['telegram-number', 'general-number', 'document-number'] as const).flatMap(
    (name) => facts.field(name) ?? [],
  );
  if (!repository && !other && !identifier && !disclosure && !reference && numbers.length === 0)
    return undefined;
  const shelf = reference && shelfmark(facts.words(reference.span));
  const holder = repository ?? (shelf?.holder ? undefined : other);
  const idno = (type: string, found: Evidence, value: string) =>
    el('idno', { type, ...enc.evidence(found) }, value);
  const where = holder
    ? el(
        'institution',
        {
          ref: enc.ids.pointer(facts.entityIn(holder.span)?.id),
          ...(holder === other ? enc.log.attributes(other.rule, 'medium') : enc.evidence(holder)),
        },
        holder.value,
      )
    : reference && shelf?.holder
      ? el('repository', enc.evidence(reference), shelf.holder)
      : undefined;
  // The shelfmark is the number by which the holder has it; the catalogue's own number stands in for one.
  const marks = [
    ...(reference
      ? [idno('archive', reference, repository || !shelf ? facts.words(reference.span) : shelf.item)]
      : []),
    ...(identifier ? [idno('archive', identifier, identifier.value)] : []),
  ];
  // A number of the archive is no shelfmark of one who has the document too, nor one without a holder.
  const own = where && (holder === undefined || holder !== other) ? marks.shift() : undefined;
  const alternative = (element: XmlElementNode, type?: string) => el('altIdentifier', { type }, element);
  return el(
    'msIdentifier',
    {},
    where ?? el('msName', titleEvidence(enc, facts), facts.title),
    own,
    ...marks.map((m) => alternative(m, 'archive')),
    ...numbers.map((n) => alternative(idno(n.name, n, printed(enc, facts, n)))),
    disclosure && alternative(idno('disclosure', disclosure, disclosure.value), 'disclosure'),
  );
}

/** A number without its kind, if it stands so in the source; else as printed. */
const printed = (enc: Encoding, facts: HeaderFacts, field: HeaderField): string =>
  enc.text.includes(field.value) ? field.value : facts.words(field.span);

//   > | NAA: A1838, 3107/38, i        > | National Archives, RG 59, Central Files 1970–73
//       ^^^  ^^^^^^^^^^^^^^^^^^             ^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
/** The holder before the colon or comma of an archive's reference, and what follows it. */
function shelfmark(reference: string): { readonly holder?: string; readonly item: string } {
  const match = /^(?<holder>\p{Lu}[^\d:,;.]{0,60}?) ?[:,] ?(?<item>\S.*)$/u.exec(reference);
  return match?.groups
    ? { holder: match.groups.holder as string, item: match.groups.item as string }
    : { item: reference };
}
