/**
 * The document as a static tree of the Distributed Text Services, version 1.0 (dtsapi.org, 2026), level 0: every
 * answer that a server would give stands ready as a file, named by its parameters.
 *
 *     navigation{.tree,down,ref}.json     navigation.1.json  navigation.p3.json  navigation.0.p3.json
 *     document{.tree,ref}.xml             document.xml  document.p3.xml  document.utterances.u2.xml
 *
 * The id of the resource is the address of its page, so that `{+resource}dts/navigation{.tree,down,ref}.json` of the
 * entry point leads here. The entry point and the collection are made with the edition's pages.
 */
import type { Artifact } from '../../artifact.ts';
import { dtsSuffix, dtsTemplates } from '../../linked/dts.ts';
import { documentBase } from '../../linked/vocabulary.ts';
import { attribute, childElements, elementsOf, textOf, type XmlElement } from '../../xml/tree.ts';
import type { Derivable, Derivation } from '../derivation.ts';
import { languageOf, type Tree, treesOf, type Unit } from './units.ts';

export const dts: Derivation = {
  from: [],
  make: (document) =>
    document.context.settings.baseUrl === undefined ? { artifacts: [] } : { artifacts: filesOf(document) },
};

const context = { '@context': 'https://dtsapi.org/context/v1.0.json', dtsVersion: '1.0' };

function filesOf(document: Derivable): readonly Artifact[] {
  const { id, tei } = document;
  const page = documentBase(id, document.context.settings.baseUrl);
  const root = document.root();
  const trees = treesOf(root);
  const templates = {
    collection: page + dtsTemplates.collection,
    navigation: page + dtsTemplates.navigation,
    document: page + dtsTemplates.document,
  };
  const resource = {
    '@id': page,
    '@type': 'Resource',
    ...templates,
    citationTrees: trees.map(citationTree),
    mediaTypes: ['application/tei+xml'],
  };
  const described = { ...context, ...resource, ...about(root, id), download: `${page}${id}.xml` };
  const { baseUrl } = document.context.settings;
  const parents = {
    ...described,
    member: [
      {
        '@id': `${baseUrl}/`,
        '@type': 'Collection',
        title: document.context.settings.title,
        totalParents: 0,
        totalChildren: 1,
        collection: `${baseUrl}/${dtsTemplates.collection}`,
      },
    ],
  };
  const json = (name: string, value: object): Artifact => ({
    path: `${id}/dts/${name}.json`,
    mediaType: 'application/json',
    content: `${JSON.stringify(value, null, 1)}\n`,
  });
  const xml = (name: string, content: string): Artifact => ({
    path: `${id}/dts/${name}.xml`,
    mediaType: 'application/xml',
    content,
  });
  const navigation = ({ tree, down, ref }: Query, answer: object): Artifact => {
    const name = `navigation${dtsSuffix(tree, down, ref)}`;
    return json(name, {
      ...context,
      '@type': 'Navigation',
      '@id': `${page}dts/${name}.json`,
      resource,
      ...answer,
    });
  };
  return [
    json('collection', described),
    json(`collection${dtsSuffix('parents')}`, parents),
    xml('document', tei),
    ...trees.flatMap((tree) => [
      ...answers(tree).map(([query, answer]) => navigation(query, answer)),
      // A tree alone must not change the answer (Document endpoint): it is the whole document.
      ...(tree.identifier === undefined ? [] : [xml(`document${dtsSuffix(tree.identifier)}`, tei)]),
      ...tree.units.map((unit) =>
        xml(`document${dtsSuffix(tree.identifier, unit.identifier)}`, fragment(unit.element, root, tei)),
      ),
    ]),
  ];
}

interface Query {
  readonly tree?: string | undefined;
  readonly down?: number;
  readonly ref?: string;
}

/** Every question that level 0 allows, with its answer (Navigation endpoint, table of `ref` and `down`). */
function answers(tree: Tree): readonly (readonly [Query, object])[] {
  const named = tree.identifier;
  const depth = Math.max(1, ...tree.units.map((u) => u.level));
  const downs = [...Array.from({ length: depth }, (_, i) => i + 1), -1];
  const upTo = (level: number): readonly Unit[] => tree.units.filter((u) => u.level <= level);
  return [
    ...downs.map(
      (down) =>
        [{ tree: named, down }, { member: (down < 0 ? tree.units : upTo(down)).map(member) }] as const,
    ),
    ...tree.units.flatMap((unit) => {
      const query = { tree: named, ref: unit.identifier };
      const ref = member(unit);
      const siblings = tree.units.filter((u) => u.parent === unit.parent && u.level === unit.level);
      const within = [unit, ...tree.units.filter((u) => u.parent === unit.identifier)];
      return [
        [query, { ref }],
        [
          { ...query, down: 0 },
          { ref, member: siblings.map(member) },
        ],
        ...[1, -1].map(
          (down) =>
            [
              { ...query, down },
              { ref, member: within.map(member) },
            ] as const,
        ),
      ] as const;
    }),
  ];
}

function member({ identifier, level, parent, citeType, speaker }: Unit): object {
  return {
    identifier,
    '@type': 'CitableUnit',
    level,
    parent,
    citeType,
    ...(speaker && { dublinCore: { creator: speaker } }),
  };
}

function citationTree({ identifier, description, citeStructure }: Tree): object {
  return { ...(identifier && { identifier }), '@type': 'CitationTree', description, citeStructure };
}

/** Title, language and date of the header. */
function about(root: XmlElement, id: string): object {
  const header = childElements(root, 'teiHeader')[0];
  const all = header ? [...elementsOf(header)] : [];
  const words = (element: XmlElement | undefined): string | undefined =>
    element && textOf(element).replace(/\s+/g, ' ').trim();
  const title = words(all.find((e) => e.name === 'title' && e.parent?.name === 'titleStmt')) || id;
  const creation = all.find((e) => e.name === 'date' && e.parent?.name === 'creation');
  const date = creation && attribute(creation, 'when');
  const language = languageOf(root);
  const creators = all.filter((e) => e.name === 'author' && e.parent?.name === 'titleStmt').map(words);
  return {
    title,
    totalParents: 1,
    totalChildren: 0,
    dublinCore: {
      title: [{ lang: language ?? 'und', value: title }],
      ...(creators.length > 0 && { creator: creators }),
      ...(date && { date: [date] }),
      ...(language && { language: [language] }),
    },
  };
}

/** The element as it stands in the file, in the wrapper that the Document endpoint prescribes. */
function fragment(element: XmlElement, root: XmlElement, tei: string): string {
  const inherited = root.attributes
    .filter((a) => a.name.startsWith('xmlns:'))
    .map((a) => ` ${a.name}="${a.value}"`)
    .join('');
  const language = languageOf(element);
  const lang = language === undefined ? '' : ` xml:lang="${language}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"${inherited}${lang}><dts:wrapper xmlns:dts="https://w3id.org/api/dts#">${tei.slice(element.offset, element.end)}</dts:wrapper></TEI>
`;
}
