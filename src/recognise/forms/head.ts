/** The head of an official paper: lines that say what they are, up to the first words of prose. */
import { isPersonName } from '../letters/parties.ts';
import type { Line } from '../lines.ts';
import { type FormLine, readFormLine, type Seen } from './lines.ts';

/** No head has more lines than this. */
const longest = 40;

interface HeadRow {
  readonly line: Line;
  readonly reading: FormLine | undefined;
}

export interface FormHead {
  readonly rows: readonly HeadRow[];
  /** Index of the first line below the head. */
  readonly end: number;
  readonly seen: ReadonlySet<Seen>;
}

/** The facts of a reading that stand in one of its lines. */
const upTo = (reading: FormLine, { inner }: Line): FormLine => ({
  ...reading,
  fields: reading.fields.filter((f) => f.span.start >= inner.start && f.span.end <= inner.end),
});

/** A sentence, or the first paragraph with a number: here the text begins. */
const isProse = (line: Line): boolean =>
  line.text.length > 140 || /^1[.)]\s/.test(line.text) || /\p{Ll}{2,}[.?!]["”]?$/u.test(line.text);

const titled =
  /^(?:(?:Mr|Mrs|Miss|Ms|Dr|Sir|Gen|General|Amb|Ambassador|Secretary|Senator|President|Minister|Governor|Admiral)\.? )\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3}$/u;
/** Below the title of a telephone conversation: those who talked. */
const isTalker = (line: Line): boolean => titled.test(line.text) || isPersonName(line.text);

export function headOf(text: string, lines: readonly Line[]): FormHead {
  const rows: HeadRow[] = [];
  const seen = new Set<Seen>();
  let end = 0;
  let count = 0;
  let telephone = false;
  for (let i = 0; i < lines.length && count < longest; i++) {
    const line = lines[i] as Line;
    if (line.text === '') continue;
    count++;
    const next = lines[i + 1]?.text === '' ? undefined : lines[i + 1];
    const reading = readFormLine(text, line, next);
    if (reading) {
      rows.push({ line, reading: upTo(reading, line) });
      seen.add(reading.seen);
      for (const { name } of reading.fields) {
        if (name === 'classification' || name === 'handling') seen.add('marking');
        if (name === 'place-date') seen.add('dateline');
      }
      if (reading.takesNext && next) rows.push({ line: next, reading: upTo(reading, next) });
      if (reading.takesNext) i++;
      telephone ||= reading.seen === 'title' && /^TEL/i.test(line.text);
      end = i + 1;
      continue;
    }
    if (telephone && isTalker(line)) {
      rows.push({
        line,
        reading: {
          seen: 'participants',
          rule: 'header.participants',
          fields: [
            {
              name: 'participants',
              value: line.text,
              span: line.inner,
              layer: 'text',
              rule: 'header.participants',
              certainty: 'medium',
            },
          ],
        },
      });
      seen.add('participants');
      end = i + 1;
      continue;
    }
    if (/^(?:Present|Participants|Those present)\s*:?$/i.test(line.text)) {
      seen.add('participants');
      break;
    }
    if (isProse(line) || rows.filter((r) => !r.reading).length > 3) break;
    rows.push({ line, reading: undefined });
  }
  // Lines that say nothing, below the last that does, are the text's.
  const last = lines[end - 1]?.span.end ?? 0;
  return { rows: rows.filter((r) => r.line.span.end <= last), end, seen };
}
