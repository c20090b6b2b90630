/**
 * Pieces of the archive's page that are kept in the header say where they stood and keep their white space, and
 * no two claim the same characters: so that the audit can close.
 *
 *     <note type="furniture" xml:space="preserve" source="src:10450,10743">…</note>
 */
import { attribute, type XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

const isPiece = (e: XmlElement): boolean =>
  (e.name === 'bibl' && attribute(e, 'type') === 'archive-page') ||
  (e.name === 'note' && attribute(e, 'type') === 'furniture');

export const pieces: Rule = {
  id: 'pieces',
  code: 'audit.piece',
  severity: 'error',
  says: 'A piece of the page has source="src:START,END" and xml:space="preserve"; pieces do not overlap.',
  basis: 'TEI att.global.source; RFC 5147 (character positions); editorialDecl/normalization',
  *check(file) {
    let last: { readonly end: number; readonly source: string } | undefined;
    const found = file.named('bibl', 'note').filter(isPiece);
    const places: {
      readonly element: XmlElement;
      readonly start: number;
      readonly end: number;
      readonly source: string;
    }[] = [];
    for (const element of found) {
      const source = attribute(element, 'source');
      const match = /^src:(\d+),(\d+)$/.exec(source ?? '');
      const start = Number(match?.[1]);
      const end = Number(match?.[2]);
      if (!match || start > end) {
        yield {
          assert: 'pieces-source',
          element,
          attribute: 'source',
          message: `The piece of the page does not say where it stands (@source is ${source === undefined ? 'missing' : `«${source}»`})`,
          fix: /^\d+,\d+$/.test(source ?? '')
            ? `Write source="src:${source}".`
            : 'Restore source="src:START,END", character positions in the source.',
        };
      } else places.push({ element, start, end, source: source ?? '' });
      if (attribute(element, 'xml:space') !== 'preserve') {
        yield {
          assert: 'pieces-space',
          element,
          attribute: 'xml:space',
          message: 'The piece of the page does not keep its white space',
          fix: 'Add xml:space="preserve".',
        };
      }
    }
    for (const place of [...places].sort((a, b) => a.start - b.start || a.end - b.end)) {
      if (last && place.start < last.end) {
        yield {
          assert: 'pieces-overlap',
          element: place.element,
          attribute: 'source',
          message: `The piece ${place.source} overlaps the piece ${last.source}`,
          fix: 'Correct the character positions; each character of the source stands once.',
        };
      }
      if (!last || place.end > last.end) last = place;
    }
  },
};
