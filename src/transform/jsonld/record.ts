/** The record and its translation: what the archive holds, apart from our edition of it. */
import type { XmlElement } from '../../xml/tree.ts';
import { agentNames, idOfEntity } from './agents.ts';
import { dateNode, placesOf } from './events.ts';
import {
  inLanguage,
  link,
  links,
  type Node,
  node,
  object,
  string,
  strings,
  typedDate,
  values,
  wholeTime,
} from './members.ts';
import type { Reading } from './reading.ts';
import { along, encodeForUri, first, has, inOrder, localOf, named, said, taxonomyOf } from './tei.ts';

function holderOf({ identifier }: Reading): XmlElement | undefined {
  return first(identifier, 'institution') ?? first(identifier, 'repository');
}

export function holderId(reading: Reading): string {
  const local = localOf(has(holderOf(reading), 'ref'));
  return local !== undefined && reading.agents.isEntity(local) ? local : 'this.holder';
}

export function recordNodes(reading: Reading): readonly Node[] {
  const { profile, record, title, language, recordLanguage, digest, agents, sent, received } = reading;
  const created = first(first(profile, 'creation'), 'date');
  const holder = holderOf(reading);
  const dated = digest.dated ?? '';
  const printedAuthors = authorsOf(reading);
  const authors = agents.agents(printedAuthors.flatMap((author) => named(author, ...agentNames)));
  const senders = agents.agents(sendersOf(reading));
  const receipts = reading.actions.filter((action) => has(action, 'type') === 'received');
  const isCopy = (action: XmlElement) => has(action, 'subtype') === 'cc';
  const addressees = receipts.filter((a) => !isCopy(a)).flatMap((a) => agents.agents(addresseesOf(a)));
  const copies = receipts.filter(isCopy).flatMap((a) => agents.agents(addresseesOf(a)));
  const numbers = reading.numbers.map((_, i) => `this.number.${i + 1}`);
  const events = inOrder(reading.events).map(idOfEntity);
  const cited = reading.references
    .flatMap((ref) => localOf(has(ref, 'target')) ?? [])
    .filter(agents.isEntity);
  const markings = inOrder(
    reading.categories.filter((c) => has(taxonomyOf(c), 'xml:id') !== 'document-type'),
  ).map(idOfEntity);
  const administration = first(first(record, 'additional'), 'adminInfo');
  const availability = first(administration, 'availability');
  const notes = [...along(record, 'msContents', 'textLang'), ...named(administration, 'note')];
  const translation = reading.translated && 'this.translation';
  const files = reading.files.map((file) => `this.file.${file.format}`);
  return [
    object(
      node('this.record', 'rico:Record', 'schema:ArchiveComponent', 'schema:Message', 'prov:Entity'),
      string('schema:name', title),
      values('rico:title', [inLanguage(title, language)]),
      string('schema:genre', reading.documentType),
      string('schema:inLanguage', recordLanguage === 'und' ? '' : recordLanguage),
      link('rico:hasOrHadLanguage', languageId(recordLanguage, reading)),
      strings('rico:note', notes.map(said)),
      links('schema:sender', senders),
      links('rico:hasSender', senders),
      links('schema:author', agents.persons(authors)),
      links('rico:hasAuthor', authors),
      strings('chancery:asPrinted', [...new Set(printedAuthors.map(said))]),
      links('schema:recipient', addressees),
      links('rico:hasAddressee', [...addressees, ...copies]),
      links('schema:ccRecipient', agents.persons(copies)),
      wholeTime('schema:dateSent', has(first(sent, 'date'), 'when')),
      wholeTime('schema:dateReceived', has(first(received, 'date'), 'when')),
      typedDate('schema:dateCreated', dated.slice(0, 10)),
      string('schema:temporalCoverage', dated),
      link('rico:hasCreationDate', created && 'this.creation'),
      links(
        'schema:locationCreated',
        placesOf(inOrder([...named(sent, 'placeName'), ...along(profile, 'creation', 'placeName')]), reading),
      ),
      links('schema:identifier', numbers),
      links('rico:hasOrHadIdentifier', numbers),
      link('schema:holdingArchive', holder && holderId(reading)),
      link('rico:hasOrHadHolder', holder && holderId(reading)),
      links('rico:hasDocumentaryFormType', reading.marked('document-type').map(idOfEntity)),
      links('schema:keywords', markings),
      links('rico:hasOrHadLegalStatus', reading.marked('classification').map(idOfEntity)),
      links(
        'rico:isAssociatedWithEvent',
        reading.actions.map((_, i) => `this.transmission.${i + 1}`),
      ),
      links('schema:citation', cited),
      links('rico:isRecordResourceAssociatedWithRecordResource', cited),
      strings('chancery:refersTo', reading.references.map(said)),
      links('schema:about', events),
      links('rico:hasOrHadSubject', events),
      links(
        'schema:mentions',
        digest.mentioned.filter((id) => !events.includes(id)),
      ),
      strings('schema:abstract', reading.abstract),
      strings('rico:scopeAndContent', reading.abstract),
      string('schema:conditionsOfAccess', has(availability, 'status')),
      strings('rico:conditionsOfAccess', named(availability, 'p').map(said)),
      link('schema:workTranslation', translation),
      link('rico:hasGeneticLinkToRecordResource', translation),
      links('rico:hasOrHadDigitalInstantiation', [...(translation ? [] : ['this.source']), ...files]),
    ),
    ...(created ? [dateNode('this.creation', created, reading)] : []),
    ...(holder && holderId(reading) === 'this.holder' ? [holderNode(holder, language)] : []),
    ...languageNodes(reading),
  ];
}

