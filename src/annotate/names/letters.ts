/**
 * Names in the headers of edited letters and cablegrams: who wrote to whom, by surname alone or with title and
 * office; whoever signs; the place before the date of a dateline, in capitals or not.
 */
import type { Entity, HeaderField } from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import { cities } from '../cities.ts';
import { countries } from '../countries.ts';
import type { Draft } from '../draft.ts';
import { entriesNamed, peopleNamed } from './match.ts';
import { mention } from './mention.ts';
import { keyOf } from './words.ts';

const ours: ReadonlySet<RuleId> = new Set<RuleId>([
  'header.title-line',
  'header.attention',
  'header.copies',
  'header.signature',
  'header.dateline',
  'header.participants',
  'header.pair',
]);
const dialects: ReadonlySet<string> = new Set(['cablegram', 'letter', 'memorandum', 'catalogue-export']);

export function annotateLetterNames(draft: Draft): void {
  if (!dialects.has(draft.document.dialect)) return;
  const fields = draft.document.header.fields.filter((f) => f.layer === 'text' && ours.has(f.rule));
  const senderNamed = fields.some((f) => f.name === 'from' && f.rule === 'header.title-line');
  for (const field of fields) {
    if (['sent', 'place-date', 'received'].includes(field.name)) place(draft, field);
    if (!['from', 'to', 'copy', 'signature', 'participants'].includes(field.name)) continue;
    // «Cablegram to Ottawa»: a post is called by its place.
    const post =
      field.name === 'to' &&
      field.rule === 'header.title-line' &&
      !senderNamed &&
      draft.document.dialect === 'cablegram';
    if (post && zoneOf(draft, field.value) !== undefined) {
      if (!draft.named(field.span))
        draft.add(mention(field.span, 'place', placeEntity(draft, field.value).id, field.rule));
    } else if (!draft.namesIn(field.span).some((n) => n.type === 'person')) person(draft, field);
  }
}

const bodyWords =
  /\b(?:Government|Department|Office|Ministry|Delegation|Legation|Embassy|Commission|Committee|Council|Cabinet|Mission|Command|Board|Staff|Posts|Chiefs|Secretary|Minister|Commissioner|Treasurer|President|Chancellor|Ambassador|Consul|Conference)\b/i;

