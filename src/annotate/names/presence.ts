/**
 * Who was at the meeting without being said to speak: in the narration, outside of anybody's speech, a person who
 * reads, explains, hands over.
 */
import type { Draft } from '../draft.ts';
import { SpanIndex } from '../span-index.ts';

//   > | Treaties Division Director Saito then read aloud the draft
//                                        ^^^^^^^^^
const acts =
  /^[ \u00a0](?:(?:then|next|also|again|thereupon|finally|first|\p{Ll}+ly)[ \u00a0]){0,2}(?:read|explained|handed|distributed|chaired|interpreted|translated|attended|joined|opened|closed|introduced|interrupted|presented)\b/u;

/** After dates have been found: what is told of another day was not at this meeting. */
export function annotatePresence(draft: Draft): void {
  const day = draft.meeting ? draft.entity(draft.meeting)?.facts.date : undefined;
  if (!day) return;
  const spoken = new SpanIndex(draft.speeches());
  const dates = new SpanIndex(
    draft.annotations.filter((a) => a.kind === 'date' && a.when !== undefined && a.when.slice(0, 10) !== day),
  );
  for (const { span, sentences } of draft.prose) {
    for (const name of draft.namesIn(span)) {
      if (name.type !== 'person' || !name.entity || spoken.covering(name.span.start).length > 0) continue;
      if (!acts.test(draft.text.slice(name.span.end, Math.min(span.end, name.span.end + 60)))) continue;
      const sentence = sentences.find((s) => s.start <= name.span.start && name.span.end <= s.end);
      if (sentence && dates.touches(sentence)) continue;
      draft.add({
        kind: 'presence',
        span: name.span,
        entity: name.entity,
        rule: 'name.presence',
        certainty: 'medium',
      });
    }
  }
}
