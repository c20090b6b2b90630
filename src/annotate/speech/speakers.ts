/** Who is the subject of a clause of saying: the writer, a named person, or he of whom the text spoke last. */
import type { Certainty, EntityId, NameMention, Span } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import { firstFrom } from '../span-index.ts';
import type { Clause } from './clauses.ts';
import { governmentAt } from './describers.ts';
import { personOf } from './holders.ts';
import { mainSubject, sentenceAt, subjectsIn } from './subjects.ts';
import { isTelling } from './verbs.ts';

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
  return drafterPresent(draft);
}

/** The person whom the writer's «you» means: the addressee, where there is one. */
function readerOf(draft: Draft): EntityId | undefined {
  const fields = draft.document.header.fields.filter((f) => f.name === 'to' && f.layer === 'text');
  const people = new Set(
    fields.flatMap((f) => draft.namesIn(f.span).flatMap((n) => (n.type === 'person' ? [n.entity] : []))),
  );
  const [one] = people;
  return people.size === 1 ? one : undefined;
}

/** In a record of a conversation that nobody signs «I» is whoever drafted it, if he is listed as taking part. */
function drafterPresent(draft: Draft): EntityId | undefined {
  const { fields } = draft.document.header;
  const [drafter, another] = fields.filter((f) => f.name === 'drafter' && f.layer === 'text');
  if (
    !drafter ||
    another ||
    /^[ ](?:\([^()]*\)[ ])?and[ ]\p{Lu}/u.test(draft.text.slice(drafter.span.end, drafter.span.end + 40))
  )
    return undefined;
  const present = new Set(
    fields
      .filter((f) => f.name === 'participants')
      .flatMap((f) => draft.namesIn(f.span).map((n) => n.entity)),
  );
  const people = draft.namesIn(drafter.span).filter((n) => n.type === 'person');
  return people.length === 1 && present.has(people[0]?.entity) ? people[0]?.entity : undefined;
}

/** So many clauses back «he» may point. */
const reach = 40;

/** What is known of the document when a pronoun is read. */
export interface Scene {
  readonly writer: EntityId | undefined;
  /** Whom the writer's «you» means. */
  readonly reader?: EntityId | undefined;
  /** The one third person who is said to speak anywhere in the document. */
  readonly sole: EntityId | undefined;
  /** The one third person who spoke in the paragraph before. */
  readonly previous?: EntityId | undefined;
  /** The paragraph before. */
  readonly above?: Prose | undefined;
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
      const who = named(draft, clause);
      if (who && who !== writer && draft.entity(who)?.kind !== 'org') speakers.add(who);
      else if (clause.subject?.name && !clause.subject.name.entity) speakers.add('?');
    }
  }
  const [one] = speakers;
  return { writer, reader: readerOf(draft), sole: speakers.size === 1 && one !== '?' ? one : undefined };
}

/** Whom the words of a clause name or describe as its subject. */
function named(draft: Draft, { subject }: Clause): EntityId | undefined {
  if (subject?.described) return subject.described;
  if (subject?.name?.type === 'place') {
    const place = subject.name.entity ? draft.entity(subject.name.entity) : undefined;
    return place && subject.name && governmentAt(draft, place, draft.slice(subject.name.span)).id;
  }
  return personOf(draft, subject?.name?.entity, subject?.span.start);
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
  if (subject?.described) return { who: subject.described, certainty: 'medium' };
  if (subject?.name?.entity) {
    const who = named(draft, clause);
    return who ? { who, certainty: certaintyOf(draft, subject.name, who) } : { certainty: 'low' };
  }
  if (subject?.name) return { candidates: subject.name.candidates ?? [], certainty: 'low' };
  if (subject?.pronoun === 'I') return writer ? { who: writer, certainty: 'high' } : { certainty: 'low' };
  if (subject?.pronoun === 'you')
    return scene.reader ? { who: scene.reader, certainty: 'medium' } : { certainty: 'low' };
  if (subject?.pronoun === 'they') return group(draft, clause, all);
  if (subject?.pronoun === 'latter') return latter(draft, prose, subject.span);
  if (subject?.pronoun !== 'he') return { certainty: 'low' };
  return he(draft, prose, clause, subject.span, all, scene);
}

