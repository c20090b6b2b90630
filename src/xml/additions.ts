/**
 * What has been added to a TEI that was there before, and the way back: the file as it came, byte for byte.
 *
 * Two kinds of addition, and no other: an element around words, which bears the one responsible in `@resp`; and
 * whole elements between two processing instructions. No attribute of the file is touched, nothing is moved.
 *
 * > | <p>He left on <date when="1961-05-07" … resp="#chancery">7 May</date>.</p>
 *                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^
 *   | <?chancery-added?><standOff> … </standOff><?chancery-end?>
 */
import { attribute, elementsOf, parseXml, tokens } from './tree.ts';

export const addedStart = '<?chancery-added?>';
export const addedEnd = '<?chancery-end?>';
/** Who is responsible for what is added. */
export const adder = '#chancery';

const added = /<\?chancery-added\?>[\s\S]*?<\?chancery-end\?>/g;

export const hasAdditions = (xml: string): boolean => xml.includes(addedStart);

export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Puts each text at its place; those for one place stand in the order given. */
export function withInsertions(xml: string, insertions: readonly Insertion[]): string {
  const sorted = insertions
    .map((insertion, i) => ({ ...insertion, i }))
    .sort((a, b) => a.at - b.at || a.i - b.i);
  const parts: string[] = [];
  let at = 0;
  for (const insertion of sorted) {
    parts.push(xml.slice(at, insertion.at), insertion.text);
    at = insertion.at;
  }
  parts.push(xml.slice(at));
  return parts.join('');
}

/** The file without what was added; undefined where it is not sound. */
export function withoutAdditions(xml: string): string | undefined {
  const bare = xml.replace(added, '');
  const { root } = parseXml(bare, 'tei');
  if (!root) return undefined;
  const cuts: { readonly start: number; readonly end: number }[] = [];
  for (const element of elementsOf(root)) {
    if (!tokens(element, 'resp').includes(adder) || attribute(element, 'cert') === undefined) continue;
    cuts.push({ start: element.offset, end: element.contentOffset });
    const endTag = bare.lastIndexOf('</', element.end - 1);
    if (endTag >= element.contentOffset) cuts.push({ start: endTag, end: element.end });
  }
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of cuts.sort((a, b) => a.start - b.start)) {
    parts.push(bare.slice(at, start));
    at = end;
  }
  parts.push(bare.slice(at));
  return parts.join('');
}
