/**
 * Governments, ministries, embassies, committees by how their names are made; names in brackets after them are
 * short for them, in the whole document.
 */
import type { Entity, Span } from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import { byFirstLetter } from '../by-first-letter.ts';
import { countries } from '../countries.ts';
import { type Draft, entityId } from '../draft.ts';
import { SpanIndex } from '../span-index.ts';
import { organisations } from './data/organisations.ts';
import { places } from './data/places.ts';
import { entryNamed } from './match.ts';
import { nearNouns } from './near-nouns.ts';
import { titleCase } from './person-finder.ts';
import { isPlaceName } from './places.ts';
import { isCommon } from './words.ts';

const b = '[ \\u00a0]+';
const byLength = (names: readonly string[]): string =>
  [...names]
    .sort((x, y) => y.length - x.length)
    .map((n) => n.replace(/\./g, '\\.').replace(/ /g, '[ ]'))
    .join('|');
const adjectives = byLength(countries.flatMap((c) => c.adjectives));
const states = byLength(countries.flatMap((c) => c.names));
const stateOrAdjective = `(?:${states}|${adjectives}|East${b}German|West${b}German|Commonwealth|Dominion|Union|Imperial|Federal|Papal|Nationalist${b}Chinese|Kuomintang|Vichy|Polish${b}Provisional)`;

