/** profileDesc (TEI chapter 2.4): languages, correspondence, classes, participants, setting. */
import type { Entity, Evidence, FieldName, HeaderField } from '../../document.ts';
import { dateAttributes, englishDay } from '../dates.ts';
import type { Encoding } from '../encoding.ts';
import { surer } from '../evidence.ts';
import { dateEvidence } from '../marks.ts';
import { el, type XmlElementNode, type XmlNode } from '../node.ts';
import { personElement } from '../standoff.ts';
import { agentElements, nameElement } from './agents.ts';
import type { HeaderFacts } from './facts.ts';

export function profileDesc(enc: Encoding, facts: HeaderFacts): XmlElementNode {
  const abstract = facts.catalogue('abstract');
  const bilingual = enc.document.blocks.some((b) => 'layer' in b && b.layer === 'original');
  const event = enc.entity(enc.meeting);
  const participants = participantsOf(enc, facts);
  return el(
    'profileDesc',
    {},
    abstract && el('abstract', enc.evidence(abstract), el('p', {}, abstract.value)),
    !abstract &&
      enc.document.source.metadata.summary &&
      el(
        'abstract',
        enc.log.attributes('catalogue.column', 'high'),
        el('p', {}, enc.document.source.metadata.summary),
      ),
    creation(enc, facts),
    el(
      'langUsage',
      {},
      el(
        'language',
        {
          ident: enc.document.language,
          ...enc.log.attributes(
            'text.language',
            enc.document.language === enc.context.settings.language ? 'medium' : 'high',
          ),
        },
        bilingual ? 'English (translation)' : languageName(enc.document.language),
      ),
      bilingual &&
        el(
          'language',
          { ident: 'ja', ...enc.log.attributes('text.language', 'high') },
          'Japanese (header of the original)',
        ),
    ),
    textClass(enc, facts),
    correspDesc(enc, facts),
    participants.length > 0 &&
      el(
        'particDesc',
        {},
        el(
          'listPerson',
          {},
          participants.map(({ entity, roles, evidence }) => personElement(enc, entity, roles, evidence)),
        ),
      ),
    event &&
      el(
        'settingDesc',
        {},
        el(
          'setting',
          { corresp: enc.ids.pointer(event.id), ...enc.entityEvidence(event) },
          el('date', { when: event.facts.date }, englishDay(event.facts.date ?? '')),
          el('activity', {}, event.name),
        ),
      ),
  );
}

/**
 * When and where the document came to be (TEI chapter 2.4.1): the day it bears, or else the catalogue's; the place
 * of its dateline where nobody is said to have sent it, for a sending has its own element.
 */
function creation(enc: Encoding, facts: HeaderFacts): XmlElementNode | undefined {
  const line = facts.field('sent') ?? facts.field('place-date');
  const date = facts.dateIn(line?.span) ?? facts.dateIn(facts.catalogue('date')?.span);
  const place =
    line?.name === 'place-date' && !facts.field('from')
      ? facts.namesIn(line.span).find((n) => n.type === 'place')
      : undefined;
  if (!date?.when && !place) return undefined;
  return el(
    'creation',
    {},
    place && nameElement(enc, enc.entity(place.entity), facts.words(place.span), enc.evidence(place)),
    place && date?.when && ', ',
    date?.when &&
      el(
        'date',
        // The day is as sure as it is printed, whatever zone is inferred for its hour.
        {
          when: date.when.slice(0, 10),
          ...enc.evidence({ ...date, certainty: date.local ?? date.certainty }),
        },
        dayOf(facts.words(date.span)),
      ),
  );
}

//   > | July 22, 1978, 19:40
//       ^^^^^^^^^^^^^
/** The words of a date without those of its hour. */
const dayOf = (words: string): string => words.replace(/(?<=\d),? (?:at )?\d{1,2}[:.]\d\d\b.*$/u, '');

const languageNames: Readonly<Record<string, string>> = {
  en: 'English',
  ja: 'Japanese',
  de: 'German',
  fr: 'French',
  ru: 'Russian',
};
const languageName = (code: string): string => languageNames[code] ?? code;

