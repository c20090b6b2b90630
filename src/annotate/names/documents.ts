/**
 * Documents and treaties: telegrams by number, articles of a treaty, instruments by the word that says what
 * they are, drafts under discussion.
 */
import type { Entity, Span } from '../../document.ts';
import { byFirstLetter } from '../by-first-letter.ts';
import { countries } from '../countries.ts';
import type { Draft } from '../draft.ts';
import { places } from './data/places.ts';
import { entryNamed, factsOf } from './match.ts';
import { instrumentInTitle } from './treaty-at-hand.ts';

const kind =
  '[Tt]elegrams?|[Cc]ablegrams?|[Cc]ables?|[Dd]espatch(?:es)?|[Dd]ispatch(?:es)?|[Ss]avingrams?|[Aa]irgrams?|[Mm]emorand(?:um|a)|[Cc]irculars?|[Mm]essages?|[Ll]etters?|[Mm]inute|[Nn]ote|[Ss]ubmission';
const whose = '[Oo]utgoing|[Ii]ncoming|[Mm]y|[Yy]our|[Oo]ur|[Hh]is|[Tt]heir';
//   > | Outgoing Telegram No. 1371   > | my telegram 34   > | Cablegram D77   > | Embassy telegram 2134
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^
const telegram = new RegExp(
  `\\b(?:(?:${whose}|[Dd]eptel|[Ee]mbassy|[Dd]epartment) )?(?:(?:circular|personal|immediate|secret) )*(?:${kind})[ ](?:(?:No|Nos|no|NO)\\.?[ ]?|[Nn]umber[ ]|UN[ ])?((?:[A-Z]{1,4}\\.?[ ]?)?\\d{1,6}[A-Z]?)(?![\\p{L}\\d.]*\\d|th|st|nd|rd|[ ](?:${months()})|[ ](?:pages|copies|lines|paragraphs|words|days|years))`,
  'gu',
);
//   > | my 1337   > | your No. 52   > | Reference my 69
//       ^^^^^^^       ^^^^^^^^^^^               ^^^^^
const mine =
  /\b(?:[Mm]y|[Yy]our|[Oo]ur|MY|YOUR|OUR)[ ](?:No\.?[ ]?)?([A-Z]{0,3}\d{1,5})(?![\d:%]|[ ](?:million|years?|months?|days?|per|divisions?|points?|ships?|tons?|men|troops|aircraft|planes|colleagues|friends|people|delegates|members|officers)\b|\.\d)/gu;
//   > | your letter of 3rd May   > | my telegram of 12 October 1945
//       ^^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const dated = new RegExp(
  `\\b(?:[Mm]y|[Yy]our|[Oo]ur|[Hh]is|[Tt]heir)(?: (?:personal|secret|private|earlier|most secret|recent|two|last))? (?:${kind})(?: (?:No\\.? ?)?[A-Z]{0,3}\\d+)?(?: to (?:you|me|him))? (?:of|dated) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: (?:${months()}|instant|inst\\.?|ultimo|ult\\.?))?(?:,? \\d{4})?|(?:${months()}) \\d{1,2}(?:st|nd|rd|th)?(?:, ?\\d{4})?)`,
  'gu',
);
//   > | STATE 123456   > | REFTEL   > | BONN 7634
//       ^^^^^^^^^^^^       ^^^^^^       ^^^^^^^^^
const american = new RegExp(
  `\\b(?=[A-Zrs])(?:REFTELS?|SEPTELS?|[Rr]eftels?|[Ss]eptels?|Deptels? \\d+|Embtels? \\d+|(?:REF|REFS) [A-Z]\\b|(?:${byFirstLetter(`STATE|SECTO|TOSEC|USUN|USNATO|EC|OECD(?: PARIS)?|${posts()}`)}) \\d{3,6}(?![\\d,.]\\d))`,
  'gu',
);

//   > | Article 7 of the Joint Statement   > | the Japan-US Security Treaty
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const instrument =
  /\b(?:(Articles?|Art\.|Chapter|Paragraph) (\d+|[IVX]+) of (?:the )?)?((?:[A-Z][\p{L}]+(?:-[A-Z][\p{L}]+)*[ ])*(?:Treaty|Agreement|Joint Statement|Joint Communiqu[eé]|Communiqu[eé]|Declaration|Convention|Protocol|Charter|Pact|Accords?|Covenant)(?: (?:of|on|for|between) (?:[A-Z][\p{L}-]+|and|the|of|between|on)(?: (?:[A-Z][\p{L}-]+|and|the|of|between|on))*(?<= [A-Z][\p{L}-]*))?)(?![\p{L}-])/gu;

//   > | the Japanese side’s new treaty draft   > | the treaty draft
//                           ^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^
const draftOf =
  /\b(?:[Tt]he |a |our )?(?:(?:new|distributed|revised|Japanese|Chinese|American|Soviet) )*(?:(?:treaty|agreement|communiqué|resolution) draft|draft (?:treaty|agreement|communiqué|resolution)|draft)\b(?! (?:of|by|was|is|that|the|a|an)\b)/g;

const wholeDraft =
  /\b(?:(?<before>treaty|agreement|communiqué|resolution) draft|draft (?<after>treaty|agreement|communiqué|resolution))\b/;

function months(): string {
  return 'January|February|March|April|May|June|July|August|September|October|November|December';
}

/** Posts by the names of capitals and great cities, as telegrams number their messages. */
function posts(): string {
  const names = [
    ...countries.flatMap((c) => (c.capital ? [c.capital] : [])),
    ...places.filter((p) => p.zone).flatMap((p) => p.names),
  ];
  return [...new Set(names.map((n) => n.toUpperCase()))]
    .filter((n) => /^[A-Z ]+$/.test(n))
    .sort((a, b) => b.length - a.length)
    .join('|');
}

