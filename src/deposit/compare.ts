/** What has changed since the package before, in the words of an editor: documents and their facts, not bytes. */
import type { Description } from './describe.ts';
import type { Deposit, Previous } from './model.ts';
import { count, dateInWords, series } from './words.ts';

export interface Change {
  readonly id: string;
  readonly title: string;
  /** Sentences without a final stop. */
  readonly what: readonly string[];
}

export interface Changes {
  readonly added: readonly Change[];
  readonly removed: readonly Change[];
  readonly changed: readonly Change[];
  readonly unchanged: number;
}

export function changesSince(previous: Previous, deposit: Deposit): Changes {
  const before = new Map(previous.documents.map((d) => [d.id, d]));
  const now = new Map(deposit.documents.map((d) => [d.id, d]));
  const sums = new Map(deposit.files.map((f) => [f.path, f.sha512]));
  const changed: Change[] = [];
  let unchanged = 0;
  for (const { id, description, files } of deposit.documents) {
    const old = before.get(id);
    if (old === undefined) continue;
    const what = factsThatDiffer(old.description, description);
    // A DOI that was written in is no other encoding.
    const { encoding } = description;
    const sameTei =
      encoding === undefined
        ? previous.checksums.get(old.tei) === sums.get(files.tei)
        : encoding === old.description.encoding;
    if (sameTei && what.length === 0) unchanged++;
    else {
      const words =
        what.length > 0 ? what : ['the encoding was revised; the facts in the header are the same'];
      changed.push({ id, title: description.title, what: words });
    }
  }
  return {
    added: deposit.documents
      .filter((d) => !before.has(d.id))
      .map((d) => ({ id: d.id, title: d.description.title, what: [] })),
    removed: previous.documents
      .filter((d) => !now.has(d.id))
      .map((d) => ({ id: d.id, title: d.description.title, what: [] })),
    changed,
    unchanged,
  };
}

type Fact = readonly [name: string, value: (d: Description) => string];

const facts: readonly Fact[] = [
  ['the title', (d) => d.title],
  ['the kind of document', (d) => d.kindName],
  ['the number', (d) => d.number ?? ''],
  ['the date', (d) => momentInWords(d.date)],
  ['the receipt', (d) => momentInWords(d.received)],
  ['the place', (d) => d.place ?? ''],
  ['the sender', (d) => series(d.senders)],
  ['the addressee', (d) => series(d.recipients)],
  ['the translator', (d) => series(d.translators)],
  ['the holding archive', (d) => d.repository ?? ''],
  ['the abstract', (d) => d.abstract ?? ''],
  ['the markings', (d) => series(d.markings)],
  ['the source file', (d) => d.source?.sha256.slice(0, 12) ?? ''],
  ['the state of review', (d) => d.status],
];

const counts: readonly (readonly [one: string, value: (d: Description) => number])[] = [
  ['paragraph', (d) => d.paragraphs],
  ['utterance', (d) => d.utterances],
  ['person', (d) => d.people],
  ['assertion by rule', (d) => d.assertions.high + d.assertions.medium + d.assertions.low],
  ['assertion confirmed by a person', (d) => d.reviewed],
];

function factsThatDiffer(before: Description, now: Description): string[] {
  const told = facts.flatMap(([name, value]) => {
    const [old, fresh] = [value(before), value(now)];
    if (old === fresh) return [];
    if (old === '') return [`${name} is now given: ${fresh}`];
    if (fresh === '') return [`${name} is no longer given (it was ${old})`];
    return [`${name} is now ${fresh} (it was ${old})`];
  });
  const counted = counts.flatMap(([one, value]) => {
    const [old, fresh] = [value(before), value(now)];
    const many = one === 'person' ? 'people' : one.replace(/^(\w+)/, '$1s');
    return old === fresh ? [] : [`${count(fresh, one, many)} instead of ${old}`];
  });
  return [...told, ...counted];
}

/** With the time, where the document has one. */
function momentInWords(iso: string | undefined): string {
  if (iso === undefined) return '';
  const time = /T(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?/.exec(iso);
  return time === null ? dateInWords(iso) : `${dateInWords(iso)}, ${time[1]} ${time[2] ?? ''}`.trim();
}