function textClass(enc: Encoding, facts: HeaderFacts): XmlElementNode {
  const kinds = {
    telegram: 'Telegram',
    'memorandum-of-conversation': 'Memorandum of conversation',
    letter: 'Letter',
    document: 'Document',
  } as const;
  const type = enc.log.category('document-type', facts.kind, 'en', kinds[facts.kind]);
  const markings = (['classification', 'precedence', 'handling'] as const).flatMap((scheme) => {
    // Printed at head and foot, or on the archive's form too: one class, for which the first speaks.
    const found = new Map<string, HeaderField>();
    for (const f of facts.fields(scheme)) {
      const target = `#${enc.log.category(scheme, f.value, enc.document.language, facts.words(f.span))}`;
      if (!found.has(target)) found.set(target, f);
    }
    return [...found].map(([target, field]) => ({ scheme, target, field }));
  });
  // The archive's word for it, where the text bears none of that value: the record of the catalogue is the witness.
  const columns = (enc.document.header.columns ?? []).map((c) =>
    el('catRef', {
      scheme: `#${c.name}`,
      target: `#${enc.log.category(c.name, c.value, 'en', c.printed)}`,
      ...enc.log.attributes(c.rule, c.certainty),
      source: '#catalogue.record',
    }),
  );
  return el(
    'textClass',
    {},
    el('catRef', {
      scheme: '#document-type',
      target: `#${type}`,
      ...enc.log.attributes('header.document-kind', facts.kindCertainty),
    }),
    markings.map(({ scheme, target, field }) =>
      el('catRef', { scheme: `#${scheme}`, target, ...enc.evidence(field) }),
    ),
    columns,
  );
}

/** Sending, receipt, copies, office in charge, and what the document refers to (TEI chapter 2.4.6). */
function correspDesc(enc: Encoding, facts: HeaderFacts): XmlElementNode | undefined {
  const actions = [
    // A note or submission that somebody wrote bears his date: who, where and when belong together.
    action(enc, facts, 'sent', 'from', facts.field('from') && !facts.field('sent') ? 'place-date' : 'sent'),
    action(enc, facts, 'received', 'to', 'received'),
    ...facts
      .fields('to')
      .slice(1)
      .filter((f) => !isWithPost(f))
      .map((f) =>
        el(
          'correspAction',
          { type: 'received', ...enc.evidence(f), source: fieldPointer('to') },
          agentElements(enc, facts, f),
        ),
      ),
    ...facts
      .fields('copy')
      .map((f) =>
        el(
          'correspAction',
          { type: 'received', subtype: 'cc', ...enc.evidence(f), source: fieldPointer('copy') },
          agentElements(enc, facts, f),
        ),
      ),
    action(enc, facts, 'action', 'action-office'),
  ].filter((a): a is XmlElementNode => a !== undefined);
  const references = facts.fields('reference').map((f) => {
    // The document itself, not a place or person that its description names.
    const document = facts.namesIn(f.span).find((n) => n.type === 'document');
    return el(
      'ref',
      { type: 're', target: enc.ids.pointer(document?.entity), ...enc.evidence(f) },
      facts.words(f.span),
    );
  });
  if (actions.length === 0) return undefined;
  return el(
    'correspDesc',
    { corresp: hasRecord(facts) ? '#record' : undefined },
    actions,
    references.length > 0 && el('correspContext', {}, references),
  );
}

/** «Cablegram to Ottawa … For Brown from Green»: he is at the post, and receives with it. */
const isWithPost = (field: HeaderField): boolean => field.rule === 'header.attention';

const hasRecord = (facts: HeaderFacts): boolean =>
  (['repository', 'other-holder'] as const).some((name) => facts.catalogue(name)) ||
  facts.field('telegram-number') !== undefined;

const fieldPointer = (name: FieldName): string => `#h.${name}`;

/**
 * @param agentField who acts; a person comes before the place, as correspAction wants it
 * @param eventField where and when
 */
