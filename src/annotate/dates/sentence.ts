/**
 * What the sentence around an expression says: where it begins and ends, whether it looks ahead or back,
 * which part of the day it names. Windows are bounded, so that the whole pass stays linear.
 */
import type { Span } from '../../document.ts';
import type { PartOfDay } from './meaning.ts';
import { partOfDay } from './words.ts';

const REACH = 320;
// A full stop, blank and a capital end a sentence, unless an abbreviation or an initial stands before it.
const STOP = /[.!?]['"’”)]{0,2}\s{1,4}(?=[A-Z“"‘'(\d])|\n\s{0,20}\n/g;
const NO_STOP =
  /\b(?:[A-Za-z]|Mr|Mrs|Dr|No|Nos|St|Gen|Col|Sen|Amb|Messrs|cf|viz|approx|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)$/i;

export function sentenceAround(text: string, start: number, end: number): Span {
  const from = Math.max(0, start - REACH);
  const to = Math.min(text.length, end + REACH);
  let first = from;
  for (const stop of stops(text.slice(from, start))) first = from + stop;
  let last = to;
  for (const stop of stops(text.slice(end, to))) {
    last = end + stop;
    break;
  }
  return { start: first, end: last };
}

function* stops(window: string): Generator<number> {
  for (const match of window.matchAll(STOP)) {
    if (match[0][0] === '.' && NO_STOP.test(window.slice(Math.max(0, match.index - 8), match.index)))
      continue;
    yield match.index + match[0].length;
  }
}

const AHEAD =
  /\b(?:will|shall|would|should|next|plan(?:s|ned|ning)?|propos[A-Za-z]*|intend[A-Za-z]*|expect[A-Za-z]*|schedul[A-Za-z]*|deadline|postpon[A-Za-z]*|tomorrow|forthcoming|upcoming|hop(?:e|es|ed|ing)|arrang[A-Za-z]+|no later than|not later than|due|holding|leaves?|leaving|arrives?|arriving|begins|opens|to (?:be|hold|meet|visit|arrive|leave|depart|return|take place|begin|start|resume|complete|sign|discuss)|going to|is to|are to|be held|may|might|can|ready by)\b/gi;
/**
 * Verbs of saying and thinking, as the inside of a group: what they tell may lie ahead. «He suggested October».
 */
const SAYING =
  'said|told|spoke|wrote|suggest|mention|indicat|discuss|agreed|consider|envisag|request|urg(?=ed)|favou?r|prefer|asked|inform|advis|stated|reiterat|repeat|explain|reported|express|emphasi|assur|confirm|announc|stress|inquir|conclud|believ|replied|raised|describ|referr|pointed|decid|determin|want';
// The present perfect goes with no definite time of the past: «has agreed to the October meeting» tells no side.
const BACK = new RegExp(
  `\\b(?:(?:was|were|had)(?!\\s(?:${SAYING}))|did|ago|last|since|met|left|sent|took|gave|(?<!be )held|saw|made|came|went|began|fell|became|broke|fled|flew|got|grew|lost|paid|rose|struck|withdrew|yesterday|my (?:telegram|cable|letter)|your (?:telegram|cable|letter)|telegram of|letter of|note of|dated|(?<!\\b(?:has|have)(?:\\s[a-z]{2,9})?\\s)(?!need|proceed|indeed|exceed|succeed|hoped|plann|propos|intend|expect|schedul|postpon|arrang|${SAYING})[A-Za-z]{3,12}ed)\\b`,
  'gi',
);
// > | he said on the 28th        > | I told him in October
const SAID_THEN = new RegExp(
  `\\b(?:${SAYING})[a-z]{0,5}(?:\\s(?:me|us|him|them|her|it|this))?\\s(?:on|in)\\s(?:the\\s)?$`,
  'i',
);

// > | your telegram 345 of the 28th         > | mine of the 13th
const WRITTEN =
  /\b(?:telegrams?|cables?|cablegrams?|letters?|notes?|messages?|memorand(?:um|a)|des?patch(?:es)?|dispatch(?:es)?|minutes?|communications?|papers?|reports?|submissions?|speech(?:es)?|mine|yours|decisions?|statements?)(?:\s(?:(?:nos?\.?|numbers?|numbered)\s?)?[\w./]{1,12})?\sof\s(?:the\s)?$/i;
