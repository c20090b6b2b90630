/**
 * Names in the fields of the header: sender, addressee, copies, office in charge, places of sending and
 * receipt; those of the original are tied to those of the translation field by field.
 */
import type { EntityKind, HeaderField, Span } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { entriesNamed } from './match.ts';
import { mention } from './mention.ts';
import { annotatePost } from './posts.ts';

/** After people have been found in the fields: what is not a person with a name is an office or an organisation. */
export function annotateHeaderNames(draft: Draft): void {
  for (const field of draft.document.header.fields) {
    if (field.layer !== 'text') continue;
    //   > | Deputy Director (Plans)        below a signature
    if (field.name === 'office' && draft.namesIn(field.span).length === 0 && !draft.named(field.span))
      office(draft, field, field.span);
    if (!['from', 'to', 'copy', 'action-office'].includes(field.name)) continue;
    if (draft.namesIn(field.span).some((n) => n.type === 'person') || annotatePost(draft, field)) continue;
    if (!draft.named(field.span)) office(draft, field, field.span);
  }
  for (const field of draft.document.header.fields) {
    if (field.layer !== 'original') continue;
    if (['from', 'to', 'action-office'].includes(field.name)) counterpart(draft, field, field.span);
    if (field.name === 'sent' || field.name === 'received') {
      //   > | 78年  月22日19時40分  中国発
      //                             ^^^^
      const place = /(\S+?)[発着]$/u.exec(draft.slice(field.span));
      if (place)
        counterpart(draft, field, {
          start: field.span.start + place.index,
          end: field.span.start + place.index + (place[1] ?? '').length,
        });
    }
  }
}

const orgWords =
  /\b(?:Ministry|Department|Bureau|Embassy|Legation|Consulate|Mission|Office|Council|Committee|Government|Amt|Ministerium|Bundesministerium|Botschaft|Ministère|Département|Direction)\b(?!.*\b(?:Director|Minister|Secretary|Head|Chief|General)\b)/;

function office(draft: Draft, field: HeaderField, span: Span): void {
  const name = draft.slice(span);
  const kind: EntityKind = orgWords.test(name) ? 'org' : 'office';
  const entries = entriesNamed(draft.context.register, name, [kind]);
  const entry = entries.length === 1 ? entries[0] : undefined;
  if (entries.length > 1)
    draft.questions.push({
      kind: 'name',
      span,
      rule: field.rule,
      question: `${JSON.stringify(name)} fits several entries of the register`,
      candidates: entries.map((e) => e.id),
    });
  const entity = draft.entityFor(`${kind} ${name}`, kind, entry?.name ?? name, {}, entry?.id);
  draft.add(mention(span, kind, entity.id, field.rule));
}

/** The field of the same name in the translation says who or what is meant. */
function counterpart(draft: Draft, field: HeaderField, span: Span): void {
  const english = draft.field(field.name);
  const known = english && draft.namesIn(english.span)[0];
  if (!known?.entity) {
    if (field.name !== 'sent' && field.name !== 'received') office(draft, field, span);
    return;
  }
  // 佐藤大使: the office follows the name.
  const role =
    known.type === 'person'
      ? /(?:大使|公使|総領事|大臣|次官|局長|部長|課長)$/u.exec(draft.slice(span))
      : null;
  draft.add({
    ...mention(span, known.type, known.entity, field.rule),
    ...(role && role.index > 0 ? { roleName: { start: span.start + role.index, end: span.end } } : {}),
  });
}