function action(
  enc: Encoding,
  facts: HeaderFacts,
  type: string,
  agentField: FieldName,
  eventField?: FieldName,
): XmlElementNode | undefined {
  const all = facts.fields(agentField);
  const agent = all[0];
  // Each addressee has an action of his own.
  const agents = type === 'received' ? all.filter((f) => f === agent || isWithPost(f)) : all;
  const event = eventField ? facts.field(eventField) : undefined;
  const date = facts.dateIn(event?.span);
  // A date-time group names no place: the seat of the office that sends is the place.
  const named = facts.namesIn(event?.span).filter((n) => n.type === 'place' || n.type === 'org');
  const places =
    named.length > 0 || type !== 'sent'
      ? named
      : facts
          .namesIn(agent?.span)
          // «FROM: OSLO»: the post is called by the place.
          .filter(
            (n, _, all) =>
              n.type === 'place' &&
              (all.length === 1 || n.span.start > (agent?.span.start ?? 0)) &&
              // «Ambassador of France in Moscow» does not write from France.
              !/(?:\b(?:of|de|du|des|for|von)(?:\s+the)?\s+|\bd[’'])$/iu.test(
                enc.text.slice(Math.max(0, n.span.start - 16), n.span.start),
              ),
          )
          .slice(-1);
  // Whoever signs is the sender in person; one who is named already is not named twice.
  const signed = type === 'sent' ? facts.field('signature') : undefined;
  const signer = facts.entityIn(signed?.span);
  const signature = signer && agents.some((a) => facts.entityIn(a.span) === signer) ? undefined : signed;
  if (!agent && !date && !signature && places.length === 0) return undefined;
  const children: XmlNode[] = [];
  if (signature) children.push(nameElement(enc, facts.entityIn(signature.span), facts.words(signature.span)));
  for (const a of agents) children.push(...agentElements(enc, facts, a));
  for (const place of places)
    children.push(nameElement(enc, enc.entity(place.entity), facts.words(place.span)));
  if (date)
    children.push(
      el('date', { ...dateAttributes(date), ...dateEvidence(date, enc) }, facts.words(date.span)),
    );
  return el(
    'correspAction',
    {
      type,
      ...enc.evidence(agent ?? event ?? signature ?? (date as NonNullable<typeof date>)),
      source: [
        event && eventField ? fieldPointer(eventField) : undefined,
        agent ? fieldPointer(agentField) : undefined,
        signature ? fieldPointer('signature') : undefined,
      ]
        .filter(Boolean)
        .join(' '),
    },
    children,
  );
}

/** A person who takes part, in which roles, and what says so. */
export interface Participant {
  readonly entity: Entity;
  readonly roles: readonly string[];
  readonly evidence: readonly Evidence[];
}

/**
 * Those who take part: sender, addressee, whoever speaks, is spoken to, or does something at the meeting, in the
 * order of the text.
 */
export function participantsOf(enc: Encoding, facts: HeaderFacts): readonly Participant[] {
  const found = new Map<string, Map<string, Evidence>>();
  const add = (entity: Entity | undefined, role: string, evidence: Evidence | undefined) => {
    if (entity?.kind !== 'person' || !evidence) return;
    const roles = found.get(entity.id) ?? new Map<string, Evidence>();
    found.set(entity.id, roles);
    const known = roles.get(role);
    roles.set(role, known ? surer(known, evidence) : evidence);
  };
  const from = facts.field('from');
  const to = facts.field('to');
  add(facts.entityIn(from?.span), 'sender', from);
  add(facts.entityIn(to?.span), 'addressee', to);
  for (const a of enc.document.annotations) {
    if (a.kind === 'speech') {
      add(enc.entity(a.who), 'speaker', a);
      add(enc.entity(a.toWhom), 'participant', a);
    } else if (a.kind === 'presence') add(enc.entity(a.entity), 'participant', a);
  }
  return [...found].flatMap(([id, roles]) => {
    const entity = enc.entity(id);
    // One who speaks takes part: it need not be said twice.
    if (roles.has('speaker')) roles.delete('participant');
    return entity ? [{ entity, roles: [...roles.keys()], evidence: [...roles.values()] }] : [];
  });
}