const holderNode = (holder: XmlElement, language: string): Node =>
  object(
    node('this.holder', 'rico:CorporateBody', 'schema:ArchiveOrganization'),
    string('schema:name', said(holder)),
    values('rico:name', [inLanguage(said(holder), language)]),
  );

function authorsOf({ titles, record }: Reading): readonly XmlElement[] {
  const items = along(record, 'msContents', 'msItem');
  return [...named(titles, 'author'), ...items.flatMap((item) => named(item, 'author'))];
}

/** Of the dispatch, or the authors where no dispatch is told. */
function sendersOf({ sent, titles }: Reading): readonly XmlElement[] {
  const senders = named(sent, 'persName', 'roleName', 'orgName', 'rs', 'name');
  if (senders.length > 0) return senders;
  return named(titles, 'author').flatMap((a) => named(a, 'persName', 'roleName', 'orgName', 'name'));
}

/** A person or an office where one is named; else the body that received it. */
function addresseesOf(action: XmlElement): readonly XmlElement[] {
  const people = named(action, 'persName', 'roleName', 'rs', 'name');
  return people.length > 0 ? people : named(action, 'orgName');
}

// ---------------------------------------------------------------- languages

function languageTags({ profile, recordLanguage, language }: Reading): readonly string[] {
  const declared = along(profile, 'langUsage', 'language').flatMap((l) => has(l, 'ident') ?? []);
  return [...new Set([...declared, recordLanguage, language])].filter((tag) => tag !== '' && tag !== 'und');
}

function languageId(tag: string, reading: Reading): string | undefined {
  return languageTags(reading).includes(tag) ? `this.language.${tag}` : undefined;
}

function languageNodes(reading: Reading): readonly Node[] {
  const declared = along(reading.profile, 'langUsage', 'language');
  return languageTags(reading).map((tag) =>
    object(
      node(`this.language.${tag}`, 'rico:Language'),
      string('rico:identifier', tag),
      strings('rico:name', declared.filter((l) => has(l, 'ident') === tag).map(said)),
    ),
  );
}

// ---------------------------------------------------------------- translation, numbers

export function translationNodes(reading: Reading): readonly Node[] {
  if (!reading.translated) return [];
  const { agents, title, language } = reading;
  const translators = agents.agents(reading.translations.flatMap((s) => named(s, 'persName', 'orgName')));
  return [
    object(
      node('this.translation', 'rico:Record', 'schema:CreativeWork', 'prov:Entity'),
      string('schema:name', title),
      string('schema:inLanguage', language === 'und' ? '' : language),
      link('rico:hasOrHadLanguage', languageId(language, reading)),
      link('schema:translationOfWork', 'this.record'),
      links('schema:translator', agents.persons(translators)),
      link('rico:hasOrHadDigitalInstantiation', 'this.source'),
      link('prov:wasDerivedFrom', 'this.record'),
    ),
  ];
}

export function identifierNodes({ numbers, label }: Reading): readonly Node[] {
  return numbers.map((number, i) => {
    const type = has(number, 'type') ?? 'idno';
    const name = label(has(number, 'type') ?? 'kind.idno');
    return object(
      node(`this.number.${i + 1}`, 'rico:Identifier', 'schema:PropertyValue'),
      string('schema:propertyID', type),
      string('schema:name', name),
      string('schema:value', said(number)),
      string('rico:textualValue', said(number)),
      [
        'rico:hasIdentifierType',
        object(
          string('@id', `chancery:${encodeForUri(type)}`),
          string('@type', 'rico:IdentifierType'),
          string('rico:name', name),
        ),
      ],
    );
  });
}
