/**
 * Minutes whose parties go by letters: «AB emphasizes that …, CD replies that …». Two or three capitals that again and
 * again stand before a verb of saying are somebody; who, the initials of one person of the document tell, else they
 * are an office, called so.
 */
import type { Entity, Span } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { textSpans } from './people.ts';
import { isPlaceName } from './places.ts';
import { isCommon } from './words.ts';

//   > | AB also emphasizes that        > | the DG replied
//       ^^                                     ^^
const speaking =
  /(?=[A-Z][A-Z.])(?<![\p{L}\p{N}./’'-])(?:[A-Z]{2,4}|[A-Z]\.[A-Z]\.)(?=[ \u00a0](?:(?:also|then|again|further|now|finally|\p{L}+ly)[ \u00a0])?(?:says?|said|asks|asked|emphasi[sz]e[sd]|points? out|pointed out|repl(?:ies|ied)|confirm(?:s|ed)|repeat(?:s|ed)|affirm(?:s|ed)|add(?:s|ed)|answer(?:s|ed)|agree[sd]|not(?:es|ed)|state[sd]|stress(?:es|ed)|explain(?:s|ed)|thinks|believes|remark(?:s|ed)|observe[sd]|suggest(?:s|ed)|assure[sd]|inform(?:s|ed)|mention(?:s|ed)|wonders|goes on|went on|insist(?:s|ed)|argue[sd]|conclude[sd]|propose[sd]|tells|told|inquire[sd]|enquire[sd]|welcome[sd]|thanks|refer(?:s|red))\b)/gu;

/** Letters that are a state's or a body's everywhere. */
const others =
  /^(?:US|UK|UN|EC|EU|UAR|USSR|USA|PRC|ROC|GDR|FRG|DDR|EEC|NATO|OAS|OAU|PLO|CIA|FBI|KGB|IMF|BBC|AP|UPI|AFP|TASS|NCNA|SVN|DRV|ROK|DPRK|NZ|HMG|USG|GOI)$/;

export function annotateInitials(draft: Draft): void {
  annotateLetters(draft, (letters) => !office.test(letters));
}

/** After speech has been found: the letters of an office are an office, but nobody's voice unless the paper names him. */
export function annotateOfficeLetters(draft: Draft): void {
  annotateLetters(draft, (letters) => office.test(letters));
}

const office = /^(?:PM|FM)$/;

function annotateLetters(draft: Draft, wanted: (letters: string) => boolean): void {
  // Most documents have none: one look tells.
  if (draft.text.search(speaking) < 0) return;
  const spans = textSpans(draft).filter((s) => !draft.inCapitals(s));
  const counts = new Map<string, number>();
  for (const span of spans)
    for (const match of draft.slice(span).matchAll(speaking)) {
      const where = at(span, match);
      if (draft.named(where) || isPlaceName(match[0]) || others.test(bare(match[0]))) continue;
      if (!wanted(match[0]) || (!office.test(match[0]) && isCommon(match[0].toLowerCase()))) continue;
      counts.set(match[0], (counts.get(match[0]) ?? 0) + 1);
    }
  for (const [letters, count] of counts) {
    if (count < 2) continue;
    const entity = bearerOf(draft, bare(letters));
    const everywhere = new RegExp(
      `(?<![\\p{L}\\p{N}./’'-])${letters.replace(/\./g, '\\.')}(?![\\p{L}\\p{N}/])`,
      'gu',
    );
    for (const span of spans)
      for (const match of draft.slice(span).matchAll(everywhere)) {
        const where = at(span, match);
        // «at 3 PM» is an hour.
        if (draft.named(where) || /\d[ \u00a0]?$/.test(draft.text.slice(where.start - 2, where.start)))
          continue;
        draft.add({
          kind: 'name',
          type: entity.kind,
          form: 'name',
          span: where,
          entity: entity.id,
          rule: 'name.letters',
          certainty: entity.kind === 'person' ? 'medium' : 'low',
        });
      }
  }
}

const bare = (letters: string): string => letters.replace(/\./g, '');

const at = (span: Span, match: RegExpExecArray): Span => ({
  start: span.start + match.index,
  end: span.start + match.index + match[0].length,
});

/** The one person whose names begin with these letters, else an office of that name. */
function bearerOf(draft: Draft, letters: string): Entity {
  const people = draft.entities.filter(
    (e) =>
      e.kind === 'person' &&
      (e.facts.tokens ?? '')
        .split(' ')
        .map((t) => t[0] ?? '')
        .join('')
        .toUpperCase() === letters,
  );
  const [one] = people;
  return people.length === 1 && one ? one : draft.entityFor(`office ${letters}`, 'office', letters);
}
