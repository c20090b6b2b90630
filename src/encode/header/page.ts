/**
 * The page's own words in the header: pieces with furniture and catalogue, verbatim, each part with its class.
 * `@source` says where a piece stands in the source, so that `audit` can put the page together again.
 */
import type { Block, CatalogueFact, FurnitureClass } from '../../document.ts';
import type { Encoding } from '../encoding.ts';
import type { Mark } from '../inline.ts';
import { marksOf } from '../marks.ts';
import { el, type XmlElementNode } from '../node.ts';
import type { Piece } from '../pieces.ts';

/** What each class of furniture is, for the taxonomy. */
const furnitureClasses: Readonly<Record<FurnitureClass, string>> = {
  search: 'Search box of the site',
  'site-title': 'Name of the site',
  menu: 'Menu or navigation',
  'citation-tool': 'Tool for copying a citation',
  'share-tool': 'Tool for sharing',
  'view-switch': 'Switch between views or formats',
  'viewer-notice': 'Notice of the viewer or the browser',
  'page-head': 'Running head',
  'page-number': 'Page number',
  'catalogue-label': 'Label of a catalogue field',
  other: 'Other words of the page',
};

/** A piece of the page as `bibl` (with the catalogue's words) or `note` (furniture alone). */
export function pageElement(enc: Encoding, piece: Piece, index: number): XmlElementNode {
  const marks = piece.blocks.flatMap((b) => blockMarks(enc, b));
  return el(
    piece.catalogue ? 'bibl' : 'note',
    {
      type: piece.catalogue ? 'archive-page' : 'furniture',
      'xml:id': enc.ids.fresh(`page.${index + 1}`),
      'xml:space': 'preserve',
      source: enc.sourcePointer(piece.span),
    },
    enc.inline(piece.span, marks),
  );
}

function blockMarks(enc: Encoding, block: Block): readonly Mark[] {
  if (block.kind === 'furniture') {
    const category = enc.log.category(
      'furniture',
      block.class,
      enc.document.language,
      furnitureClasses[block.class],
    );
    return [
      {
        span: block.span,
        rank: 0,
        name: 'seg',
        attributes: { type: 'furniture', subtype: block.class, ...enc.evidence(block, category) },
      },
    ];
  }
  if (block.kind !== 'catalogue') return [];
  const facts = enc.document.header.catalogue.filter(
    (f) => f.span.start >= block.span.start && f.span.end <= block.span.end,
  );
  switch (block.name) {
    case 'date': {
      // The date annotation of the line itself carries the value.
      const dates = enc.document.annotations.filter(
        (a) => a.kind === 'date' && a.span.start >= block.span.start && a.span.end <= block.span.end,
      );
      return dates.flatMap((d) => marksOf(d, enc));
    }
    case 'abstract':
      return [
        { span: block.span, rank: 0, name: 'note', attributes: { type: 'abstract', ...enc.evidence(block) } },
      ];
    case 'citation':
      return [
        { span: block.span, rank: 0, name: 'bibl', attributes: { type: 'citation', ...enc.evidence(block) } },
        ...facts.flatMap((f) => factMarks(enc, f)),
      ];
    case 'source-note':
      return [
        { span: block.span, rank: 0, name: 'note', attributes: { type: 'source', ...enc.evidence(block) } },
      ];
  }
}

/** A fact of the citation as the element of `bibl` for it. */
function factMarks(enc: Encoding, fact: CatalogueFact): readonly Mark[] {
  const mark = (name: string, attributes: Record<string, string | undefined> = {}): readonly Mark[] => [
    { span: fact.span, rank: 1, name, attributes: { ...attributes, ...enc.evidence(fact) } },
  ];
  const named = enc.document.annotations.find(
    (a) => a.kind === 'name' && a.span.start === fact.span.start && a.span.end === fact.span.end,
  );
  const entity = named?.kind === 'name' ? enc.ids.pointer(named.entity) : undefined;
  switch (fact.name) {
    case 'title':
      return mark('title', { level: 'u' });
    case 'date':
      return enc.document.annotations
        .filter((a) => a.kind === 'date' && a.span.start === fact.span.start)
        .flatMap((d) => marksOf(d, enc));
    case 'collection':
      return mark('publisher');
    case 'disclosure-number':
      return mark('idno', { type: 'disclosure' });
    case 'identifier':
      return mark('idno', { type: 'archive' });
    case 'record':
      return mark('idno', { type: 'record' });
    case 'access':
      return mark('seg', { type: 'access' });
    case 'repository':
    case 'other-holder':
      return mark('orgName', { type: 'repository', ref: entity });
    case 'contributor':
    case 'translator':
      return mark('persName', { role: fact.name, ref: entity });
    default:
      return mark('seg', { type: fact.name });
  }
}
