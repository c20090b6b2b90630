/**
 * Turns of a transcript: the label says who has the floor, until the next label. Several labels may mean one
 * person («BK», «Kissinger», «The Secretary»); who is decided by name, by office, or by initials of one participant.
 */
import type { Certainty, EntityId, Span, Speech } from '../../document.ts';
import type { Draft, Prose } from '../draft.ts';
import { keyOf } from '../names/words.ts';

export function turns(draft: Draft): readonly Speech[] {
  const found: Speech[] = [];
  const resolved = new Map<string, Labelled>();
  const full = namedInFull(draft);
  for (let i = 0; i < draft.prose.length; i++) {
    const prose = draft.prose[i] as Prose;
    const label = prose.block.speaker;
    if (!label) continue;
    let last = i;
    while (draft.prose[last + 1] && !draft.prose[last + 1]?.block.speaker) last++;
    const words = labelWords(draft, label);
    if (!resolved.has(words)) resolved.set(words, speakerOfLabel(draft, label, words, full));
    const { who, certainty } = resolved.get(words) ?? nobody;
    found.push({
      kind: 'speech',
      mode: 'turn',
      span: { start: prose.block.span.start, end: (draft.prose[last] as Prose).block.span.end },
      frame: label,
      rule: 'speech.turn',
      certainty,
      ...(who ? { who } : {}),
    });
    if (!who)
      draft.questions.push({
        kind: 'speaker',
        span: label,
        rule: 'speech.turn',
        question: `whose label is ${JSON.stringify(words)}?`,
        candidates: [],
      });
  }
  return found;
}

/** Whom a label means: certain by name, inferred by office or initials. */
interface Labelled {
  readonly who?: EntityId;
  readonly certainty: Certainty;
}

const nobody: Labelled = { certainty: 'low' };
const inferred = (who: EntityId | undefined): Labelled => (who ? { who, certainty: 'medium' } : nobody);

const labelWords = (draft: Draft, label: Span): string =>
  draft
    .slice(label)
    .replace(/\([^)]*\)/g, '')
    .replace(/[:.\s•'"‘“*]+$/u, '')
    .replace(/^[•:'"‘“*\s]+/u, '')
    .replace(/^The /, '');

/**
 * Those whom a label of the document names in full, and those whom the title or a list names as taking part: an
 * initial alone is one of theirs first.
 */
function namedInFull(draft: Draft): ReadonlySet<EntityId> {
  const full = new Set<EntityId>();
  for (const { block } of draft.prose) {
    if (!block.speaker) continue;
    for (const name of draft.namesIn(block.speaker))
      if (name.type === 'person' && name.entity) full.add(name.entity);
  }
  for (const field of draft.document.header.fields) {
    if (!['title', 'participants', 'from', 'to', 'subject'].includes(field.name) || field.layer !== 'text')
      continue;
    for (const name of draft.namesIn(field.span))
      if (name.type === 'person' && name.entity) full.add(name.entity);
  }
  return full;
}

function speakerOfLabel(draft: Draft, label: Span, words: string, full: ReadonlySet<EntityId>): Labelled {
  const named = draft.namesIn(label).find((n) => n.entity && (n.type === 'person' || n.type === 'office'));
  const entity = named?.entity ? draft.entity(named.entity) : undefined;
  if (entity?.kind === 'person') return { who: entity.id, certainty: 'high' };
  if (entity?.kind === 'office' && entity.facts.holder && !entity.facts.contested)
    return inferred(entity.facts.holder);
  const people = draft.entities.filter((e) => e.kind === 'person' && !e.facts.role);
  //   > | The Secretary: of one person of the document it is the office
  const office = people.filter((e) => keyOf(e.facts.office ?? '').endsWith(keyOf(words)) && words.length > 3);
  if (office.length === 1) return inferred(office[0]?.id);
  //   > | BK: the initials of one person
  if (/^\p{Lu}{1,3}$/u.test(words)) {
    const initials = people.filter((e) => {
      const tokens = (e.facts.tokens ?? '').split(' ');
      const letters = tokens.map((t) => t[0] ?? '').join('');
      return letters === words || (words.length === 1 && tokens.at(-1)?.startsWith(words));
    });
    if (initials.length === 1) return inferred(initials[0]?.id);
    const labelled = initials.filter((e) => full.has(e.id));
    return labelled.length === 1 ? inferred(labelled[0]?.id) : nobody;
  }
  return entity ? { who: entity.id, certainty: 'high' } : nobody;
}
