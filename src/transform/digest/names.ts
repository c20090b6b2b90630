/** What things are called in the editions: entities, kinds of assertion, places of the text, those who answer. */

import { type Words, wordFor } from '../../words/index.ts';
import { attribute, childElements, textOf, tokens, type XmlElement } from '../../xml/tree.ts';
import { datedNames, valueInWords } from './dates.ts';
import { localId, normal, pointerOf, sourceWords } from './elements.ts';
import { textPlace } from './evidence.ts';

export interface Naming {
  readonly words: Words;
  /** The edition's language: of several names the one in it is taken. */
  readonly language: string;
  readonly byId: ReadonlyMap<string, XmlElement>;
}

const nameNames: ReadonlySet<string> = new Set(
  'persName orgName placeName roleName title label head name'.split(' '),
);

/** The first name of an entity in the edition's language, or its first. */
export function nameOf(entity: XmlElement, { language }: Naming): string {
  const names = childElements(entity).filter((child) => nameNames.has(child.name));
  const own = names.find((name) => (attribute(name, 'xml:lang') ?? language).startsWith(language));
  const name = own ?? names[0];
  return name ? normal(textOf(name)) : (attribute(entity, 'xml:id') ?? normal(textOf(entity)));
}

/** What an assertion is about, in a word: Person, Date, Direct speech … */
export function kindOf(element: XmlElement, { words }: Naming): string {
  return wordFor(words, kindKey(element));
}

function kindKey(element: XmlElement): string {
  const type = attribute(element, 'type');
  switch (element.name) {
    case 'rs':
      return `kind.${type ?? 'other'}`;
    case 'said':
      return attribute(element, 'direct') === 'false' ? 'kind.reported' : 'kind.direct';
    case 'seg':
      return tokens(element, 'ana').every((token) => token.startsWith('#r.'))
        ? 'kind.seg'
        : `kind.${type ?? 'seg'}`;
    case 'idno':
      return `kind.${type ?? element.name}`;
    case 'correspAction':
      return `action.${type ?? ''}`;
    default:
      return element.name === 'date' && type === 'duration' ? 'kind.duration' : `kind.${element.name}`;
  }
}

/** «¶ 3» for a paragraph, the field's name for a line of a header. */
export function placeName(id: string, naming: Naming): string {
  if (id === textPlace) return naming.words.text;
  const place = naming.byId.get(id);
  const type = place && attribute(place, 'type');
  if (place?.name === 'said') {
    const first = childElements(place, 'p').find((p) => attribute(p, 'xml:id') !== undefined);
    return `${placeName((first && attribute(first, 'xml:id')) ?? 'u', naming)}\u202f${naming.words.following}`;
  }
  if (/^p\d+$/.test(id)) return `¶\u202f${id.slice(1)}`;
  if (place?.name === 'seg' && type !== undefined) return capital(wordFor(naming.words, type));
  if (place?.name === 'head') return naming.words['kind.head'];
  if (place?.name === 'div' && type !== undefined) return wordFor(naming.words, type);
  return id;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Elements whose words say all. */
const tellingNothing: ReadonlySet<string> = new Set('sic head abstract note mentioned emph'.split(' '));

/** What the assertion says, in a few words. */
export function assertedBy(element: XmlElement, naming: Naming): string {
  const { words, byId } = naming;
  const target = (pointer: string | undefined) => byId.get(localId(pointer) ?? '');
  const called = (pointer: string | undefined) => {
    const entity = target(pointer?.trim().split(/\s+/)[0]);
    return entity && nameOf(entity, naming);
  };
  const who = attribute(element, 'who');
  if (datedNames.has(element.name)) return valueInWords(element, words);
  if (who !== undefined) {
    const listener = called(attribute(element, 'toWhom'));
    return [called(who), listener && `${words['speaks-to']} ${listener}`].filter(Boolean).join(' ');
  }
  if (element.name === 'gap') return gapInWords(element, words);
  if (tellingNothing.has(element.name)) return '';
  const pointer = pointerOf(element);
  const entity = target(pointer);
  if (entity?.name === 'category') return categoryInWords(entity, naming);
  if (entity) return nameOf(entity, naming);
  return element.name === 'seg' ? markingOf(element, naming) : '';
}

/** The words of the category a field bears: Secret, Priority. */
function markingOf(field: XmlElement, naming: Naming): string {
  for (const token of tokens(field, 'ana')) {
    const category = naming.byId.get(localId(token) ?? '');
    if (category?.name === 'category' && !token.startsWith('#r.')) return categoryInWords(category, naming);
  }
  return '';
}

function categoryInWords(category: XmlElement, naming: Naming): string {
  const descriptions = childElements(category, 'catDesc');
  const language = (d: XmlElement) => attribute(d, 'xml:lang');
  const best =
    descriptions.find((d) => language(d)?.startsWith(naming.language)) ??
    descriptions.find((d) => language(d) === undefined) ??
    descriptions[0];
  return best ? normal(textOf(best)) : (attribute(category, 'xml:id') ?? '');
}

/** «month left blank», «2 lines not declassified». */
export function gapInWords(gap: XmlElement, words: Words): string {
  const has = (name: string) => attribute(gap, name);
  const least = [has('atLeast'), has('atMost')].filter((n) => n !== undefined);
  const amount =
    has('quantity') !== undefined
      ? [has('quantity'), has('unit')]
      : has('extent') !== undefined
        ? [has('extent')]
        : least.length > 0
          ? [least.join('–'), has('unit')]
          : [];
  const reason = wordFor(words, ['gap', has('reason')].filter(Boolean).join('.'));
  return [...amount.filter(Boolean), reason].join(' ');
}

/** Who answers for an assertion: names from the header, or the pointer itself. */
export function responsible(element: XmlElement, { byId }: Naming): string {
  const named = tokens(element, 'resp').flatMap((pointer) => {
    const who = byId.get(localId(pointer) ?? '');
    if (who === undefined) return [];
    const names = ['name', 'persName', 'orgName'];
    const inside = childElements(who).find((c) =>
      who.name === 'respStmt' ? names.includes(c.name) : c.name === 'persName',
    );
    return normal(textOf(inside ?? who));
  });
  return named.length > 0 ? named.join(', ') : (attribute(element, 'resp') ?? '');
}

/** What a mention is called: the name of what it points at, or its own words. */
export function calledBy(element: XmlElement, naming: Naming): string {
  const entity = naming.byId.get(localId(pointerOf(element)) ?? '');
  return entity ? nameOf(entity, naming) : sourceWords(element);
}
