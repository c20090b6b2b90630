/**
 * Documents and treaties: telegrams by number, articles of a treaty, instruments by the word that says what
 * they are, drafts under discussion.
 */
import type { Entity, Span } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { entryNamed } from './match.ts';

//   > | Outgoing Telegram No. 1371   > | my telegram No. 34
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^
const telegram =
  /\b(?:(?:Outgoing|Incoming|[Mm]y|[Yy]our|[Oo]ur) )?(?:[Tt]elegram|[Cc]ablegram|[Cc]able|[Dd]espatch|[Dd]ispatch) (?:No\.?|[Nn]umber) ?(\d+)\b/gu;

//   > | Article 7 of the Joint Statement   > | the Japan-US Security Treaty
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const instrument =
  /\b(?:(Articles?|Art\.|Chapter|Paragraph) (\d+|[IVX]+) of (?:the )?)?((?:[A-Z][\p{L}]+(?:-[A-Z][\p{L}]+)*[ ])*(?:Treaty|Agreement|Joint Statement|Joint Communiqu[eé]|Communiqu[eé]|Declaration|Convention|Protocol|Charter|Pact|Accords?|Covenant)(?: (?:of|on|for|between) (?:[A-Z][\p{L}-]+|and|the|of|between|on)(?: (?:[A-Z][\p{L}-]+|and|the|of|between|on))*(?<= [A-Z][\p{L}-]*))?)(?![\p{L}-])/gu;

//   > | the Japanese side’s new treaty draft   > | the treaty draft
//                           ^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^
const draftOf =
  /\b(?:[Tt]he |a |our )?(?:(?:new|distributed|revised|Japanese|Chinese|American|Soviet) )*(?:(?:treaty|agreement|communiqué|resolution) draft|draft (?:treaty|agreement|communiqué|resolution)|draft)\b(?! (?:of|by|was|is|that|the|a|an)\b)/g;

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

/** Words that a name of an instrument never begins with. */
const leading = /^(?:The|This|That|Our|Their|His|In|On|Under|By|New|First|Both|When|If|As) /;

export function annotateDocuments(draft: Draft, spans: readonly Span[]): void {
  const entityOf = (key: string, name: string, facts: Record<string, string>): Entity => {
    const entry = entryNamed(draft.context.register, name, ['document']);
    return draft.entityFor(
      key,
      'document',
      entry?.name ?? name,
      { ...facts, ...(entry?.date ? { date: entry.date } : {}) },
      entry?.id,
    );
  };
  for (const span of spans) {
    const slice = draft.text.slice(span.start, span.end);
    for (const match of slice.matchAll(telegram)) {
      const at = span.start + match.index;
      const where = { start: at, end: at + match[0].length };
      if (draft.named(where)) continue;
      const entity = entityOf(`telegram ${match[1]}`, match[0], { type: 'telegram', number: match[1] ?? '' });
      draft.add({
        kind: 'name',
        type: 'document',
        form: 'name',
        span: where,
        entity: entity.id,
        rule: 'name.telegram',
        certainty: 'high',
      });
    }
    for (const match of slice.matchAll(instrument)) {
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
      const entity = entityOf(`instrument ${name.replace(/^Sino-\w+ |^\w+-\w+ (?=Joint)/, '')}`, name, {
        type: 'treaty',
      });
      draft.add({
        kind: 'name',
        type: 'document',
        form: 'name',
        span: where,
        entity: entity.id,
        rule: 'name.instrument',
        certainty: 'high',
      });
    }
  }
  // A draft is one document as long as the text speaks of one treaty draft.
  const wholeDrafts = spans.some((span) =>
    /\b(?:treaty|agreement|communiqué|resolution) draft\b|\bdraft (?:treaty|agreement|communiqué|resolution)\b/.test(
      draft.slice(span),
    ),
  );
  if (!wholeDrafts) return;
  for (const span of spans) {
    for (const match of draft.slice(span).matchAll(draftOf)) {
      const at = span.start + match.index;
      const where = { start: at, end: at + match[0].length };
      if (draft.named(where)) continue;
      const entity = entityOf('draft', 'Draft under discussion', { type: 'draft' });
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
