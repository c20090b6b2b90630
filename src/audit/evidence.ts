/**
 * Evidence: every assertion that a rule made has its rule, its certainty and the characters it rests on.
 *
 * In the text the characters are those the element holds; what the header repeats must be found in the source in
 * the same words. An entry of a list has a name of the edition's: it rests on what points to it. What a person has
 * taken responsibility for is not asked again.
 */
import type { Diagnostic } from '../diagnostic.ts';
import { diagnosticsTable } from '../diagnostics-table.ts';
import type { Span } from '../document.ts';
import { type XmlElement, xmlNamespace } from '../xml/tree.ts';
import { attribute } from './collect.ts';
import { whiteSpace } from './compare.ts';
import type { Weave } from './weave.ts';

export interface Assertion {
  readonly element: XmlElement;
  readonly rule: string;
  readonly certainty: string;
  /** Characters of the source (UTF-16 units); absent for an assertion of the header, whose words occur in it. */
  readonly span?: Span;
}

const machine = '#chancery';

/** Entries of lists, and the setting, which is that of an event. */
const entries = new Set(['person', 'org', 'place', 'event', 'bibl', 'setting']);
/** A language is told by the script of the text, and named in the words of the edition. */
const named = new Set(['language', 'textLang']);
const columnRule = 'catalogue.column';
const pointers = ['ref', 'target', 'who', 'toWhom', 'corresp'];

/** Every assertion of the machine, in document order, and what is wrong with any. */
export function assertionsOf(
  root: XmlElement,
  woven: Weave,
  source: string,
  file: string,
): { readonly assertions: readonly Assertion[]; readonly diagnostics: readonly Diagnostic[] } {
  const spans = spansOf(woven);
  const known = idsOf(root);
  const pointedAt = targetsOf(root);
  const words = plain(source);
  const record = recordOf(root);
  const assertions: Assertion[] = [];
  const diagnostics: Diagnostic[] = [];
  const fault = (element: XmlElement, message: string) =>
    diagnostics.push({
      code: 'audit.evidence',
      severity: diagnosticsTable['audit.evidence'].severity,
      fix: diagnosticsTable['audit.evidence'].mend,
      message,
      file,
      position: { line: element.line, column: element.column },
    });
  for (const element of elementsOf(root)) {
    const responsible = (attribute(element, 'resp') ?? '').split(/\s+/);
    if (!responsible.includes(machine)) continue;
    const rules = (attribute(element, 'ana') ?? '').split(/\s+/).filter((a) => a.startsWith('#r.'));
    const certainty = attribute(element, 'cert');
    const rule = rules.at(-1)?.slice(3);
    if (!rule || !certainty) {
      fault(element, `<${element.name}> was made by rule but has no ${rule ? 'certainty' : 'rule'}`);
      continue;
    }
    const missing = rules.find((r) => !known.has(r.slice(1)));
    if (missing)
      fault(element, `the rule ${missing.slice(3)} of <${element.name}> is not described in the header`);
    const span = spans.get(element);
    if (!span && entries.has(element.name)) {
      const id = attribute(element, 'id', xmlNamespace);
      if (id ? !pointedAt.has(id) : !attribute(element, 'corresp'))
        fault(element, `nothing in the text points to <${element.name}>${id ? ` ${id}` : ''}`);
    } else if (!span && responsible.length === 1 && !named.has(element.name)) {
      const column = rule === columnRule ? record : '';
      const stranger = strangers(element).find((own) => !words.includes(own) && !column.includes(own));
      if (stranger !== undefined)
        fault(
          element,
          `the words ${JSON.stringify(stranger.slice(0, 60))} of <${element.name}> are not in the source`,
        );
    }
    assertions.push({ element, rule, certainty, ...(span ? { span } : {}) });
  }
  return { assertions, diagnostics };
}

/** The columns that were delivered beside the text: not in the source's own text, but kept whole in its description. */
function recordOf(root: XmlElement): string {
  for (const element of elementsOf(root))
    if (attribute(element, 'id', xmlNamespace) === 'catalogue.record') return plain(textOf(element));
  return '';
}

/** Where in the source the words of each element stand. */
export function spansOf(woven: Weave): ReadonlyMap<XmlElement, Span> {
  const spans = new Map<XmlElement, { start: number; end: number }>();
  for (const { start, run } of woven.stretches) {
    const end = start + run.text.length;
    for (let e: XmlElement | undefined = run.element; e && e.name !== 'TEI'; e = e.parent) {
      const span = spans.get(e);
      if (!span) spans.set(e, { start, end });
      else {
        span.start = Math.min(span.start, start);
        span.end = Math.max(span.end, end);
      }
      if (e.name === 'text' || e.name === 'teiHeader') break;
    }
  }
  return spans;
}

/** For comparison: white space as one blank, case aside. */
const plain = (text: string): string => text.replace(whiteSpace, ' ').trim().toLowerCase();

function* elementsOf(root: XmlElement): Generator<XmlElement> {
  const stack: XmlElement[] = [root];
  while (stack.length > 0) {
    const element = stack.pop() as XmlElement;
    yield element;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child?.type === 'element') stack.push(child);
    }
  }
}

function idsOf(root: XmlElement): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const element of elementsOf(root)) {
    const id = attribute(element, 'id', xmlNamespace);
    if (id) ids.add(id);
  }
  return ids;
}

/** Ids that some other element names. */
function targetsOf(root: XmlElement): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const element of elementsOf(root))
    for (const name of pointers)
      for (const pointer of (attribute(element, name) ?? '').split(/\s+/))
        if (pointer.startsWith('#')) targets.add(pointer.slice(1));
  return targets;
}

/** The words of the element and of each element within that has words of its own. */
function strangers(element: XmlElement): readonly string[] {
  const found: string[] = [];
  for (const e of elementsOf(element)) {
    const own = plain(
      e.children.map((c) => (c.type === 'text' ? c.value : c.type === 'element' ? textOf(c) : '')).join(''),
    );
    if (e.children.some((c) => c.type === 'text' && c.value.trim() !== '') && own !== '') found.push(own);
  }
  return found;
}

function textOf(element: XmlElement): string {
  const parts: string[] = [];
  const stack: (XmlElement | string)[] = [element];
  while (stack.length > 0) {
    const node = stack.pop() as XmlElement | string;
    if (typeof node === 'string') parts.push(node);
    else
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i];
        if (child?.type === 'element') stack.push(child);
        else if (child?.type === 'text') stack.push(child.value);
      }
  }
  return parts.join('');
}
