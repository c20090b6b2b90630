/** Offices that speak, and the persons whose voice they are: where the document names one and only one. */
import type { Entity, EntityId, Span } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { keyOf } from '../names/words.ts';

/** An office speaks with the voice of its holder, where the document names one and only one. */
export function personOf(draft: Draft, id: EntityId | undefined, at?: number): EntityId | undefined {
  const entity = id ? draft.entity(id) : undefined;
  if (entity?.kind !== 'office') return id;
  // «The Acting Minister» is another than the Minister.
  if (at !== undefined && acting.test(draft.text.slice(Math.max(0, at - 12), at))) return id;
  const { holder } = entity.facts;
  // «The Prime Minister» of a paper that names another country's further down is not that one.
  if (holder) return entity.facts.contested || isNamedLater(draft, holder, at) ? id : holder;
  const first = draft.firstMention(entity.id) ?? at;
  return (soleHolder(draft, keyOf(entity.name), first, at) ?? partner(draft, entity))?.id ?? id;
}

/**
 * «Note by Brown of conversation with Green», in which «the Prime Minister» speaks and nobody names Green: whoever
 * drafts a record of a talk between two calls the other by his office throughout. Only where the title has one
 * partner, the text names him nowhere, and one office alone is spoken of.
 */
function partner(draft: Draft, office: Entity): Entity | undefined {
  const known = partners.get(draft);
  const found = known ?? partnerOf(draft);
  if (!known) partners.set(draft, found);
  return found.office === office.id ? found.person : undefined;
}

interface Partner {
  readonly person?: Entity;
  readonly office?: EntityId;
}

const partners = new WeakMap<Draft, Partner>();

function partnerOf(draft: Draft): Partner {
  const title = draft.document.header.fields.find((f) => f.name === 'title' && f.layer === 'text');
  const talk =
    title && /\b(?:conversation|interview|talk|discussion)s?\s+with\s/iu.exec(draft.slice(title.span));
  if (!title || !talk) return {};
  const named = draft
    .namesIn({ start: title.span.start + talk.index + talk[0].length, end: title.span.end })
    .filter((n) => n.type === 'person' || n.type === 'office' || n.type === 'org');
  const person = named.length === 1 && named[0]?.entity ? draft.entity(named[0].entity) : undefined;
  if (person?.kind !== 'person') return {};
  const surname = (person.facts.tokens ?? '').split(' ').at(-1) ?? '';
  const offices = new Set<EntityId>();
  for (const { block } of draft.prose) {
    if (surname === '' || draft.slice(block.span).includes(surname)) return {};
    for (const { entity } of draft.namesIn(block.span)) {
      const mentioned = entity ? draft.entity(entity) : undefined;
      if (mentioned?.kind === 'office' && titles.test(inFull(keyOf(mentioned.name))))
        offices.add(mentioned.id);
    }
  }
  const [office] = offices;
  return offices.size === 1 && office ? { person, office } : {};
}

/** Is he named in the text only behind this place? */
const isNamedLater = (draft: Draft, holder: EntityId, at: number | undefined): boolean =>
  at !== undefined && (draft.firstMention(holder) ?? 0) > at;

const acting = /\b(?:acting|deputy|former|vice|assistant|then)[\s\u00a0-]+$/iu;

/** «PM points out that …», in a paper that has named a Prime Minister: he. Without a name the letters are nobody. */
export function heldLetters(
  draft: Draft,
  from: number,
  end: number,
): { readonly span: Span; readonly holder: EntityId } | undefined {
  const letters = /(?<![\p{L}\p{N}])(?<!\d[ \u00a0]?)(?:PM|FM)$/u.exec(draft.text.slice(from, end))?.[0];
  const holder = letters && soleHolder(draft, keyOf(letters), end, end);
  return holder ? { span: { start: end - letters.length, end }, holder: holder.id } : undefined;
}

const inFull = (office: string): string =>
  office.replace(/(?<!\p{L})pm$/u, 'prime minister').replace(/(?<!\p{L})fm$/u, 'foreign minister');

