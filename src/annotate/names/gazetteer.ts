/**
 * Places, governments, organisations and documents by their names: those of the register first, then the
 * states and capitals of the language. The longest name wins; names are sorted once per register.
 */
import type { EntityKind, NameMention, Span } from '../../document.ts';
import type { Register } from '../../register.ts';
import type { RuleId } from '../../rules.ts';
import { countries } from '../countries.ts';
import { type Draft, entityId } from '../draft.ts';
import { organisations } from './data/organisations.ts';
import { places } from './data/places.ts';
import { factsOf } from './match.ts';
import { NameFinder } from './name-finder.ts';
import { keyOf } from './words.ts';

interface Name {
  readonly kind: EntityKind;
  readonly form: 'name' | 'description';
  readonly id: string;
  readonly name: string;
  readonly register?: string;
  readonly rule: RuleId;
  /** What the register has more: the zone of a place, the kind of a document. */
  readonly facts?: Readonly<Record<string, string>>;
}

const zoneOf = (zone: string | undefined): Readonly<Record<string, string>> => (zone ? { zone } : {});

const compiled = new WeakMap<Register, NameFinder<Name>>();

const key = (s: string): string => s.replace(/[\s\u00a0]+/g, ' ').replace(/'/g, '’');

function gazetteerOf(register: Register): NameFinder<Name> {
  const known = compiled.get(register);
  if (known) return known;
  const names = new Map<string, Name>();
  const add = (text: string, name: Name) => {
    if (!names.has(key(text))) names.set(key(text), name);
  };
  for (const entry of register.entries) {
    // An office by its title alone («the Foreign Minister») may be any state's: only a header field tells.
    if (entry.kind === 'person' || entry.kind === 'event' || entry.kind === 'office') continue;
    for (const { text, type, language } of entry.names) {
      if (language && !language.startsWith('en')) continue;
      add(text, {
        kind: entry.kind,
        form: type === 'description' ? 'description' : 'name',
        id: entry.id,
        name: entry.name,
        register: entry.id,
        rule: 'name.register',
        facts: factsOf(entry),
      });
    }
  }
  for (const { name, names: all } of organisations) {
    for (const text of all)
      add(text, { kind: 'org', form: 'name', id: entityId(name), name, rule: 'name.organisation' });
  }
  for (const country of countries) {
    const inRegister = register.entries.find((e) => e.kind === 'place' && e.id === country.id);
    const place: Name = {
      kind: 'place',
      form: 'name',
      id: country.id,
      name: inRegister?.name ?? country.name,
      rule: 'name.state',
      facts: zoneOf(inRegister?.zone ?? country.zone),
      ...(inRegister ? { register: inRegister.id } : {}),
    };
    for (const name of country.names) add(name, place);
    if (country.capital)
      add(country.capital, {
        kind: 'place',
        form: 'name',
        id: country.capital.toLowerCase().replace(/[^a-z]+/g, '-'),
        name: country.capital,
        rule: 'name.state',
        facts: zoneOf(country.zone),
      });
    // «Government of Japan», «Chinese Government»
    for (const text of [
      ...country.names.map((n) => `Government of ${n}`),
      ...country.adjectives.map((a) => `${a} Government`),
      `Government of the ${country.name}`,
    ])
      add(text, {
        kind: 'org',
        form: 'name',
        id: `government-of-${country.id}`,
        name: text,
        rule: 'name.government',
      });
    // «the Japanese side»: whoever speaks for that state in a meeting.
    for (const a of country.adjectives)
      add(`${a} side`, {
        kind: 'org',
        form: 'description',
        id: `${a.toLowerCase().replace(/[^a-z]+/g, '-')}-side`,
        name: `the ${a} side`,
        rule: 'name.side',
      });
  }
  for (const { name, names: all, zone } of places) {
    for (const text of all)
      add(text, {
        kind: 'place',
        form: 'name',
        id: entityId(name),
        name,
        rule: 'name.place',
        facts: zoneOf(zone),
      });
  }
  // In capitals too; a name that would be a word there is left out.
  for (const [text, name] of [...names]) {
    const capitals = text.toUpperCase();
    if (text.length > 2 && name.form === 'name' && !wordsInCapitals.has(capitals)) add(capitals, name);
  }
  const gazetteer = new NameFinder(names);
  compiled.set(register, gazetteer);
  return gazetteer;
}

/** Names that are words when all is in capitals. */
const wordsInCapitals: ReadonlySet<string> = new Set(
  'WHO GOA HAMA MALI NICE BALI MIDWAY LINCOLN RHODES CRETE CONGRESS SENATE DIET TREASURY LAE HUE RIO ROTA FEZ BASEL WALES CENTRAL COMMITTEE AMERICA CHIEFS OF STAFF'.split(
    ' ',
  ),
);

/**
 * «US» in capitals is the pronoun too: it is the state before a noun it can qualify, or behind the article.
 *
 *     > | THE US VIEW    > | US REP SAID    > | HE TOLD US THAT
 *         ^^^ ^^             ^^ ^^^                  ^^
 */
const isPronoun = (text: string, start: number, end: number): boolean =>
  text.slice(start, end) === 'US' &&
  /\b(?:TOLD|TELL|GIVE|GAVE|GIVEN|TO|WITH|FOR|ASKED|FROM|BY|INFORMS?|INFORMED|PERSUADED?|CONVINCED?|TELLS|SEEMS TO|APPEARS TO|CAUSED?|REQUIRES?|PERMIT|EXPECT|LET|ALLOW|HELP|HELPED|SHOWED|OF|ON|AMONG|BETWEEN|ENABLE|ADVISE|ADVISED|ASSURED|WANT|WANTED|LEAVES?|PUT|KEEP|TAKE|REMINDED|URGED|AGAINST|UPON|BEFORE|CALLS?|BRINGS?|FORCES?|AROUND)\s+$/.test(
    text.slice(Math.max(0, start - 12), start),
  ) &&
  !/^[ -](?:REPS?|DEL|DELEGATION|SIDE|POSITION|POLICY|VIEWS?|INTERESTS?|NAVY|NAVAL|ARMY|FORCES|TROOPS|CITIZENS?|FIRMS?|COMPAN(?:Y|IES)|AID|ASSISTANCE|SUPPORT|MARKET|DOLLARS?|OFFICIALS?|PRESENCE|PRESS|ECONOMY|TRADE|EXPORTS?|IMPORTS?|LAW|RELATIONS|ATTITUDE|PROPOSALS?|DRAFT|INTERVENTION|BASES?|MISSION|NATIONALS?|VESSELS?|SHIPS?|AIRCRAFT|MILITARY|PUBLIC|COMMITMENTS?|INTENTIONS?|CONCERNS?|STATEMENTS?|AND)\b/.test(
    text.slice(end, end + 16),
  );

/** Names within a span that no other mention covers. */
export function annotateKnownNames(draft: Draft, spans: readonly Span[]): void {
  const gazetteer = gazetteerOf(draft.context.register);
  for (const span of spans) {
    const capitals = draft.inCapitals(span);
    for (const { value: name, ...found } of gazetteer.find(draft.text, span)) {
      let { start } = found;
      const { end } = found;
      // A description takes its article along: «the Japanese side».
      if (
        name.form === 'description' &&
        /\b[Tt]he $/.test(draft.text.slice(Math.max(span.start, start - 4), start))
      )
        start -= 4;
      if (capitals && wordsInCapitals.has(draft.text.slice(start, end))) continue;
      // «Halifax» of a document that knows Lord Halifax is he, but for «in Halifax».
      if (name.kind === 'place' && isSurname(draft, start, end)) continue;
      if (draft.named({ start, end }) || (capitals && isPronoun(draft.text, start, end))) continue;
      const entity = draft.entityFor(name.id, name.kind, name.name, name.facts, name.register);
      const mention: NameMention = {
        kind: 'name',
        type: name.kind,
        form: name.form,
        span: { start, end },
        entity: entity.id,
        rule: name.rule,
        certainty: name.form === 'description' ? 'medium' : 'high',
      };
      draft.add(mention);
    }
  }
}

function isSurname(draft: Draft, start: number, end: number): boolean {
  const key = keyOf(draft.text.slice(start, end));
  const bearers = draft.bearers(key);
  if (bearers.length === 0) return false;
  if (
    /\b(?:in|at|to|from|of|near|IN|AT|TO|FROM|NEAR)\s$/.test(draft.text.slice(Math.max(0, start - 6), start))
  )
    return false;
  return bearers.some((e) => keyOf((e.facts.tokens ?? '').split(' ').at(-1) ?? '') === key);
}
