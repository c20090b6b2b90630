/**
 * Bodies in texts all in capitals, by their kind: what stands before the kind belongs to the name as long as it is a
 * nation, a place, a word of such names, or no word of the language; one of them at least must single the body out.
 *
 *     > | THE SWEDISH SHIPOWNERS ASSOCIATION        > | NATIONAL CANCER INSTITUTE        > | BANK OF LONDON
 *             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^
 */
import type { Span } from '../../document.ts';
import { countries } from '../countries.ts';
import type { Draft } from '../draft.ts';
import { bodyOf, isKnownBody, organisationName } from './organisations.ts';
import { isPlaceName } from './places.ts';
import { adjoins, isCommon, type Word } from './words.ts';

const kinds: ReadonlySet<string> = new Set(
  (
    'academy institute university laboratory corporation association federation bank commission council committee ' +
    'agency organization organisation foundation party alliance court fleet society board chamber airlines airways ' +
    'confederation ministry congress assembly company ltd inc corp trading steel industries'
  ).split(' '),
);
const anyKind = new RegExp(`\\b(?:${[...kinds].join('|').toUpperCase()})\\b`);
/** These may have their place behind them: «BANK OF LONDON». */
const placedKinds = /^(?:bank|university|court|chamber)$/;

/** Words of the names of bodies. */
const modifiers: ReadonlySet<string> = new Set(
  (
    'medical cancer health research development economic social labor labour trade commerce industrial agricultural ' +
    'energy atomic nuclear security defense defence intelligence news press radio political democratic socialist ' +
    'communist liberal conservative republican nationalist christian peoples revolutionary liberation action salvation ' +
    'independence workers farmers peasants students teachers women youth railway shipping maritime aviation petroleum oil ' +
    'gas mining steel sugar coffee cotton textiles electricity power water export import investment reserve monetary ' +
    'finance planning science scientific technical technology cultural environmental meteorological olympic human rights ' +
    'refugee relief scouts arab islamic moslem muslim african asian american european latin atlantic pacific ' +
    'north south east west northern southern eastern western constitutional judiciary appropriations armed foreign relations affairs high joint permanent executive general'
  ).split(' '),
);
/** Words that single a body out. */
const anchors =
  /^(?:national|nationalist|international|world|central|federal|supreme|royal|imperial|democratic|socialist|communist|liberal|seventh|sixth|second|first)$/;
const indefinite =
  /^(?:a|an|any|some|no|another|each|every|other|such|his|her|their|its|our|your|which|what)$/;
const never: ReadonlySet<string> = new Set(
  'hoc ad exec del working steering subj ref reftel para'.split(' '),
);

const nations: ReadonlySet<string> = new Set(
  countries.flatMap((c) => c.adjectives).map((a) => a.toLowerCase()),
);

/** Before places are sought, which may be parts of such names. */
export function annotateBodiesInCapitals(draft: Draft, spans: readonly Span[]): void {
  for (const span of spans) {
    // Most have none: one look tells.
    if (!anyKind.test(draft.slice(span)) || !draft.inCapitals(span)) continue;
    const words = draft.words(span);
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as Word;
      if (!kinds.has(word.key) || !/^\p{Lu}+$/u.test(word.text)) continue;
      const where = bodyAt(draft, words, i);
      if (!where || draft.named(where) || isPlaceName(draft.slice(where))) continue;
      const entity = bodyOf(draft, organisationName(draft.slice(where)));
      draft.add({
        kind: 'name',
        type: 'org',
        form: 'name',
        span: where,
        entity: entity.id,
        rule: entity.register ? 'name.register' : 'name.organisation',
        certainty: 'medium',
      });
    }
  }
}

function bodyAt(draft: Draft, words: readonly Word[], at: number): Span | undefined {
  const { text } = draft;
  const kind = words[at] as Word;
  let first = at;
  let anchored = false;
  let only = '';
  const start = () => (words[first] as Word).start;
  while (first > 0 && at - first < 5) {
    const before = words[first - 1] as Word;
    const next = words[first] as Word;
    if (before.possessive || !adjoins(text, before, next) || !/^\p{Lu}[\p{Lu}-]+$/u.test(before.text)) break;
    if (before.key === 'and' && first < at && first > 1 && modifiers.has((words[first - 2] as Word).key)) {
      first--;
      continue;
    }
    const anchor = isAnchor(before);
    if (!anchor && !modifiers.has(before.key)) break;
    anchored ||= anchor;
    only = before.key;
    first--;
  }
  while (first < at && (words[first] as Word).key === 'and') first++;
  // «INTERNA- TIONAL»: the line broke the word.
  while (first > 0 && first < at && /[A-Z]-[ \n]+$/.test(text.slice(Math.max(0, start() - 6), start())))
    first--;
  const lead = words[first - 1];
  if (lead && adjoins(text, lead, words[first] as Word) && indefinite.test(lead.key)) return undefined;
  // «THE ITALIAN PARTY» may be anyone's.
  if (kind.key === 'party' && at - first === 1 && (nations.has(only) || /(?:an|ese|ish)$/.test(only)))
    return undefined;
  // «THE EAST BANK OF SUEZ» is one of a river.
  if (
    kind.key === 'bank' &&
    /^(?:east|west|eastern|western|left|right|other)$/.test(words[at - 1]?.key ?? '')
  )
    return undefined;
  // «JAPAN STEEL EXPORTS» are no firm's; «NAGANO STEEL;» is one of a list.
  if (
    /^(?:steel|trading|industries)$/.test(kind.key) &&
    !/^ ?[;,.)]/.test(text.slice(kind.end, kind.end + 2))
  )
    return undefined;
  // «AGENCY FILE NUMBER» is a row of a form.
  if (/^[ ]FILE\b/.test(text.slice(kind.end, kind.end + 6))) return undefined;
  const behind =
    knownBehind(draft, words, at, start()) ??
    (placedKinds.test(kind.key) ? placeBehind(draft, words, at) : undefined);
  if (!anchored && behind === undefined) return undefined;
  return { start: start(), end: behind ?? kind.end };
}

const isAnchor = (word: Word): boolean =>
  anchors.test(word.key) ||
  nations.has(word.key) ||
  isPlaceName(word.text) ||
  (word.text.length >= 3 && !isCommon(word.key) && !never.has(word.key));

/** The end of a longer name that the data have: «INTERNATIONAL COURT OF JUSTICE». */
function knownBehind(draft: Draft, words: readonly Word[], at: number, start: number): number | undefined {
  for (const n of [4, 3, 2]) {
    const to = words[at + n];
    if (to && isKnownBody(draft.text.slice(start, to.end))) return to.end;
  }
  return undefined;
}

function placeBehind(draft: Draft, words: readonly Word[], at: number): number | undefined {
  const of = words[at + 1];
  if (of?.key !== 'of') return undefined;
  for (const n of [3, 2, 1]) {
    const [from, to] = [words[at + 2], words[at + 1 + n]];
    if (from && to && isPlaceName(draft.text.slice(from.start, to.end))) return to.end;
  }
  return undefined;
}
