/**
 * People: an office or a title before a name. The first full mention gives the person; shorter mentions that
 * fit exactly one person of the document are that person; others stay open.
 */
import type { Entity, NameMention, Span } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { peopleNamed } from './match.ts';
import { courtesyPattern, isCourtesy, notNames, officePattern } from './titles.ts';

const token =
  "(?:[A-Z]\\.(?:[ ]?[A-Z]\\.)*|(?:d[’']|de |von |van |der |al-|bin |el-|Mc|Mac|O[’'])?[A-Z][\\p{Ll}]+(?:[-’'][A-Za-z\\p{Ll}]+)?)";

//   > | Vice Minister Han Nianlong   > | Treaties Division Director Saito   > | Mr. G. F. Kennan
//       ^^^^^^^^^^^^^ ^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^       ^^^ ^^^^^^^^^^^^
const titled = new RegExp(
  `(?<![\\p{L}\\p{N}])(${officePattern}|${courtesyPattern})[ \\u00a0]+(${token}(?:[ \\u00a0]${token}){0,3})`,
  'gu',
);

interface Mention {
  readonly span: Span;
  readonly role: Span;
  readonly title: string;
  readonly tokens: readonly string[];
}

/** Titled names within a span. */
export function titledNames(text: string, span: Span): readonly Mention[] {
  const found: Mention[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(titled)) {
    const title = match[1] ?? '';
    let name = match[2] ?? '';
    const start = span.start + match.index;
    const nameStart = start + match[0].length - name.length;
    // A possessive is not part of the name; nor is a word that no name is made of.
    name = name.replace(/[’']s$/u, '');
    const tokens: string[] = [];
    let length = 0;
    for (const part of name.matchAll(/\S+/g)) {
      if (notNames.has(part[0].replace(/[’']s$/u, ''))) break;
      tokens.push(part[0].replace(/[’']s$/u, ''));
      length = part.index + part[0].replace(/[’']s$/u, '').length;
    }
    if (tokens.length === 0) continue;
    found.push({
      span: { start, end: nameStart + length },
      role: { start, end: start + title.length },
      title,
      tokens,
    });
  }
  return found;
}

/** Finds people in the header and the prose. */
export function annotatePeople(draft: Draft): void {
  const spans = [
    ...draft.document.header.fields
      .filter(
        (f) => f.layer === 'text' && ['from', 'to', 'copy', 'participants', 'signature'].includes(f.name),
      )
      .map((f) => f.span),
    ...draft.prose.map((p) => p.span),
  ];
  const mentions = spans.flatMap((span) => titledNames(draft.text, span));
  const date = draft.document.header.catalogue.find((c) => c.name === 'date')
    ? documentYear(draft)
    : undefined;

  // Full names first, then surnames: «Han» can only be understood once «Han Nianlong» is known.
  const order = [...mentions].sort(
    (a, b) => b.tokens.length - a.tokens.length || a.span.start - b.span.start,
  );
  const people = new Map<string, Entity[]>();
  const links = new Map<Mention, Entity | readonly Entity[]>();
  for (const mention of order) {
    const known = (people.get(mention.tokens[0] ?? '') ?? []).filter((e) => fits(e, mention));
    if (known.length === 1 && known[0]) links.set(mention, known[0]);
    else if (known.length > 1) links.set(mention, known);
    else {
      const entries = peopleNamed(
        draft.context.register,
        mention.tokens,
        isCourtesy(mention.title) ? undefined : mention.title,
        date,
      );
      const entry = entries.length === 1 ? entries[0] : undefined;
      const facts = {
        ...(isCourtesy(mention.title) ? {} : { office: mention.title }),
        tokens: mention.tokens.join(' '),
      };
      const person = draft.addEntity('person', mention.tokens.join(' '), facts, entry?.id);
      links.set(mention, person);
      for (const t of mention.tokens) people.set(t, [...(people.get(t) ?? []), person]);
      if (entries.length > 1)
        draft.questions.push({
          kind: 'name',
          span: mention.span,
          rule: 'name.titled',
          question: `${JSON.stringify(draft.slice(mention.span))} fits several entries of the register`,
          candidates: entries.map((e) => e.id),
        });
    }
  }
  for (const mention of mentions) {
    const link = links.get(mention);
    const one = link && 'id' in link ? link : undefined;
    const annotation: NameMention = {
      kind: 'name',
      type: 'person',
      form: 'name',
      span: mention.span,
      roleName: mention.role,
      rule: 'name.titled',
      certainty: 'high',
      ...(one ? { entity: one.id } : {}),
      ...(link && !one ? { candidates: (link as readonly Entity[]).map((e) => e.id) } : {}),
    };
    draft.add(annotation);
    if (!one)
      draft.questions.push({
        kind: 'name',
        span: mention.span,
        rule: 'name.titled',
        question: `${JSON.stringify(draft.slice(mention.span))} may be one of several people`,
        candidates: annotation.candidates ?? [],
      });
  }
}

/** The same title (or a courtesy), and tokens that are part of the person's. */
function fits(person: Entity, mention: Mention): boolean {
  const tokens = (person.facts.tokens ?? '').split(' ');
  if (!mention.tokens.every((t) => tokens.includes(t))) return false;
  if (isCourtesy(mention.title) || !person.facts.office) return true;
  return person.facts.office === mention.title;
}

function documentYear(draft: Draft): string | undefined {
  const date = draft.document.header.catalogue.find((c) => c.name === 'date')?.value;
  return /\b(1[5-9]\d\d|20\d\d)\b/.exec(date ?? '')?.[1];
}
