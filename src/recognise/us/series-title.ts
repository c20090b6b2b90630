/** The title of a document in a published volume: its number, what it is, who sent it and to whom. */
import type { HeaderField, Span } from '../../document.ts';
import { type Line, trimSpan } from '../lines.ts';
import { field, groupSpan, words } from './reading.ts';

export interface SeriesTitle {
  /** The line without the mark of its note. */
  readonly span: Span;
  readonly fields: readonly HeaderField[];
  /** The mark of the note on the source: `Source`, run on, or a number. */
  readonly mark: Span | undefined;
  /** The words of the title alone. */
  readonly title: string;
  /** Did someone send it to someone? */
  readonly sent: boolean;
}

//   > | 55. Telegram From the Embassy in Freedonia to the Department of StateSource
//       ^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^
const numbered =
  /^(?:(?:No\.|Document|Doc\.)\s+)?\[?(?<number>\d{1,4})\]?\.?\s+(?<title>\p{Lu}.{3,300}?)(?<mark>Source|(?<=[\p{Ll})\]])\d{1,2})?$/du;

/** What such documents are called. Any other title is one only with a dateline or a source note. */
const kinds =
  /\b(?:Telegrams?|Airgrams?|Letters?|Memorand(?:um|a)|Messages?|Notes?|Despatch|Dispatch|Aide-M[eé]moire|Instruction|Minutes?|Record|Report|Paper|Estimate|Review|Summary|Diary|Statement|Transcript|Editorial Note|Agreement|Directive|Proclamation|Draft|Circular|Cable|Notes on|Talking Points)\b/;

export function readSeriesTitle(text: string, line: Line): SeriesTitle | undefined {
  const match = numbered.exec(line.text);
  const start = line.inner.start;
  const number = match && groupSpan(match, 'number', start);
  const title = match && groupSpan(match, 'title', start);
  if (!match || !number || !title) return undefined;
  const mark = groupSpan(match, 'mark', start);
  const printed = text.slice(title.start, title.end);
  // A sentence is no title.
  if (/[.:;,]$/.test(printed) || (!mark && !kinds.test(printed) && !parties(text, title))) return undefined;
  const sides = parties(text, title);
  return {
    span: { start, end: title.end },
    mark,
    title: printed,
    sent: sides !== undefined,
    fields: [
      field('document-number', text, number, 'header.frus-title'),
      field('title', text, title, 'header.frus-title'),
      ...(sides?.fields ?? []),
    ],
  };
}

export const isKnownKind = (title: string): boolean => kinds.test(title);

//   > | Telegram 1234 From the Embassy in Freedonia to the Department of State
//                ^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^^^^^^^^^^^^^
const from =
  /^(?:\p{L}[\p{L}\- ]{0,40}\s)?(?:Telegram|Airgram|Letter|Memorandum|Message|Note|Despatch|Dispatch|Instruction|Cable|Communication|Report|Minute|Paper)s?(?:\s(?<number>[A-Z]{0,6}[- ]?\d{1,6}(?:\/\d+)?))?\s[Ff]rom\s(?<from>.+)$/du;

//   > | The Ambassador in Freedonia (Grew) to the Secretary of State
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^^^^^^^^^^^^
const plain =
  /^(?:The )?(?:Acting |Under |Assistant |Deputy |High )*(?:Ambassador|Minister|Charg[eé]|Consul|Secretary|President|Counselor|Representative|Commissioner|Chief|Chairman|Director|Embassy|Department)\b.{3,200}$/u;

/** Offices that are held «to» someone: there the word does not begin the addressee. */
const heldTo =
  /(?:Assistants?|Advis[eo]r|Counsel|Counsell?or|Ambassador|Representative|Delegate|Delegation|Mission|Deputy|Aide|Consultant|Envoy|Emissary|Observer|Secretary|Liaison|Nations)$/;

interface Parties {
  readonly fields: readonly HeaderField[];
}

function parties(text: string, title: Span): Parties | undefined {
  const printed = text.slice(title.start, title.end);
  const match = from.exec(printed);
  let start = title.start;
  if (match) start = groupSpan(match, 'from', title.start)?.start ?? title.start;
  else if (!plain.test(printed) || !/ to /.test(printed)) return undefined;
  const rest = text.slice(start, title.end);
  const split = splitAt(rest, match !== null);
  if (split === undefined && !match) return undefined;
  const sender = trimPlace(text, start, start + (split ?? rest.length));
  const fields: HeaderField[] = [];
  const number = match && groupSpan(match, 'number', title.start);
  if (number) fields.push(field('telegram-number', text, number, 'header.frus-parties'));
  fields.push(field('from', text, sender, 'header.frus-parties'));
  if (split !== undefined)
    fields.push(field('to', text, trimPlace(text, start + split + 3, title.end), 'header.frus-parties'));
  return { fields };
}

/** Where the ` to ` stands that parts sender and addressee. */
function splitAt(rest: string, named: boolean): number | undefined {
  const all = [...rest.matchAll(/ to (?=the |all |certain |\p{Lu})| to(?=\p{Lu})/gu)].map((m) => m.index);
  const good = all.filter((at) => !heldTo.test(words(rest.slice(0, at))));
  // «the Secretary to the President»: an office so held needs another «to» after it.
  if (good.length > 0) return good[0];
  return named || all.length === 1 ? all.at(-1) : undefined;
}

//   > | Secretary of State Rusk, at Paris
//       ^^^^^^^^^^^^^^^^^^^^^^^
function trimPlace(text: string, start: number, end: number): Span {
  const at = /, (?:at|in) \p{Lu}[\p{L} .]{2,30}$/u.exec(text.slice(start, end));
  return trimSpan(text, start, at ? start + at.index : end);
}

/** Is it a message by wire or pouch, which bears a number before its first words? */
export const isCable = (title: string): boolean =>
  /\b(?:[Tt]elegram|[Aa]irgram|[Mm]essage|[Cc]able|[Ii]nstruction|[Dd]espatch)\b/.test(title);
