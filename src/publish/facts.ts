/** The facts of a document, read from its TEI. */
import type { EntityKind } from '../document.ts';
import {
  ancestorsOrSelf,
  attribute,
  childElements,
  elementsById,
  elementsOf,
  parseXml,
  textOf,
  tokens,
  type XmlElement,
} from '../xml/tree.ts';
import type {
  Agent,
  Dating,
  Declaration,
  DocumentFacts,
  EntityFacts,
  EventFacts,
  Mention,
  Reference,
} from './document-facts.ts';
import { correspondenceOf } from './linked/correspondence.ts';
import { holderOf, passagesOf } from './passages.ts';

/** Throws when the TEI is not well-formed; what is published has passed that check before. */
export function factsOf(tei: string, id: string): DocumentFacts {
  const { root } = parseXml(tei, `${id}.xml`);
  if (root === undefined) throw new Error('The TEI is not well-formed.');
  return new Reader(root, id).facts();
}

class Reader {
  private readonly ids: ReadonlyMap<string, XmlElement>;
  private readonly elements: readonly XmlElement[];
  private readonly id: string;

  constructor(root: XmlElement, id: string) {
    this.id = id;
    this.ids = elementsById(root);
    this.elements = [...elementsOf(root)];
  }

  facts(): DocumentFacts {
    const actions = this.all('correspAction');
    const sent = actions.find((a) => attribute(a, 'type') === 'sent');
    const received = actions.find((a) => attribute(a, 'type') === 'received');
    const categories = this.all('catRef').flatMap((ref) =>
      tokens(ref, 'target').flatMap((t) => this.target(t) ?? []),
    );
    const kind = categories.find((c) => schemeOf(c) === 'document-type');
    const number = this.all('idno').find((n) => attribute(n, 'type') === 'telegram-number');
    const dated = [sent, this.first('creation')].find((holder) => dateOf(holder) !== undefined);
    const date = dateOf(dated);
    const authors = this.all('author').filter((a) => a.parent?.name === 'titleStmt');
    const title = this.all('title').find((t) => t.parent?.name === 'titleStmt');
    const place = sent && childElements(sent, 'placeName')[0];
    const abstract = this.first('abstract');
    const senders = agentsOf(sent);
    const revision = this.first('revisionDesc');
    const text = this.first('text');
    return {
      id: this.id,
      title: (title && words(title)) || this.id,
      kind: kind ? categoryName(kind) : 'Document',
      ...(number && { number: words(number) }),
      ...(date && { date, dating: datingOf(dated, sent) }),
      senders: senders.length > 0 ? senders : authors.map(words),
      addressees: agentsOf(received),
      from: senders.length > 0 ? this.agents(sent) : authors.map((a) => this.agent(a)),
      to: this.agents(received),
      ...(place && { place: words(place), origin: this.agent(place) }),
      ...(abstract && { abstract: words(abstract) }),
      markings: categories
        .filter((c) => ['classification', 'precedence', 'handling'].includes(schemeOf(c)))
        .map((c) => ({ scheme: schemeOf(c), name: categoryName(c) })),
      languages: languagesOf(this.all('language'), text),
      events: this.events(actions),
      entities: this.entities(),
      references: this.references(),
      passages: text ? passagesOf(text, (pointer) => this.nameAt(pointer)) : [],
      declarations: declarationsOf(this.first('projectDesc'), this.first('editorialDecl')),
      correspondence: correspondenceOf(this.elements, this.ids),
      utterances: this.all('said').length + this.all('sp').length,
      paragraphs: this.inText().filter((e) => e.name === 'p').length,
      status: (revision && attribute(revision, 'status')) ?? 'unreviewed',
      ...changedOf(revision),
    };
  }

  private references(): readonly Reference[] {
    return this.all('bibl').flatMap((bibl): Reference[] => {
      const number = childElements(bibl, 'idno').find((n) => attribute(n, 'type') === 'telegram-number');
      if (number === undefined || attribute(bibl, 'type') !== 'telegram') return [];
      const called = childElements(bibl, 'title')[0];
      const possessive = /^(your|my|our)\b/i.exec(called ? words(called) : '')?.[1]?.toLowerCase();
      const whose = possessive === 'your' ? 'your' : possessive === undefined ? undefined : 'my';
      return [{ number: words(number), ...(whose && { whose }) }];
    });
  }

  private all(name: string): readonly XmlElement[] {
    return this.elements.filter((e) => e.name === name);
  }

  private first(name: string): XmlElement | undefined {
    return this.elements.find((e) => e.name === name);
  }

