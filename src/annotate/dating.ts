/**
 * Dates and times of header and prose, each reckoned from its own anchor: the header's dates fix the
 * document's day, the opening paragraph may fix a meeting, speech at the meeting is reckoned from that day.
 */
import type { CatalogueFact, Certainty, DateMention, HeaderField, Span } from '../document.ts';
import { type Anchor, findDates, offsetAt, parseDate } from './dates/index.ts';
import type { Draft } from './draft.ts';
import { quotedArticles } from './quoted-articles.ts';
import { firstFrom, SpanIndex } from './span-index.ts';

/** The zone that clocks at an entity's seat keep: its own, or that of the place where it sits. */
function zoneOfEntity(draft: Draft, id: string | undefined): string | undefined {
  const entity = id ? draft.entity(id) : undefined;
  if (!entity) return undefined;
  if (entity.facts.zone) return entity.facts.zone;
  const entries = draft.context.register.entries;
  const entry = entries.find((e) => e.id === entity.register);
  return entry?.zone ?? (entry?.seat ? entries.find((e) => e.id === entry.seat)?.zone : undefined);
}

/** Dates of the fields of sending and receipt, with the zone of the place they name. */
export function annotateHeaderDates(draft: Draft): void {
  for (const layer of ['text', 'original'] as const) {
    for (const name of ['sent', 'received', 'place-date'] as const) {
      const field = draft.document.header.fields.find((f) => f.name === name && f.layer === layer);
      if (field) headerDate(draft, field);
    }
  }
  receivedBeforeSent(draft);
}

/** What the source says against itself is not mended: which of the two is the slip is asked. */
function receivedBeforeSent(draft: Draft): void {
  const field = draft.field('received');
  const sent = dateIn(draft, draft.field('sent')?.span);
  const received = dateIn(draft, field?.span);
  if (!field || !sent?.when || !received?.when) return;
  const instants = [sent.when, received.when].every((w) => /T.*(?:Z|[+-]\d\d:\d\d)$/.test(w));
  const shared = Math.min(sent.when.length, received.when.length, sent.zone || received.zone ? 10 : 16);
  const before = instants
    ? Date.parse(received.when) < Date.parse(sent.when)
    : shared >= 10 && received.when.slice(0, shared) < sent.when.slice(0, shared);
  if (!before) return;
  draft.questions.push({
    kind: 'date',
    span: received.span,
    rule: received.rule,
    question: `received before it was sent (${sent.when}): which of the two is the slip?`,
    candidates: [sent.when, received.when],
  });
}

function headerDate(draft: Draft, field: HeaderField): void {
  const place = draft.namesIn(field.span).find((n) => n.type === 'place' || n.type === 'org');
  const zone = zoneOfEntity(draft, place?.entity);
  const language = field.layer === 'original' ? 'ja' : draft.document.language;
  const anchor = field.layer === 'text' ? yearAnchor(draft, field) : undefined;
  // «n.d. [30 December 1937]»: what the editor supplies is the date.
  const context = { anchorAt: () => anchor, apartAt: () => true, language, ...formDay(draft) };
  const dates = findDates(draft.text, context, field.span);
  const found = dates.find((d) => d.when) ?? dates[0];
  const counterpart = field.layer === 'original' ? dateIn(draft, draft.field(field.name)?.span) : undefined;
  if (!found?.when && !counterpart) {
    draft.questions.push({
      kind: 'date',
      span: field.span,
      rule: 'date.absolute',
      question: 'when was this?',
      candidates: [],
    });
    return;
  }
  if (!found?.when || isPartOf(found.when, counterpart?.when)) {
    // 78年  月22日: the month was left blank; the translation supplies it.
    const span = found?.span ?? blankDate(draft, field);
    if (!span || !counterpart?.when) return;
    const blank = /[年月][\s\u3000]+(?=[月日])/u.exec(draft.slice(span));
    draft.add({ ...counterpart, span, rule: 'date.from-counterpart', certainty: 'medium' });
    if (blank) {
      const at = span.start + blank.index + 1;
      draft.add({
        kind: 'gap',
        reason: 'blank',
        span: { start: at, end: at },
        rule: 'text.blank',
        certainty: 'high',
      });
    }
    return;
  }
  draft.add(withZone(found, zone));
}

