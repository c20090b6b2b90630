/** fileDesc (TEI chapter 2.2): the edition, where it is published, what it was made from. */
import { englishDay } from '../dates.ts';
import type { Encoding } from '../encoding.ts';
import { el, type XmlElementNode, type XmlNode } from '../node.ts';
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
    el('title', { type: 'main' }, facts.title),
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
          nameElement(enc, facts.entityIn(fact.span), fact.value),
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

/** The archival original, as far as the page tells of it (TEI chapter 11). */
function msDesc(enc: Encoding, facts: HeaderFacts): XmlElementNode | undefined {
  const repository = facts.catalogue('repository');
  const identifier = facts.catalogue('identifier');
  const access = facts.catalogue('access');
  const numbers = (['telegram-number', 'general-number', 'document-number'] as const).flatMap((name) => {
    const field = facts.field(name);
    return field ? [{ name, value: field.value }] : [];
  });
  const shelfmark = facts.field('archive-reference');
  if (!repository && !identifier && !shelfmark && numbers.length === 0) return undefined;
  const original = enc.document.blocks.some((b) => 'layer' in b && b.layer === 'original');
  const from = facts.field('from');
  const main: XmlNode[] = identifier
    ? [el('idno', { type: 'archive' }, identifier.value)]
    : shelfmark
      ? [el('idno', { type: 'archive', ...enc.evidence(shelfmark) }, facts.words(shelfmark.span))]
      : [];
  return el(
    'msDesc',
    { 'xml:id': 'record' },
    el(
      'msIdentifier',
      {},
      repository &&
        el(
          'institution',
          { ref: enc.ids.pointer(facts.entityIn(repository.span)?.id), ...enc.evidence(repository) },
          repository.value,
        ),
      ...main,
      ...numbers.map((n) => el('altIdentifier', {}, el('idno', { type: n.name }, n.value))),
    ),
    el(
      'msContents',
      {},
      original &&
        el(
          'textLang',
          { mainLang: 'ja' },
          'Japanese; its header alone is given here, the body in English translation',
        ),
      el(
        'msItem',
        { corresp: original ? '#original #translation' : '#text' },
        from && el('author', {}, agentElements(enc, facts, from)),
        el('title', {}, facts.title),
      ),
    ),
    el('physDesc', {}, el('objectDesc', { form: facts.kind })),
    access &&
      el(
        'additional',
        {},
        el(
          'adminInfo',
          {},
          el('availability', { status: 'restricted' }, el('p', {}, `Disclosed under: ${access.value}.`)),
        ),
      ),
  );
}
