/**
 * The reading text as a plain run of paragraphs: what EPUB, DOCX and Markdown have in common. `xslt/flow.xsl`
 * makes it from the TEI and says what its elements are; here it is read and flattened.
 */
import { attribute, childElements, parseXml, textOf, type XmlElement } from '../../xml/tree.ts';

export interface Flow {
  readonly id: string;
  /** BCP 47, of the text. */
  readonly language: string;
  readonly title: string;
  readonly creators: readonly string[];
  readonly publisher: string;
  readonly rights: string;
  /** ISO 8601, as exact as it is known; empty where it is not. */
  readonly dated: string;
  /** ISO date of the last change its header tells of; empty for none. Outputs that must name a date take it. */
  readonly revised: string;
  readonly facts: readonly Line[];
  readonly about: readonly Line[];
  readonly paragraphs: readonly Paragraph[];
}

export interface Line {
  readonly label: string;
  readonly value: string;
}

export type ParagraphKind = 'head' | 'line' | 'item' | 'row' | 'note' | 'speaker' | 'voice' | 'text';

export interface Paragraph {
  /** `voice`: the edition's own line that says who speaks; all its words are the edition's. */
  readonly kind: ParagraphKind;
  /** How deep in quotations it stands; 0: not at all. */
  readonly depth: number;
  /** How deep in divisions; a heading's level. */
  readonly level: number;
  /** Where pointers lead that mean this paragraph. */
  readonly ids: readonly string[];
  /** Where it differs from the document's. */
  readonly language?: string;
  readonly runs: readonly Run[];
}

/** Marks that a run bears. */
export type Mark = 'b' | 'i' | 'u' | 's' | 'sup' | 'sub' | 'sc' | 'ed';

export type Run =
  | {
      readonly text: string;
      readonly marks: readonly Mark[];
      /** An address, or `#` and the id of a paragraph. */
      readonly href?: string;
      /** ISO 8601, of a date. */
      readonly datetime?: string;
    }
  | 'break';

/** White space that may be folded: U+00A0 stays. */
const blanks = /[\t\n\r ]+/g;

/** Throws when the style sheet made no flow; what it made is well-formed. */
export function readFlow(xml: string): Flow {
  const { root } = parseXml(xml, 'flow.xml');
  if (root === undefined) throw new Error('the style sheet flow.xsl made nothing');
  const lines = (name: string): Line[] =>
    childElements(root, name).map((line) => ({ label: attributeOf(line, 'label'), value: textOf(line) }));
  const language = attributeOf(root, 'lang');
  return {
    id: attributeOf(root, 'id'),
    language,
    title: attributeOf(root, 'title'),
    creators: childElements(root, 'creator').map(textOf),
    publisher: attributeOf(root, 'publisher'),
    rights: attributeOf(root, 'rights'),
    dated: attributeOf(root, 'dated'),
    revised: attributeOf(root, 'revised'),
    facts: lines('fact'),
    about: lines('about'),
    paragraphs: paragraphsOf(root, language),
  };
}

function paragraphsOf(root: XmlElement, documentLanguage: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let waiting: string[] = [];
  const idsOf = (element: XmlElement): string[] => {
    const id = attributeOf(element, 'id');
    const ids = id === '' ? waiting : [...waiting, id];
    waiting = [];
    return ids;
  };
  const inLanguage = (language: string) => (language === documentLanguage ? {} : { language });
  const walk = (parent: XmlElement, depth: number, level: number, language: string): void => {
    for (const element of childElements(parent)) {
      const own = attributeOf(element, 'lang') || language;
      if (element.name === 'section' || element.name === 'anchor') waiting = idsOf(element);
      if (element.name === 'section') walk(element, depth, level + 1, own);
      if (element.name === 'quote') {
        const who = attributeOf(element, 'who');
        const ids = idsOf(element);
        if (who === '') waiting = ids;
        else {
          const runs: Run[] = [{ text: who, marks: ['ed'] }];
          paragraphs.push({ kind: 'voice', depth: depth + 1, level, ids, runs });
        }
        walk(element, depth + 1, level, own);
      }
      if (element.name === 'p') {
        const kind = (attributeOf(element, 'kind') || 'text') as ParagraphKind;
        paragraphs.push({
          kind,
          depth,
          level,
          ids: idsOf(element),
          runs: runsOf(element),
          ...inLanguage(own),
        });
      }
    }
  };
  walk(root, 0, 0, documentLanguage);
  return paragraphs;
}

function runsOf(paragraph: XmlElement): readonly Run[] {
  const runs: Run[] = [];
  const walk = (
    element: XmlElement,
    marks: readonly Mark[],
    more: { href?: string; datetime?: string },
  ): void => {
    for (const child of element.children) {
      if (child.type === 'text') runs.push({ text: child.value.replace(blanks, ' '), marks, ...more });
      if (child.type !== 'element') continue;
      if (child.name === 'br') runs.push('break');
      else if (child.name === 'a') walk(child, marks, { ...more, href: attributeOf(child, 'href') });
      else if (child.name === 'time')
        walk(child, marks, { ...more, datetime: attributeOf(child, 'datetime') });
      else walk(child, [...marks, child.name as Mark], more);
    }
  };
  walk(paragraph, [], {});
  return folded(runs);
}

/** Blanks at the ends of lines and next to one another go, as everywhere where white space is folded; so do empty lines. */
export function folded(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = [];
  let open = true;
  for (const run of runs) {
    if (run === 'break') {
      trimEnd(out);
      if (out.length > 0 && out.at(-1) !== 'break') out.push(run);
      open = true;
      continue;
    }
    const text: string = open ? run.text.replace(/^ +/, '') : run.text;
    if (text === '') continue;
    out.push({ ...run, text });
    open = text.endsWith(' ');
  }
  trimEnd(out);
  while (out.at(-1) === 'break') out.pop();
  return out;
}

function trimEnd(runs: Run[]): void {
  while (runs.length > 0) {
    const last = runs[runs.length - 1] as Run;
    if (last === 'break') return;
    const text = last.text.replace(/ +$/, '');
    if (text !== '') {
      runs[runs.length - 1] = { ...last, text };
      return;
    }
    runs.pop();
  }
}

const attributeOf = (element: XmlElement, name: string): string => attribute(element, name) ?? '';

/** The words of a paragraph as they stand, the edition's own in ⟦ ⟧; breaks are line ends. */
export function wordsOf(paragraph: Pick<Paragraph, 'runs'>): string {
  return paragraph.runs
    .map((run) => (run === 'break' ? '\n' : run.marks.includes('ed') ? `⟦${run.text}⟧` : run.text))
    .join('');
}

/** Ids of paragraphs that some link of the flow leads to. A link to anything else is no link. */
export function linkedIds({ paragraphs }: Pick<Flow, 'paragraphs'>): ReadonlySet<string> {
  const there = new Set(paragraphs.flatMap((paragraph) => paragraph.ids));
  const called = paragraphs
    .flatMap((paragraph) => paragraph.runs)
    .flatMap((run) => (run !== 'break' && run.href?.startsWith('#') ? [run.href.slice(1)] : []));
  return new Set(called.filter((id) => there.has(id)));
}
