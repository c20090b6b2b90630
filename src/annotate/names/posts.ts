/**
 * Names in headers of US telegrams and published volumes: posts by their short names (`AMEMBASSY OSLO`), offices
 * with their holder in brackets, surnames as signatures, lists of participants.
 */
import type { Entity, EntityKind, HeaderField, NameMention, Span } from '../../document.ts';
import { countries } from '../countries.ts';
import type { Draft } from '../draft.ts';
import { keyOf } from './words.ts';

const kinds: Readonly<Record<string, string>> = {
  EMBASSY: 'Embassy',
  EMB: 'Embassy',
  CONSUL: 'Consulate',
  CONSULATE: 'Consulate',
  CONGEN: 'Consulate General',
  USMISSION: 'Mission',
  MISSION: 'Mission',
  USLO: 'Liaison Office',
  USINT: 'Interests Section',
  LEGATION: 'Legation',
};

//   > | AMEMBASSY DAR ES SALAAM        > | USMISSION GENEVA
//       ^^^^^^^^^ ^^^^^^^^^^^^^                   ^^^^^^
const post =
  /^(?:AM)?(?<kind>EMBASSY|EMB|CONSULATE|CONSUL|CONGEN|LEGATION|US ?MISSION|USLO|USINT|MISSION)\s+(?<place>[A-Z][A-Z .'-]{2,30})$/d;

/** Words of an office or a body, which a place alone has not. */
const office =
  /\b(?:Embassy|Legation|Consul|Mission|Department|Secretary|Ambassador|Minister|President|Director|Chairman|Assistant|Office|Agency|Council|Staff|Representative|Counselor|Delegation|Posts?|General|Chief)/i;

/** Reads the name in a field of sender, addressee or copy; false where these rules have nothing to say. */
export function annotatePost(draft: Draft, field: HeaderField): boolean {
  const printed = draft.slice(field.span);
  const match = post.exec(printed);
  const at = match?.indices?.groups?.place;
  if (match && at) {
    const span = { start: field.span.start + at[0], end: field.span.start + at[1] };
    const place = placeEntity(draft, (match.groups?.place ?? '').replace(/^USUN /, ''));
    const kind = kinds[(match.groups?.kind ?? '').replace(' ', '')] ?? 'Mission';
    const org = draft.entityFor(`org ${field.value}`, 'org', `${kind} at ${place.name}`, {
      ...(place.facts.zone ? { zone: place.facts.zone } : {}),
    });
    draft.add(mention(field, field.span, 'org', org.id), mention(field, span, 'place', place.id));
    return true;
  }
  // «FROM: OSLO»: a post is called by its place.
  const words = field.value;
  if (
    field.rule === 'header.us-incoming' &&
    /^[\p{Lu}][\p{L} .'-]{2,30}$/u.test(words) &&
    !office.test(words)
  ) {
    if (draft.named(field.span)) return true;
    const place = placeEntity(draft, words);
    draft.add(mention(field, field.span, 'place', place.id));
    return true;
  }
  return holder(draft, field) || wholeOffice(draft, field);
}

//   > | the Ambassador in Freedonia (Marsh)
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^
function holder(draft: Draft, field: HeaderField): boolean {
  const match = /^(?<office>.{4,160}?)\s+\((?<name>\p{Lu}[\p{L}.’'ʼ -]{2,30})\)$/du.exec(
    draft.slice(field.span),
  );
  const at = match?.indices?.groups?.office;
  const named = match?.indices?.groups?.name;
  if (!match || !at || !named || !office.test(match.groups?.office ?? '')) return false;
  const article = /^the\s+/i.exec(match.groups?.office ?? '')?.[0].length ?? 0;
  const title = (match.groups?.office ?? '').slice(article);
  const person = personEntity(draft, match.groups?.name ?? '', { office: title });
  const held = draft.entityFor(`office ${title.toLowerCase()}`, 'office', title);
  if (!held.facts.holder) draft.addFacts(held.id, { holder: person.id });
  const within = (from: number, to: number) => ({
    start: field.span.start + from,
    end: field.span.start + to,
  });
  draft.add(
    mention(field, within(at[0] + article, at[1]), 'office', held.id),
    mention(field, within(named[0], named[1]), 'person', person.id),
  );
  return true;
}

/** An office or body with a place in its name: the whole is meant, not the place. */
function wholeOffice(draft: Draft, field: HeaderField): boolean {
  const inside = draft.namesIn(field.span);
  if (inside.length === 0 || inside.some((n) => n.type !== 'place') || !office.test(field.value))
    return false;
  const kind: EntityKind =
    /\b(?:Embassy|Legation|Consulate|Mission|Department|Office|Agency|Council|Delegation|Posts?)\b/i.test(
      field.value,
    )
      ? 'org'
      : 'office';
  const article = /^the\s+/i.exec(draft.slice(field.span))?.[0].length ?? 0;
  const name = field.value.replace(/^the /i, '').replace(/^./, (c) => c.toUpperCase());
  const entity = draft.entityFor(`${kind} ${name}`, kind, name);
  draft.add(mention(field, { start: field.span.start + article, end: field.span.end }, kind, entity.id));
  return true;
}

/** The one person of the document with this surname, if all that is known of the name agrees; else a new one. */
function personEntity(draft: Draft, name: string, facts: Record<string, string>): Entity {
  const tokens = name.split(/\s+/);
  const known = draft.bearers(keyOf(tokens.at(-1) ?? '')).filter((e) => {
    const theirs = (e.facts.tokens ?? e.name).split(' ').map(keyOf);
    const ours = tokens.map(keyOf);
    return ours.every((t) => theirs.includes(t)) || theirs.every((t) => ours.includes(t));
  });
  const one = known.length === 1 ? known[0] : undefined;
  if (one) draft.addFacts(one.id, facts);
  return one ?? draft.addPerson(tokens, facts);
}

/** A place by its name in capitals: a capital of a state where it is one. */
function placeEntity(draft: Draft, printed: string): Entity {
  const name = titleCase(printed.trim());
  const country = countries.find((c) => c.capital?.toLowerCase() === name.toLowerCase());
  const id = (country?.capital ?? name).toLowerCase().replace(/[^a-z]+/g, '-');
  const entry = draft.context.register.entries.filter(
    (e) => e.kind === 'place' && e.names.some((n) => n.text.toLowerCase() === name.toLowerCase()),
  );
  const one = entry.length === 1 ? entry[0] : undefined;
  return draft.entityFor(
    one?.id ?? id,
    'place',
    one?.name ?? country?.capital ?? name,
    country ? { zone: country.zone } : {},
    one?.id,
  );
}

/** `DAR ES SALAAM` as «Dar Es Salaam»; words that are not all capitals stay. */
const titleCase = (words: string): string =>
  /\p{Ll}/u.test(words)
    ? words
    : words
        .replace(/\p{L}[\p{L}]*/gu, (w) => (w[0] ?? '') + w.slice(1).toLowerCase())
        .replace(/\bMc(\p{Ll})/gu, (_, c: string) => `Mc${c.toUpperCase()}`);

const mention = (field: HeaderField, span: Span, type: EntityKind, entity: string): NameMention => ({
  kind: 'name',
  type,
  form: 'name',
  span,
  entity,
  rule: field.rule,
  certainty: field.certainty,
});