/** Bodies of one state. */
const national = `Government|Govt\\.?|Embassy|Legation|Consulate(?:[- ]General)?|High${b}Commission|Foreign${b}(?:Ministry|Office)|Ministry(?:${b}of${b}[\\p{Lu}][\\p{L}]+(?:${b}[\\p{Lu}][\\p{L}]+)?)?|Parliament|Cabinet|Delegation|Mission|Army|Navy|Air${b}Force|Armed${b}Forces|Communist${b}Party|Labou?r${b}Party|Congress|Senate|Treasury|War${b}Cabinet|High${b}Command|General${b}Staff|Chiefs${b}of${b}Staff|Military${b}Mission|Naval${b}Board|Liaison${b}Office|Interests${b}Section|Permanent${b}Mission|Administration|News${b}Agency|Defen[cs]e${b}Ministry|Trade${b}Commission`;
const seats = byLength([
  ...new Set([
    ...countries.flatMap((c) => [...c.names, ...(c.capital ? [c.capital] : [])]),
    ...places.flatMap((p) => p.names),
  ]),
]);
/** «Embassy in Jakarta» is one body. */
const seat = `(?:(?<=Embassy|Legation|Consulate|General|Mission)${b}(?:in|at)${b}(?:the${b})?(?:${seats})(?![\\p{Lu}\\p{Ll}-]))?`;
//   > | Embassy Moscow        > | Amembassy Lisbon
//       ^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^
const post = `(?:(?:Am[Ee]mbassy|Embassy|Legation|Am[Cc]onsul|Consulate)${b}(?:${seats})|Am(?:[Ee]mbassy|[Cc]onsul)${b}\\p{Lu}{4,}(?:${b}\\p{Lu}{3,})?)(?![\\p{Lu}\\p{Ll}-])`;
//   > | the Embassy   > | the Department      what is called so with a capital is a certain one
//           ^^^^^^^           ^^^^^^^^^^
const calledShort = `(?<=\\b(?:[Tt]he|[Tt]his|[Oo]ur|[Yy]our|[Mm]y|[Hh]is|[Ii]ts|[Tt]heir|own|Majesty[’'ʼ]s)${b})(?:(?<!Majesty[’'ʼ]s${b})Government(?!${b}\\p{Lu})|Department|Dept|Embassy|Legation|Mission|Cabinet|Parliament|Ministry|Delegation|Commission|Committee|Council|Assembly|Treasury|Secretariat|Consulate)(?!${b}(?:of|for)${b})(?![\\p{Lu}\\p{Ll}-])${seat}|(?<!\\b[Aa]n?${b})(?:Embassy|Legation|Consulate)${b}(?:in|at)${b}(?:the${b})?\\p{Lu}[\\p{L}-]+|Dept(?=[ ](?:[a-z]|'s))`;
//   > | His Majesty's Government in the Commonwealth of Australia
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ each of its governments is the Crown's
const ofCrown = `(?:His|Her)${b}Majesty[’'ʼ]s${b}Government${b}in${b}(?:the${b})?(?:Commonwealth${b}of${b}Australia|Commonwealth|Dominion${b}of${b}\\p{Lu}\\p{L}+|Union${b}of${b}South${b}Africa|${states})(?![\\p{Lu}\\p{Ll}-])`;
//   > | the Netherlands Government   > | British Embassy   > | U.S. Delegation
//           ^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^
const ofState = `(?:(?:Royal|Imperial|(?:His|Her)${b}Majesty[’'ʼ]s)${b})?${stateOrAdjective}(?:${b}|[’'ʼ]s?${b})(?:${national})(?![\\p{Lu}\\p{Ll}-])${seat}`;
//   > | the Government of Japan   > | Governments of Canada and Peru
//           ^^^^^^^^^^^^^^^^^^^
const government = `(?:Government|Embassy|Legation|Parliament)${b}of${b}(?:the${b})?(?:${states})(?![\\p{Lu}\\p{Ll}-])`;
//   > | Department of External Affairs   > | Ministry of Foreign Affairs   > | Bureau of Intelligence and Research
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const ofSubject = `(?:Department|Dept\\.?|Ministry|Bureau|Board|Office|Council|Committee|Institute|University|Bank|Chamber|Federation|Academy|Commission|League|Organi[sz]ation|Association|Court)${b}of${b}(?:the${b})?\\p{Lu}[\\p{L}’'-]+(?:(?:${b}and${b}(?:the${b})?|${b}of${b}(?:the${b})?|,${b}(?=[\\p{Lu}][\\p{L}]+,?${b}and${b})|${b})\\p{Lu}[\\p{L}’'-]+){0,4}`;
//   > | the Joint Intelligence Committee   > | Far Eastern Commission   > | Oil Search Ltd
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^
const byKind = `(?:(?!(?:The|This|That|His|Our|Your|My|Their|Its|A|An|In|At|On|For|To|From|By|Of|And|If|When|As|But|With|Both|Each|Any|No)${b})\\p{Lu}(?:[\\p{L}’'-]+|\\.(?:\\p{Lu}\\.)*)${b}(?:and${b})?){1,5}(?:Committee|Sub-Committee|Council|Commission|Department|Ministry|Agency|Corporation|Company|Party|Bank|Organi[sz]ation|Association|Authority|Secretariat|Assembly|Institute|Foundation|University|Bureau|Board|Ltd\\.?|Inc\\.?|Embassy|Legation|Consulate(?:[- ]General)?|Delegation|Tribunal|Federation|League|Airways|Airlines|Division|Staff|Squadron|Fleet|Brigade|Regiment|Corps|Task${b}Force|Mission|(?:Working|Steering|Study|Planning)${b}Group|Junta|Society|Library|Guard|Academy|Movement|Front|Alliance|Chamber|Branch)(?![\\p{Lu}\\p{Ll}-])(?:${b}(?:of|for|on)${b}(?:the${b})?\\p{Lu}[\\p{L}’'-]+(?:${b}(?:and${b})?\\p{Lu}[\\p{L}’'-]+){0,3})?`;

