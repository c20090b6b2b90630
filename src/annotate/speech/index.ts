/** Speech: announced blocks first, then quotations, then reported clauses; at last who is spoken to. */
import type { EntityId, Speech } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { framedSpeech } from './frames.ts';
import { quotedSpeech } from './quoted.ts';
import { reportedSpeech } from './reported.ts';
import { writerOf } from './speakers.ts';

export function annotateSpeech(draft: Draft): void {
  const writer = writerOf(draft);
  const frames = framedSpeech(draft, writer);
  const framed = (at: number) => frames.some((f) => f.span.start <= at && at < f.span.end);
  const prose = draft.prose.filter((p) => !framed(p.block.span.start));
  const quoted = prose.flatMap((p) => quotedSpeech(draft, p, writer));
  const reported = prose
    .flatMap((p) => reportedSpeech(draft, p, writer))
    .filter((r) => !quoted.some((q) => q.span.start < r.span.end && r.span.start < q.span.end));
  draft.add(...addressed([...frames, ...quoted, ...reported], writer));
}

/**
 * Speech within speech: in what a frame announces, «I» is its speaker, and others may be said to have spoken.
 * Asked after descriptions are resolved, for «the Ambassador said yesterday that» is how people refer there.
 */
export function annotateNestedSpeech(draft: Draft): void {
  const frames = draft.speeches().filter((s) => s.rule === 'speech.frame');
  for (const frame of frames) {
    for (const prose of draft.proseIn(frame.span)) draft.add(...reportedSpeech(draft, prose, frame.who));
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
