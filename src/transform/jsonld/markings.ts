/**
 * Classification, precedence and handling are three schemes; their terms keep the words of both languages. They are not
 * equated with the levels of any other state.
 */
import type { XmlElement } from '../../xml/tree.ts';
import { idOfEntity } from './agents.ts';
import { distinct, inLanguage, link, type Node, node, object, string, strings, values } from './members.ts';
import type { Reading } from './reading.ts';
import { first, has, named, said, taxonomyOf } from './tei.ts';

export function markingNodes(reading: Reading): readonly Node[] {
  const schemes = new Map<string, XmlElement[]>();
  for (const category of reading.categories) {
    const scheme = has(taxonomyOf(category), 'xml:id');
    if (scheme !== undefined) schemes.set(scheme, [...(schemes.get(scheme) ?? []), category]);
  }
  return [...schemes].flatMap(([scheme, categories]) => {
    const description = first(categories[0] && taxonomyOf(categories[0]), 'desc');
    return [
      object(
        node(scheme, 'skos:ConceptScheme', 'schema:DefinedTermSet'),
        string('schema:name', reading.label(scheme)),
        string('schema:description', description && said(description)),
      ),
      ...categories.map((category) => conceptNode(category, scheme, reading.editionLanguage)),
    ];
  });
}

function conceptNode(category: XmlElement, scheme: string, language: string): Node {
  const id = idOfEntity(category);
  const descriptions = named(category, 'catDesc');
  const labels = distinct(descriptions.map((d) => inLanguage(said(d), has(d, 'xml:lang') ?? language)));
  return object(
    node(
      id,
      'skos:Concept',
      'schema:DefinedTerm',
      scheme === 'classification' && 'rico:LegalStatus',
      scheme === 'document-type' && 'rico:DocumentaryFormType',
    ),
    strings('schema:name', [...new Set(descriptions.map(said))]),
    values('skos:prefLabel', labels),
    values('rico:name', labels),
    string('schema:termCode', id),
    link('skos:inScheme', scheme),
    link('schema:inDefinedTermSet', scheme),
  );
}