/** A name is certain; whose voice an office is, is inferred, unless the text says who holds it; a place is a guess. */
function certaintyOf(draft: Draft, name: NameMention, who: EntityId): Certainty {
  if (name.type === 'place') return 'low';
  const office = name.entity ? draft.entity(name.entity) : undefined;
  return office?.kind !== 'office' || who === office.id || who === office.facts.holder ? 'high' : 'medium';
}

/** «if the President insisted», «that the Minister had said»: told within what another says. */
const subordinate = (draft: Draft, { subject }: Clause): boolean =>
  subject !== undefined &&
  /\b(?:if|unless|whether|until|what|which|that|because|whom|when)[\s\u00a0]+(?:the[\s\u00a0]+)?$/iu.test(
    draft.text.slice(Math.max(0, subject.span.start - 16), subject.span.start),
  );

/** «They»: the one body or group that has spoken in the paragraph. */
function group(draft: Draft, clause: Clause, all: readonly Clause[]): Speaker {
  const before = all.slice(
    0,
    firstFrom(all, clause.verb.start, (c) => c.verb.start),
  );
  const found = [
    ...new Set(
      before.flatMap((c) => {
        const who = named(draft, c);
        return who && draft.entity(who)?.kind === 'org' ? [who] : [];
      }),
    ),
  ];
  return found.length === 1 && found[0]
    ? { who: found[0], certainty: 'medium' }
    : { certainty: 'low', ...(found.length > 1 ? { candidates: found } : {}) };
}

