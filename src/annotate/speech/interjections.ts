/**
 * Interjections in brackets, as German and Russian notes of conversations set them: a name and a colon, and the words
 * without quotation marks, perhaps the answer of another after them.
 *
 *     > | (Interjection by Roe: We have problems too. The Chancellor: We could help there.)
 *                          ^^^^                       ^^^^^^^^^^^^^^^
 */
import type { EntityId, Speech } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';

const opening =
  /\((?:Interjection|Interruption|Comment|Remark|Question|Reply|Answer)?(?:[ ](?:by|from|of)[ ])?/gu;

export function interjections(
  draft: Draft,
  prose: Prose,
  personOf: (id: EntityId | undefined, at: number) => EntityId | undefined,
): readonly Speech[] {
  const found: Speech[] = [];
  const words = draft.slice(prose.span);
  for (const match of words.matchAll(opening)) {
    const open = match.index;
    const shut = words.indexOf(')', open);
    if (shut < 0 || shut - open > 1200) continue;
    const within = { start: prose.span.start + open, end: prose.span.start + shut };
    // Labels: names with a colon behind them, each at the head of a sentence.
    const labels = draft.namesIn(within).flatMap((name) => {
      if (name.type !== 'person' && name.type !== 'office') return [];
      const colon = /^\.?:[\s\u00a0]+/u.exec(draft.text.slice(name.span.end, name.span.end + 4));
      const before = draft.text.slice(Math.max(within.start, name.span.start - 20), name.span.start);
      return colon &&
        /(?:\(|[.!?][”"’]?[\s\u00a0]+|\b(?:by|from|of)[\s\u00a0]+)(?:[Tt]he[\s\u00a0]+)?$/u.test(before)
        ? [{ name, start: name.span.end + colon[0].length }]
        : [];
    });
    labels.forEach(({ name, start }, i) => {
      const next = labels[i + 1];
      let end = next ? next.name.span.start : within.end;
      while (
        end > start &&
        /(?:[\s\u00a0]|\bThe$|\bthe$)/u.test(draft.text.slice(Math.max(start, end - 4), end).slice(-1))
      )
        end--;
      const printed = draft.text.slice(start, end).replace(/[\s\u00a0]+[Tt]he$/u, '');
      end = start + printed.trimEnd().length;
      // Words in quotation marks are read as quotations.
      if (end - start < 4 || /^["“‘']/u.test(printed)) return;
      const who = personOf(name.entity, name.span.start);
      found.push({
        kind: 'speech',
        mode: 'direct',
        span: { start, end },
        frame: { start: name.span.start, end: start },
        rule: 'speech.interjection',
        certainty: who ? 'medium' : 'low',
        ...(who ? { who } : {}),
      });
    });
  }
  return found;
}
