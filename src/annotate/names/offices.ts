/**
 * Offices without a name: «the Prime Minister», «Secretary of State for Dominion Affairs», «the Japanese Ambassador».
 * They are offices of this document; who holds one is said only where the text says it: in apposition to a name, or
 * in a note that has nothing but a name.
 */
import type { Entity, NameMention, NoteBlock, Span } from '../../document.ts';
import { byFirstLetter } from '../by-first-letter.ts';
import { countries } from '../countries.ts';
import type { Draft } from '../draft.ts';
import { nearNouns } from './near-nouns.ts';
import { textSpans } from './people.ts';
import { titleCase, tokensOf } from './person-finder.ts';
import { isPlaceName } from './places.ts';
import { isCourtesy } from './titles.ts';
import { inCapitals, isCommon, isNameWord, nameRun, wordsOf } from './words.ts';

const b = '[ \\u00a0]+';
const adjectives = countries
  .flatMap((c) => c.adjectives)
  .sort((x, y) => y.length - x.length)
  .join('|');
const states =
  'United States|United Kingdom|FRG|GDR|PRC|SRV|UN|New Zealand|South African|North Vietnamese|South Vietnamese|U\\.S\\.S\\.R\\.|U\\.S\\.|U\\.K\\.|US|UK|NZ|Commonwealth|Papal|Allied|Dominion';
const nation = `(?:(?:${states}|${adjectives})${b})`;

/** Portfolios; in ordinary print any capitalised words are one. */
const portfolio =
  '(?:Foreign|External|Internal|Home|Native|Dominion|Commonwealth|Colonial|Economic|Veterans|Consumer|Political|European|Inter-American|African|Far[ ]Eastern|Near[ ]Eastern|Public|National|Overseas|Cultural|Maritime)[ ]Affairs|Defen[cs]e|War|State|Finance|Trade|Commerce|Agriculture|Labou?r|Interior|Justice|Supply|Transport|Education|Health|Industry|Information|Immigration|Air|Navy|Army|Munitions|Customs|Planning|Energy|Treasury|Dominion[ ]Affairs|Colonies|India|Burma|Scotland|Parliament|Staff|Mission|Security|Petroleum|Oil|Posts|Economy|Economics|Culture|Tourism|Communications|Mines|Fisheries|Housing|Science|Public[ ]Works|Foreign[ ](?:Relations|Trade)|(?:National|Economic)[ ](?:Defen[cs]e|Development|Planning|Economy)';

const place = `(?:the[ ])?(?:${countries
  .flatMap((c) => [...c.names, ...(c.capital ? [c.capital] : [])])
  .map((n) => n.replace(/\./g, '\\.'))
  .sort((x, y) => y.length - x.length)
  .join(
    '|',
  )}|United Nations|U\\.N\\.|UN|NATO|Netherlands|Commonwealth|Republic|Philippines|Security Council|General Assembly)`;