//   > | the Sato government   > | the Mao-Lin faction   > | Indonesian government
//           ^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^
const ofSomebody = `(?:(?!(?:The|This|That|These|Our|Your|His|Their|Its|A|An|In|At|On|For|To|From|By|Of|And|If|When|As|But|With|Both|Each|Any|No|Such|Local|Central|New|Present|Working|Study)${b})\\p{Lu}[\\p{Ll}’-]+(?:-\\p{Lu}?[\\p{Ll}’]+)*${b}){1,2}(?:Government|government|faction|Faction|clique|Clique|Administration|Group)(?![\\p{Lu}\\p{Ll}-])`;
//   > | Cabinet gave its approval   > | before Parliament
//       ^^^^^^^                            ^^^^^^^^^^
const alone = `(?:(?:Full|War)${b})?Cabinet(?!${b}(?:\\p{Lu}|[Mm]inutes?|[Ss]ubmissions?|meeting|decision|paper|level|agend))(?![\\p{Lu}\\p{Ll}-])|Parliament(?!ary)(?![\\p{Lu}\\p{Ll}-])`;

const mixed = new RegExp(
  `(?<![\\p{L}\\p{N}.-])(?=\\p{Lu})(?:${ofCrown}|${ofState}|${government}|${ofSubject}|${byKind}|${ofSomebody}|${post}|${calledShort}|${alone})`,
  'uy',
);

/** Where such a name may begin, and the beginnings of the nouns of which each has one. */
const begins = /(?<![\p{L}\p{N}.-])\p{Lu}/gu;
const nouns = new RegExp(
  `(?<![A-Za-z])(?:${byFirstLetter(
    'Gov|gov|Emb|AmE|AmC|Ame|Amc|Lega|Cons|Comm|Offi|Minist|Parl|Cabi|Dele|Miss|Army|Navy|Forc|Part|Cong|Sena|Trea|Staf|Boar|Sect|Admi|Agen|Depart|Dept|Bure|Coun|Inst|Univ|Bank|Cham|Fede|Acad|Leag|Organi|Asso|Court|Corp|Compa|Auth|Secr|Asse|Foun|Ltd|Inc|Trib|Airw|Airl|Divi|Squa|Fleet|Brig|Regi|Group|Junt|Soci|Libr|Guar|Move|Front|Alli|Branch|facti|Facti|cliq|Cliq|Sub-',
  )})`,
  'g',
);

/** Longest first. */
const placesInCapitals = byLength(
  places
    .flatMap((p) => p.names)
    .filter((n) => / /.test(n))
    .concat('Addis Ababa', 'Buenos Aires', 'Kuala Lumpur', 'New Delhi', 'Phnom Penh', 'Mexico City')
    .map((n) => n.toUpperCase()),
);
const upper = (source: string): string =>
  source.replace(/\\p\{L[ul]?\}|\\u00a0|\\[a-z]|[a-zé]/g, (c) => (c.length === 1 ? c.toUpperCase() : c));
/** What ministries are for. */
const subjects = `FOREIGN${b}(?:AFFAIRS|RELATIONS|TRADE)|(?:EXTERNAL|INTERNAL|HOME|ECONOMIC|RELIGIOUS|SOCIAL|RURAL|PUBLIC)${b}(?:AFFAIRS|SECURITY|WORKS|HEALTH)|(?:NATIONAL${b})?(?:DEFEN[SC]E|ECONOMY|DEVELOPMENT|PLANNING|EDUCATION)|FINANCE|TRADE|COMMERCE|AGRICULTURE|(?:THE${b})?INTERIOR|STATE|JUSTICE|HEALTH|ENERGY|LABOU?R|TRANSPORT(?:ATION)?|INDUSTRY|FISHERIES|FORESTRY|STOCK|ECONOMICS|CULTURE|INFORMATION|TOURISM|COMMUNICATIONS|PETROLEUM|OIL|MINES|HOUSING|SCIENCE|TECHNOLOGY|NATURAL${b}RESOURCES|CIVIL${b}AVIATION|WAR|SUPPLY`;
/** In capitals only what a state or a known subject begins: anything else may be any words. */
const capitalsPattern = new RegExp(
  `(?<![\\p{L}\\p{N}.-])(?:${upper(stateOrAdjective)}${b}(?:${upper(national)}|PARLIAMENT|FONOFF|EMB|DEL)(?![\\p{Lu}\\p{Ll}-])|${upper(government)}|(?:MINISTRY|DEPARTMENT|DEPT)${b}OF${b}(?:THE${b})?(?:${subjects})(?:,${b}(?:${subjects})(?=,))*(?:,?${b}AND${b}(?:${subjects}))?(?![A-Z])|(?:AMEMBASSY|AMCONSUL|USMISSION)(?:${b}(?:${placesInCapitals}|[A-Z]+))?|(?<=\\bTHE )(?:COMMITTEE|CABINET|MINISTRY|COUNCIL|ASSEMBLY|PARLIAMENT|COMMISSION|SECRETARIAT)(?! OF)(?![A-Z-])|USUN|USNATO|USDEL|EMBASSY(?=[ .,;]|['’]S)|DEPARTMENT(?! OF)|DEPT(?! OF)|MFA|EMBASSY${b}(?:${upper(byLength(countries.flatMap((c) => (c.capital ? [c.capital] : []))))})(?![\\p{L}]))`,
  'gu',
);

