/** What was said: a conversation with its utterances in order. A speaker only where one is established. */
import { ancestorsOrSelf, attribute, tokens, type XmlElement } from '../../xml/tree.ts';
import { sourceWords } from '../digest/elements.ts';
import { idOfEntity } from './agents.ts';
import { link, links, type Node, node, object, string } from './members.ts';
import type { Reading } from './reading.ts';
import { has, localOf } from './tei.ts';

export function conversationNodes(reading: Reading): readonly Node[] {
  const { utterances, events } = reading;
  if (utterances.length === 0) return [];
  const ids = utterances.map((utterance, i) => has(utterance, 'xml:id') ?? `this.utterance.${i + 1}`);
  return [
    object(
      node('this.conversation', 'schema:Conversation'),
      link('schema:isPartOf', 'this.edition'),
      links('schema:about', events.length === 1 ? events.map(idOfEntity) : []),
      links('schema:hasPart', ids),
    ),
    ...utterances.map((utterance, i) => utteranceNode(utterance, ids[i] ?? '', i + 1, reading)),
  ];
}

function utteranceNode(utterance: XmlElement, id: string, position: number, reading: Reading): Node {
  const { agents, evidenceOf } = reading;
  const known = (name: string): readonly string[] =>
    tokens(utterance, name)
      .flatMap((pointer) => localOf(pointer) ?? [])
      .filter(agents.isEntity);
  const speakers = known('who');
  const people = agents.persons(speakers);
  const language = languageOf(utterance);
  return object(
    node(id, 'schema:Quotation'),
    ['schema:position', position],
    ['schema:additionalType', { '@id': kindOf(utterance) }],
    links('schema:spokenByCharacter', people),
    // schema.org knows people and organisations as speakers; an office speaks too.
    links(
      'chancery:spokenBy',
      speakers.filter((speaker) => !people.includes(speaker)),
    ),
    links('chancery:addressedTo', known('toWhom')),
    string('schema:inLanguage', language === 'und' ? '' : language),
    string('schema:text', sourceWords(utterance)),
    link('schema:isPartOf', 'this.conversation'),
    link('chancery:evidence', evidenceOf(utterance)),
  );
}

function kindOf(utterance: XmlElement): string {
  if (utterance.name === 'sp') return 'chancery:Turn';
  return has(utterance, 'direct') === 'false' ? 'chancery:IndirectSpeech' : 'chancery:DirectSpeech';
}

function languageOf(element: XmlElement): string | undefined {
  for (const e of ancestorsOrSelf(element)) {
    const language = attribute(e, 'xml:lang');
    if (language !== undefined) return language;
  }
  return undefined;
}