const heads = [
  `(?:(?:Acting|Deputy|Vice|Former|Ex-)[ -]?)?Prime${b}Minister`,
  `(?:(?:Acting|Deputy|Vice|Assistant|Former)${b})?(?:Foreign|Defen[cs]e|Finance|Interior|Home|Trade|Commerce|Justice|War|Navy|Colonial|Cabinet|Dominions|Agriculture|Education|Health|Labou?r|Information|Economics|Transport|Oil|Petroleum|Air)${b}(?:Minister|Secretary)`,
  `(?:Acting${b})?(?:Deputy${b})?(?:Parliamentary${b}|Permanent${b}|Assistant${b}|Deputy${b})*(?:Under|Assistant${b}Under)[- ]?Secretary(?:${b}of${b}State)?`,
  `(?:Acting${b})?(?:Deputy${b})?(?:Assistant${b})*Secretary${b}of${b}(?:State|Defen[cs]e|Commerce|Agriculture|Labou?r|(?:the${b})?(?:Treasury|Navy|Army|Air Force|Interior|Cabinet|Department))`,
  `(?:Deputy${b}|Under[- ])?Secretary[- ]General`,
  `(?:Acting${b})?(?:Vice[- ])?(?:President|Premier|Chancellor|Chairman)`,
  `Chancellor${b}of${b}the${b}Exchequer|(?:First|Fourth)${b}Lord${b}of${b}the${b}Admiralty|Lord${b}President(?:${b}of${b}the${b}Council)?|Lord${b}Privy${b}Seal|First${b}Sea${b}Lord|Lord${b}Chancellor`,
  `(?:Acting${b})?(?:Deputy${b})?High${b}Commissioner`,
  `Charg[eé](?:${b}d[’'ʼ ]?Affaires)?`,
  `(?:Consul|Attorney|Solicitor|Governor|Director|Inspector|Surgeon|Judge${b}Advocate|Comptroller|Quartermaster)[- ]General`,
  `(?:Chiefs?${b}of${b}(?:the${b})?(?:General|Naval|Air|Defen[cs]e|Combined|Imperial${b}General)${b}Staff|Chief${b}of${b}Staff)`,
  `(?:Supreme${b}(?:Allied${b})?)?Commander[- ]in[- ]Chief|Supreme${b}(?:Allied${b})?Commander`,
  `(?:(?:Chief|Senior|Deputy|Assistant)${b})?(?:Naval|Military|Air|Defen[cs]e|Commercial|Press|Cultural|Army|Legal|Political|Labou?r|Scien(?:ce|tific)|Economic|Financial|Technical|Agricultural|Trade|Treasury)${b}(?:Attach[eé]|Advis[eo]r|Counsell?or)`,
  `Chiefs?${b}of${b}(?:Naval|Air|Army|Military)${b}(?:Operations|Intelligence)|Chief[- ]of[- ]Staff|Chief${b}Inspector|(?:External|Public|Foreign|Political|Information)${b}Affairs${b}Officer|General${b}Officer${b}Commanding(?:[- ]in[- ]Chief)?|Officer[- ]in[- ]Charge`,
  `(?:Acting${b}|Deputy${b}|Permanent${b}|Special${b}|Official${b})*Representative(?=${b}(?:to|at|in|on|of)${b}(?:the${b})?\\p{Lu})`,
  `Permanent${b}(?:Representative|Secretary|Delegate)`,
  `(?:Acting${b}|Deputy${b}|Assistant${b}|Vice${b}|First${b}|Second${b}|Third${b}|Chief${b}|Special${b}|Executive${b}|National${b}Security${b}|Senior${b}|Resident${b}|Private${b}|Parliamentary${b}|Trade${b}|Principal${b}|Official${b})*(?:Minister|Secretary|Ambassador|Director|Treasurer|Counsell?or|Commissioner|Governor|Consul|Administrator|Envoy|Resident|Advis[eo]r|Solicitor|Comptroller)`,
];

const complement = `(?:${b}(?:of|for|to|at|in|on)${b}(?:the${b})?(?:${portfolio}|\\p{Lu}[\\p{L}.’'-]*)(?:(?:${b}and${b}|${b}of${b}(?:the${b})?|${b}for${b}(?:the${b})?|${b})(?<!\\p{Ll}{2}\\.${b})(?!(?:Mr|Mrs|Dr|Sir|Lord|Senator|General|Ambassador|Minister|Prime|Secretary|President|Foreign)\\b)(?:\\p{Lu}[\\p{Ll}’'-]+))*)?`;
const complementInCapitals = `(?:${b}(?:OF|FOR|TO|AT|IN)${b}(?:THE${b})?(?:${portfolio.toUpperCase().replace(/\[ \]/g, '[ ]')}|${place.toUpperCase()})(?:${b}AND${b}(?:${portfolio.toUpperCase()}))?(?![\\p{L}]))?`;

