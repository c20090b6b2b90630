/**
 * People: who is named where. The fullest mention gives the person; shorter mentions that fit exactly one person
 * of the document are that person; others stay open. In the header a name needs no title.
 */
import type { Block, Entity, HeaderField, NameMention, Span } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { listedIn } from './lists-of-names.ts';
import { dateOf, peopleNamed } from './match.ts';
import { partyOf } from './parties.ts';
import { type Mention, peopleIn, titleCase } from './person-finder.ts';
import { sayersIn } from './sayers.ts';
import { isCourtesy, titleCourtesies, titleHeads } from './titles.ts';
import { isCommon, keyOf } from './words.ts';

/** Finds people in the header, the prose and the notes. */
export function annotatePeople(draft: Draft): void {
  const mentions: Mention[] = [];
  for (const field of draft.document.header.fields) {
    const talk = field.name === 'title' && between.test(draft.slice(field.span));
    if (field.layer !== 'text' || !(personal.has(field.name) || talk)) continue;
    const words = draft.words(field.span);
    const found = peopleIn(draft.text, words, draft.inCapitals(field.span));
    for (const mention of found) mentions.push(mention);
    if (found.length > 0) continue;
    const party = partyOf(draft, field);
    if (party) mentions.push(party);
  }
  for (const { span } of draft.document.header.fields.filter((f) => f.name === 'source-note')) {
    const words = draft.words(span);
    const found = peopleIn(draft.text, words, false);
    for (const mention of [...found, ...listedIn(draft.text, words, false, found)]) mentions.push(mention);
  }
  for (const { block } of draft.prose) {
    const label = block.speaker && labelOf(draft, block.speaker);
    if (label) mentions.push(label);
  }
  const lines = new Set(attentionLines(draft).map((s) => s.start));
  for (const span of textSpans(draft)) {
    const capitals = draft.inCapitals(span);
    const words = draft.words(span);
    const found = peopleIn(draft.text, words, capitals);
    for (const mention of found) mentions.push(mention);
    const listed = listedIn(draft.text, words, capitals, found, lines.has(span.start));
    for (const mention of listed) mentions.push(mention);
    const known = listed.length === 0 ? found : inOrder([...found, ...listed]);
    for (const mention of sayersIn(draft.text, words, capitals, known)) mentions.push(mention);
  }
  resolve(draft, mentions);
}

const inOrder = (mentions: readonly Mention[]): readonly Mention[] =>
  [...mentions].sort((a, b) => a.span.start - b.span.start);

/** A title that names those who talked: «Telephone Conversation Between …». */
const between = /\b(?:conversation|meeting|talk|discussion|interview)s?\b.{0,40}\b(?:between|with|among)\b/iu;

const personal: ReadonlySet<HeaderField['name']> = new Set([
  'from',
  'to',
  'copy',
  'participants',
  'signature',
  'drafter',
  'subject',
  'salutation',
]);

/** Prose, headings that are no title line, and notes. */
export function textSpans(draft: Draft): readonly Span[] {
  const others = draft.document.blocks
    .filter(
      (b: Block) =>
        (b.kind === 'note' || b.kind === 'heading' || b.kind === 'unrecognised') && b.layer === 'text',
    )
    .map((b) => ({ start: b.kind === 'note' && b.label ? b.label.end : b.span.start, end: b.span.end }));
  return [...draft.prose.map((p) => p.span), ...others, ...attentionLines(draft)];
}

/**
 * Lines of the heading that say for whom a telegram is and from whom, beside its sender and addressee.
 *
 *     > | For Minister for External Affairs from Prime Minister.        > | 2710. Eyes only Secretary.
 *         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                     ^^^^^^^^^^^^^^^^^^^^
 */
export function attentionLines(draft: Draft): readonly Span[] {
  const taken = draft.document.header.fields.filter((f) => parties.has(f.name)).map((f) => f.span);
  return draft.document.blocks
    .filter((b: Block) => b.kind === 'header' && b.layer === 'text' && attention.test(draft.slice(b.span)))
    .map((b) => b.span)
    .filter((s) => !taken.some((t) => t.start < s.end && s.start < t.end));
}

const parties: ReadonlySet<HeaderField['name']> = new Set([
  'title',
  'from',
  'to',
  'copy',
  'sent',
  'received',
  'place-date',
  'participants',
  'source-note',
  'subject',
  'reference',
  'signature',
]);
const attention = /^.{0,40}?(?:\b(?:For|FOR|From|FROM)\b|\b(?:Eyes|EYES)[ ](?:[Oo]nly|ONLY)\b)/u;

//   > | KISSINGER: I agree.        > | Chairman Roe: Yes.
//       ^^^^^^^^^                      ^^^^^^^^^^^^ a title is read where all titles are
function labelOf(draft: Draft, span: Span): Mention | undefined {
  const words = draft.words(span).filter((w) => w.text.length > 1);
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || words.length > 3 || /[:)]\s*\S/.test(draft.text.slice(last.end, span.end)))
    return undefined;
  if (
    words.some(
      (w) => titleHeads.has(w.key) || titleCourtesies.has(w.key) || isCommon(w.key) || w.text.length < 3,
    )
  )
    return undefined;
  return {
    span: { start: first.start, end: last.end },
    tokens: words.map((w) => titleCase(w.text)),
    rule: 'speech.turn',
    certainty: 'high',
  };
}

