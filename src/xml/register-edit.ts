/**
 * Changes to `tei/register.xml` that leave every other character as the editor wrote it: an entry is put behind
 * the last of its list, names are added to an entry, one entry is taken up by another.
 *
 * In and out is the text of the file. Nothing here decides: whoever calls has been told by a person.
 */
import type { EntityKind } from '../document.ts';
import { attribute, childElements, elementsOf, parseXml, textOf, type XmlElement } from './tree.ts';

export interface EntryName {
  readonly text: string;
  /** BCP 47. */
  readonly language?: string;
  readonly type?: string;
}

export interface EntryOffice {
  readonly title: string;
  /** ISO dates, as far as they are known. */
  readonly from?: string;
  readonly to?: string;
}

export interface Entry {
  readonly id: string;
  readonly kind: EntityKind;
  readonly names: readonly EntryName[];
  readonly offices?: readonly EntryOffice[];
}

interface Form {
  readonly element: string;
  readonly list: string;
  /** Attributes that tell the list from others of its name. */
  readonly listType?: string;
  readonly type?: string;
  readonly name: string;
}

const forms: Readonly<Record<EntityKind, Form>> = {
  person: { element: 'person', list: 'listPerson', name: 'persName' },
  office: { element: 'org', list: 'listOrg', listType: 'offices', type: 'office', name: 'orgName' },
  org: { element: 'org', list: 'listOrg', name: 'orgName' },
  place: { element: 'place', list: 'listPlace', name: 'placeName' },
  document: { element: 'bibl', list: 'listBibl', name: 'title' },
  event: { element: 'event', list: 'listEvent', name: 'label' },
};

/** A register without entries. */
export const emptyRegisterXml = (publisher: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="register" xml:lang="en" type="register">
<teiHeader>
  <fileDesc>
    <titleStmt>
      <title>Register of people, offices, organisations, places and documents</title>
    </titleStmt>
    <publicationStmt>
      <publisher>${escaped(publisher)}</publisher>
    </publicationStmt>
    <sourceDesc><p>Written for this edition.</p></sourceDesc>
  </fileDesc>
</teiHeader>
<standOff>
</standOff>
</TEI>
`;

/** @throws RangeError where the file has no `standOff`, or the id is taken */
export function withEntry(xml: string, entry: Entry): string {
  const root = rootOf(xml);
  const standOff = childElements(root, 'standOff')[0];
  if (!standOff) throw new RangeError('The register has no standOff, where its lists are.');
  if (byId(root, entry.id)) throw new RangeError(`The register has an entry ${entry.id} already.`);
  const form = forms[entry.kind];
  const list = childElements(standOff, form.list).find((l) => attribute(l, 'type') === form.listType);
  if (list) {
    const last = childElements(list).at(-1);
    const indent = last ? indentBefore(xml, last.offset) : `${indentBefore(xml, list.offset)}  `;
    return putInto(xml, list, `\n${indent}${entryXml(entry, indent)}`, last?.end);
  }
  const last = childElements(standOff).at(-1);
  const indent = last ? indentBefore(xml, last.offset) : '  ';
  const type = form.listType ? ` type="${form.listType}"` : '';
  const whole = `\n${indent}<${form.list}${type}>\n${indent}  ${entryXml(entry, `${indent}  `)}\n${indent}</${form.list}>`;
  return putInto(xml, standOff, whole, last?.end);
}

/**
 * Takes up the entry `drop` into `keep`: names, offices and identifiers that `keep` lacks go over as they are
 * written, pointers of the register follow, and `drop` is gone.
 *
 * @throws RangeError where one of the two is missing, or they are of different kinds
 */
export function merged(xml: string, keep: string, drop: string): string {
  const root = rootOf(xml);
  const [kept, dropped] = [byId(root, keep), byId(root, drop)];
  for (const [id, element] of [
    [keep, kept],
    [drop, dropped],
  ] as const)
    if (!element) throw new RangeError(`The register has no entry ${id}.`);
  if (!kept || !dropped || kept === dropped) throw new RangeError('Two different entries are wanted.');
  if (kept.name !== dropped.name || attribute(kept, 'type') !== attribute(dropped, 'type'))
    throw new RangeError(`${keep} and ${drop} are of different kinds.`);
  const have = new Set(childElements(kept).map(fingerprint));
  const moved = childElements(dropped)
    .filter((c) => !have.has(fingerprint(c)))
    .map((c) => xml.slice(c.offset, c.end));
  const edits: Edit[] = [removal(xml, dropped)];
  const last = childElements(kept).at(-1);
  if (moved.length > 0) {
    const indent = last ? indentBefore(xml, last.offset) : `${indentBefore(xml, kept.offset)}  `;
    // A bibl is a line of prose: its parts follow each other.
    const between = kept.name === 'bibl' ? ', ' : `\n${indent}`;
    const at = last?.end ?? kept.contentOffset;
    edits.push({ start: at, end: at, text: moved.map((m) => between + m).join('') });
  }
  for (const element of elementsOf(root)) {
    if (isInside(element, dropped)) continue;
    for (const a of element.attributes) {
      if (!a.value.split(/\s+/).includes(`#${drop}`)) continue;
      const tag = xml.slice(element.offset, element.contentOffset);
      const found = new RegExp(`\\s${a.name}\\s*=\\s*(["'])([\\s\\S]*?)\\1`).exec(tag);
      if (!found) continue;
      const start = element.offset + found.index + found[0].length - 1 - (found[2] ?? '').length;
      const text = (found[2] ?? '').replace(/\S+/g, (token) => (token === `#${drop}` ? `#${keep}` : token));
      edits.push({ start, end: start + (found[2] ?? '').length, text });
    }
  }
  return applied(xml, edits);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function applied(xml: string, edits: readonly Edit[]): string {
  let out = xml;
  for (const { start, end, text } of [...edits].sort((a, b) => b.start - a.start))
    out = out.slice(0, start) + text + out.slice(end);
  return out;
}

