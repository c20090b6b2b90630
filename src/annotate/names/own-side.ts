/**
 * «Our Ministry», «my Embassy»: a body by its kind alone, which is that of whoever speaks. Whose it is, header and
 * register say, or it stays open.
 */
import type { Entity, EntityId, NameMention } from '../../document.ts';
import type { RegisterEntry } from '../../register.ts';
import type { Draft } from '../draft.ts';
import { SpanIndex } from '../span-index.ts';
import { writerOf } from '../speech/speakers.ts';

/** After speech has been found: within it «our» is the speaker's. */
export function annotateOwnSide(draft: Draft): void {
  const direct = new SpanIndex(draft.speeches().filter((s) => s.mode !== 'reported'));
  const writer = writerOf(draft);
  const known = new Map<string, EntityId>();
  for (const { span } of draft.prose) {
    for (const name of draft.namesIn(span)) {
      const noun = draft.slice(name.span);
      if (name.rule !== 'name.organisation' || !/^\p{Lu}\p{Ll}+$/u.test(noun)) continue;
      const before = draft.text.slice(Math.max(span.start, name.span.start - 5), name.span.start);
      const speech = direct.covering(name.span.start)[0];
      //   > | prepared by our Ministry
      //                   ^^^ ^^^^^^^^
      if (/\b(?:our|my)[ \u00a0]$/iu.test(before)) {
        const bodies = speech
          ? bodiesOf(draft, speech.who, noun)
          : [...new Set([...bodiesOf(draft, writer, noun), ...bodiesOfHeader(draft, noun)])];
        const [one] = bodies;
        const entity = bodies.length === 1 && one ? entityOf(draft, one) : undefined;
        draft.replace(name, ownBody(name, entity?.id));
        if (!entity) ask(draft, name, noun, bodies);
        else if (!speech) known.set(noun, entity.id);
        continue;
      }
      //   > | on the basis of the Ministry’s “Explanation.”
      //                       ^^^ ^^^^^^^^
      const same = speech ? undefined : known.get(noun);
      if (same && /\bthe[ \u00a0]$/iu.test(before)) draft.replace(name, ownBody(name, same));
    }
  }
}

const ownBody = ({ span }: NameMention, entity: EntityId | undefined): NameMention => ({
  kind: 'name',
  type: 'org',
  form: 'name',
  span,
  ...(entity ? { entity } : {}),
  rule: 'name.of-own-side',
  certainty: 'medium',
});

/** A body by its entry in the register, or as an entity of the document. */
type Body = RegisterEntry['id'] | EntityId;

const entryOf = (draft: Draft, id: string | undefined): RegisterEntry | undefined =>
  id === undefined ? undefined : draft.context.register.entries.find((e) => e.id === id);

const isOfKind = (entry: RegisterEntry, noun: string): boolean =>
  entry.kind === 'org' && entry.names.some((n) => n.text.split(/[\s\u00a0]+/u).includes(noun));

/** Bodies to which the offices of a person belong, as far as they are of this kind. */
function bodiesOf(draft: Draft, person: EntityId | undefined, noun: string): readonly Body[] {
  const entry = entryOf(draft, person && draft.entity(person)?.register);
  const bodies = (entry?.offices ?? []).flatMap((o) => [o.org, entryOf(draft, o.office)?.partOf]);
  return [...new Set(bodies)].filter((id): id is string => {
    const body = entryOf(draft, id);
    return body !== undefined && isOfKind(body, noun);
  });
}

/** The body that sends, and that at which its own telegram came in. */
function bodiesOfHeader(draft: Draft, noun: string): readonly Body[] {
  const fields = (['from', 'received'] as const).flatMap((name) => draft.field(name) ?? []);
  return fields.flatMap((field) =>
    draft.namesIn(field.span).flatMap((n) => {
      const entity = n.type === 'org' && n.entity ? draft.entity(n.entity) : undefined;
      if (!entity) return [];
      const entry = entryOf(draft, entity.register);
      const fits = entry ? isOfKind(entry, noun) : entity.name.split(/\s+/).includes(noun);
      return fits ? [entity.register ?? entity.id] : [];
    }),
  );
}

function entityOf(draft: Draft, body: Body): Entity | undefined {
  const entry = entryOf(draft, body);
  return entry ? draft.entityFor(entry.id, 'org', entry.name, {}, entry.id) : draft.entity(body);
}

function ask(draft: Draft, { span }: NameMention, noun: string, candidates: readonly Body[]): void {
  draft.questions.push({
    kind: 'name',
    span,
    rule: 'name.of-own-side',
    question: `whose ${noun} is this?`,
    candidates,
  });
}
