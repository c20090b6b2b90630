/**
 * Newspaper articles, broadcasts and papers with a day of their own that a document quotes. «Today» in them is that
 * day, which stands in their dateline or in the words that introduce them.
 */
import type { Certainty, Span } from '../document.ts';
import { findDates } from './dates/index.ts';
import { quotationsOf } from './quotations.ts';

export interface QuotedArticle {
  readonly span: Span;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly certainty: Certainty;
}

/** A shorter quotation is a remark, a longer one a book. */
const LEAST = 150;
const MOST = 8000;

// > | CARRIED FOLLOWING: QUOTE … UNQUOTE        > | “Accra, April 3 (Reuter) — …”
const OPENS = /\bQUOTE\b|\bBEGIN TEXT\b|“|(?:^|\n)[^\S\n]{0,8}"/g;
const CLOSES = {
  QUOTE: /\b(?:UNQUOTE|END\s+QUOTE|END\s+(?:OF\s+)?(?:TEXT|ARTICLE))\b/g,
  'BEGIN TEXT': /\bEND\s+(?:OF\s+)?TEXT\b|$(?![\s\S])/g,
  '“': /”/g,
  '"': /"/g,
} as const;

/** Quotations of an article's length, in order. */
function longQuotations(words: string): Span[] {
  const found: Span[] = [];
  const next = new Map<RegExp, number>();
  let past = 0;
  for (const open of words.matchAll(OPENS)) {
    const start = open.index + open[0].search(/\S/);
    const closes = CLOSES[open[0].trim() as keyof typeof CLOSES];
    if (!closes || start < past) continue;
    let end = next.get(closes) ?? 0;
    if (end <= start + open[0].trim().length) {
      closes.lastIndex = start + open[0].trim().length;
      let close = closes.exec(words);
      //   > | "March 23 I told …¶"He answered …"        a mark at the head of a line opens again
      while (
        close?.[0] === '"' &&
        /\n[^\S\n]{0,8}$/.test(words.slice(Math.max(0, close.index - 10), close.index))
      )
        close = closes.exec(words);
      end = close ? closes.lastIndex : Number.POSITIVE_INFINITY;
      next.set(closes, end);
    }
    if (end - start < LEAST || end - start > MOST) continue;
    found.push({ start, end });
    past = end;
  }
  return found;
}

// > | Accra, April 3 (Reuter) — Today        what stands before the date is a place, what follows it no sentence
const PLACE_BEFORE = /^(?:QUOTE\b)?[\s“"'(.:]{0,6}(?:[A-Z][A-Za-z.'’ -]{2,30},\s{1,2}){0,2}$/;
const DASH_AFTER =
  /^,?\s?(?:\d{4},?\s?)?(?:[(/]?\s?(?:AP|UPI?|AFP|Reuters?|Tass|NCNA|Kyodo|INS)\s?[)/]?)?\s?(?:[-–—:.]|\n)/i;
const PAPER =
  /\b(?:telegrams?|cablegrams?|cables?|letters?|messages?|notes?|despatch|dispatch|memorandum|communiqu[eé]|articles?|editorials?|newspapers?|dail(?:y|ies)|times|herald|tribune|journal|gazette|pravda|izvestia|press|broadcast|radio|news|column|correspondent|agency|carried|published|printed|reported)\b/i;

const SPOKEN = /\b(?:text|speech|statement|address|remarks|message|letter|note|communiqu[eé])\b/i;

/**
 * @param words the text, note marks blanked
 * @param day the day of the document, which the articles are not far from
 * @param paragraphs where shorter quotations are looked for
 */
export function quotedArticles(
  words: string,
  day: string | undefined,
  paragraphs: readonly Span[],
): readonly QuotedArticle[] {
  if (!day) return [];
  const context = { anchorAt: () => ({ date: day, label: 'document', certainty: 'high' }) as const };
  const found: QuotedArticle[] = [];
  const short = paragraphs.flatMap((p) => quotationsOf(words, p)).filter((q) => q.depth === 0);
  for (const span of [...longQuotations(words), ...short.map((q) => q.span)]) {
    const head = findDates(words, context, {
      start: span.start,
      end: Math.min(span.end, span.start + 90),
    })[0];
    const isDateline =
      head?.when &&
      PLACE_BEFORE.test(words.slice(span.start, head.span.start)) &&
      DASH_AFTER.test(words.slice(head.span.end, head.span.end + 24));
    const date = isDateline ? head : introduced(words, span.start, context);
    const told = /^\d{4}-\d\d-\d\d/.exec(date?.when ?? '')?.[0];
    if (told) found.push({ span, date: told, certainty: 'medium' });
  }
  return found;
}

// > | The Daily Echo of April 3 carried the following: “…
/** The one day of the clause that introduces the quotation and names a paper. */
function introduced(words: string, start: number, context: Parameters<typeof findDates>[1]) {
  const from = Math.max(0, start - 200);
  const window = words.slice(from, start).trimEnd();
  const text = words.startsWith('BEGIN TEXT', start);
  //   > | THE FOLLOWING IS THE TEXT OF SECRETARY BROWN'S SPEECH, NOVEMBER 5. ¶ 2. BEGIN TEXT:        it may stand in the paragraph before
  const paragraph = window.slice(window.lastIndexOf('\n\n') + 1);
  //   > | Cable, dated May 3, 1961, to Oslo. It reads as follows:
  const follows = /\b(?:as follows|reads?|follow(?:s|ing))\b[^.!?]{0,12}:$/i.test(paragraph);
  const clause = text
    ? window
    : follows
      ? paragraph
      : paragraph.slice(paragraph.search(/[.!?]\s+(?=[A-Z][^.!?]*$)/) + 1);
  if (!(text ? SPOKEN : PAPER).test(clause) || !(text || /[:,]$/.test(clause))) return undefined;
  const end = from + window.length;
  const days = findDates(words, context, { start: end - clause.length, end }).filter(
    (d) => d.when !== undefined && d.when.length >= 10 && /\d/.test(words.slice(d.span.start, d.span.end)),
  );
  return days.length === 1 ? days[0] : undefined;
}