/** Words that make of a body a plain noun, and heads of sections. */
const notBodies =
  /^(?:of|for|and|the|OUTGOING|INCOMING|TELEGRAM|AIRGRAM|CABLE|MEMORANDUM|Session|Sessions|Meeting|Meetings|Record|Statement|Statements|Executive|Member|Members|Leader|Head|Director|Counsellor|January|February|March|April|May|June|July|August|September|October|November|December|Home|Departmentʼs|Department’s|First|Second|Third|Fourth|Other|New|Next|Last|Former|Special|Such|These|Those|All|Several|Many|Some|Two|Three|Great|Big|Minister|Ministers|Secretary|President|Article|Chapter|Paragraph|Part|Prime|Ambassador|Sir|Mr|Mrs|Dr|Lord|General|See|Re|Reference|Ref|Document|Cablegram|Telegram|Letter|Memorandum|Draft|Also|However|Although|While|Since|Until|Before|After)\b/;

export function annotateOrganisations(draft: Draft, spans: readonly Span[]): void {
  const short = new Map<string, Entity>();
  const posts = new SpanIndex(draft.document.header.fields.filter((f) => f.rule === 'header.us-address'));
  for (const span of spans) {
    const capitals = draft.inCapitals(span);
    const text = draft.slice(span);
    for (const match of capitals ? text.matchAll(capitalsPattern) : nearNouns(text, begins, nouns, mixed)) {
      let words = match[0];
      let start = span.start + match.index;
      while (!capitals && notBodies.test(words) && !words.startsWith('New Zealand') && / /.test(words)) {
        const cut = words.indexOf(' ') + 1;
        words = words.slice(cut);
        start += cut;
      }
      words = words.replace(/[ \u00a0]+(?:of|for|on|and)?[ \u00a0]*$/u, '');
      const where = { start, end: start + words.length };
      if (
        !/[ \u00a0]/u.test(words) &&
        capitals &&
        !/^(?:AM|US|EMBASSY$|DEPARTMENT$|DEPT$|MFA$|COMMITTEE$|CABINET$|MINISTRY$|COUNCIL$|ASSEMBLY$|PARLIAMENT$|COMMISSION$|SECRETARIAT$)/.test(
          words,
        )
      )
        continue;
      if (draft.named(where) || isPlaceName(words) || posts.touches(where)) continue;
      const name = organisationName(words);
      const entity = bodyOf(draft, name);
      const rule: RuleId = entity.register
        ? 'name.register'
        : /\bgov(?:ernmen)?t\b/i.test(words)
          ? 'name.government'
          : 'name.organisation';
      draft.add({
        kind: 'name',
        type: 'org',
        form: 'name',
        span: where,
        entity: entity.id,
        rule,
        // A noun alone («our Ministry») names a body without saying whose.
        certainty:
          entity.register || /[ \u00a0]/u.test(words) || !/^\p{Lu}\p{Ll}+$/u.test(words) ? 'high' : 'medium',
      });
      const acronym = acronymAfter(draft, where.end, name);
      if (acronym) short.set(acronym, entity);
    }
  }
  for (const span of spans) if (draft.inCapitals(span)) governmentsByLetters(draft, span);
  if (short.size > 0) annotateShortNames(draft, spans, short);
}

