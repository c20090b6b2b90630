/** The items of a TEI, read from the TEI and its source alone, so that any encoder can be scored. */
import { attribute, collect, idOf } from '../audit/collect.ts';
import { spansOf } from '../audit/evidence.ts';
import { weave } from '../audit/weave.ts';
import { lengthsOf } from '../xml/lengths.ts';
import { parseXml, type XmlElement } from '../xml/tree.ts';
import type { Item, Kind } from './item.ts';

/**
 * @param tei a TEI whose words are those of `source` (see `audit`)
 * @returns items in the order of the text; header facts first
 * @throws SyntaxError if the TEI is not well-formed
 */
export function itemsOf(tei: string, source: string): readonly Item[] {
  const { root, diagnostics } = parseXml(tei, 'tei');
  if (!root) throw new SyntaxError(diagnostics[0]?.message ?? 'not well-formed');
  const { pieces, text } = collect(root);
  // A note of the text is a piece of the header too; what the header says itself has no place in the text.
  const spans = [...spansOf(weave(pieces, text, source))].filter(([e]) => e.name !== 'text' && !inHeader(e));
  const names = namesById(root);
  const characters = characterCounter(source);
  const items: Item[] = [...headerItems(root)];
  const byId = new Map(
    spans.flatMap(([e, span]) => (idOf(e) ? [[idOf(e) as string, { e, span }] as const] : [])),
  );
  for (const [element, own] of spans) {
    // Parts of one assertion are one item, from its first word to its last.
    if (attribute(element, 'prev')) continue;
    const span = { ...own };
    for (let next = attribute(element, 'next'); next; ) {
      const part = byId.get(next.slice(1));
      if (part) span.end = Math.max(span.end, part.span.end);
      next = part && attribute(part.e, 'next');
    }
    for (const { kind, value } of meaningOf(element, names))
      items.push({ kind, value, start: characters(span.start), end: characters(span.end) });
  }
  return items;
}

function inHeader(element: XmlElement): boolean {
  for (let e: XmlElement | undefined = element; e; e = e.parent) if (e.name === 'teiHeader') return true;
  return false;
}

type Names = ReadonlyMap<string, { readonly name: string; readonly register?: string }>;

function namesById(root: XmlElement): Names {
  const names = new Map<string, { name: string; register?: string }>();
  for (const e of all(root)) {
    const id = idOf(e);
    if (!id || !['person', 'org', 'place', 'bibl', 'event'].includes(e.name)) continue;
    const name = all(e).find((c) => ['persName', 'orgName', 'placeName', 'title', 'label'].includes(c.name));
    const register = attribute(e, 'sameAs')?.replace(/^reg:/, '');
    names.set(id, { name: name ? words(name) : id, ...(register ? { register } : {}) });
  }
  return names;
}

function headerItems(root: XmlElement): readonly Item[] {
  const items: Item[] = [];
  const add = (kind: Kind, value: string | undefined) => {
    if (value) items.push({ kind, value: kind === 'sender' || kind === 'addressee' ? value : normal(value) });
  };
  const everything = all(root);
  // What nobody sent has a day and a place all the same: those of its making.
  const sending = everything.filter((e) => e.name === 'correspAction' && attribute(e, 'type') === 'sent');
  const told = (name: string) =>
    sending.some((e) => e.children.some((c) => c.type === 'element' && c.name === name));
  for (const e of everything) {
    if (e.name === 'creation')
      for (const child of e.children) {
        if (child.type !== 'element' || told(child.name)) continue;
        if (child.name === 'placeName') add('place', words(child));
        if (child.name === 'date') add('sent', attribute(child, 'when')?.slice(0, 10));
      }
    if (e.name === 'correspAction') {
      const type = attribute(e, 'type');
      const children = e.children.filter((c): c is XmlElement => c.type === 'element');
      // Who signs and which office sends are two names of one sender: either answers.
      const agents = children.filter((c) => ['persName', 'roleName', 'orgName', 'name'].includes(c.name));
      const agent = [...new Set(agents.map((c) => normal(words(c))))].join(' / ');
      if (type === 'sent') {
        add('sender', agent);
        for (const child of children) {
          if (child.name === 'placeName') add('place', words(child));
          if (child.name === 'date') add('sent', attribute(child, 'when')?.slice(0, 10));
        }
      } else if (type === 'received' && attribute(e, 'subtype') !== 'cc') add('addressee', agent);
    }
    if (
      e.name === 'idno' &&
      e.parent?.name === 'altIdentifier' &&
      ['telegram-number', 'general-number'].includes(attribute(e, 'type') ?? '')
    )
      add('number', words(e));
    if (e.name === 'catRef' && attribute(e, 'scheme') === '#classification')
      add('classification', attribute(e, 'target')?.replace(/^#classification\./, ''));
  }
  return items;
}

function meaningOf(element: XmlElement, names: Names): readonly { kind: Kind; value: string }[] {
  const pointer = (name: string) => attribute(element, name)?.replace(/^#/, '');
  const known = (id: string | undefined) => (id ? (names.get(id)?.name ?? id) : '?');
  switch (element.name) {
    case 'date':
    case 'time': {
      const value =
        attribute(element, 'when') ?? attribute(element, 'dur-iso') ?? lengthsOf(element) ?? range(element);
      return [{ kind: 'date', value: value ?? '?' }];
    }
    case 'said':
      return [
        {
          kind: attribute(element, 'direct') === 'false' ? 'reported-speech' : 'direct-speech',
          value: normal(known(pointer('who'))),
        },
      ];
    case 'sp':
      return [{ kind: 'direct-speech', value: normal(known(pointer('who'))) }];
    case 'persName':
    case 'placeName':
    case 'orgName':
    case 'roleName': {
      if (element.name === 'roleName' && element.parent?.name === 'persName') return [];
      const register = names.get(pointer('ref') ?? '')?.register;
      const type = { persName: 'person', placeName: 'place', orgName: 'org', roleName: 'office' }[
        element.name
      ];
      return [
        { kind: 'name', value: type },
        ...(register ? [{ kind: 'link' as const, value: register }] : []),
      ];
    }
    default:
      return [];
  }
}

function range(element: XmlElement): string | undefined {
  const from = attribute(element, 'from') ?? attribute(element, 'notBefore');
  const to = attribute(element, 'to') ?? attribute(element, 'notAfter');
  return from || to ? `${from ?? '..'}/${to ?? '..'}` : undefined;
}

function all(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const stack = [root];
  while (stack.length > 0) {
    const e = stack.pop() as XmlElement;
    found.push(e);
    for (let i = e.children.length - 1; i >= 0; i--) {
      const c = e.children[i];
      if (c?.type === 'element') stack.push(c);
    }
  }
  return found;
}

const words = (e: XmlElement): string =>
  e.children.map((c) => (c.type === 'text' ? c.value : c.type === 'element' ? words(c) : '')).join('');

/** For comparison: case, punctuation, articles and runs of blanks aside. */
export const normal = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[’'".,]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^the /, '')
    .trim();

/** UTF-16 units to characters. */
function characterCounter(text: string): (offset: number) => number {
  const astral = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map((m) => m.index);
  return (offset) => {
    let n = 0;
    while (n < astral.length && (astral[n] ?? 0) < offset) n++;
    return offset - n;
  };
}
