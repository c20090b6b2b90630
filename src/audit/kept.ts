/**
 * The proof for a TEI that was enriched: everything of the file as it came is there still.
 *
 * Taken away what the program has added, the file must be the one that came, character by character. Where a
 * person has worked on it since, that cannot be; then every element with its attributes, every word and every
 * comment of the file must stand there in its order, with nothing but additions between.
 */
import { hasAdditions, withoutAdditions } from '../xml/additions.ts';
import { parseXml, type XmlElement, type XmlNode } from '../xml/tree.ts';

export interface Loss {
  /** What is missing, in words. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/**
 * @param before the file as it came
 * @param after the file as it is
 * @returns the first thing that is missing
 */
export function lossBetween(before: string, after: string): Loss | undefined {
  const bare = hasAdditions(after) ? withoutAdditions(withoutSeal(after)) : withoutSeal(after);
  // A line end at the very end is the seal's.
  if (bare !== undefined && (bare === before || bare === `${before}\n`)) return undefined;
  const [a, b] = [parseXml(before, 'before').root, parseXml(after, 'after').root];
  if (!a || !b) return { message: 'the file is not sound XML any more', line: 1, column: 1 };
  return firstLoss([...eventsOf(a)], eventsOf(b));
}

const withoutSeal = (xml: string): string => xml.replace(/<\?chancery-encoded\s[^?]*\?>\s*$/, '');

type Event = { readonly line: number; readonly column: number } & (
  | { readonly type: 'start'; readonly element: XmlElement }
  | { readonly type: 'end'; readonly element: XmlElement }
  | { readonly type: 'text' | 'comment' | 'instruction'; readonly value: string }
);

function* eventsOf(root: XmlElement): Generator<Event> {
  const stack: (XmlNode | { readonly close: XmlElement })[] = [root];
  while (stack.length > 0) {
    const node = stack.pop() as XmlNode | { readonly close: XmlElement };
    if ('close' in node)
      yield { type: 'end', element: node.close, line: node.close.line, column: node.close.column };
    else if (node.type === 'element') {
      yield { type: 'start', element: node, line: node.line, column: node.column };
      stack.push({ close: node });
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as XmlNode);
    } else {
      const value = node.type === 'instruction' ? `${node.target} ${node.value}` : node.value;
      yield { type: node.type, value, line: node.line, column: node.column };
    }
  }
}

/** Elements whose words are the editor's or the program's own when they were added. */
const ownWords = new Set(
  'corr reg expan ex supplied note noteGrp standOff respStmt classDecl encodingDesc profileDesc creation listPrefixDef appInfo revisionDesc change certainty desc index interp'.split(
    ' ',
  ),
);

function firstLoss(wanted: readonly Event[], present: Iterable<Event>): Loss | undefined {
  let at = 0;
  let read = 0;
  const open: ('kept' | 'added')[] = [];
  let passing = 0;
  for (const event of present) {
    if (passing > 0) {
      if (event.type === 'start') passing++;
      else if (event.type === 'end') passing--;
      continue;
    }
    const next = wanted[at];
    switch (event.type) {
      case 'start':
        if (next?.type === 'start' && includes(event.element, next.element)) {
          open.push('kept');
          at++;
        } else if (ownWords.has(event.element.name)) passing = 1;
        else open.push('added');
        break;
      case 'end':
        if (open.pop() === 'added') break;
        if (next?.type !== 'end') return lost(next, event);
        at++;
        break;
      case 'text':
        for (const character of units(event.value)) {
          const from = wanted[at];
          if (from?.type === 'text' && from.value[read] === character) {
            if (++read === from.value.length) {
              at++;
              read = 0;
            }
          } else if (/\S/.test(character)) return lost(from, event);
        }
        break;
      default:
        if (next?.type === event.type && next.value === event.value) at++;
    }
  }
  return at < wanted.length ? lost(wanted[at], undefined) : undefined;
}

const units = (text: string): readonly string[] => text.split('');

/** The same element, with every attribute it had; others may have come. */
function includes(now: XmlElement, before: XmlElement): boolean {
  return (
    now.name === before.name &&
    now.uri === before.uri &&
    before.attributes.every((a) =>
      now.attributes.some((b) => b.local === a.local && b.uri === a.uri && b.value === a.value),
    )
  );
}

function lost(event: Event | undefined, where: Event | undefined): Loss {
  const place = { line: where?.line ?? 1, column: where?.column ?? 1 };
  if (!event) return { message: 'words stand at the end that the file did not have', ...place };
  const what =
    event.type === 'start'
      ? `the element <${event.element.name}> with its attributes`
      : event.type === 'end'
        ? `the end of <${event.element.name}>`
        : event.type === 'text'
          ? `the words ${JSON.stringify(event.value.trim().slice(0, 40))}`
          : `the ${event.type} ${JSON.stringify(event.value.slice(0, 40))}`;
  return { message: `${what} of line ${event.line} is missing or changed`, ...place };
}
