/**
 * The members of a node of the graph. A member is a key with its value, an absent value an absent member; an object is
 * made of its members in the order they are given.
 */
import { parseMoment } from '../../xml/relaxng/xsd-date-time.ts';

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
export type Node = { readonly [key: string]: Json };
export type Member = readonly [key: string, value: Json];
/** What an object may be given: members, lists of them, and nothing. */
export type Given = Member | undefined | readonly (Member | undefined)[];

const isMember = (given: Given): given is Member => given !== undefined && typeof given[0] === 'string';

export function object(...given: readonly Given[]): Node {
  const node: { [key: string]: Json } = {};
  for (const one of given) {
    const members = one === undefined ? [] : isMember(one) ? [one] : (one as readonly (Member | undefined)[]);
    for (const member of members) if (member !== undefined) node[member[0]] = member[1];
  }
  return node;
}

/** One value as itself, several as an array, none as nothing. */
export function values(key: string, all: readonly Json[]): Member | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  return [key, all.length === 1 ? first : all];
}

export function string(key: string, words: string | undefined): Member | undefined {
  return words ? [key, words] : undefined;
}

export function strings(key: string, words: readonly (string | undefined)[]): Member | undefined {
  return values(
    key,
    words.filter((one): one is string => Boolean(one)),
  );
}

/** The first members of a node: its id and its types. */
export function node(id: string, ...types: readonly (string | false)[]): readonly Member[] {
  return [
    ['@id', `#${id}`],
    ['@type', types.filter((type): type is string => type !== false)],
  ];
}

/** Links to nodes of this graph, by local id, or to other things, by address; each once. */
export function links(key: string, ids: readonly (string | undefined)[]): Member | undefined {
  const each = new Set(ids.filter((id): id is string => id !== undefined));
  return values(
    key,
    [...each].map((id) => ({ '@id': id.includes(':') ? id : `#${id}` })),
  );
}

export const link = (key: string, id: string | undefined | false): Member | undefined =>
  links(key, id === undefined || id === false ? [] : [id]);

/** Words with their language; its tag in small letters, as RDF has it, for processors differ over capitals. */
export function inLanguage(words: string, language: string | undefined): Node {
  const tag = language?.toLowerCase();
  return object(string('@value', words), string('@language', tag === 'und' ? undefined : tag));
}

/** Values each once, as they are written. */
export function distinct(all: readonly Node[]): readonly Node[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** Is the text a value of this type of XML Schema? */
const isOf = (type: string, text: string): boolean => parseMoment(type, text.trim()) !== undefined;

export const isWholeTime = (text: string | undefined): text is string =>
  text !== undefined && isOf('dateTime', text);

/** A moment with its offset: what xsd:dateTime can be compared by. */
export const hasZone = (moment: string | undefined): boolean =>
  isWholeTime(moment) && /(Z|[+-]\d\d:\d\d)$/.test(moment);

/** A moment of which the UTC offset is known: one without would be a different moment for every reader. */
export function wholeTime(key: string, iso: string | undefined): Member | undefined {
  return hasZone(iso) ? typedDate(key, iso) : undefined;
}

/** A date or time, typed where it is a whole one. */
export function typedDate(key: string, iso: string | undefined): Member | undefined {
  if (!iso) return undefined;
  const type = ['dateTime', 'date', 'gYearMonth', 'gYear'].find((one) => isOf(one, iso));
  return type === undefined ? [key, iso] : [key, { '@value': iso, '@type': `xsd:${type}` }];
}