  private target(pointer: string): XmlElement | undefined {
    return pointer.startsWith('#') ? this.ids.get(pointer.slice(1)) : undefined;
  }

  private inText(): readonly XmlElement[] {
    const text = this.first('text');
    return text ? [...elementsOf(text)] : [];
  }

  /** Dispatch, receipt and what else has a date of its own. */
  private agents(action: XmlElement | undefined): readonly Agent[] {
    return agentElements(action).map((e) => this.agent(e));
  }

  /** By the name of the entity pointed at, so that it is one party in all documents; else by the words. */
  private agent(element: XmlElement): Agent {
    const pointing = [element, ...childElements(element)].find((e) => tokens(e, 'ref').length > 0);
    const entity = pointing && this.target(tokens(pointing, 'ref')[0] ?? '');
    const register = entity && registerOf(entity);
    return { name: entity ? nameOf(entity) : words(element), ...(register && { register }) };
  }

  private nameAt(pointer: string): string | undefined {
    const entity = this.target(pointer);
    return entity && nameOf(entity);
  }

  private events(actions: readonly XmlElement[]): readonly EventFacts[] {
    const transmissions = actions.flatMap((action) => {
      const date = childElements(action, 'date')[0];
      const when = dateOf(action);
      if (date === undefined || when === undefined) return [];
      const who = [...agentsOf(action), ...childElements(action, 'placeName').map(words)].join(', ');
      return [{ type: attribute(action, 'type') ?? 'event', when, what: who, inferred: inferred(date) }];
    });
    const events = this.all('event').flatMap((event) => {
      const when = attribute(event, 'when') ?? attribute(event, 'from') ?? attribute(event, 'notBefore');
      return when === undefined
        ? []
        : [{ type: 'event', when, what: nameOf(event), inferred: inferred(event), ...anchorOf(event) }];
    });
    return [...transmissions, ...events];
  }

  private entities(): readonly EntityFacts[] {
    const mentions = new Map<string, Mention[]>();
    const texts = new Map<XmlElement, Words>();
    for (const element of this.inText()) {
      const pointer =
        tokens(element, 'ref')[0] ?? (element.name === 'ref' ? tokens(element, 'target')[0] : undefined);
      if (pointer?.startsWith('#') !== true) continue;
      const found = mentionOf(element, texts);
      if (found === undefined) continue;
      const list = mentions.get(pointer.slice(1));
      if (list) list.push(found);
      else mentions.set(pointer.slice(1), [found]);
    }
    return this.elements.flatMap((element) => {
      const kind = kindOf(element);
      const id = attribute(element, 'xml:id');
      if (kind === undefined || id === undefined) return [];
      const register = registerOf(element);
      return [
        {
          id,
          kind,
          name: nameOf(element),
          ...(register && { register }),
          mentions: mentions.get(id) ?? [],
        },
      ];
    });
  }
}

const names = ['persName', 'orgName', 'placeName', 'title', 'label', 'head', 'name'];

/** The first name without a language of its own, or the first of all. */
function nameOf(entity: XmlElement): string {
  const found = childElements(entity).filter((e) => names.includes(e.name));
  const name = found.find((e) => attribute(e, 'xml:lang')?.startsWith('en') !== false) ?? found[0];
  return name ? words(name) : (attribute(entity, 'xml:id') ?? '');
}

function kindOf(element: XmlElement): EntityKind | undefined {
  const listed = ['listPerson', 'listOrg', 'listPlace', 'listEvent', 'listBibl'].includes(
    element.parent?.name ?? '',
  );
  if (!listed) return undefined;
  switch (element.name) {
    case 'person':
    case 'personGrp':
      return 'person';
    case 'org':
      return attribute(element, 'type') === 'office' ? 'office' : 'org';
    case 'place':
      return 'place';
    case 'event':
      return 'event';
    case 'bibl':
    case 'biblStruct':
      return 'document';
    default:
      return undefined;
  }
}

/** The words of a block, and where each element stands in them. */
interface Words {
  readonly text: string;
  readonly places: ReadonlyMap<XmlElement, readonly [number, number]>;
}

function wordsOf(holder: XmlElement): Words {
  const places = new Map<XmlElement, readonly [number, number]>();
  let text = '';
  const walk = (element: XmlElement): void => {
    const start = text.length;
    for (const child of element.children) {
      if (child.type === 'text') text += child.value;
      else if (child.type === 'element') walk(child);
    }
    places.set(element, [start, text.length]);
  };
  walk(holder);
  return { text, places };
}

