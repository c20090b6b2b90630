/**
 * The document as the style sheets get it: the TEI with what is quickly found in one walk over the tree, and slowly
 * in XPath. Nothing is changed or left out; what is added stands in a namespace of its own:
 *
 *     c:e="e.…"       anchor of the evidence, on every element that asserts something
 *     c:goal="sato"   the entity a mention leads to
 *     c:linked=""     a mention inside another that is a link already
 *     c:block=""      an element that stands on lines of its own
 *     c:added=""      what an editor added to the words of the source
 *     c:called        what the speaker of an utterance is called
 *     c:caller        where a note is called from
 *     c:words         a gap in words
 *     c:iso c:value   the value of a date, for machines and in words; c:moment, c:zone of its @when
 *     c:digest        last child of the root: evidence, with places, words and rules (`write.ts`)
 */
import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import { vocabularyOf } from '../../words/index.ts';
import {
  attribute,
  closest,
  elementsById,
  elementsOf,
  parseXml,
  tokens,
  type XmlElement,
} from '../../xml/tree.ts';
import { isoValue, momentInWords, valueInWords, zoneInWords } from './dates.ts';
import { documentDates } from './document-dates.ts';
import { becomesLink, isAdded, isBlock, localId } from './elements.ts';
import { entityIds } from './entities.ts';
import { type Assertion, asserts, Evidence, entityOf, placeOf } from './evidence.ts';
import { Gaps } from './gaps.ts';
import { calledBy, gapInWords, type Naming } from './names.ts';
import { attributes, digestXml } from './write.ts';

export interface Digest {
  readonly root: XmlElement;
  readonly naming: Naming;
  /** In the order of their first place. */
  readonly evidence: readonly Assertion[];
  /** Anchor of the evidence of each element that asserts something. */
  readonly anchors: ReadonlyMap<XmlElement, string>;
  /** Entities that the text mentions. */
  readonly mentioned: readonly string[];
  /** The date the document is listed under. */
  readonly dated: string | undefined;
  /** The document as the style sheets get it. */
  readonly xml: string;
}

/**
 * @param tei a TEI document, well-formed
 * @param file its name, for the message if it is not
 * @param context the edition's language: its words and the names of things are in it
 * @throws Error when the XML is not sound
 */
export function digestOf(tei: string, file: string, context: Pick<Context, 'settings' | 'words'>): Digest {
  const { root, diagnostics } = parseXml(tei, file);
  if (root === undefined) throw new Error(diagnostics[0]?.message ?? 'the TEI is not well-formed');
  const naming: Naming = {
    words: vocabularyOf(context).words,
    language: context.settings.language,
    byId: elementsById(root),
  };
  const entities = entityIds(root);
  const evidence = new Evidence(entities);
  const calls = noteCalls(root);
  const gaps = new Gaps();
  const anchors = new Map<XmlElement, string>();
  const mentioned = new Set<string>();
  const mentions = new Map<string, Map<string, number>>();
  const parts: string[] = [];
  let written = 0;
  let added = false;

  const insert = (element: XmlElement, facts: string): void => {
    if (facts === '') return;
    const close = element.contentOffset - (tei[element.contentOffset - 2] === '/' ? 2 : 1);
    parts.push(tei.slice(written, close), facts);
    written = close;
  };
  const note = (element: XmlElement, entity: string): void => {
    const places = mentions.get(entity) ?? new Map<string, number>();
    const place = placeOf(element);
    if (place !== undefined) places.set(place, (places.get(place) ?? 0) + 1);
    mentions.set(entity, places);
  };

  const walk = (element: XmlElement, inText: boolean, inLink: boolean): void => {
    const facts: Record<string, string | undefined> = {};
    if (asserts(element)) {
      facts['c:e'] = evidence.add(element);
      anchors.set(element, facts['c:e']);
    }
    Object.assign(facts, dateFacts(element, naming));
    if (inText) {
      const entity = entityOf(element, entities);
      facts['c:goal'] = entity;
      if (entity !== undefined && attribute(element, 'resp') === undefined && isMention(element))
        note(element, entity);
      if (inLink) facts['c:linked'] = '';
      if (isBlock(element)) facts['c:block'] = '';
      if (element.name === 'said') facts['c:called'] = calledBy(element, naming);
      if (element.name === 'note') facts['c:caller'] = callerOf(element, calls, naming);
      if (element.name === 'gap' || element.name === 'space') {
        facts['c:words'] = gapInWords(element, naming.words);
        if (element.name === 'gap') gaps.add(element);
      }
      if (isAdded(element)) {
        facts['c:added'] = '';
        added = true;
      }
      if (entity !== undefined && isMention(element)) mentioned.add(entity);
    }
    insert(element, attributes(facts));
    const linked = inText && (inLink || becomesLink(element));
    for (const child of element.children) if (child.type === 'element') walk(child, inText, linked);
  };

  insert(root, ' xmlns:c="urn:x-chancery:digest"');
  for (const part of root.children) {
    if (part.type !== 'element') continue;
    if (['teiHeader', 'text', 'standOff'].includes(part.name)) walk(part, part.name === 'text', false);
  }
  const end = tei.lastIndexOf('</', root.end);
  const facts = {
    ...documentDates(root, naming.words),
    added: added ? '' : undefined,
    sha256: createHash('sha256').update(tei).digest('hex'),
  };
  const assertions = [...evidence.assertions.values()];
  const digest = digestXml(assertions, mentions, gaps.byReason, facts, naming);
  return {
    root,
    naming,
    evidence: assertions,
    anchors,
    mentioned: [...mentioned],
    dated: facts.dated,
    xml: `${parts.join('')}${tei.slice(written, end)}${digest}${tei.slice(end)}`,
  };
}

/** Where notes are called from: the first reference to each, by the note's id. */
function noteCalls(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const calls = new Map<string, XmlElement>();
  for (const element of elementsOf(root)) {
    if (element.name !== 'ref' || attribute(element, 'type') !== 'note') continue;
    const note = localId(attribute(element, 'target'));
    if (note !== undefined && !calls.has(note)) calls.set(note, element);
  }
  return calls;
}

/** The anchor of the place a note is called from: of the reference, or of its paragraph. */
function callerOf(
  note: XmlElement,
  calls: ReadonlyMap<string, XmlElement>,
  { byId }: Naming,
): string | undefined {
  const called = tokens(note, 'target').map((pointer) => byId.get(localId(pointer) ?? ''));
  const call =
    calls.get(attribute(note, 'xml:id') ?? '') ?? called.find((e) => e !== undefined && closest(e, 'text'));
  return call && (attribute(call, 'xml:id') ?? placeOf(call));
}

const isMention = (element: XmlElement): boolean =>
  attribute(element, 'ref') !== undefined ||
  attribute(element, 'who') !== undefined ||
  (element.name === 'ref' && attribute(element, 'target') !== undefined);

function dateFacts(element: XmlElement, { words }: Naming): Record<string, string | undefined> {
  if (element.name !== 'date' && element.name !== 'time' && element.name !== 'event') return {};
  const iso = isoValue(element);
  if (iso === '') return {};
  const when = attribute(element, 'when');
  return {
    'c:iso': iso,
    'c:value': valueInWords(element, words),
    ...(when !== undefined && { 'c:moment': momentInWords(when, words), 'c:zone': zoneInWords(when) }),
  };
}
