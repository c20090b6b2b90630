/**
 * A TEI that was encoded before, with what was found in its words: elements around words where none stands in the
 * way, lists and rules in places of their own. Nothing of the file is changed or moved (`xml/additions.ts`).
 *
 * An annotation is left out where it would cross the mark-up: its words must lie within one piece of text, in an
 * element that takes phrases, and within none that says already whom, when or what the words mean.
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Annotation, Document, EntityId, TeiSource } from '../document.ts';
import { addedEnd, addedStart, type Insertion, withInsertions } from '../xml/additions.ts';
import { serialiseNode } from '../xml/serialise.ts';
import {
  childElements,
  elementsOf,
  parseXml,
  teiNamespace,
  type XmlElement,
  type XmlText,
} from '../xml/tree.ts';
import { type TeiRun, wordsOf } from '../xml/words.ts';
import { dateAttributes } from './dates.ts';
import { Encoding } from './encoding.ts';
import { ruleTaxonomy } from './header/encoding-desc.ts';
import { machineStatement } from './header/file-desc.ts';
import type { Mark } from './inline.ts';
import { dateEvidence, marksOf } from './marks.ts';
import { el, type XmlElementNode } from './node.ts';
import { standOff } from './standoff.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that take phrases in the grammar of TEI. */
const takesPhrases = names(
  'p ab head l item cell note hi seg q quote said emph salute signed dateline stage s u byline closer opener foreign',
);
/** Of these, the ones that take phrases alone (macro.phraseSeq): no speech. */
const phrasesOnly = names('s salute signed dateline byline closer opener foreign u');
/** What holds speech already. */
const speechAlready = names('said q quote sp');
/** What says already what its words mean, or must hold nothing more. */
const speaks = names(
  'date time persName placeName orgName name rs geogName country region settlement district roleName addName forename surname genName nameLink title ref ptr idno bibl biblStruct biblFull msDesc formula code num measure term gap app rdg lem ident email affiliation occupation address addrLine listBibl figure figDesc egXML gi att val tag choice certainty del',
);

/**
 * @param document annotated, made of a TEI
 * @returns the TEI as `ID.xml`; where nothing was found, the file as it came
 */
export function enrich(document: Document, tei: TeiSource, context: Context): Artifact {
  const { xml } = tei;
  const artifact = (content: string): Artifact => ({
    path: `${document.id}.xml`,
    mediaType: 'application/tei+xml',
    content,
  });
  const { root } = parseXml(xml, document.source.name);
  const header = root && childElements(root, 'teiHeader')[0];
  const fileDesc = header && childElements(header, 'fileDesc')[0];
  const titleStmt = fileDesc && childElements(fileDesc, 'titleStmt')[0];
  if (!root || !header || !fileDesc || !titleStmt || endTagOf(xml, titleStmt) === undefined)
    return artifact(xml);

  const places = placesOf(document, root);
  const used = new Set<EntityId>(places.flatMap(({ annotation }) => entitiesOf(annotation)));
  const enc = new Encoding(
    {
      ...document,
      entities: document.entities.filter((e) => used.has(e.id)),
      annotations: places.map((p) => p.annotation),
    },
    context,
  );
  const insertions: Insertion[] = [];
  for (const { node, marked } of nodesOf(places, enc)) insertions.push(...around(xml, node, marked));
  const creation = creationOf(enc, header);
  if (insertions.length === 0 && creation === undefined) return artifact(xml);

  const prefix = root.prefix;
  const whole = (at: number, node: XmlElementNode): Insertion => ({
    at,
    text: `${addedStart}${serialiseNode(prefixed(node, prefix))}${addedEnd}`,
  });
  const lists = standOff(enc, new Set());
  insertions.push(whole(endTagOf(xml, titleStmt) as number, machineStatement()));
  const encodingDesc = childElements(header, 'encodingDesc')[0];
  const classes = el('classDecl', {}, ruleTaxonomy(enc));
  const prefixes = document.entities.some((e) => used.has(e.id) && e.register) ? [registerPrefix] : [];
  const within = encodingDesc && endTagOf(xml, encodingDesc);
  if (within !== undefined) for (const node of [classes, ...prefixes]) insertions.push(whole(within, node));
  else insertions.push(whole(fileDesc.end, el('encodingDesc', {}, classes, prefixes)));
  if (creation) {
    const profile = childElements(header, 'profileDesc')[0];
    const inside = profile && endTagOf(xml, profile);
    insertions.push(
      inside === undefined ? whole(fileDesc.end, el('profileDesc', {}, creation)) : whole(inside, creation),
    );
  }
  const text = childElements(root, 'text')[0];
  if (lists && text) insertions.push(whole(text.end, lists));
  return artifact(withInsertions(xml, insertions));
}

const registerPrefix = el(
  'listPrefixDef',
  {},
  el('prefixDef', {
    ident: 'reg',
    matchPattern: '([A-Za-z][A-Za-z0-9._-]*)',
    replacementPattern: 'register.xml#$1',
  }),
);

/** Where the end tag begins; undefined for an element without one. */
function endTagOf(xml: string, element: XmlElement): number | undefined {
  const at = xml.lastIndexOf('</', element.end - 1);
  return at >= element.contentOffset ? at : undefined;
}

function prefixed(node: XmlElementNode, prefix: string): XmlElementNode {
  if (prefix === '') return node;
  return {
    ...node,
    name: `${prefix}:${node.name}`,
    children: node.children.map((c) => (typeof c === 'string' ? c : prefixed(c, prefix))),
  };
}

interface Place {
  readonly annotation: Annotation;
  readonly node: XmlText;
  /** Offset of the node's first character in the words of the document. */
  readonly start: number;
}

