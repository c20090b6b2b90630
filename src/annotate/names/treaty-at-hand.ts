/**
 * «This treaty», «our treaty»: an instrument by its kind alone, where the words before it or the title of the
 * document say which is meant.
 */
import type { EntityId, NameMention, Span } from '../../document.ts';
import type { Draft } from '../draft.ts';

//   > | concluding this treaty and fortifying …   > | Our treaty does not refer …   > | this treaty draft
//                  ^^^^^^^^^^^                          ^^^^^^^^^^
const phrase =
  /\b(?:[Tt]his[ \u00a0](?<this>treaty|agreement|convention|protocol|pact)|[Oo]ur[ \u00a0](?<our>treaty|convention|protocol|pact))(?![ \u00a0](?:draft|drafts|talks?|negotiations?|text|proposals?|obligations?|series|port|nations?|relationship|partners?|organi[sz]ation)\b)(?![\p{L}’'-])/gu;

/** After the instruments that are called by name have been found. */
export function annotateTreatyAtHand(draft: Draft): void {
  for (const { span } of draft.prose) {
    for (const match of draft.slice(span).matchAll(phrase)) {
      const where = { start: span.start + match.index, end: span.start + match.index + match[0].length };
      if (draft.named(where)) continue;
      const noun = match.groups?.this ?? match.groups?.our ?? '';
      const entity = namedBefore(draft, span, where.start, noun) ?? instrumentInTitle(draft, noun);
      if (!entity) continue;
      draft.add({
        kind: 'name',
        type: 'document',
        form: 'description',
        span: where,
        entity,
        rule: 'name.treaty-at-hand',
        certainty: 'medium',
      });
    }
  }
}

/** The instrument of this kind that the paragraph named last. */
function namedBefore(draft: Draft, paragraph: Span, at: number, noun: string): EntityId | undefined {
  const before = draft
    .namesIn({ start: paragraph.start, end: at })
    .filter((n) => isInstrument(draft, n, noun));
  return before.at(-1)?.entity;
}

/** The one instrument of this kind that title or subject name. */
export function instrumentInTitle(draft: Draft, noun: string): EntityId | undefined {
  const titles = [
    ...draft.document.blocks.filter((b) => b.kind === 'heading').map((b) => b.span),
    ...draft.document.header.fields
      .filter((f) => f.name === 'title' || f.name === 'subject')
      .map((f) => f.span),
  ];
  const named = new Set(
    titles.flatMap((span) =>
      draft.namesIn(span).flatMap((n) => (isInstrument(draft, n, noun) && n.entity ? [n.entity] : [])),
    ),
  );
  const [one] = named;
  return named.size === 1 ? one : undefined;
}

const isInstrument = (draft: Draft, name: NameMention, noun: string): boolean =>
  name.type === 'document' &&
  name.form === 'name' &&
  new RegExp(`\\b${noun}\\b`, 'i').test(draft.slice(name.span));