//   > | Lt Col W. R. Brown, Secretary of Department       > | Clark Kerr       > | J. A. SMITH
//              ^^^^^^^^^^^                                      ^^^^^^^^^^           ^^^^^^^^^^^
const named =
  /^(?<title>(?:(?:Messrs|Mrs?|Miss|Ms|Sir|Lord|Lady|Dr|Prof(?:essor)?|The|Rt|Hon|General|Gen|Lieutenant|Lt|Maj(?:or)?|Brigadier|Brig|Col(?:onel)?|Captain|Capt|Commander|Cdr|Commodore|Vice|Rear|Admiral|Air|Vice-Marshal|Chief|Marshal|Field|Viscount|Senator|Prince|Jonkheer|Jhr|M|MD)\b\.?[ -])*)(?<name>(?:(?:\p{Lu}\.[ ]?)+|(?:de|van|von|der|du|la)[ ]|\p{Lu}[\p{L}'’-]+[ ])*(?:\p{Lu}[\p{L}'’-]+))(?=$|,|\s\()/du;

function person(draft: Draft, field: HeaderField): void {
  const printed = draft.slice(field.span);
  const match = named.exec(printed);
  const at = match?.indices?.groups;
  const name = match?.groups?.name ?? '';
  if (!at?.name || bodyWords.test(name) || name.length > 45) return;
  const office = /^,\s*(.+)$/s.exec(printed.slice(at.name[1]))?.[1]?.replace(/\s+/g, ' ');
  const titled = (match?.groups?.title ?? '') !== '';
  const span = { start: field.span.start, end: field.span.start + at.name[1] };
  const entity = personEntity(draft, readable(name), office);
  draft.add({
    ...mention(span, 'person', entity.id, field.rule),
    ...(titled
      ? {
          roleName: {
            start: field.span.start,
            end: field.span.start + (match?.groups?.title ?? '').trimEnd().length,
          },
        }
      : {}),
  });
}

/** The one person of this surname whose known names agree; else a new one. */
function personEntity(draft: Draft, name: string, office: string | undefined): Entity {
  const tokens = name.split(/\s+/);
  const surname = tokens.at(-1)?.toLowerCase();
  const known = draft.bearers(keyOf(tokens.at(-1) ?? '')).filter((e) => {
    const theirs = (e.facts.tokens ?? e.name).split(' ');
    return (
      theirs.at(-1)?.toLowerCase() === surname &&
      (tokens.length === 1 || theirs.length === 1 || initial(tokens[0]) === initial(theirs[0]))
    );
  });
  if (known.length === 1 && known[0]) return known[0];
  const entries = peopleNamed(draft.context.register, tokens, office, undefined);
  const entry = entries.length === 1 ? entries[0] : undefined;
  return draft.addPerson(tokens, office ? { office } : {}, entry?.id);
}

const initial = (token: string | undefined): string => (token ?? '').slice(0, 1).toLowerCase();

//   > | [SAN FRANCISCO], 15 June 1945, 2.40 a.m.       > | LONDON [1], 13 November 1937
//        ^^^^^^^^^^^^^                                      ^^^^^^
const beforeDate =
  /^\[?(?<place>\p{Lu}[\p{L}.'’() ,-]*?[\p{L}.)])\]?(?:\s*\[\d+\])?[\s,\]]*(?=[\s[]*(?:\d|n\.\s?d|undated|Undated|\[|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[lI]\d))/du;

function place(draft: Draft, field: HeaderField): void {
  const match = beforeDate.exec(draft.slice(field.span));
  const at = match?.indices?.groups?.place;
  const words = match?.groups?.place ?? '';
  if (
    !at ||
    /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Undated|Week|Period|[\p{L}]+day)\b/u.test(
      words,
    )
  )
    return;
  const span = { start: field.span.start + at[0], end: field.span.start + at[1] };
  if (draft.namesIn(field.span).some((n) => n.type === 'place' || n.type === 'org')) return;
  draft.add(mention(span, 'place', placeEntity(draft, words).id, 'header.place-of-date'));
}

const lower = new Map<string, { name: string; zone: string }>();
for (const [name, zone] of Object.entries(cities)) lower.set(name.toLowerCase(), { name, zone });
for (const country of countries) {
  if (country.capital)
    lower.set(country.capital.toLowerCase(), { name: country.capital, zone: country.zone });
}

/** Name and zone of a known city or post; undefined for others. */
function zoneOf(
  draft: Draft,
  printed: string,
): { readonly name: string; readonly zone?: string; readonly register?: string } | undefined {
  const entries = entriesNamed(draft.context.register, printed, ['place']);
  const entry = entries.length === 1 ? entries[0] : undefined;
  const known = lower.get(printed.toLowerCase());
  const zone = entry?.zone ?? known?.zone;
  if (!entry && !known) return undefined;
  return {
    name: entry?.name ?? known?.name ?? printed,
    ...(zone ? { zone } : {}),
    ...(entry ? { register: entry.id } : {}),
  };
}

function placeEntity(draft: Draft, printed: string): Entity {
  // The last part is the town: «House of Lords, London».
  const town = printed.split(',').at(-1)?.trim() ?? printed;
  const known = zoneOf(draft, printed) ?? zoneOf(draft, town);
  const name = known && known.name.toLowerCase() === printed.toLowerCase() ? known.name : readable(printed);
  const id =
    known?.register ??
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '');
  return draft.entityFor(
    id || 'place',
    'place',
    name,
    known?.zone ? { zone: known.zone } : {},
    known?.register,
  );
}

/** Words in capitals as words: `SAN FRANCISCO` is «San Francisco»; others stay. */
const readable = (words: string): string =>
  /\p{Ll}{2}/u.test(words)
    ? words
    : words.replace(/\p{L}[\p{L}]+/gu, (w) =>
        /^Mc/.test(w)
          ? `Mc${w[2] ?? ''}${w.slice(3).toLowerCase()}`
          : `${w[0] ?? ''}${w.slice(1).toLowerCase()}`,
      );
