/** Lists of participants: a word of its own line, then a line for each person. */
import type { Line } from '../lines.ts';
import { field, type ReadingDraft } from './reading.ts';

//   > | PARTICIPANTS        > | PRESENT:        > | PARTICIPANTS: Secretary Roe
const heading =
  /^(?:LIST OF )?(?:PARTICIPANTS|PRESENT|ATTENDEES|ATTENDANCE|Participants|Present)(?<colon>\s*[:.])?\s*(?<first>.*)$/d;

/** A side of the table: «U.S.», «United States Side:». */
const side =
  /^(?:The )?(?:U\.?S\.?(?:S\.?R\.?|A\.?)?|U\.?K\.?|[A-Z][\p{L} ]{2,30}(?: Side| Delegation)?:|[A-Z][\p{L}]+(?: [A-Z]?[\p{L}]+){0,2} (?:[Ss]ide|[Dd]elegation))$/u;

/**
 * Reads a list at `lines[from]`; it ends at two blank lines, at another heading, or at a sentence.
 *
 * @returns the index of the line after it, or undefined where there is no list
 */
export function readParticipants(
  draft: ReadingDraft,
  lines: readonly Line[],
  from: number,
  to: number,
): number | undefined {
  const { text } = draft;
  const line = lines[from];
  const match = line && heading.exec(line.text);
  if (!line || !match) return undefined;
  const first = match.indices?.groups?.first;
  const inline = (match.groups?.first ?? '') !== '';
  if (inline && match.groups?.colon === undefined) return undefined;
  const label = { start: line.inner.start, end: line.inner.start + (first ? first[0] : line.text.length) };
  while (label.end > label.start && /\s/u.test(text[label.end - 1] ?? '')) label.end--;
  draft.header(
    line.inner,
    inline && first
      ? [
          field(
            'participants',
            text,
            { start: line.inner.start + first[0], end: line.inner.end },
            'header.participants',
          ),
        ]
      : [],
    'header.participants',
    { label },
  );
  let i = from + 1;
  let done = i;
  let blanks = 0;
  let count = inline ? 1 : 0;
  for (; i < to && count < 60; i++) {
    const item = lines[i] as Line;
    if (item.text === '') {
      if (++blanks >= 3 && count > 0) break;
      continue;
    }
    if (ends(item.text) || (blanks >= 2 && count > 0)) break;
    blanks = 0;
    const person = !side.test(item.text);
    draft.header(
      item.inner,
      person ? [field('participants', text, item.inner, 'header.participants')] : [],
      'header.participants',
    );
    count++;
    done = i + 1;
  }
  return done;
}

/** A sentence, another heading, or a line too long for a name. */
function ends(words: string): boolean {
  return (
    words.length > 150 ||
    /^(?:SUBJECT|PLACE|DATE|TIME|REFERENCE|COPIES|DISTRIBUTION)\b/.test(words) ||
    /^\d{1,2}\.\s/.test(words) ||
    (/[.:]$/.test(words) && words.split(/\s+/).length > 10) ||
    /\b(?:said|stated|opened|asked|began|was|were|will|has|had|that)\b/.test(words)
  );
}