/** Who each mention is: full names first, then surnames, which can only be understood once the person is known. */
function resolve(draft: Draft, mentions: readonly Mention[]): void {
  const date = dateOf(draft.document);
  const order = [...mentions].sort(
    (a, b) =>
      b.tokens.length - a.tokens.length ||
      Number(b.title !== undefined) - Number(a.title !== undefined) ||
      a.span.start - b.span.start,
  );
  const links = new Map<Mention, readonly Entity[]>();
  for (const mention of order) {
    const known = [...new Set(mention.tokens.flatMap((t) => draft.bearers(keyOf(t))))].filter((e) =>
      fits(e, mention),
    );
    if (known.length > 0) {
      links.set(mention, known);
      continue;
    }
    const entries = peopleNamed(
      draft.context.register,
      mention.tokens,
      mention.title && !isCourtesy(mention.title) ? mention.title : undefined,
      date,
    );
    const entry = entries.length === 1 ? entries[0] : undefined;
    const office = mention.title && !isCourtesy(mention.title) ? mention.title : undefined;
    const person = draft.addPerson(mention.tokens, office ? { office: titleCased(office) } : {}, entry?.id);
    links.set(mention, [person]);
    if (entries.length > 1)
      draft.questions.push({
        kind: 'name',
        span: mention.span,
        rule: mention.rule,
        question: `${JSON.stringify(draft.slice(mention.span))} fits several entries of the register`,
        candidates: entries.map((e) => e.id),
      });
  }
  for (const mention of [...mentions].sort((a, b) => a.span.start - b.span.start)) {
    if (draft.named(mention.span)) continue;
    const link = links.get(mention) ?? [];
    const one = link.length === 1 ? link[0] : undefined;
    const annotation: NameMention = {
      kind: 'name',
      type: 'person',
      form: 'name',
      span: mention.span,
      ...(mention.role ? { roleName: mention.role } : {}),
      rule: mention.rule,
      certainty: mention.certainty,
      ...(one ? { entity: one.id } : {}),
      ...(link.length > 1 ? { candidates: link.map((e) => e.id) } : {}),
    };
    draft.add(annotation);
    if (!one)
      draft.questions.push({
        kind: 'name',
        span: mention.span,
        rule: mention.rule,
        question: `${JSON.stringify(draft.slice(mention.span))} may be one of several people`,
        candidates: annotation.candidates ?? [],
      });
  }
}

const titleCased = (office: string): string =>
  office
    .split(' ')
    .map((w) => (/^of$/i.test(w) ? 'of' : titleCase(w)))
    .join(' ');

/** The same office (or a courtesy), and a name that agrees with the person's in every word it has. */
function fits(person: Entity, mention: Mention): boolean {
  const theirs = (person.facts.tokens ?? '').split(' ').map(keyOf);
  const ours = mention.tokens.map(keyOf);
  if (!agrees(ours, theirs)) return false;
  const office = person.facts.office;
  if (!mention.title || isCourtesy(mention.title) || !office) return true;
  return sameOffice(office, mention.title);
}

/** Every word of the shorter stands in the longer in the same order; an initial stands for a word it begins. */
function agrees(ours: readonly string[], theirs: readonly string[]): boolean {
  const [short, long] = ours.length <= theirs.length ? [ours, theirs] : [theirs, ours];
  // A surname at least is shared, not initials only.
  if (!short.some((s) => s.length > 2 && long.includes(s))) return false;
  let at = 0;
  for (const word of short) {
    let i = at;
    while (i < long.length && !sameWord(word, long[i] ?? '')) i++;
    if (i === long.length) return false;
    at = i + 1;
  }
  return true;
}

const sameWord = (a: string, b: string): boolean =>
  a === b || ((a.endsWith('.') || b.endsWith('.')) && a[0] === b[0]);

/** One office may be called by the end of its name, or with «of State» left out. */
function sameOffice(a: string, b: string): boolean {
  const x = plainOffice(a);
  const y = plainOffice(b);
  return (
    x === y ||
    x.endsWith(` ${y}`) ||
    y.endsWith(` ${x}`) ||
    x.startsWith(`${y} of`) ||
    y.startsWith(`${x} of`)
  );
}

const plainOffice = (office: string): string =>
  office
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/^(?:fonmin)$/, 'foreign minister')
    .replace(/^(?:primin|pm|premier)$/, 'prime minister')
    .replace(/^(?:pres)$/, 'president')
    .replace(/^(?:amb)$/, 'ambassador')
    .replace(/^(?:gen)$/, 'general')
    .replace(/^(?:sen)$/, 'senator')
    .replace(/^(?:lt|lieutenant|maj|major|brigadier) gen(?:eral)?$/, 'general');