/** An entry with the line end and indent before it. */
function removal(xml: string, element: XmlElement): Edit {
  const before = /\r?\n[ \t]*$/.exec(xml.slice(0, element.offset));
  return { start: element.offset - (before?.[0].length ?? 0), end: element.end, text: '' };
}

function rootOf(xml: string): XmlElement {
  const { root, diagnostics } = parseXml(xml, 'register.xml');
  if (!root) throw new RangeError(`The register is not sound: ${diagnostics[0]?.message ?? 'no root'}.`);
  return root;
}

function byId(root: XmlElement, id: string): XmlElement | undefined {
  for (const element of elementsOf(root)) if (attribute(element, 'xml:id') === id) return element;
  return undefined;
}

function isInside(element: XmlElement, outer: XmlElement): boolean {
  for (let e: XmlElement | undefined = element; e; e = e.parent) if (e === outer) return true;
  return false;
}

/** What two parts of an entry must share to say the same. */
function fingerprint(element: XmlElement): string {
  const attributes = element.attributes.filter((a) => a.name !== 'xml:id').map((a) => `${a.name}=${a.value}`);
  return [element.name, ...attributes.sort(), textOf(element).replace(/\s+/g, ' ').trim()].join(' ');
}

const indentBefore = (xml: string, offset: number): string =>
  /(?:^|\n)([ \t]*)$/.exec(xml.slice(0, offset))?.[1] ?? '';

/** @param after where the last child ends; undefined: there is none */
function putInto(xml: string, element: XmlElement, text: string, after: number | undefined): string {
  if (after !== undefined) return xml.slice(0, after) + text + xml.slice(after);
  const indent = indentBefore(xml, element.offset);
  if (xml.slice(element.offset, element.contentOffset).endsWith('/>')) {
    const open = xml.slice(element.offset, element.contentOffset).replace(/\s*\/>$/, '>');
    const name = element.prefix ? `${element.prefix}:${element.name}` : element.name;
    return `${xml.slice(0, element.offset)}${open}${text}\n${indent}</${name}>${xml.slice(element.contentOffset)}`;
  }
  return xml.slice(0, element.contentOffset) + text + xml.slice(element.contentOffset);
}

function entryXml({ id, kind, names, offices = [] }: Entry, indent: string): string {
  const form = forms[kind];
  const type = form.type ? ` type="${form.type}"` : '';
  const written = names.map(({ text, language, type: sort }) => {
    const attributes = [
      language ? ` xml:lang="${escaped(language)}"` : '',
      sort ? ` type="${escaped(sort)}"` : '',
    ].join('');
    return `<${form.name}${attributes}>${escaped(text)}</${form.name}>`;
  });
  if (kind === 'document')
    return `<${form.element} xml:id="${id}"${type}>${written.join(', ')}</${form.element}>`;
  const held = offices.map(({ title, from, to }) => {
    const dates =
      from !== undefined && from === to
        ? ` when="${escaped(from)}"`
        : `${from === undefined ? '' : ` from="${escaped(from)}"`}${to === undefined ? '' : ` to="${escaped(to)}"`}`;
    return `<state type="office"${dates}><label>${escaped(title)}</label></state>`;
  });
  const inside = [...written, ...held].map((line) => `\n${indent}  ${line}`).join('');
  return `<${form.element} xml:id="${id}"${type}>${inside}\n${indent}</${form.element}>`;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