//   > | the Secretary of State for Dominion Affairs   > | the Japanese Ambassador   > | American Minister, Moscow
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^
const mixed = new RegExp(
  `(?<![\\p{L}\\p{N}.-])(?=\\p{Lu}|the[ \\u00a0])(?<article>[Tt]he${b})?(?<nation>${nation})?(?<head>${heads.join('|')})(?![\\p{Lu}\\p{Ll}-])(?<complement>${complement})`,
  'uy',
);
/** The same pattern for a text in capitals: letters that are no part of an escape. */
const upper = (source: string): string =>
  source.replace(/\\p\{L[ul]?\}|\\u00a0|\\[a-z]|\(\?<[a-z]+>|[a-zé]/g, (c) =>
    c.length === 1 ? c.toUpperCase() : c,
  );
const capitalsPattern = new RegExp(
  `(?<![\\p{L}\\p{N}.-])(?<article>THE${b})?(?<nation>${upper(nation)})?(?<head>${upper(heads.join('|'))}|FONMIN|PRIMIN|DEFMIN|FINMIN|PERMREP|PERM${b}REP|REP|AMB|POL${b}COUNS|DCM|CHARGE|SYG)(?![\\p{L}-])(?<complement>${complementInCapitals})`,
  'uy',
);

/** Where an office may begin, and the beginnings of the words of which each has one. */
const begins = /(?<![\p{L}\p{N}.-])(?:\p{Lu}|the[ \u00a0])/gu;
const headWords =
  'Minister|Secretary|Under|President|Premier|Chancellor|Chairman|Lord|First|Fourth|High|Charg|Consul|Attorney|Solicitor|Governor|Director|Inspector|Surgeon|Judge|Comptroller|Quartermaster|Chief|Supreme|Commander|Attach|Advis|Counsel|Representative|Permanent|Ambassador|Treasurer|Commissioner|Administrator|Envoy|Resident|Officer|General|Prime';
const nouns = new RegExp(`(?<![A-Za-z])(?:${byFirstLetter(headWords)})`, 'g');
const nounsInCapitals = new RegExp(
  `(?<![A-Za-z])(?:${byFirstLetter(`${headWords.toUpperCase()}|FONMIN|PRIMIN|DEFMIN|FINMIN|PERM|REP|AMB|POL|DCM|SYG`)})`,
  'g',
);

/** Heads that say little where nothing stands with them: in capitals, or without an article, they are words. */
const weak =
  /^(?:Minister|Secretary|Director|Counsell?or|Commissioner|Governor|Consul|Administrator|Envoy|Resident|Advis[eo]r|Treasurer|Solicitor|Comptroller|Chairman|President|Premier|Chancellor|Ambassador)$/i;

export function annotateOffices(draft: Draft): void {
  const notes = holdersInNotes(draft);
  for (const span of [...headerSpans(draft), ...textSpans(draft)]) {
    const capitals = draft.inCapitals(span);
    const found = capitals
      ? nearNouns(draft.slice(span), begins, nounsInCapitals, capitalsPattern)
      : nearNouns(draft.slice(span), begins, nouns, mixed);
    for (const match of found) {
      const groups = match.groups ?? {};
      const start = span.start + match.index + (groups.article?.length ?? 0);
      // «Prime Minister to War Cabinet»: these are accredited to nobody.
      const to =
        /^(?:.*(?:Prime|Foreign|Defence|Acting Prime)[ \u00a0]Minister|.*President|.*Premier|.*Chancellor|Treasurer|.*Governor|.*Director)$/iu.test(
          groups.head ?? '',
        ) && /^\s*to\s/iu.test(groups.complement ?? '')
          ? (groups.complement ?? '').length
          : 0;
      const stop = to + (/\p{Ll}\.$/u.test(match[0]) ? 1 : 0);
      const where = { start, end: span.start + match.index + match[0].length - stop };
      const bare = !groups.nation && !groups.complement && weak.test(groups.head ?? '');
      // «by Minister and», «Director of»: without an article the word alone may be part of anything.
      if (bare && !groups.article && !withoutArticle(draft, where, capitals)) continue;
      if (capitals && /^CHARGE$/.test(groups.head ?? '') && !groups.article && !groups.nation) continue;
      // «A REPRESENTATIVE OF GROUPS»: in capitals the word before a noun is anybody.
      if (capitals && /REPRESENTATIVE$/.test(groups.head ?? '') && !groups.nation && !groups.complement)
        continue;
      if (
        bare &&
        capitals &&
        !/^(?:CHARGE|MINISTER|SECRETARY|AMBASSADOR|PRESIDENT|PREMIER|CHANCELLOR|CHAIRMAN)$/.test(
          groups.head ?? '',
        )
      )
        continue;
      if (draft.named(where)) continue;
      office(draft, where, notes);
    }
  }
}

/**
 * Without an article, as telegrams write, an office is one where it does or has something, or is told something.
 *
 *     > | President had many problems        > | Eyes only for Ambassador from Secretary        > | if President agrees
 *         ^^^^^^^^^                                             ^^^^^^^^^^      ^^^^^^^^^             ^^^^^^^^^
 */
function withoutArticle(draft: Draft, { start, end }: Span, capitals: boolean): boolean {
  const after = draft.text.slice(end, end + 16);
  const before = draft.text.slice(Math.max(0, start - 40), start);
  if (eyesOnly.test(before)) return true;
  // «PARTY SECRETARY SAID»: in capitals what stands before must be a word that can be no part of the office.
  const word = /(\p{L}+)[ \u00a0]+$/u.exec(before)?.[1];
  if (capitals && word && (unit.test(word) || !isCommon(word.toLowerCase()))) return false;
  if (acts.test(after)) return true;
  if (!/^(?:President|Ambassador|Secretary|Premier|Chancellor)$/i.test(draft.text.slice(start, end)))
    return false;
  if (has.test(after)) return !/\p{Lu}\p{Ll}+[ \u00a0]$|\b(?:an?|former)[ \u00a0]$/u.test(before);
  return told.test(before) && !/^[ \u00a0]?\p{Lu}\p{Ll}|^[ \u00a0]OF\b|^-/u.test(after);
}

const acts =
  /^[ \u00a0\n](?:had|has|was|is|would|will|should|might|could|may|did|does|said|asked|told|replied|felt|thought|believes?|agreed|agrees|wishes|wants|hopes|stated|noted|added|stressed)\b/iu;
const has = /^[’'ʼ]s\b/iu;
const eyesOnly = /\bEyes Only(?:[ ]for)?[ ]$|\bEyes Only for (?:Ambassador|Secretary) from $/iu;
/** Who is spoken to, or does what follows. */
const told =
  /\b(?:told|tell|informed?|informing|assured?|reminded|asked|(?<=\b(?:I|we)[ \u00a0\n])(?:saw|met)|if|whether|when|hope|because)[ \u00a0\n]$/iu;
const unit =
  /^(?:VICE|PARTY|ASSISTANT|DEPUTY|FIRST|SECOND|THIRD|PRESS|PRIVATE|GENERAL|BOARD|COMPANY|BANK|A|AN|NO|EVERY|ANOTHER|FORMER|EACH|ANY)$/;

/** Fields of the header in which a person has an office beside him. */
const headerSpans = (draft: Draft): readonly Span[] =>
  draft.document.header.fields
    .filter(
      (f) =>
        f.layer === 'text' &&
        ['from', 'to', 'copy', 'participants', 'subject', 'signature'].includes(f.name) &&
        (f.name === 'participants' ||
          draft.namesIn(f.span).some((n) => n.type === 'person' && n.span.end < f.span.end)),
    )
    .map((f) => f.span);

function office(draft: Draft, where: Span, notes: ReadonlyMap<string, Entity>): void {
  const printed = draft.slice(where).replace(/\s+/g, ' ');
  const name = /\p{Ll}/u.test(printed)
    ? printed
    : printed
        .split(' ')
        .map((w) => (/^(?:OF|FOR|TO|THE|AT|IN|AND|ON)$/.test(w) ? w.toLowerCase() : titleCase(w)))
        .join(' ');
  const holder = heldInApposition(draft, where, name) ?? heldByNameBehind(draft, where);
  // What only a note tells is known of the person; the text itself speaks of the office.
  const noted = holder ? undefined : heldInNote(draft, where, notes);
  if (noted) draft.addFacts(noted.id, { office: name });
  const entity = draft.entityFor(`office ${name.toLowerCase()}`, 'office', name);
  const { holder: known, noted: before } = draft.entity(entity.id)?.facts ?? {};
  // Two holders of one office in a document, «the Prime Minister [2]» another than the addressee: it stands for neither.
  const one = holder ?? noted;
  if (one && [known, before].some((id) => id !== undefined && id !== one.id))
    draft.addFacts(entity.id, { contested: 'yes' });
  if (holder) draft.addFacts(holder.id, { office: name });
  if (holder && !known) draft.addFacts(entity.id, { holder: holder.id });
  if (noted && !before) draft.addFacts(entity.id, { noted: noted.id });
  const mention: NameMention = {
    kind: 'name',
    type: 'office',
    form: 'name',
    span: where,
    entity: entity.id,
    rule: 'name.office',
    certainty: 'high',
  };
  draft.add(mention);
}

/**
 * The person whose name the office stands beside.
 *
 *     > | Mr. Ball, Under Secretary of State, …      > | Gromyko, the Foreign Minister, …
 *         ^^^^^^^^                                        ^^^^^^^
 */
function heldInApposition(draft: Draft, where: Span, name: string): Entity | undefined {
  const before = draft.text.slice(Math.max(0, where.start - 60), where.start);
  const gap =
    /(?:\s?\[\d{1,2}\])?(?:,[\s\u00a0]+(?:the[\s\u00a0]+|an?[\s\u00a0]+)?(?:(?:then|former|formerly|new|acting)[\s\u00a0]+)?|[\s\u00a0]*\((?:the[\s\u00a0]+)?)$/iu.exec(
      before,
    );
  if (!gap || gap[0].length === 0) return undefined;
  // The apposition ends with a stop, a bracket or the line: «Mr. Gromyko, the Secretary said» is none.
  if (
    !/^(?:[ \u00a0]?\[\d{1,3}\])?[ \u00a0]*(?:[,;.:)\n]|$|and\b|to\b[ ]|—)/u.test(
      draft.text.slice(where.end, where.end + 8),
    )
  )
    return undefined;
  const at = where.start - gap[0].length;
  const person = draft
    .namesIn({ start: Math.max(0, at - 80), end: at })
    .filter((n) => n.type === 'person' && n.span.end === at)
    .at(-1);
  if (person) return person.entity ? draft.entity(person.entity) : undefined;
  // A name that nothing else has marked; the office that follows says it is a person's.
  const line = Math.max(0, at - 50);
  const capitals = inCapitals(draft.text, { start: Math.max(0, at - 200), end: at + 100 });
  const words = wordsOf(draft.text, { start: line, end: at });
  for (const n of [3, 2, 1]) {
    const from = words.length - n;
    const first = words[from];
    const last = words.at(-1);
    if (!first || !last || last.end !== at || last.possessive) continue;
    if (nameRun(draft.text, words, from, capitals, n) !== n) continue;
    const names = words.slice(from);
    if (
      names.some(
        (w) => w.text.length > 1 && (isCommon(w.key) || isPlaceName(w.text) || !isNameWord(w, capitals)),
      )
    )
      continue;
    const span = { start: first.start, end: last.end };
    if (draft.named(span) || isPlaceName(draft.slice(span))) continue;
    if (n === 1 && capitals) continue;
    const tokens = tokensOf(draft.text, names);
    const known = draft.bearers((tokens.at(-1) ?? '').toLowerCase());
    const entity = known.length === 1 && known[0] ? known[0] : draft.addPerson(tokens, { office: name });
    draft.add({
      kind: 'name',
      type: 'person',
      form: 'name',
      span,
      entity: entity.id,
      rule: 'name.apposition',
      certainty: 'medium',
    });
    return entity;
  }
  return undefined;
}

//   > | the Minister for External Affairs, Dr Evatt, …
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^
function heldByNameBehind(draft: Draft, where: Span): Entity | undefined {
  const gap = /^(?:,[\s\u00a0]+|[\s\u00a0]+\()/u.exec(draft.text.slice(where.end, where.end + 4));
  if (!gap) return undefined;
  const at = where.end + gap[0].length;
  const name = draft
    .namesIn({ start: at, end: at + 60 })
    .find((n) => n.type === 'person' && n.span.start === at);
  if (!name?.entity || !/^(?:\s?\[\d+\])?[,.;)]/u.test(draft.text.slice(name.span.end, name.span.end + 6)))
    return undefined;
  // In a list of many each has his own commas.
  const titled = name.roleName ? draft.slice(name.roleName) : '';
  return titled === '' || isCourtesy(titled) ? draft.entity(name.entity) : undefined;
}

/** Notes that are nothing but the name of a person, by their number. */
function holdersInNotes(draft: Draft): ReadonlyMap<string, Entity> {
  const holders = new Map<string, Entity>();
  for (const block of draft.document.blocks) {
    if (block.kind !== 'note' || !block.n) continue;
    const person = soleName(draft, block);
    if (person) holders.set(block.n, person);
  }
  return holders;
}

function soleName(draft: Draft, block: NoteBlock): Entity | undefined {
  const start = block.label ? block.label.end : block.span.start;
  const words = draft.text.slice(start, block.span.end).replace(/[_*]/g, ' ').trim().replace(/\.$/, '');
  if (words.length > 50 || words.length < 4) return undefined;
  const names = draft.namesIn({ start, end: block.span.end });
  const one = names.length === 1 ? names[0] : undefined;
  if (one?.type === 'person' && one.entity && draft.slice(one.span) === words)
    return draft.entity(one.entity);
  return undefined;
}

//   > | I saw the Secretary of State [1] today.
//             ^^^^^^^^^^^^^^^^^^^^^^ ^^^
function heldInNote(draft: Draft, where: Span, notes: ReadonlyMap<string, Entity>): Entity | undefined {
  const mark = /^[\s\u00a0]?\[(\d{1,3})\]/u.exec(draft.text.slice(where.end, where.end + 7))?.[1];
  return mark ? notes.get(mark) : undefined;
}