/** The longest name of the register that these words begin with. */
function longestName(draft: Draft, words: string): string | undefined {
  const plain = words.replace(/[\s\u00a0]+/gu, ' ');
  let longest: string | undefined;
  for (const entry of draft.context.register.entries) {
    if (entry.kind !== 'document') continue;
    for (const { text } of entry.names) {
      if ((plain === text || plain.startsWith(`${text} `)) && text.length > (longest?.length ?? 0))
        longest = text;
    }
  }
  return longest;
}

//   > | Article 7 of the Joint Statement
//       ^^^^^^^^^
/** An article of an instrument: a document of its own, which says of what it is a part. */
function partOf(draft: Draft, whole: Entity, words: string, word: string, number: string): Entity {
  const unit = /^Art/.test(word) ? 'article' : word.toLowerCase();
  const facts = { type: unit, part: number, partOf: whole.id };
  return draft.entityFor(
    `${unit} ${number} of ${whole.id}`,
    'document',
    words.replace(/[\s\u00a0]+/gu, ' '),
    facts,
  );
}

/** Cheap looks before the patterns. */
const numbered = /\b(?:my|our|your) (?:No\.? ?)?[A-Z]{0,3}\d/i;
const patterns: readonly (readonly [pattern: RegExp, look: RegExp])[] = [
  [telegram, /\d/],
  [dated, /\b(?:of|dated) (?:the )?(?:\d|[A-Z])/],
  [mine, numbered],
  [american, /[A-Z]{2} ?[A-Z\d]|[RrSs]eptel|[Rr]eftel|Deptel|Embtel/],
];
const named =
  /Treaty|Agreement|Statement|Communiqu|Declaration|Convention|Protocol|Charter|Pact|Accord|Covenant/;

/** Words that a name of an instrument never begins with. */
const leading = /^(?:The|This|That|Our|Their|His|In|On|Under|By|New|First|Both|When|If|As) /;

export function annotateDocuments(draft: Draft, spans: readonly Span[]): void {
  const entityOf = (key: string, name: string, facts: Record<string, string>): Entity => {
    const entry = entryNamed(draft.context.register, name, ['document']);
    return draft.entityFor(
      key,
      'document',
      entry?.name ?? name,
      { ...facts, ...(entry ? factsOf(entry) : {}) },
      entry?.id,
    );
  };
  for (const span of spans) {
    const slice = draft.text.slice(span.start, span.end);
    for (const [pattern, look] of patterns) {
      if (!look.test(slice)) continue;
      for (const match of slice.matchAll(pattern)) {
        const at = span.start + match.index;
        const where = { start: at, end: at + match[0].length };
        if (draft.named(where)) continue;
        const words = match[0].replace(/[\s\u00a0]+/gu, ' ');
        const key = words.toLowerCase().replace(/\b(?:no|number)\.? ?/g, '');
        const entity = entityOf(`telegram ${match[1] && pattern === telegram ? match[1] : key}`, words, {
          type: /letter|memorand|minute|note|submission/i.test(words) ? 'letter' : 'telegram',
          ...(match[1] ? { number: match[1] } : {}),
        });
        draft.add({
          kind: 'name',
          type: 'document',
          form: 'name',
          span: where,
          entity: entity.id,
          rule: 'name.telegram',
          certainty: pattern === mine ? 'medium' : 'high',
        });
      }
    }
    for (const match of named.test(slice) ? slice.matchAll(instrument) : []) {
      let at = span.start + match.index;
      let words = match[0];
      let name = match[3] ?? '';
      while (!match[1] && leading.test(words)) {
        const cut = words.indexOf(' ') + 1;
        at += cut;
        words = words.slice(cut);
        name = name.slice(cut);
      }
      // The bare word («the Treaty») names an instrument only where the register says which.
      if (!/ /.test(name) && !entryNamed(draft.context.register, name, ['document'])) continue;
      // Where the register knows the name, it says where the name ends.
      const known = longestName(draft, name);
      if (known) {
        words = words.slice(0, words.length - name.length + known.length);
        name = known;
      }
      const where = { start: at, end: at + words.length };
      if (draft.named(where)) continue;
      const whole = entityOf(`instrument ${name.replace(/^Sino-\w+ |^\w+-\w+ (?=Joint)/, '')}`, name, {
        type: /Statement|Communiqu|Declaration/.test(name) ? 'declaration' : 'treaty',
      });
      const entity = match[1] && match[2] ? partOf(draft, whole, words, match[1], match[2]) : whole;
      draft.add({
        kind: 'name',
        type: 'document',
        form: 'name',
        span: where,
        entity: entity.id,
        rule: entity === whole ? 'name.instrument' : 'name.article',
        certainty: 'high',
      });
    }
  }
  // A draft is one document as long as the text speaks of one treaty draft.
  let kindOfDraft: string | undefined;
  for (const span of spans) {
    const told = wholeDraft.exec(draft.slice(span))?.groups;
    kindOfDraft ??= told?.before ?? told?.after;
  }
  if (!kindOfDraft) return;
  const drafted = instrumentInTitle(draft, kindOfDraft);
  for (const span of spans) {
    for (const match of draft.slice(span).matchAll(draftOf)) {
      const at = span.start + match.index;
      const where = { start: at, end: at + match[0].length };
      if (draft.named(where)) continue;
      const entity = entityOf('draft', 'Draft under discussion', {
        type: 'draft',
        ...(drafted ? { draftOf: drafted } : {}),
      });
      draft.add({
        kind: 'name',
        type: 'document',
        form: 'description',
        span: where,
        entity: entity.id,
        rule: 'name.draft',
        certainty: 'medium',
      });
    }
  }
}
