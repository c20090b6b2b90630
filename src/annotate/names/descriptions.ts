/**
 * «the Ambassador», «the Minister»: an office without a name stands for a person only where the text leaves
 * one: within speech, whom it is addressed to, if he holds that office; otherwise it stays open.
 */
import type { Draft } from '../draft.ts';
import { SpanIndex } from '../span-index.ts';
import { officePattern } from './titles.ts';

//   > | to which the Ambassador referred
//                ^^^^^^^^^^^^^^
const described = new RegExp(
  `\\b([Tt]he|[Yy]our) (${officePattern})(?![\\p{L}\\p{N}-]|[ \\u00a0]\\p{Lu}|[ \\u00a0](?:of|for|to)[ \\u00a0](?:the[ \\u00a0])?\\p{Lu})`,
  'gu',
);

export function annotateDescriptions(draft: Draft): void {
  const speeches = new SpanIndex(draft.speeches());
  for (const { span } of draft.prose) {
    for (const match of draft.slice(span).matchAll(described)) {
      const where = { start: span.start + match.index, end: span.start + match.index + match[0].length };
      if (draft.named(where)) continue;
      const addressee = speeches.covering(where.start)[0]?.toWhom;
      const person = addressee ? draft.entity(addressee) : undefined;
      const holds = person?.kind === 'person' && (person.facts.office ?? '') === match[2];
      draft.add({
        kind: 'name',
        type: 'person',
        form: 'description',
        span: where,
        rule: 'name.office-of-addressee',
        certainty: holds ? 'medium' : 'low',
        ...(holds && person ? { entity: person.id } : {}),
      });
      if (!holds)
        draft.questions.push({
          kind: 'name',
          span: where,
          rule: 'name.office-of-addressee',
          question: `who is ${JSON.stringify(match[0])} here?`,
          candidates: draft.entities
            .filter((e) => e.kind === 'person' && e.facts.office === match[2])
            .map((e) => e.id),
        });
    }
  }
}
