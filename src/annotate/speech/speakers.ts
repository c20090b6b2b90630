/** Who is the subject of a clause of saying: the writer, a named person, or he of whom the text spoke last. */
import type { Certainty, EntityId, Span } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import { firstFrom } from '../span-index.ts';
import type { Clause } from './clauses.ts';

export interface Speaker {
  readonly who?: EntityId;
  readonly candidates?: readonly EntityId[];
  readonly certainty: Certainty;
}

/** The person the writer's «I» stands for: the sender, where he is a person; else whoever signs. */
export function writerOf(draft: Draft): EntityId | undefined {
  for (const name of ['from', 'signature'] as const) {
    const fields = draft.document.header.fields.filter((f) => f.name === name && f.layer === 'text');
    const people = new Set(
      fields.flatMap((f) =>
        draft.namesIn(f.span).flatMap((n) => (n.type === 'person' && n.entity ? [n.entity] : [])),
      ),
    );
    const [one] = people;
    if (people.size === 1) return one;
    if (people.size > 1) return undefined;
  }
  return undefined;
}

/** So many clauses back «he» may point. */
const reach = 40;

/** What is known of the document when a pronoun is read. */
export interface Scene {
  readonly writer: EntityId | undefined;
  /** The one third person who is said to speak anywhere in the document. */
  readonly sole: EntityId | undefined;
  /** The one third person who spoke in the paragraph before. */
  readonly previous?: EntityId | undefined;
}

/** Looks once through the document for those who are said to speak. */
export function sceneOf(
  draft: Draft,
  writer: EntityId | undefined,
  paragraphs: readonly (readonly Clause[])[],
): Scene {
  const speakers = new Set<EntityId>();
  for (const clauses of paragraphs) {
    for (const clause of clauses) {
      const who = clause.subject?.name && personOf(draft, clause.subject.name.entity);
      if (who && who !== writer && draft.entity(who)?.kind !== 'org') speakers.add(who);
      else if (clause.subject?.name && !clause.subject.name.entity) speakers.add('?');
    }
  }
  const [one] = speakers;
  return { writer, sole: speakers.size === 1 && one !== '?' ? one : undefined };
}

/** An office speaks with the voice of its holder, where the document names one and only one. */
function personOf(draft: Draft, id: EntityId | undefined): EntityId | undefined {
  const entity = id ? draft.entity(id) : undefined;
  if (entity?.kind !== 'office') return id;
  return entity.facts.holder && !entity.facts.contested ? entity.facts.holder : id;
}

/**
 * @param all the clauses of the same paragraph, in order
 */
export function speakerOf(
  draft: Draft,
  prose: Prose,
  clause: Clause,
  all: readonly Clause[],
  scene: Scene,
): Speaker {
  const { writer } = scene;
  const subject = clause.subject;
  if (subject?.name?.entity) {
    const who = personOf(draft, subject.name.entity);
    return who ? { who, certainty: 'high' } : { certainty: 'low' };
  }
  if (subject?.name) return { candidates: subject.name.candidates ?? [], certainty: 'low' };
  if (subject?.pronoun === 'I') return writer ? { who: writer, certainty: 'high' } : { certainty: 'low' };
  if (subject?.pronoun !== 'he') return { certainty: 'low' };
  const here = firstFrom(all, clause.verb.start, (c) => c.verb.start);
  const before = all.slice(Math.max(0, here - reach), here);
  const named = [
    ...new Set(
      before.flatMap((c) => {
        const who =
          c.subject?.name && c.subject.name.type !== 'org'
            ? personOf(draft, c.subject.name.entity)
            : undefined;
        return who ? [who] : [];
      }),
    ),
  ].filter((e) => e !== writer);
  if (named.length === 1 && named[0]) return { who: named[0], certainty: 'medium' };
  if (named.length > 1) return { candidates: named, certainty: 'low' };
  // Nobody has spoken in this paragraph: the one of whom it has told, if he is one.
  const told = [
    ...new Set(
      draft
        .namesIn({ start: prose.span.start, end: subject.span.start })
        .filter((n) => prominent(draft, prose, n.span))
        .flatMap((n) =>
          n.type === 'person' || n.type === 'office' ? [personOf(draft, n.entity) ?? '?'] : [],
        ),
    ),
  ].filter((e) => e !== writer);
  if (told.length === 1 && told[0] && told[0] !== '?') return { who: told[0], certainty: 'medium' };
  if (told.length > 1) return { candidates: told.filter((e) => e !== '?'), certainty: 'low' };
  if (scene.previous) return { who: scene.previous, certainty: 'medium' };
  return scene.sole ? { who: scene.sole, certainty: 'medium' } : { certainty: 'low' };
}

/** The subject of a sentence, or the one whom the writer saw, told, asked; no one mentioned by the way. */
const prominent = (draft: Draft, prose: Prose, name: Span): boolean =>
  !/^[’'ʼ]s?\b/iu.test(draft.text.slice(name.end, name.end + 3)) &&
  (name.start - prose.span.start < 8 ||
    /(?:[.!?:][”"’)]?[\s\u00a0]+|\b(?:saw|met|with|upon|called on|asked|told|visited|telephoned|informed|spoke to|interviewed)[\s\u00a0]+)(?:the[\s\u00a0]+)?$/iu.test(
      draft.text.slice(Math.max(prose.span.start, name.start - 24), name.start),
    ));
