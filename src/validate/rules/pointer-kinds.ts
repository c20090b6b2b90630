/**
 * Pointers lead to elements of the right kind: who speaks is a person or an organisation, the ref of a placeName
 * a place, a document a bibl, a scheme a taxonomy. One table; chancery.sch has one rule for each line of it.
 */
import { attribute, childElements, textOf, tokens, type XmlElement } from '../../xml/tree.ts';
import { pointed, type TeiFile } from '../file.ts';
import type { Rule } from '../rule.ts';

interface Kind {
  /** Id in chancery.sch. */
  readonly assert: string;
  /** Elements that bear the pointer; empty: any. */
  readonly on: readonly string[];
  /** Only where @type is one of these. */
  readonly type?: readonly string[];
  readonly attribute: string;
  /** Elements it may lead to. */
  readonly to: readonly string[];
  readonly words: string;
}

const people = ['person', 'org'];
const documents = ['bibl', 'biblStruct', 'msDesc', 'listBibl', 'div', 'note'];
const makers = [
  'respStmt',
  'person',
  'org',
  'editor',
  'author',
  'persName',
  'orgName',
  'name',
  'principal',
  'handNote',
];

const kinds: readonly Kind[] = [
  {
    assert: 'kind-who',
    on: ['said', 'sp', 'q', 'stage', 'setting'],
    attribute: 'who',
    to: people,
    words: 'a person or an organisation',
  },
  {
    assert: 'kind-to-whom',
    on: ['said', 'sp', 'q'],
    attribute: 'toWhom',
    to: people,
    words: 'a person or an organisation',
  },
  { assert: 'kind-person', on: ['persName'], attribute: 'ref', to: ['person'], words: 'a person' },
  {
    assert: 'kind-place',
    on: ['placeName', 'settlement', 'region', 'country', 'district', 'geogName'],
    attribute: 'ref',
    to: ['place'],
    words: 'a place',
  },
  {
    assert: 'kind-org',
    on: ['orgName', 'institution', 'repository'],
    attribute: 'ref',
    to: ['org'],
    words: 'an organisation',
  },
  {
    assert: 'kind-role',
    on: ['roleName'],
    attribute: 'ref',
    to: people,
    words: 'an office (org) or a person',
  },
  {
    assert: 'kind-state',
    on: ['state'],
    attribute: 'ref',
    to: ['org'],
    words: 'an office (org type="office")',
  },
  { assert: 'kind-title', on: ['title'], attribute: 'ref', to: documents, words: 'a document (bibl)' },
  {
    assert: 'kind-rs-person',
    on: ['rs'],
    type: ['person'],
    attribute: 'ref',
    to: ['person'],
    words: 'a person',
  },
  {
    assert: 'kind-rs-org',
    on: ['rs'],
    type: ['org', 'office'],
    attribute: 'ref',
    to: ['org'],
    words: 'an organisation or office',
  },
  { assert: 'kind-rs-place', on: ['rs'], type: ['place'], attribute: 'ref', to: ['place'], words: 'a place' },
  {
    assert: 'kind-rs-document',
    on: ['rs'],
    type: ['document'],
    attribute: 'ref',
    to: documents,
    words: 'a document (bibl)',
  },
  {
    assert: 'kind-rs-event',
    on: ['rs'],
    type: ['event'],
    attribute: 'ref',
    to: ['event'],
    words: 'an event',
  },
  {
    assert: 'kind-document',
    on: ['ref'],
    type: ['document', 'telegram', 're'],
    attribute: 'target',
    to: documents,
    words: 'a document (bibl)',
  },
  { assert: 'kind-where', on: ['event'], attribute: 'where', to: ['place'], words: 'a place' },
  { assert: 'kind-resp', on: [], attribute: 'resp', to: makers, words: 'a respStmt, or a person' },
  { assert: 'kind-change', on: ['change'], attribute: 'who', to: makers, words: 'a respStmt, or a person' },
  {
    assert: 'kind-ana',
    on: [],
    attribute: 'ana',
    to: ['category', 'taxonomy'],
    words: 'a category of a taxonomy',
  },
  { assert: 'kind-scheme', on: ['catRef'], attribute: 'scheme', to: ['taxonomy'], words: 'a taxonomy' },
];

/** Entries of a kind by their names; a name that several bear has no id. */
function idsByName(file: TeiFile, kind: Kind): ReadonlyMap<string, string | undefined> {
  const ids = new Map<string, string | undefined>();
  for (const entry of file.named(...kind.to)) {
    const id = attribute(entry, 'xml:id');
    for (const name of new Set(childElements(entry).map(words)))
      ids.set(name, ids.has(name) ? undefined : id);
  }
  return ids;
}

/** However it is written at the beginning of a sentence. */
const words = (element: XmlElement): string => textOf(element).replace(/\s+/g, ' ').trim().toLowerCase();

export const pointerKinds: Rule = {
  id: 'pointer-kinds',
  code: 'link.kind',
  severity: 'error',
  says: 'A pointer leads to an element of the kind its attribute means.',
  basis: 'TEI att.ascribed, att.canonical, att.global.responsibility, att.global.analytic; chapter 14',
  *check(file) {
    for (const kind of kinds) {
      // Who bears the name that is written there is most likely meant.
      let names: ReadonlyMap<string, string | undefined> | undefined;
      const bearers: readonly XmlElement[] = kind.on.length === 0 ? file.elements : file.named(...kind.on);
      for (const element of bearers) {
        if (kind.type && !kind.type.includes(attribute(element, 'type') ?? '')) continue;
        for (const pointer of tokens(element, kind.attribute)) {
          const target = pointed(file, pointer);
          if (!target || kind.to.includes(target.name)) continue;
          names ??= idsByName(file, kind);
          const id = names.get(words(element));
          yield {
            assert: kind.assert,
            element,
            attribute: kind.attribute,
            message: `@${kind.attribute} of <${element.name}> points to ${pointer}, a <${target.name}>; it should be ${kind.words}`,
            fix: `${id === undefined ? '' : `Did you mean #${id}? `}Point to ${kind.words}.`,
          };
        }
      }
    }
  },
};
