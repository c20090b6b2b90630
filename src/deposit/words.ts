/** How facts are put into words, alike in every file of the package. */
import type { Description } from './describe.ts';
import type { Agent, Deposit, Metadata, PackedDocument } from './model.ts';

/** `1 document`, `2 documents`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** 10743 → 10,743. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

const months = 'January February March April May June July August September October November December';

/** 1978-07-22T19:40:00+08:00 → 22 July 1978; less where less is known. */
export function dateInWords(iso: string): string {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso) ?? [];
  if (year === undefined) return iso;
  const name = month === undefined ? undefined : months.split(' ')[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** The day of a date with time; a month or a year stays what it is. */
export function dayOf(iso: string): string {
  return iso.slice(0, 10);
}

/** «Iriye, Aki», or the name of an organisation: how lists are sorted. */
export function listed({ name, family, given }: Agent): string {
  if (family === undefined) return name;
  return given === undefined ? family : `${family}, ${given}`;
}

/** «A», «A and B», «A, B and C». */
export function series(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** How the package is cited, in a sentence. */
export function citation(m: Metadata): string {
  const who = series(m.creators.map((c) => c.name));
  const where = m.doi === undefined ? (m.url ?? '') : `https://doi.org/${m.doi}`;
  // What bears the name of those who made it says it once.
  const publisher = [who, m.title].includes(m.publisher) ? '' : `${m.publisher}, `;
  const by = who === m.title ? '' : `${who}: `;
  return `${by}${m.title}. Version ${m.version}. ${publisher}${m.date.slice(0, 4)}.${where === '' ? '' : ` ${where}`}`;
}

/** «Telegram No. 1384, Ambassador Sato to The Foreign Minister, 22 July 1978». */
export function heading(d: Description): string {
  const what = [d.kindName, d.number === undefined ? '' : `No. ${d.number}`].filter(Boolean).join(' ');
  const from = series(d.senders);
  const to = series(d.recipients);
  const who = [from, to === '' ? '' : `to ${to}`].filter(Boolean).join(' ');
  return [what, who, d.date === undefined ? '' : dateInWords(d.date)].filter(Boolean).join(', ');
}

/** Whether a document went from one to another. */
export function isCorrespondence(d: Description): boolean {
  return (
    d.recipients.length > 0 || ['telegram', 'letter', 'despatch', 'cablegram', 'airgram'].includes(d.kind)
  );
}

/** First and last day of the documents, as far as they have dates. */
export function span(documents: readonly PackedDocument[]): readonly [string, string] | undefined {
  const days = documents
    .flatMap(({ description: { date } }) => (date === undefined ? [] : dayOf(date)))
    .sort();
  const [earliest, latest] = [days[0], days.at(-1)];
  return earliest === undefined || latest === undefined ? undefined : [earliest, latest];
}

/** Languages of the texts and of their originals, each once. */
export function languagesOf(documents: readonly PackedDocument[]): readonly string[] {
  const tags = documents.flatMap(({ description: d }) => [d.language, d.originalLanguage ?? []].flat());
  return [...new Set(tags)].filter((t) => t !== 'und').sort();
}

/** The only document of a package, if it has one alone. */
export function onlyDocument({ documents }: Pick<Deposit, 'documents'>): PackedDocument | undefined {
  return documents.length === 1 ? documents[0] : undefined;
}

/** Documents that fail their checks and are packed all the same. */
export function invalidOf({ documents }: Pick<Deposit, 'documents'>): readonly PackedDocument[] {
  return documents.filter((d) => !d.valid);
}

/** Names that documents of before have by now: what a later version says of itself. */
export function versionOf(previous: { readonly name: string; readonly version?: string }): string {
  return previous.version === undefined ? previous.name : `version ${previous.version}`;
}
