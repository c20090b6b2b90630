/** Who is the subject of a clause of saying: the writer, a named person, or he of whom the text spoke last. */
import type { Certainty, EntityId } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { firstFrom } from '../span-index.ts';
import type { Clause } from './clauses.ts';

export interface Speaker {
  readonly who?: EntityId;
  readonly candidates?: readonly EntityId[];
  readonly certainty: Certainty;
}

/** The person the writer's «I» stands for: the sender, where he is a person. */
export function writerOf(draft: Draft): EntityId | undefined {
  const from = draft.field('from') ?? draft.field('signature');
  if (!from) return undefined;
  return draft.namesIn(from.span).find((n) => n.type === 'person')?.entity;
}

/** So many clauses back «he» may point. */
const reach = 40;

/**
 * @param all the clauses of the same paragraph, in order
 */
export function speakerOf(clause: Clause, all: readonly Clause[], writer: EntityId | undefined): Speaker {
  const subject = clause.subject;
  if (subject?.name?.entity) return { who: subject.name.entity, certainty: 'high' };
  if (subject?.name) return { candidates: subject.name.candidates ?? [], certainty: 'low' };
  if (subject?.pronoun === 'I') return writer ? { who: writer, certainty: 'high' } : { certainty: 'low' };
  if (subject?.pronoun === 'he') {
    const here = firstFrom(all, clause.verb.start, (c) => c.verb.start);
    const before = all.slice(Math.max(0, here - reach), here);
    const named = [
      ...new Set(
        before.flatMap((c) =>
          c.subject?.name?.type === 'person' && c.subject.name.entity ? [c.subject.name.entity] : [],
        ),
      ),
    ].filter((e) => e !== writer);
    if (named.length === 1 && named[0]) return { who: named[0], certainty: 'medium' };
    return { candidates: named, certainty: 'low' };
  }
  return { certainty: 'low' };
}