// > | as far back as 30th July
const FAR_BACK = /\bas\s(?:far\sback|long\sago)\sas\s(?:the\s)?$/i;
// > | in your speech on 28 July when you said
const WHEN_SAID = new RegExp(
  `^,?\\s(?:when|in which|in whose course|at which)\\s(?:[A-Za-z.]{1,16}\\s){1,3}?(?:(?:had\\s)?(?:${SAYING})(?:d|ed)?|was|were|had|did|made|gave|took|met|saw)\\b`,
  'i',
);
// > | by Monday
const LIMIT = /\b(?:by|until|till|not later than)\s(?:the\s)?$/i;

// > | the Council adjourned until Monday        what was put off lies ahead, though the putting off is past
const PUT_OFF =
  /\b(?:adjourn|postpon|defer|delay|put\soff|held\sover|extend|prolong|recess|suspend|prorogu|stand\sover)[a-z]*\b[^.;]{0,48}\b(?:until|till|to)\s(?:the\s|next\s)?$/i;

const WANTED = /\b(?:is|are|be|please|request|grateful|must|needs?)\b/i;

/** Whether the nearest sign in the sentence looks ahead or back. */
export function direction(text: string, start: number, end: number): 'ahead' | 'back' | undefined {
  const sentence = sentenceAround(text, start, end);
  const lead = text.slice(Math.max(sentence.start, start - 140), start);
  const rest = text.slice(end, Math.min(sentence.end, end + 80));
  if (WRITTEN.test(lead) || SAID_THEN.test(lead) || FAR_BACK.test(lead) || WHEN_SAID.test(rest))
    return 'back';
  if (PUT_OFF.test(lead)) return 'ahead';
  const limit = LIMIT.test(lead);
  if (limit && WANTED.test(lead)) return 'ahead';
  const ahead = distance(AHEAD, lead, rest);
  const back = distance(BACK, lead, rest);
  if (ahead === back) return back === Number.POSITIVE_INFINITY && limit ? 'ahead' : undefined;
  return ahead <= back ? 'ahead' : 'back';
}

const EVENT = 'meeting|conference|session|elections?|summit|talks|visit|assembly';
const EVENT_AFTER = new RegExp(`^\\s(?:${EVENT})\\b`, 'i');
// > | to settle it before the party congress in October
const EVENT_BEFORE = new RegExp(
  `\\b(?:before|until|till|prior to|in time for|ahead of)\\s(?:the|its|their|this)\\s(?:[A-Za-z-]{2,16}\\s){0,3}(?:${EVENT}|congress)\\s(?:in|on)\\s$`,
  'i',
);

/** `the October meeting`, `before the meeting in October`: what has a date of its own, held once and not every year. */
export const namesAnEvent = (text: string, start: number, end: number): boolean =>
  EVENT_AFTER.test(text.slice(end, end + 14)) ||
  EVENT_BEFORE.test(text.slice(Math.max(0, start - 90), start));

function distance(signs: RegExp, lead: string, rest: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (const match of lead.matchAll(signs)) least = lead.length - match.index - match[0].length;
  for (const match of rest.matchAll(signs)) {
    // A word after the expression says less about it than one before.
    least = Math.min(least, match.index + 20);
    break;
  }
  return least;
}

const PART = /\b(?:morning|forenoon|afternoon|evening|night|tonight)\b/gi;

/** The part of the day a sentence names, if it names one only. */
export function partNamed(text: string, start: number, end: number): PartOfDay | undefined {
  const sentence = sentenceAround(text, start, end);
  const parts = new Set<PartOfDay>();
  for (const match of text.slice(sentence.start, sentence.end).matchAll(PART)) {
    const word = match[0].toLowerCase();
    const part = word === 'tonight' ? 'night' : partOfDay(word);
    if (part) parts.add(part);
  }
  return parts.size === 1 ? [...parts][0] : undefined;
}
