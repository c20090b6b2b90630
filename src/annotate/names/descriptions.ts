/**
 * «the Ambassador», «the Minister»: an office without a name stands for a person only where the text leaves
 * one: within speech, whom it is addressed to, if he holds that office; otherwise it stays open.
 */
import type { Speech } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { officePattern } from './titles.ts';

//   > | to which the Ambassador referred
//                ^^^^^^^^^^^^^^
const described = new RegExp(
  `\\b([Tt]he|[Yy]our) (${officePattern})(?![\\p{L}\\p{N}-]|[ \\u00a0]\\p{Lu}|[ \\u00a0](?:of|for|to)\\b)`,
  'gu',
);

export function annotateDescriptions(draft: Draft): void {
  const speeches = draft.speeches();
  for (const { span } of draft.prose) {
    for (const match of draft.slice(span).matchAll(described)) {
      const where = { start: span.start + match.index, end: span.start + match.index + match[0].length };
      if (draft.named(where)) continue;
      const addressee = innermost(speeches, where.start)?.toWhom;
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

const innermost = (speeches: readonly Speech[], at: number): Speech | undefined =>
  speeches
    .filter((s) => s.span.start <= at && at < s.span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