/** «No. 631, October 15, 6 p.m.»: the year stands in the line of receipt, or in the archive's catalogue. */
function yearAnchor(draft: Draft, field: HeaderField): Anchor | undefined {
  if (field.name !== 'sent' || /\d{4}|['’]\d\d\b/.test(draft.slice(field.span))) return undefined;
  const received = draft.field('received');
  const [found] = received ? findDates(draft.text, { anchorAt: () => undefined }, received.span) : [];
  const day = /^\d{4}-\d\d-\d\d/.exec(found?.when ?? '')?.[0] ?? catalogueDay(draft);
  return day ? { date: day, label: 'document', certainty: 'medium' } : undefined;
}

/** Does the other say the same and more, its zone aside? */
function isPartOf(when: string, other: string | undefined): boolean {
  const local = other?.replace(/(?:Z|[+-]\d\d:\d\d)$/, '');
  return local !== undefined && local !== when && local.startsWith(when);
}

/** The date of a header field that was already found. */
function dateIn(draft: Draft, span: Span | undefined): DateMention | undefined {
  if (!span) return undefined;
  return draft.annotations.find(
    (a): a is DateMention => a.kind === 'date' && a.span.start >= span.start && a.span.end <= span.end,
  );
}

//   > | 78年  月22日19時40分  中国発
//       ^^^^^^^^^^^^^^^^^^
function blankDate(draft: Draft, field: HeaderField): Span | undefined {
  const match =
    /^[\d０-９昭和大正平成元]+年[\s\u3000]*[\d０-９]*[\s\u3000]*月[\s\u3000]*[\d０-９]*[\s\u3000]*日(?:[\d０-９]+時)?(?:[\d０-９]+分)?/u.exec(
      draft.slice(field.span),
    );
  return match ? { start: field.span.start, end: field.span.start + match[0].length } : undefined;
}

/** A point in time with its offset: of the zone it states (`221430Z`), else of the place, if that is known. */
function withZone(date: DateMention, place: string | undefined): DateMention {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(date.when ?? '')) return date;
  const stated = date.zone?.inferred === false ? date.zone.id : undefined;
  if (stated === 'UTC') return { ...date, when: `${date.when}Z` };
  if (stated) return { ...date, when: `${date.when}${offsetAt(stated, date.when ?? '')}` };
  return place ? zoned(date, place, true) : date;
}

/** A local time with the offset of its zone at that moment. */
function zoned(date: DateMention, zone: string, inferred: boolean): DateMention {
  const when = date.when ?? '';
  return {
    ...date,
    when: `${when}${offsetAt(zone, when)}`,
    zone: { id: zone, inferred },
    ...(inferred ? { local: date.certainty } : {}),
    certainty: lower(date.certainty, 'medium'),
  };
}

const order: readonly Certainty[] = ['low', 'medium', 'high'];
const lower = (a: Certainty, b: Certainty): Certainty => (order.indexOf(a) < order.indexOf(b) ? a : b);

/** «April 31» with the mark of note 1: the third of April. One unit for one unit, so that spans hold. */
function withoutNoteMarks(draft: Draft): string {
  let words = '';
  let at = 0;
  for (const a of [...draft.annotations].sort((x, y) => x.span.start - y.span.start)) {
    if (a.kind !== 'note-mark' || a.span.start < at) continue;
    words += draft.text.slice(at, a.span.start) + ' '.repeat(a.span.end - a.span.start);
    at = a.span.end;
  }
  return at === 0 ? draft.text : words + draft.text.slice(at);
}

const brokenOff = /^[\s]*\n\s*\n?\s*\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b/;

/** Southern zones, where spring begins in September. */
const southern =
  /^(?:Australia|Antarctica)\/|^Pacific\/(?:Auckland|Fiji|Noumea|Port_Moresby|Apia|Tongatapu)|^America\/(?:Argentina|Buenos_Aires|Sao_Paulo|Santiago|Montevideo|Asuncion|Lima|La_Paz)|^Africa\/(?:Johannesburg|Harare|Lusaka|Maputo|Luanda|Gaborone|Windhoek|Blantyre)|^Asia\/(?:Jakarta|Makassar|Dili)/;

/**
 * Whose seasons: American papers have those of the north, unless they were written south of the line; of others
 * the place they were sent from decides, if it is known.
 */
const hemisphere = (draft: Draft, zone: string | undefined): 'north' | undefined =>
  (/^(?:frus|us-telegram|ocr-telegram)$/.test(draft.document.dialect) || zone !== undefined) &&
  !(zone && southern.test(zone))
    ? 'north'
    : undefined;

/** Dates of the prose; the meeting, where the opening tells of one, becomes an event. */
export function annotateProseDates(draft: Draft): void {
  const words = withoutNoteMarks(draft);
  const sent = dateIn(draft, draft.field('sent')?.span) ?? dateIn(draft, draft.field('place-date')?.span);
  const day = sent?.when?.slice(0, 10) ?? draft.document.source.tei?.date ?? catalogueDay(draft);
  // «8 p.m.» in a telegram of 1430Z is a time of the place, not of the transmission.
  const zone = sent?.zone?.inferred ? sent.zone.id : undefined;
  const document: Anchor | undefined = day
    ? { date: day, label: sent ? 'sent' : 'document', certainty: 'high' }
    : undatedAnchor(draft, words);
  const half = hemisphere(draft, zone);
  const notes = draft.document.blocks.filter((b) => b.kind === 'note').map((b) => b.span);
  const headerDates = draft.annotations.filter((a) => a.kind === 'date').map((a) => a.span);
  const base = {
    language: draft.document.language,
    ...formDay(draft),
    ...(half ? { hemisphereAt: () => half } : {}),
    noteAt: (offset: number) => {
      const note = notes[firstFrom(notes, offset + 1, (s) => s.start) - 1];
      return note && offset < note.end ? note : undefined;
    },
    // The day of the header was found by itself; from which hour to which is told by itself too.
    apartAt: (offset: number) => headerDates.some((s) => offset >= s.start && offset < s.end),
    ...(zone ? { zoneAt: () => ({ id: zone, inferred: true }) } : {}),
  };
  const speeches = new SpanIndex(draft.speeches().filter((s) => s.mode === 'direct'));
  const articles = new SpanIndex(
    quotedArticles(
      words,
      document?.date,
      draft.prose.map((p) => p.span),
    ),
  );
  let meeting: Anchor | undefined;
  const anchorAt = (offset: number): Anchor | undefined => {
    const [article] = articles.covering(offset);
    if (article) return { date: article.date, label: 'mention', certainty: article.certainty };
    const anchor = meeting ?? document;
    if (anchor && speeches.covering(offset).length > 0) return { ...anchor, label: 'speech' };
    return anchor;
  };
  // The opening first: it may tell of a meeting, from which all that follows is reckoned.
  let told = -1;
  for (let i = 0; i < Math.min(2, draft.prose.length) && !meeting; i++) {
    const span = draft.prose[i]?.span;
    if (!span) continue;
    const found = meetingOf(
      draft,
      draft.prose[i]?.sentences ?? [],
      findDates(words, { ...base, anchorAt: () => document }, span),
      zone,
      document?.date,
    );
    if (found) told = span.end;
    meeting = found;
  }
  const blocks = datedBlocks(draft);
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return;
  // One call for the whole text: dates told before decide those that follow.
  const dates = findDates(
    words,
    { ...base, anchorAt: (offset) => (offset < told ? document : anchorAt(offset)) },
    { start: first.start, end: last.end },
  );
  const known = new SpanIndex(draft.annotations.filter((a) => a.kind === 'date'));
  for (const date of dates) {
    const block = blocks[firstFrom(blocks, date.span.start + 1, (s) => s.start) - 1];
    if (!block || date.span.end > block.end || known.touches(date.span)) continue;
    //   > | … on November ¶ 22, 1963        a date that the scanner's blank line broke: the month alone says another
    if (date.span.end + 2 >= block.end && brokenOff.test(draft.text.slice(date.span.end, date.span.end + 40)))
      continue;
    draft.add(withZone(date, zone));
    if (!date.when && !date.from && !date.to && !date.notBefore && !date.notAfter && !date.duration)
      draft.questions.push({
        kind: 'date',
        span: date.span,
        rule: date.rule,
        question: `which day is ${JSON.stringify(draft.slice(date.span))}?`,
        candidates: [],
      });
  }
}

const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
//   > | LATE THIS AFTERNOON (JANUARY 6)        > | today, 6 January,
//            ^^^^^^^^^^^^^^  ^^^^^^^^^
const todayIs = new RegExp(
  `\\b(?:today|tonight|this (?:morning|afternoon|evening))(?:,? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?,? ?|[ ]?\\(|, )(?<day>${monthName}\\.? \\d{1,2}|\\d{1,2} ${monthName})(?![\\d-])`,
  'diu',
);

/**
 * What is known of the day of a document that bears none: the day its text calls today; else the year of its
 * catalogue, or what its file is called by (`1978OSLO00345`, as the Department of State designates telegrams).
 */
function undatedAnchor(draft: Draft, words: string): Anchor | undefined {
  const year = yearOfDocument(draft);
  const today = todayIs.exec(words);
  const at = today?.indices?.groups?.day;
  if (year && at) {
    const [found] = findDates(words, { anchorAt: () => year }, { start: at[0], end: at[1] });
    if (found?.when && /^\d{4}-\d\d-\d\d$/.test(found.when))
      return { date: found.when, label: year.label, certainty: 'medium' };
  }
  return year;
}

/** A year of the catalogue, or the year that a telegram's designation begins with. */
function yearOfDocument(draft: Draft): Anchor | undefined {
  const fact = draft.document.header.catalogue.find((c) => c.name === 'date');
  const dated = fact && catalogueDate(draft, fact)?.when;
  if (dated && /^\d{4}/.test(dated)) return { date: dated.slice(0, 4), label: 'document', certainty: 'low' };
  const file = draft.document.source.name.split('/').at(-1) ?? '';
  const designation = /^(19[4-9]\d|20\d\d)[A-Z]{3,8}\d{3,6}(?=[._-]|$)/.exec(file);
  return designation ? { date: designation[1] as string, label: 'name', certainty: 'medium' } : undefined;
}

/** Everything of the document in its own language: paragraphs, headings, header lines, notes. */
const datedBlocks = (draft: Draft): readonly Span[] =>
  draft.document.blocks.flatMap((b) =>
    'layer' in b && b.layer === 'text' && b.kind !== 'page-break'
      ? [b.kind === 'paragraph' && b.label ? { start: b.label.end, end: b.span.end } : b.span]
      : [],
  );

/**
 * A meeting told in the opening: a sentence with «meeting», «talk» or «conversation» and a day; two times of
 * that sentence are its beginning and end.
 */
const meetingWord =
  /\b(?:(first|second|third|fourth|fifth|sixth|next|last|final|\d{1,2}(?:st|nd|rd|th)) )?(meeting|talks|conversation|session|interview)\b/u;
const tookPlace =
  /\b(?:took place|was held|were held|summary of|record of|account of|had (?:a|an|another) |met with)\b/u;

/** @param before the day of the document: the meeting it reports was then, or a few days earlier */
function meetingOf(
  draft: Draft,
  sentences: readonly Span[],
  dates: readonly DateMention[],
  zone: string | undefined,
  before: string | undefined,
): Anchor | undefined {
  // The sentence that tells of it must say when it was, and that it took place: a meeting spoken of in passing
  // gives no anchor.
  const sentence = sentences.find((s) => meetingWord.test(draft.slice(s)) && tookPlace.test(draft.slice(s)));
  if (!sentence || !before) return undefined;
  const words = meetingWord.exec(draft.slice(sentence));
  const inside = dates.filter((d) => d.span.start >= sentence.start && d.span.end <= sentence.end);
  const date = inside.find((d) => d.type === 'date' && /^\d{4}-\d\d-\d\d/.test(d.when ?? ''));
  if (!words || !date?.when) return undefined;
  const daysBefore = (Date.parse(before.slice(0, 10)) - Date.parse(date.when.slice(0, 10))) / 86_400_000;
  if (!(daysBefore >= 0 && daysBefore <= 7)) return undefined;
  const day = date.when.slice(0, 10);
  const told = inside.filter((d) => d.type === 'time' && hourOf(d));
  const times = told.map(hourOf);
  const at = (time: string | undefined) =>
    time ? `${day}T${time}:00${zone ? offsetAt(zone, `${day}T${time}`) : ''}` : day;
  const ordinal = words[1] ? `${words[1][0]?.toUpperCase()}${words[1].slice(1)} ` : '';
  const event = draft.addEntity(
    'event',
    `${ordinal}${ordinal ? words[2] : words[2]?.replace(/^./, (c) => c.toUpperCase())}`,
    {
      date: day,
      ...(times.length >= 2 ? { from: at(times[0]), to: at(times[1]) } : {}),
    },
    undefined,
    [
      { rule: 'name.event', span: sentence, certainty: 'medium' },
      date,
      ...(times.length >= 2 ? told.slice(0, 2) : []),
      // Hours of the place are reckoned with the zone that was inferred for it.
      ...(times.length >= 2 && zone
        ? [{ rule: 'date.zone-of-place' as const, span: sentence, certainty: 'medium' as const }]
        : []),
    ],
  );
  draft.meeting = event.id;
  return { date: day, label: 'meeting', certainty: date.certainty };
}

/** 15:00 of a point in time. */
const hourOf = (date: DateMention): string | undefined => /(\d\d:\d\d)/.exec(date.when ?? '')?.[1];

function catalogueDay(draft: Draft): string | undefined {
  const date = draft.document.header.catalogue.find((c) => c.name === 'date');
  const found = date && catalogueDate(draft, date);
  return found?.when && /^\d{4}-\d\d-\d\d/.test(found.when) ? found.when.slice(0, 10) : undefined;
}

/** The full date of the archive's identification form before a scan. */
function formDay(draft: Draft): { formDay?: string } {
  const fact = draft.document.header.catalogue.find((c) => c.name === 'date' && c.rule === 'catalogue.form');
  const day = fact && /^\d{4}-\d\d-\d\d/.exec(catalogueDate(draft, fact)?.when ?? '')?.[0];
  return day ? { formDay: day } : {};
}

/** A date of the catalogue. The identification forms of US archives write the month first. */
function catalogueDate(draft: Draft, fact: CatalogueFact): DateMention | undefined {
  if (fact.rule === 'catalogue.form') {
    const found = parseDate(draft.slice(fact.span), { preferDayFirst: false });
    const { start } = fact.span;
    return found && { ...found, span: { start: start + found.span.start, end: start + found.span.end } };
  }
  return findDates(draft.text, { anchorAt: () => undefined, language: 'en' }, fact.span)[0];
}

/** Dates in the archive's own words. */
export function annotateCatalogueDates(draft: Draft): void {
  for (const fact of draft.document.header.catalogue) {
    if (fact.name !== 'date') continue;
    const found = catalogueDate(draft, fact);
    if (found) draft.add({ ...found, rule: fact.rule });
  }
}
