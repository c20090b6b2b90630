/**
 * Markings that a catalogue delivers in a column beside the text: `"original_classification": "Secret"`. They have no
 * place in the text; the header of the TEI shows the column itself.
 */
import type { ColumnFact, Source } from '../document.ts';
import { findMarkings } from './markings.ts';

/** Names of columns, as catalogues have them: `classification`, `original_classification`, `security level`. */
const wanted = /^(?:original[\s_-]?)?(?:security[\s_-]?)?(?:classification|class|marking|level)s?$/i;

/** @returns nothing for front matter and page heads, which stand in the text and are read there */
export function columnFacts(source: Source): readonly ColumnFact[] {
  if (source.format === 'markdown' || source.format === 'text') return [];
  return Object.entries(source.metadata).flatMap(([column, printed]) =>
    wanted.test(column)
      ? findMarkings(printed, 0, printed.length).map(({ marking, span }) => ({
          column,
          name: marking.scheme,
          value: marking.id,
          printed: printed.slice(span.start, span.end),
          rule: 'catalogue.column' as const,
          certainty: 'medium' as const,
        }))
      : [],
  );
}
