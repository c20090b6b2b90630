/**
 * «the Ambassador», «the Minister»: an office without a name stands for a person where the text leaves one: within
 * speech, whom it is addressed to, if he holds that office. Otherwise it stays the name of an office.
 */
import type { Draft } from '../draft.ts';
import { SpanIndex } from '../span-index.ts';

export function annotateDescriptions(draft: Draft): void {
  const speeches = new SpanIndex(draft.speeches().filter((s) => s.toWhom));
  for (const { span } of draft.prose) {
    if (!speeches.touches(span)) continue;
    for (const name of draft.namesIn(span)) {
      if (name.type !== 'office') continue;
      //   > | to which the Ambassador referred
      //                ^^^^^^^^^^^^^^
      const article = /(?:[Tt]he|[Yy]our)[ \u00a0]$/u.exec(
        draft.text.slice(Math.max(0, name.span.start - 5), name.span.start),
      );
      if (!article) continue;
      const addressee = speeches.covering(name.span.start)[0]?.toWhom;
      const person = addressee ? draft.entity(addressee) : undefined;
      if (person?.kind !== 'person' || person.facts.office !== draft.slice(name.span)) continue;
      draft.replace(name, {
        kind: 'name',
        type: 'person',
        form: 'description',
        span: { start: name.span.start - article[0].length, end: name.span.end },
        rule: 'name.office-of-addressee',
        certainty: 'medium',
        entity: person.id,
      });
    }
  }
}
