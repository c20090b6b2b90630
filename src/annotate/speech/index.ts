/** Speech: turns and announced blocks first, then quotations, then reported clauses; at last who is spoken to. */
import type { EntityId, Speech } from '../../document.ts';
import { type Draft, type Prose, wholeQuotation } from '../draft.ts';
import type { Quotation } from '../quotations.ts';
import { SpanIndex } from '../span-index.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { framedSpeech } from './frames.ts';
import { personOf } from './holders.ts';
import { interjections } from './interjections.ts';
import { quotedMessages } from './messages.ts';
import { quotedSpeech } from './quoted.ts';
import { reportedSpeech } from './reported.ts';
import { type Scene, sceneOf, writerOf } from './speakers.ts';
import { spokenTexts } from './spoken-texts.ts';
import { turns } from './turns.ts';

export function annotateSpeech(draft: Draft): void {
  const writer = writerOf(draft);
  // Read once: the clauses of every paragraph.
  const clauses = new Map<Prose, readonly Clause[]>();
  for (const prose of draft.prose) clauses.set(prose, clausesOf(draft, prose));
  const scene = sceneOf(draft, writer, [...clauses.values()]);
  const floor = turns(draft);
  const speaking = new SpanIndex(floor);
  const quotedWhole = quotedMessages(draft);
  const messages = new SpanIndex(quotedWhole.map((span) => ({ span })));
  const texts = spokenTexts(draft, quotedWhole).filter((t) => !speaking.touches(t.span));
  const printed = new SpanIndex(texts);
  const frames = [
    ...texts,
    ...framedSpeech(draft, scene).filter((f) => !speaking.touches(f.span) && !printed.touches(f.span)),
  ];
  const framed = new SpanIndex(frames);
  const found: Speech[] = [...frames];
  let previous: EntityId | undefined;
  let lastWords: Speech | undefined;
  let above: Prose | undefined;
  for (const prose of draft.prose) {
    const at = prose.block.span.start;
    if (framed.covering(at).length > 0) continue;
    // Within a turn «I» is whoever has the floor.
    const turn = speaking.covering(at)[0];
    // In a message that the document quotes nobody says who «I» is.
    const here = turn
      ? { writer: turn.who, sole: undefined }
      : messages.touches(prose.span)
        ? { writer: undefined, sole: undefined }
        : { ...scene, previous, above };
    const said = clauses.get(prose) ?? [];
    const announced = quotedSpeech(draft, prose, here, said);
    const quoted = announced.length === 0 ? goesOn(draft, prose, lastWords, above) : announced;
    lastWords = quoted.at(-1);
    above = prose;
    const heard = new Set<EntityId>();
    for (const speech of quoted) {
      found.push(speech);
      if (speech.who && speech.who !== writer) heard.add(speech.who);
    }
    if (!turn)
      for (const speech of interjections(draft, prose, (id, place) => personOf(draft, id, place)))
        if (!quoted.some((q) => q.span.start < speech.span.end && speech.span.start < q.span.end))
          found.push(speech);
    for (const speech of reportedSpeech(draft, prose, here, said)) {
      if (speech.who && speech.who !== writer) heard.add(speech.who);
      if (!quoted.some((q) => q.span.start < speech.span.end && speech.span.start < q.span.end))
        found.push(speech);
    }
    // He of the next paragraph is he of this one, if one alone has spoken; a paragraph of others ends it.
    const [one] = heard;
    previous =
      heard.size === 1
        ? one
        : heard.size === 0 && !draft.namesIn(prose.span).some((n) => n.type === 'person')
          ? previous
          : undefined;
  }
  // An editor's notes tell of speech too; nobody is «I» there, and no pronoun points out of a note.
  const inNotes: Speech[] = [];
  for (const note of draft.notes) {
    const said = clausesOf(draft, note);
    if (said.length === 0) continue;
    const nobody: Scene = { writer: undefined, sole: undefined };
    const quoted = quotedSpeech(draft, note, nobody, said);
    inNotes.push(...quoted);
    for (const speech of reportedSpeech(draft, note, nobody, said))
      if (!quoted.some((q) => q.span.start < speech.span.end && speech.span.start < q.span.end))
        inNotes.push(speech);
  }
  for (const speech of floor) draft.add(speech);
  // A speech that is printed in full was made to others.
  const here = found.filter((s) => !texts.includes(s));
  for (const speech of [...texts, ...(floor.length > 0 ? here : addressed(here, writer))]) draft.add(speech);
  for (const speech of inNotes) draft.add(speech);
}

/**
 * A paragraph that is a quotation from end to end, below one with an utterance: the same speaker goes on. So he does in
 * one that a quotation of whole sentences opens, right below one that his utterance ends.
 *
 *     > | “We had no choice,” he said.
 *       | “In May we asked for help. It did not come.” Mr Roe said that …
 *         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function goesOn(
  draft: Draft,
  prose: Prose,
  before: Speech | undefined,
  above: Prose | undefined,
): readonly Speech[] {
  const whole = before?.who
    ? (wholeQuotation(draft.text, prose) ?? openingQuotation(draft, prose, before, above))
    : undefined;
  // A quotation that runs over both paragraphs is one.
  if (!before || !whole || before.span.end > prose.span.start || whole.inner.end - whole.inner.start < 24)
    return [];
  return [
    {
      ...before,
      span: whole.span,
      rule: 'speech.continued',
      certainty: before.certainty === 'low' ? 'low' : 'medium',
    },
  ];
}

/** The quotation of whole sentences with which a paragraph opens, where the one above ends with an utterance. */
function openingQuotation(
  draft: Draft,
  prose: Prose,
  before: Speech,
  above: Prose | undefined,
): Quotation | undefined {
  const last = above?.sentences.at(-1);
  if (!last || before.span.start < last.start || before.span.end > last.end) return undefined;
  const first = prose.quotations[0];
  return first &&
    first.span.start === prose.span.start &&
    /^\p{Lu}.*[.!?]$/su.test(draft.slice(first.inner)) &&
    /^[\s\u00a0]+\p{Lu}/u.test(draft.text.slice(first.span.end, first.span.end + 4))
    ? first
    : undefined;
}

/**
 * Speech within speech: in what a frame announces, «I» is its speaker, and others may be said to have spoken.
 * Asked after descriptions are resolved, for «the Ambassador said yesterday that» is how people refer there.
 */
export function annotateNestedSpeech(draft: Draft): void {
  const frames = draft.speeches().filter((s) => s.rule === 'speech.frame' || s.rule === 'speech.printed');
  for (const frame of frames) {
    const scene = { writer: frame.who, sole: undefined };
    for (const prose of draft.proseIn(frame.span)) {
      // What he to whom the frame speaks has said, he said to its speaker.
      for (const speech of reportedSpeech(draft, prose, scene))
        draft.add(
          speech.who && frame.who && speech.who === frame.toWhom ? { ...speech, toWhom: frame.who } : speech,
        );
    }
  }
}

/**
 * In a report of a meeting the writer and one other speak to each other; where more than two people speak,
 * nothing is said of whom they address.
 */
function addressed(speeches: readonly Speech[], writer: EntityId | undefined): readonly Speech[] {
  const speakers = new Set(speeches.flatMap((s) => (s.who ? [s.who] : [])));
  if (!writer) return speeches;
  speakers.delete(writer);
  const [other] = speakers;
  if (speakers.size !== 1 || !other) return speeches;
  return speeches.map((s) =>
    s.who === writer ? { ...s, toWhom: other } : s.who === other ? { ...s, toWhom: writer } : s,
  );
}