/** «The latter»: the last whom the same sentence or the one before it names, possessives left out. */
function latter(draft: Draft, prose: Prose, { start }: Span): Speaker {
  const here = firstFrom(prose.sentences, start + 1, (s) => s.start) - 1;
  for (const sentence of [prose.sentences[here], prose.sentences[here - 1]]) {
    if (!sentence) continue;
    const last = draft
      .namesIn({ start: sentence.start, end: Math.min(sentence.end, start) })
      .filter(
        (n) =>
          (n.type === 'person' || n.type === 'office') &&
          !/^[’'ʼ]s?\b/iu.test(draft.text.slice(n.span.end, n.span.end + 3)),
      )
      .at(-1);
    const who = personOf(draft, last?.entity);
    if (last) return who ? { who, certainty: 'medium' } : { certainty: 'low' };
  }
  return { certainty: 'low' };
}

/** «He»: of those who have spoken the one left; else whom the writer told, or the one of whom the text tells. */
function he(
  draft: Draft,
  prose: Prose,
  clause: Clause,
  pronoun: Span,
  all: readonly Clause[],
  scene: Scene,
): Speaker {
  // A paragraph that tells of the writer by his name, an editor's, may mean him by «he».
  const writer = draft
    .namesIn({ start: prose.span.start, end: pronoun.start })
    .some((n) => n.entity === scene.writer)
    ? undefined
    : scene.writer;
  const here = firstFrom(all, clause.verb.start, (c) => c.verb.start);
  const before = all.slice(Math.max(0, here - reach), here).filter((c) => !subordinate(draft, c));
  // Who is told is another than he: «He told the Prime Minister».
  const listener = listenerOf(draft, clause);
  const isThird = (id: EntityId | undefined): id is EntityId =>
    id !== undefined && id !== writer && id !== listener && draft.entity(id)?.kind !== 'org';
  const spoke = [...new Set(before.map((c) => named(draft, c)).filter(isThird))];
  const listeners = [...new Set(before.flatMap((c) => listenerOf(draft, c) ?? []))].filter(isThird);
  //   > | I asked Alvarez about Brown’s words and he replied        he who was asked answers
  //             ^^^^^^^                         ^^^^^^^^^^
  const asked = before.at(-1);
  const answering = asked?.subject?.pronoun === 'I' ? listenerOf(draft, asked) : undefined;
  if (
    answering &&
    isThird(answering) &&
    isReplying.test(draft.slice(clause.verb)) &&
    !/[.!?][\s\u00a0]/u.test(draft.text.slice(asked?.verb.end, clause.verb.start))
  )
    return { who: answering, certainty: 'medium' };
  // One has spoken, and it may be he; but who replies is rather the one who was told.
  const others = listeners.filter((l) => l !== spoke[0]);
  const subject = subjectBefore(draft, prose, clause, pronoun);
  if (spoke.length === 1 && spoke[0] && (others.length === 0 || !isReplying.test(draft.slice(clause.verb))))
    // «Brown said that …. Alvarez left the room. He added»: either.
    return subject && subject !== spoke[0] && subject !== writer && subject !== listener
      ? { candidates: [spoke[0], subject], certainty: 'low' }
      : { who: spoke[0], certainty: 'medium' };
  if (subject && subject !== writer && subject !== listener) return { who: subject, certainty: 'medium' };
  if (spoke.length > 0) return { candidates: [...new Set([...spoke, ...listeners])], certainty: 'low' };
  //   > | I told the Minister that … He replied        nobody else has been spoken to
  if (listeners.length === 1 && listeners[0] && before.every((c) => c.subject?.pronoun !== 'they'))
    return { who: listeners[0], certainty: 'medium' };
  if (listeners.length > 1) return { candidates: listeners, certainty: 'low' };
  //   > | Tyler sent Rusk a memorandum in which he stated
  const inWhich = /\b(?:in|by) which[\s\u00a0]+$/iu.test(
    draft.text.slice(Math.max(0, pronoun.start - 12), pronoun.start),
  );
  const sentence = inWhich ? sentenceAt(prose, pronoun.start) : undefined;
  const main = sentence && mainSubject(draft, sentence, subjectsIn(draft, sentence, false), pronoun.start);
  const actor = main?.name && main.name.type !== 'place' ? personOf(draft, main.name.entity) : undefined;
  if (actor) return { who: actor, certainty: 'medium' };
  // Nobody has spoken in this paragraph: the one of whom it has told, if he is one.
  const spokenOf = [
    ...new Set(
      draft
        .namesIn({ start: prose.span.start, end: pronoun.start })
        .filter((n) => prominent(draft, prose, n.span))
        .flatMap((n) =>
          n.type === 'person' || n.type === 'office' ? [personOf(draft, n.entity) ?? '?'] : [],
        ),
    ),
  ].filter((e) => e !== writer && e !== listener);
  if (spokenOf.length === 1 && spokenOf[0] && spokenOf[0] !== '?')
    return { who: spokenOf[0], certainty: 'medium' };
  if (spokenOf.length > 1) return { candidates: spokenOf.filter((e) => e !== '?'), certainty: 'low' };
  const above = subjectAbove(draft, prose, clause, pronoun, scene.above);
  if (above && above !== writer && above !== listener)
    return scene.previous && scene.previous !== above
      ? { candidates: [scene.previous, above], certainty: 'low' }
      : { who: above, certainty: 'medium' };
  if (scene.previous && scene.previous !== listener) return { who: scene.previous, certainty: 'medium' };
  return scene.sole && scene.sole !== listener
    ? { who: scene.sole, certainty: 'medium' }
    : { certainty: 'low' };
}

const opensWithHe =
  /^[\s\u00a0(]*(?:(?:But|And|However|Moreover|Further(?:more)?|In addition|Finally|Then|Later),?[\s\u00a0]+)?s?he\b/iu;

const goesOnWithHe = (draft: Draft, sentence: Span | undefined): boolean =>
  sentence !== undefined && opensWithHe.test(draft.slice(sentence)) && peopleIn(draft, sentence).size === 0;

/** «Secretary for Foreign Affairs Jose Roe» is one man: the office before the name is not counted. */
const peopleIn = (draft: Draft, span: Span): ReadonlySet<EntityId> => {
  const names = draft.namesIn(span).filter((n) => n.type === 'person' || n.type === 'office');
  return new Set(
    names.flatMap((n, i) =>
      n.type === 'office' &&
      names[i + 1]?.type === 'person' &&
      /^,?[\s\u00a0]+$/u.test(draft.text.slice(n.span.end, names[i + 1]?.span.start))
        ? []
        : [personOf(draft, n.entity, n.span.start) ?? '?'],
    ),
  );
};

/**
 * «Khrushchev said this was excellent. He would …»: at the head of a sentence «he» is the subject of the one before,
 * where that tells of no other person, and does not answer him.
 */
function subjectBefore(draft: Draft, prose: Prose, { verb }: Clause, pronoun: Span): EntityId | undefined {
  if (isReplying.test(draft.slice(verb))) return undefined;
  const here = firstFrom(prose.sentences, pronoun.start + 1, (s) => s.start) - 1;
  const sentence = prose.sentences[here];
  const saved = pronoun.start === pronoun.end;
  if (!sentence || (!saved && !opensWithHe.test(draft.text.slice(sentence.start, pronoun.end))))
    return undefined;
  let at = here - 1;
  // «He called this …. He demanded that …»: one after another they are the same man’s.
  while (at > 0 && here - at < 4 && goesOnWithHe(draft, prose.sentences[at])) at--;
  return soleSubject(draft, prose.sentences[at]);
}

/**
 * A paragraph that opens with «He»: the subject of the sentence that ends the one above, and where that goes on with
 * «he», of the sentence before.
 *
 *     > | The Prime Minister reviewed the position.
 *       | He said “my task is to arrange …”
 */
function subjectAbove(
  draft: Draft,
  prose: Prose,
  { verb }: Clause,
  pronoun: Span,
  above: Prose | undefined,
): EntityId | undefined {
  const first = prose.sentences[0];
  if (
    !above ||
    !first ||
    pronoun.start >= first.end ||
    isReplying.test(draft.slice(verb)) ||
    !opensWithHe.test(draft.text.slice(first.start, pronoun.end))
  )
    return undefined;
  let at = above.sentences.length - 1;
  while (at > 0 && above.sentences.length - at < 4 && goesOnWithHe(draft, above.sentences[at])) at--;
  return soleSubject(draft, above.sentences[at]);
}

/** The one person of whom a sentence tells, if he acts in it. */
function soleSubject(draft: Draft, before: Span | undefined): EntityId | undefined {
  // «He quoted a sentence that Roe had used»: its subject is he, whoever else acts in it.
  if (!before || opensWithHe.test(draft.slice(before))) return undefined;
  const people = peopleIn(draft, before);
  const [one] = people;
  if (people.size !== 1 || !one || one === '?' || /\b(?:I|me|him|her)\b/u.test(draft.slice(before)))
    return undefined;
  const acting = subjectsIn(draft, before, false).some(
    (s) =>
      personOf(draft, s.name?.entity, s.span.start) === one &&
      mainSubject(draft, before, [s], before.end) !== undefined,
  );
  return acting ? one : undefined;
}

const isReplying =
  /^(?:repl(?:ied|ies)|answer(?:ed|s)|respond(?:ed|s)|retorted|rejoined|countered|agreed)$/iu;

/** Whom the writer or another tells something: the name right behind the verb. */
function listenerOf(draft: Draft, { verb }: Clause): EntityId | undefined {
  const words = draft.slice(verb);
  const lead = /^[\s\u00a0]+(?:to[\s\u00a0]+)?(?:the[\s\u00a0]+)?/iu.exec(
    draft.text.slice(verb.end, verb.end + 10),
  )?.[0];
  if (!lead || (!isTelling.test(words) && !/\bto[\s\u00a0]/iu.test(lead))) return undefined;
  const at = verb.end + lead.length;
  const name = draft.namesIn({ start: at, end: at + 80 }).find((n) => n.span.start === at);
  return name && (name.type === 'person' || name.type === 'office')
    ? personOf(draft, name.entity)
    : undefined;
}

/** The subject of a sentence, or the one whom the writer saw, told, asked; no one mentioned by the way. */
const prominent = (draft: Draft, prose: Prose, name: Span): boolean =>
  !/^[’'ʼ]s?\b/iu.test(draft.text.slice(name.end, name.end + 3)) &&
  (name.start - prose.span.start < 8 ||
    /(?:[.!?:][”"’)]?[\s\u00a0]+|\b(?:saw|met|(?:met|talked|spoke|conferred|conversation|meeting|discussion|interview|talk) with|upon|called on|asked|told|advised|visited|telephoned|informed|spoke to|interviewed|assured|reminded|thanked|questioned|pressed|according to|lunched with|dined with)[\s\u00a0]+)(?:the[\s\u00a0]+)?$/iu.test(
      draft.text.slice(Math.max(prose.span.start, name.start - 24), name.start),
    ));
