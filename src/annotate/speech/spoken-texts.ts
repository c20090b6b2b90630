/**
 * The text of a speech that a telegram prints in full: its first lines say whose it is, `BEGIN TEXT` and `END TEXT`
 * (`QUOTE`, `UNQUOTE`; `Begins`, `Ends`) enclose it, and within it the speaker is «I».
 *
 *     > | FOLLOWING IS TEXT OF SECRETARY ROE'S STATEMENT TO THE CONFERENCE, NOVEMBER 5. BEGIN TEXT: MR. CHAIRMAN, I … END TEXT
 *                              ^^^^^^^^^^^^^^^                                                      ^^^^^^^^^^^^^^^^^
 */
import type { NameMention, Span, Speech } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { personOf } from './holders.ts';

/** The announcement stands within so many characters before. */
const reach = 400;

const spoken = 'SPEECH|STATEMENT|REMARKS|ADDRESS|TOAST|ADDRESSES|BROADCAST|COMMENTS';
//   > | TEXT OF SECRETARY ROE'S SPEECH        > | TEXT OF SPEECH BY SECRETARY ROE
const announcement = new RegExp(
  `\\bTEXT\\s+OF\\s+(?:THE\\s+|AN?\\s+)?(?:(?<owner>[^.;:]{3,70}?)['’]S?\\s+(?:[^\\s.;:]+\\s+){0,3}?(?:${spoken})\\b|(?:[^\\s.;:]+\\s+){0,3}?(?:${spoken})\\s+(?:[^.;:]{2,60}?\\s+)?(?:BY|OF)\\s+(?:THE\\s+)?(?<author>[^.;:]{3,70}))`,
  'diu',
);
const firstPerson = /\b(?:I|MY|WE|OUR)\b/u;

export function spokenTexts(draft: Draft, messages: readonly Span[]): readonly Speech[] {
  return messages.flatMap((message): Speech[] => {
    const from = Math.max(0, message.start - reach);
    const before = draft.text.slice(from, message.start);
    const match = announcement.exec(before);
    const at = match?.indices?.groups?.owner ?? match?.indices?.groups?.author;
    // The one person named first: «Secretary Roe's speech», «a speech by Secretary Roe».
    const name = at && soleName(draft, { start: from + at[0], end: from + at[1] });
    const span = trimmed(draft, message);
    if (!name || span.end - span.start < 80 || !firstPerson.test(draft.slice(span).toUpperCase())) return [];
    const who = personOf(draft, name.entity, name.span.start);
    return who
      ? [
          {
            kind: 'speech',
            mode: 'direct',
            span,
            frame: { start: name.span.start, end: message.start },
            rule: 'speech.printed',
            certainty: 'medium',
            who,
          },
        ]
      : [];
  });
}

function soleName(draft: Draft, within: Span): NameMention | undefined {
  const people = draft.namesIn(within).filter((n) => n.type === 'person');
  return people.length === 1 ? people[0] : undefined;
}

/** Without the blanks and the colon at its ends. */
function trimmed(draft: Draft, { start, end }: Span): Span {
  const words = draft.text.slice(start, end);
  const head = /^[\s\u00a0:.–—-]*/u.exec(words)?.[0].length ?? 0;
  const tail = /[\s\u00a0]*(?:\d{1,2}\.[\s\u00a0]*)?$/u.exec(words)?.[0].length ?? 0;
  return { start: start + head, end: Math.max(start + head, end - tail) };
}