/** The words with some of those around them, as a concordance shows them. */
function mentionOf(element: XmlElement, texts: Map<XmlElement, Words>): Mention | undefined {
  const holder = holderOf(element);
  const anchor = holder && attribute(holder, 'xml:id');
  if (holder === undefined || anchor === undefined) return undefined;
  const { text, places } = texts.get(holder) ?? wordsOf(holder);
  if (!texts.has(holder)) texts.set(holder, { text, places });
  const [start, end] = places.get(element) ?? [0, 0];
  // Twice as much as is shown: runs of white space shrink.
  const before = text.slice(Math.max(0, start - 240), start).replace(/\s+/g, ' ');
  const after = text.slice(end, end + 240).replace(/\s+/g, ' ');
  return {
    anchor,
    before: (before.length > 60 ? before.slice(-60).replace(/^\S* /, '') : before).trimStart(),
    words: words(element),
    after: (after.length > 60 ? after.slice(0, 60).replace(/ \S*$/, '') : after).trimEnd(),
  };
}

function words(element: XmlElement): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}

function agentElements(action: XmlElement | undefined): readonly XmlElement[] {
  if (action === undefined) return [];
  const people = childElements(action).filter((e) => ['persName', 'roleName', 'rs', 'name'].includes(e.name));
  return people.length > 0 ? people : childElements(action, 'orgName');
}

function agentsOf(action: XmlElement | undefined): readonly string[] {
  return agentElements(action).map(words);
}

function registerOf(entity: XmlElement): string | undefined {
  return tokens(entity, 'sameAs')
    .find((t) => t.startsWith('reg:'))
    ?.slice(4);
}

const certainties = ['high', 'medium', 'low'] as const;

/** Certainty stands on the date, or on the action it belongs to; who else than the machine is responsible, has reviewed. */
function datingOf(holder: XmlElement | undefined, sent: XmlElement | undefined): Dating {
  const date = holder && childElements(holder, 'date')[0];
  const bearers = [date, sent].filter((e) => e !== undefined);
  const cert = bearers.map((e) => attribute(e, 'cert')).find((c) => c !== undefined);
  return {
    certainty: certainties.find((c) => c === cert) ?? 'unknown',
    inferred: date !== undefined && inferred(date),
    reviewed: bearers.some((e) => tokens(e, 'resp').some((t) => t !== '#chancery')),
  };
}

/** Those the header names; else that of the text. */
function languagesOf(declared: readonly XmlElement[], text: XmlElement | undefined): readonly string[] {
  const idents = declared.flatMap((l) => attribute(l, 'ident') ?? []);
  if (idents.length > 0) return [...new Set(idents)];
  for (const e of text ? ancestorsOrSelf(text) : []) {
    const language = attribute(e, 'xml:lang');
    if (language !== undefined) return [language];
  }
  return [];
}

function declarationsOf(
  project: XmlElement | undefined,
  editorial: XmlElement | undefined,
): readonly Declaration[] {
  const parts = [...(project ? [project] : []), ...(editorial ? childElements(editorial) : [])];
  return parts.map((e) => ({ about: e.name, text: words(e) })).filter(({ text }) => text !== '');
}

function changedOf(revision: XmlElement | undefined): { readonly changed?: string } {
  const dates = revision ? childElements(revision, 'change').flatMap((c) => attribute(c, 'when') ?? []) : [];
  const changed = dates.sort().at(-1);
  return changed === undefined ? {} : { changed };
}

function anchorOf(event: XmlElement): { readonly anchor?: string } {
  const anchor = attribute(event, 'xml:id');
  return anchor === undefined ? {} : { anchor };
}

function dateOf(holder: XmlElement | undefined): string | undefined {
  const date = holder && childElements(holder, 'date')[0];
  return date && (attribute(date, 'when') ?? attribute(date, 'from') ?? attribute(date, 'notBefore'));
}

function inferred(element: XmlElement): boolean {
  return (
    attribute(element, 'evidence') === 'conjecture' ||
    tokens(element, 'ana').includes('#r.date.zone-of-place')
  );
}

function schemeOf(category: XmlElement): string {
  for (const e of ancestorsOrSelf(category)) if (e.name === 'taxonomy') return attribute(e, 'xml:id') ?? '';
  return '';
}

function categoryName(category: XmlElement): string {
  const described = childElements(category, 'catDesc');
  const best = described.find((d) => attribute(d, 'xml:lang')?.startsWith('en') !== false) ?? described[0];
  return best ? words(best) : (attribute(category, 'xml:id') ?? '');
}