/** The annotations that can be put into the file, each with the piece of text it lies in. */
function placesOf(document: Document, root: XmlElement): readonly Place[] {
  const { runs } = wordsOf(root);
  const taken: Place[] = [];
  const wanted = document.annotations
    .filter((a) => a.kind === 'name' || a.kind === 'date' || (a.kind === 'speech' && a.mode !== 'turn'))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  // The outer ones stand first; what crosses the end of one that was taken is left out.
  const open: Annotation[] = [];
  for (const annotation of wanted) {
    const run = runAt(runs, annotation.span.start);
    if (!run || annotation.span.end > run.start + run.node.value.length) continue;
    if (annotation.span.end <= annotation.span.start || !welcomes(run.node.parent, annotation)) continue;
    while ((open.at(-1)?.span.end ?? Number.POSITIVE_INFINITY) <= annotation.span.start) open.pop();
    const outer = open.at(-1);
    // A name or a date holds no other; only speech does.
    if (outer && (annotation.span.end > outer.span.end || outer.kind !== 'speech')) continue;
    open.push(annotation);
    taken.push({ annotation, node: run.node, start: run.start });
  }
  return taken;
}

function runAt(runs: readonly TeiRun[], offset: number): TeiRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run && offset >= run.start && offset < run.start + run.node.value.length ? run : undefined;
}

function welcomes(parent: XmlElement, annotation: Annotation): boolean {
  if (!takesPhrases.has(parent.name) || parent.uri !== teiNamespace) return false;
  if (annotation.kind === 'speech' && phrasesOnly.has(parent.name)) return false;
  for (let e: XmlElement | undefined = parent; e && e.name !== 'text'; e = e.parent) {
    if (speaks.has(e.name)) return false;
    if (annotation.kind === 'speech' && speechAlready.has(e.name)) return false;
  }
  return true;
}

function entitiesOf(annotation: Annotation): readonly EntityId[] {
  if (annotation.kind === 'name') return annotation.entity ? [annotation.entity] : [];
  if (annotation.kind !== 'speech') return [];
  return [annotation.who, annotation.toWhom].filter((id): id is EntityId => id !== undefined);
}

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

/** The marks of each piece of text, the outer first. */
function nodesOf(
  places: readonly Place[],
  enc: Encoding,
): readonly { readonly node: XmlText; readonly marked: readonly Marked[] }[] {
  const byNode = new Map<XmlText, Marked[]>();
  for (const { annotation, node, start } of places) {
    const mark = marksOf(annotation, enc)[0];
    if (!mark) continue;
    const list = byNode.get(node) ?? [];
    list.push({ start: annotation.span.start - start, end: annotation.span.end - start, mark });
    byNode.set(node, list);
  }
  return [...byNode].map(([node, marked]) => ({ node, marked }));
}

/** Tags around words of one piece of text; none where the file writes it as CDATA. */
function around(xml: string, node: XmlText, marked: readonly Marked[]): readonly Insertion[] {
  const place = placesIn(xml, node);
  if (!place) return [];
  const insertions: Insertion[] = [];
  const open: Marked[] = [];
  const name = ({ mark }: Marked): string =>
    node.parent.prefix === '' ? mark.name : `${node.parent.prefix}:${mark.name}`;
  const closeUntil = (offset: number) => {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= offset) {
      const last = open.pop() as Marked;
      insertions.push({ at: place(last.end), text: `</${name(last)}>` });
    }
  };
  for (const one of marked) {
    closeUntil(one.start);
    const tag = serialiseNode(el(name(one), one.mark.attributes)).replace(/\/>$/, '>');
    insertions.push({ at: place(one.start), text: tag });
    open.push(one);
  }
  while (open.length > 0) {
    const last = open.pop() as Marked;
    insertions.push({ at: place(last.end), text: `</${name(last)}>` });
  }
  return insertions;
}

/** From an offset in the text of a node to its place in the file: references and line ends may be longer there. */
function placesIn(xml: string, node: XmlText): ((offset: number) => number) | undefined {
  const raw = xml.slice(node.offset, node.end);
  if (raw.includes('<')) return undefined;
  if (raw === node.value) return (offset) => node.offset + offset;
  const at: number[] = [];
  for (const match of raw.matchAll(/&[^;]+;|\r\n|[\s\S]/g)) {
    const astral = /^&#(?:x([0-9a-f]+)|(\d+));$/i.exec(match[0]);
    const code = astral ? Number.parseInt(astral[1] ?? astral[2] ?? '', astral[1] ? 16 : 10) : 0;
    at.push(node.offset + match.index);
    if (code > 0xffff) at.push(node.offset + match.index);
  }
  if (at.length !== node.value.length) return undefined;
  at.push(node.end);
  return (offset) => at[offset] ?? node.end;
}

/** The day of the document from its dateline, where the header gives none. */
function creationOf(enc: Encoding, header: XmlElement): XmlElementNode | undefined {
  for (const e of elementsOf(header)) if (e.name === 'creation' || e.name === 'correspDesc') return undefined;
  const line = enc.document.header.fields.find((f) => f.name === 'place-date');
  const date = enc.document.annotations.find(
    (a) => a.kind === 'date' && line && a.span.start >= line.span.start && a.span.end <= line.span.end,
  );
  if (date?.kind !== 'date' || !date.when) return undefined;
  const words = enc.text.slice(date.span.start, date.span.end).replace(/\s+/g, ' ');
  return el('creation', {}, el('date', { ...dateAttributes(date), ...dateEvidence(date, enc) }, words));
}
