/** Where in the source page an element of the TEI comes from: for messages about it. */
import type { Diagnostic } from '../diagnostic.ts';
import { parseXml, type XmlElement } from '../xml/tree.ts';
import { collect } from './collect.ts';
import { spansOf } from './evidence.ts';
import { positionIn } from './position.ts';
import { weave } from './weave.ts';

/**
 * @param tei the text that the element was parsed from, be it in another parse
 * @returns the place of the element's first character; undefined for what the source does not have. The work is
 *   done at the first call, so that a document without findings costs nothing.
 */
export function locator(
  tei: string,
  source: { readonly name: string; readonly text: string },
): (element: XmlElement) => Diagnostic['source'] | undefined {
  let places: ReadonlyMap<number, { start: number; end: number }> | undefined;
  return (element) => {
    places ??= placesOf(tei, source.text);
    const span = places.get(element.offset);
    if (!span || span.start >= source.text.length) return undefined;
    return { file: source.name, span, position: positionIn(source.text, span.start) };
  };
}

/** Spans of the source by the offset of the element in the TEI. */
function placesOf(tei: string, source: string): ReadonlyMap<number, { start: number; end: number }> {
  const places = new Map<number, { start: number; end: number }>();
  const { root } = parseXml(tei, 'tei');
  if (!root) return places;
  const { pieces, text } = collect(root);
  for (const [element, span] of spansOf(weave(pieces, text, source)))
    places.set(element.offset, { start: span.start, end: Math.min(span.end, source.length) });
  return places;
}