//   > | THE GOI HAS AGREED: «Government of I…», as telegrams call the government they are accredited to
//           ^^^
function governmentsByLetters(draft: Draft, span: Span): void {
  for (const match of draft.slice(span).matchAll(/(?<![A-Z0-9-])GO[B-Z][A-Z]?(?![A-Z0-9-])/g)) {
    const key = match[0].toLowerCase();
    // «DR. GOPO» is known by name.
    if (isCommon(key) || /^GO(?:T|D|LF)$/.test(match[0]) || draft.bearers(key).length > 0) continue;
    const where = { start: span.start + match.index, end: span.start + match.index + match[0].length };
    if (draft.named(where)) continue;
    const entity = draft.entityFor(`org ${match[0]}`, 'org', match[0]);
    draft.add({
      kind: 'name',
      type: 'org',
      form: 'name',
      span: where,
      entity: entity.id,
      rule: 'name.government',
      certainty: 'medium',
    });
  }
}

/** The name by which a body is known, if the data have it. */
const known = new Map(
  organisations.flatMap((o) => o.names.map((n) => [n.toLowerCase().replace(/’/g, "'"), o.name] as const)),
);

/** Do the data have a body of this name, in any case of letters? */
export const isKnownBody = (words: string): boolean => known.has(words.toLowerCase().replace(/\s+/g, ' '));

/** The body of this name: of the register, of the data, or of this document. */
export function bodyOf(draft: Draft, name: string): Entity {
  const entry = entryNamed(draft.context.register, name, ['org']);
  const full = known.get(name.toLowerCase().replace(/’/g, "'")) ?? name;
  return draft.entityFor(entry?.id ?? entityId(full), 'org', entry?.name ?? full, {}, entry?.id);
}

/** `MINISTRY OF TRADE` as «Ministry of Trade». */
export const organisationName = (words: string): string => {
  const plain = words.replace(/[\s\u00a0]+/gu, ' ');
  return /\p{Ll}/u.test(plain)
    ? plain
    : plain
        .split(' ')
        .map((w) => (/^(?:OF|FOR|THE|AND|ON)$/.test(w) ? w.toLowerCase() : /\./.test(w) ? w : titleCase(w)))
        .join(' ');
};

//   > | Organization of African Unity (OAU)
//                                      ^^^
function acronymAfter(draft: Draft, at: number, name: string): string | undefined {
  const found = /^[ \u00a0\n]\(["“‘']?([A-Z][A-Z.]{1,8})["”’']?\)/u.exec(draft.text.slice(at, at + 16))?.[1];
  if (!found) return undefined;
  const initials = name.replace(/[^\p{Lu}]/gu, '');
  return initials.startsWith(found.replace(/\./g, '').slice(0, 1)) ? found : undefined;
}

function annotateShortNames(draft: Draft, spans: readonly Span[], short: ReadonlyMap<string, Entity>): void {
  for (const span of spans) {
    for (const match of draft
      .slice(span)
      .matchAll(/(?<![\p{L}\p{N}.-])[A-Z][A-Z.]{1,8}(?![\p{L}\p{N}-])/gu)) {
      const entity = short.get(match[0]);
      if (!entity) continue;
      const where = { start: span.start + match.index, end: span.start + match.index + match[0].length };
      if (draft.named(where)) continue;
      draft.add({
        kind: 'name',
        type: 'org',
        form: 'name',
        span: where,
        entity: entity.id,
        rule: 'name.acronym',
        certainty: 'high',
      });
    }
  }
}
