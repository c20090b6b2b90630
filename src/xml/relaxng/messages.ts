/** What the validator reports, and how it is worded. */

export type RelaxNgFindingKind =
  | 'element-not-allowed'
  | 'attribute-not-allowed'
  | 'attribute-value'
  | 'missing-attribute'
  | 'text-not-allowed'
  | 'content-value'
  | 'incomplete'
  | 'duplicate-id'
  | 'unresolved-idref';

/** One mistake in a document. */
export interface RelaxNgFinding {
  kind: RelaxNgFindingKind;
  /** From 1. Of the end of the tag concerned; of text that is not allowed, the end of its first line. */
  line: number;
  column: number;
  /** The element concerned, as an XPath of local names: /TEI/text/body/div[2]/p[1] */
  path: string;
  /** Element or attribute found. */
  name?: string;
  /** Value or text found. */
  value?: string;
  /** Names or values that would be right, nearest to what was found first; possibly empty. */
  expected: readonly string[];
  /** The one of them that was most likely meant. */
  suggestion?: string;
  /** For an element that comes too early: each of these before it would make it right. */
  missingBefore?: readonly string[];
  /** For an element that comes too late: its parent, at whose beginning it may stand. */
  atBeginningOf?: string;
  /** For an element in the wrong place: the few elements it may stand in. */
  parents?: readonly string[];
  /** One sentence without final stop. */
  message: string;
}

/** What the sentence is made of besides what stands in the finding itself. */
export interface Wording {
  /** The element the finding is in or at. */
  readonly element: string;
  /** The element would be right further on, once something before it is there. */
  readonly tooEarly?: boolean;
  /** Those of the expected that are names of datatypes, not to be quoted. */
  readonly datatypes?: readonly string[];
  /** The namespace found, where the name would be right in another. */
  readonly namespace?: string;
}

type Facts = Omit<RelaxNgFinding, 'message' | 'line' | 'column' | 'path'>;

const SHOWN = 5;
const FEW = 3;
const MANY = 12;
const MAX_QUOTE = 40;

/** The sentence for a finding. */
export function wordMessage(facts: Facts, wording: Wording): string {
  const { element } = wording;
  const name = quote(facts.name ?? '');
  const value = quote(facts.value ?? '');
  switch (facts.kind) {
    case 'element-not-allowed': {
      if (wording.namespace !== undefined) {
        const found =
          wording.namespace === '' ? 'in no namespace' : `in the namespace ${quote(wording.namespace)}`;
        return `element ${name} is ${found}; expected it in ${quote(facts.expected[0] ?? '')}`;
      }
      const { missingBefore, atBeginningOf, parents, suggestion, expected } = facts;
      const not = `element ${name} not allowed ${wording.tooEarly ? 'yet' : 'here'}`;
      if (missingBefore !== undefined) return `${not}; expected ${list(missingBefore, 'or')} before it`;
      if (atBeginningOf !== undefined && suggestion === undefined) {
        return `${not} any more; it may stand at the beginning of ${quote(atBeginningOf)}`;
      }
      if (parents !== undefined && suggestion === undefined) {
        const few = expected.length > 0 && expected.length <= FEW;
        return `${not}; it belongs in ${list(parents, 'or')}${few ? `; expected ${list(expected, 'or')}` : ''}`;
      }
      // A list of all that may stand in a paragraph says nothing.
      return suggestion === undefined && expected.length > MANY
        ? not
        : `${not}${hint(facts, 'nothing more')}`;
    }
    case 'attribute-not-allowed':
      return `attribute ${name} not allowed on element ${quote(element)}${hint(facts, 'no further attribute')}`;
    case 'attribute-value':
      return `value ${value} of attribute ${name} not allowed${hint(facts, 'another value', wording.datatypes)}`;
    case 'missing-attribute':
      return `element ${quote(element)} lacks the attribute ${list(facts.expected, 'and')}`;
    case 'text-not-allowed':
      return `text ${value} not allowed in element ${quote(element)}${hint(facts, 'no text')}`;
    case 'content-value':
      return `content ${value} of element ${quote(element)} not allowed${hint(facts, 'another value', wording.datatypes)}`;
    case 'incomplete':
      return `element ${quote(element)} incomplete${hint(facts, 'more content', wording.datatypes)}`;
    case 'duplicate-id':
      return `the ID ${value} is there already`;
    case 'unresolved-idref':
      return `there is no ID ${value}`;
  }
}

function hint(facts: Facts, otherwise: string, datatypes: readonly string[] = []): string {
  if (facts.suggestion !== undefined) return `; did you mean ${quote(facts.suggestion)}?`;
  return `; expected ${facts.expected.length === 0 ? otherwise : list(facts.expected, 'or', datatypes)}`;
}

/** `"a"`, `"a" or "b"`, `"a", "b", "c", "d" or 12 others` */
function list(names: readonly string[], word: 'and' | 'or', datatypes: readonly string[] = []): string {
  const shown = (name: string): string => (datatypes.includes(name) ? name : quote(name));
  if (names.length <= 1) return names.map(shown).join('');
  if (names.length <= SHOWN)
    return `${names.slice(0, -1).map(shown).join(', ')} ${word} ${shown(names.at(-1)!)}`;
  return `${names
    .slice(0, SHOWN - 1)
    .map(shown)
    .join(', ')} ${word} ${names.length - SHOWN + 1} others`;
}

/** In quotation marks, white space made single blanks, cut where it is long. */
function quote(text: string): string {
  const line = text
    .slice(0, MAX_QUOTE * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return `"${line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE - 1)}…` : line}"`;
}
