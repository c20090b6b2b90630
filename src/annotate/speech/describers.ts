/**
 * Speakers whom the text only describes: «German authorities in London», «the Pan American representative», `UK REP`,
 * `MFA OFFICIALS`, «the French». Who they are nobody says; that they speak is certain, so they are entities of their
 * own, called by the words of the text.
 */
import type { Entity, Span } from '../../document.ts';
import { countries } from '../countries.ts';
import type { Draft } from '../draft.ts';

const one =
  'chancellor|formin|fonmin|promin|primin|finmin|defmin|admiral|colonel|caller|reporter|journalist|soldier|pilot|captain|observer|spokesman|spokeswoman|spokesperson|representative|rep|delegate|official|officer|minister|ambassador|amb|counsel|counsell?or|couns|chairman|secretary|director|president|premier|charg[eé]|consul|attach[eé]|permrep|usrep|leader|adviser|advisor|correspondent|editor|negotiator|commissioner|manager|informant|contact|source|speaker|participant|interlocutor|deputy|prime minister|foreign minister|polcouns|econcouns|econ couns|dcm|fonoff|witness|envoy|emboff|poloff|econoff|conoff|consoff|misoff|deptoff|usoff|usdel|defatt|armatt|milatt|labatt|fonsec|permsec|syg|depsec|pao|adcm|dasd|das|congen|colleague';
const many =
  'soldiers|personnel|contacts|colleagues|community|interlocutors|directors|officers|reporters|journalists|students|workers|prisoners|refugees|survivors|witnesses|observers|spokesmen|representatives|reps|delegates|officials|sources|ministers|ambassadors|leaders|members|advisers|advisors|authorities|governments?|govt|ministry|embassy|legation|department|dept|delegation|del|mission|groups?|party|committee|council|cabinet|office|side|regime|administration|leadership|command|staff|board|company|faction|organi[sz]ations?|union|association|parliament|commission|secretariat|headquarters|circles|negotiators|participants|delegations|embassies|mfa|fonoff|foreign office|white house|bureau|emboffs|poloffs|consoffs|usoffs|misoffs';
const stop =
  '(?:a|an|the|and|or|but|that|which|who|whom|whose|to|of|in|on|at|with|by|for|from|when|while|as|because|if|said|told|was|were|is|are|had|has|have|would|will|not|this|these|those|he|she|they|it|we|i|all|both|there|what|how|whether|than|then|so|also|after|before|since|about|under|between|against|made|gave|asked|into|although|though|unless|until|if|where|during|within|through|following)';
const word = `(?!${stop}\\b)[\\p{L}][\\p{L}.’'ʼ-]*`;
const b = '[ \\u00a0\\n]{1,3}';

/** Where a clause may begin. */
const opens = `(?:^|(?<=[.,;:—–()\\n"“‘'-]${b}|[(\\n“"]|\\b(?:that|and|but|when|while|as|if|because|since|after|before|although|though|until|unless|whether)${b}))`;

//   > | German authorities in London notified        > | the Pan American representative in Istanbul told me
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const described = new RegExp(
  `${opens}(?<article>(?:the|a|an|some|several|certain|two|three|four|other|most|many|his|their|our)${b})?(?<name>(?:${word}${b}){0,5}?(?:(?<one>${one})|(?<many>${many}))(?:${b}(?:of|in|at|from|for|to)${b}(?!(?:first|last|once|end|outset|beginning|close|lunch|dinner|luncheon|meeting|one|some|his|her|their|our|its|which|least|length|this|that|reply|response|turn|answer|private|confidence|return|general|particular|conclusion|addition|effect|present|time|all|fact)\\b)(?:the${b})?\\p{Lu}[\\p{L}.’'-]*(?:${b}\\p{Lu}[\\p{L}.’'-]*){0,3})?)$`,
  'diu',
);

const peoples = new RegExp(
  `${opens}(?<article>the${b})?(?<name>${[
    ...countries.flatMap((c) => c.adjectives).filter((a) => /(?:ese|sh|ch|ss)$/.test(a)),
    'Soviets',
    'Americans',
    'Russians',
    'Germans',
    'Israelis',
    'Egyptians',
    'Italians',
    'Indians',
    'Indonesians',
    'Australians',
    'Canadians',
    'Romanians',
    'Yugoslavs',
    'Poles',
    'Turks',
    'Greeks',
    'Swedes',
    'Danes',
  ].join('|')})$`,
  'diu',
);

export interface Described {
  readonly span: Span;
  /** More than one, or a body. */
  readonly many: boolean;
}

/** The description that ends right here, the blank before the verb excluded; undefined where none does. */
export function describedBefore(text: string, from: number, end: number): Described | undefined {
  const start = Math.max(from, end - 120);
  const words = text.slice(start, end);
  const match = described.exec(words);
  const at = match?.indices?.groups?.name;
  if (match && at) {
    // Without an article a single small word is no speaker: «member said».
    const name = match.groups?.name ?? '';
    if (!match.groups?.article && !/\s/.test(name) && !/^\p{Lu}/u.test(name)) return undefined;
    return { span: { start: start + at[0], end }, many: match.groups?.many !== undefined };
  }
  const people = peoples.exec(words);
  const whole = people?.indices?.groups?.name;
  if (!people || !whole || (!people.groups?.article && !/s$/i.test(people.groups?.name ?? '')))
    return undefined;
  return { span: { start: start + whole[0], end }, many: true };
}

/**
 * The entity of a description: the one person before whose name the text has these very words (`OVIR DIRECTOR SMITH`,
 * later `OVIR DIRECTOR`); else one for all places that use them.
 */
export function describedEntity(draft: Draft, { span, many }: Described): Entity {
  const name = draft.slice(span).replace(/\s+/g, ' ');
  const person = many || !/\s/.test(name) ? undefined : calledSo(draft, name);
  if (person) return person;
  return draft.entityFor(`described ${name.toLowerCase()}`, many ? 'org' : 'office', name, { told: 'yes' });
}

function calledSo(draft: Draft, name: string): Entity | undefined {
  const words = name.split(' ').map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const before = new RegExp(`(?<!\\p{L})${words.join('\\s+')},?\\s+[^\\s,.;]+(?:\\s+[^\\s,.;]+){0,2}$`, 'iu');
  const found = new Set<string>();
  for (const a of draft.annotations)
    if (
      a.kind === 'name' &&
      a.type === 'person' &&
      a.entity &&
      before.test(draft.text.slice(Math.max(0, a.span.start - name.length - 8), a.span.end))
    )
      found.add(a.entity);
  const [one] = found;
  return found.size === 1 && one ? draft.entity(one) : undefined;
}

/** A state or its capital that speaks stands for its government. */
export function governmentAt(draft: Draft, place: Entity, printed: string): Entity {
  return draft.entityFor(`government ${place.id}`, 'org', printed, { told: 'yes' });
}
