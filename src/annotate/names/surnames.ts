/**
 * Surnames alone, in the prose and the notes: of a person whom the header, a title or a full mention has named, if
 * exactly one person of the document bears the name.
 */
import type { Draft } from '../draft.ts';
import { textSpans } from './people.ts';
import { isCommon, keyOf } from './words.ts';

export function annotateSurnames(draft: Draft): void {
  const surnames = new Set<string>();
  for (const entity of draft.entities) {
    if (entity.kind !== 'person' || entity.facts.role) continue;
    const tokens = (entity.facts.tokens ?? '').split(' ').filter((t) => !/^.\.$/u.test(t));
    const last = keyOf(tokens.at(-1) ?? '');
    // «Sir Thomas», «Premier Chou»: what stood alone behind a title may stand alone without it.
    if (last.length >= 3 && /[aeiouy]/.test(last) && !isCommon(last)) surnames.add(last);
  }
  if (surnames.size === 0) return;
  const subjects = draft.document.header.fields
    .filter((f) => (f.name === 'subject' || f.name === 'source-note') && f.layer === 'text')
    .map((f) => f.span);
  for (const span of [...subjects, ...textSpans(draft)]) {
    const capitals = draft.inCapitals(span);
    for (const word of draft.words(span)) {
      if (!surnames.has(word.key) || !/^\p{Lu}/u.test(word.text)) continue;
      if (!capitals && !/\p{Ll}/u.test(word.text) && word.text.length < 4) continue;
      const where = { start: word.start, end: word.end };
      if (draft.named(where) || /^-\p{Ll}/u.test(draft.text.slice(word.end, word.end + 2))) continue;
      const bearers = draft
        .bearers(word.key)
        .filter((e) => keyOf((e.facts.tokens ?? '').split(' ').at(-1) ?? '') === word.key);
      const one = bearers.length === 1 ? bearers[0] : undefined;
      draft.add({
        kind: 'name',
        type: 'person',
        form: 'name',
        span: where,
        rule: 'name.surname',
        certainty: one ? 'medium' : 'low',
        ...(one ? { entity: one.id } : { candidates: bearers.map((e) => e.id) }),
      });
      if (!one)
        draft.questions.push({
          kind: 'name',
          span: where,
          rule: 'name.surname',
          question: `${JSON.stringify(word.text)} may be one of several people`,
          candidates: bearers.map((e) => e.id),
        });
    }
  }
}