/** «The Secretary» is the Secretary of State of the document; «the Ambassador» is its Soviet Ambassador. */
const isHeld = (office: string, title: string): boolean =>
  office === title ||
  (title === 'minister' && /^minister (?:for|of) /.test(office)) ||
  (/^(?:(?:deputy |under |assistant )*secretary)$/.test(title) && office.startsWith(`${title} of `)) ||
  (!/^(?:general|minister|secretary)$/.test(title) &&
    !/^(?:vice|deputy|assistant|former|acting|under)/.test(office) &&
    office.endsWith(` ${title}`));

const titles =
  /^(?:(?:deputy |under |assistant )+secretary|president|premier|prime minister|chancellor|secretary|ambassador|chairman|governor|foreign minister|general|minister)$/;

/**
 * «The President» of a document that has named one President is he. One who is named only after the bare office has
 * been spoken of is another: in a paper of 1961 «the President» takes part, and «President Eisenhower» is recalled.
 * @param first where the office is first called so
 * @param at where it is called so now
 */
function soleHolder(
  draft: Draft,
  key: string,
  first: number | undefined,
  at: number | undefined,
): Entity | undefined {
  const title = inFull(key);
  if (!titles.test(title)) return undefined;
  const holders = draft.entities.filter(
    (e) => e.kind === 'person' && isHeld(inFull(keyOf(e.facts.office ?? '')), title),
  );
  const toldBefore = (place: number | undefined) => (e: Entity) =>
    (draft.firstMention(e.id) ?? Number.POSITIVE_INFINITY) < (place ?? 0);
  // «between Ambassador Brown and Gromyko the Ambassador had said»: the other one, named just before.
  const near = at === undefined ? [] : namedNear(draft, holders, at);
  if (near.length > 0) return near.length === 1 ? near[0] : undefined;
  // The one whom the head of the paper names; else the only one whom the text has named so far.
  const atHead = holders.filter((e) => isNamedAtHead(draft, e));
  if (atHead.length === 1) return atHead[0];
  const told = holders.filter(toldBefore(at));
  const [one] = told;
  if (told.length !== 1 || !one) return undefined;
  return toldBefore(first)(one) || isSpokenTo(draft, one) ? one : undefined;
}

/** Holders whom the same sentence has named with their title before this place. */
function namedNear(draft: Draft, holders: readonly Entity[], at: number): readonly Entity[] {
  const from = Math.max(0, at - 200);
  const stop = [...draft.text.slice(from, at).matchAll(/[.!?;][”"’]?\s|\n\s*\n/gu)].at(-1);
  const sentence = from + (stop?.index ?? 0);
  return holders.filter((e) =>
    draft.namesIn({ start: sentence, end: at }).some((n) => n.entity === e.id && n.type === 'person'),
  );
}

/** «I told President Brown that …»: he is there. «They had told President Brown» is recalled. */
function isSpokenTo(draft: Draft, { id }: Entity): boolean {
  return draft.annotations.some(
    (a) =>
      a.kind === 'name' &&
      a.entity === id &&
      (/^[\s\u00a0]+(?:also[\s\u00a0]+|then[\s\u00a0]+)?(?:said|says|stated|told|asked|replied|announced|declared|added)\b/iu.test(
        draft.text.slice(a.span.end, a.span.end + 24),
      ) ||
        /(?<!\bhad[\s\u00a0])(?:told|asked|informed|advised|assured|reminded|thanked)[\s\u00a0]+(?:\p{Lu}\p{L}*[\s\u00a0]+){0,2}$/u.test(
          draft.text.slice(Math.max(0, a.span.start - 50), a.span.start),
        )),
  );
}

/** In the title, the subject, the list of those who took part. */
function isNamedAtHead(draft: Draft, { id }: Entity): boolean {
  const at = draft.firstMention(id);
  return (
    at !== undefined &&
    draft.document.blocks.some((b) => b.kind === 'header' && b.span.start <= at && at < b.span.end)
  );
}
