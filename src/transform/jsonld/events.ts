/**
 * Dispatch, receipt and the like as events: RiC-O has no property for the time of either. The date keeps what is printed
 * (expressedDate), what it comes to (normalizedDateValue), what was reckoned (dateQualifier), and leads to its evidence.
 */
import { tokens, type XmlElement } from '../../xml/tree.ts';
import { isoValue } from '../digest/dates.ts';
import { idOfEntity } from './agents.ts';
import {
  hasZone,
  inLanguage,
  isWholeTime,
  link,
  links,
  type Member,
  type Node,
  node,
  object,
  string,
  strings,
  typedDate,
  values,
} from './members.ts';
import type { Reading } from './reading.ts';
import { along, capital, encodeForUri, first, has, inside, inTurn, named, said } from './tei.ts';

const participantNames = ['persName', 'roleName', 'orgName', 'rs', 'name'] as const;

export function transmissionNodes(reading: Reading): readonly Node[] {
  const { actions, label, editionLanguage, agents, evidenceOf } = reading;
  return actions.flatMap((action, i) => {
    const id = `this.transmission.${i + 1}`;
    const kind = has(action, 'type') ?? 'transmission';
    const date = first(action, 'date');
    const printed = inTurn(action, ...participantNames, 'placeName').map(said);
    return [
      object(
        node(id, 'rico:Event'),
        values('rico:name', [inLanguage(label(`action.${kind}`), editionLanguage)]),
        [
          'rico:hasEventType',
          {
            '@id': `chancery:${capital(encodeForUri(kind.replaceAll(' ', '')))}`,
            '@type': 'rico:EventType',
          },
        ],
        link('rico:occurredAtDate', date && `${id}.date`),
        links('rico:hasOrHadLocation', placesOf(named(action, 'placeName'), reading)),
        links('rico:hasOrHadParticipant', agents.agents(inTurn(action, ...participantNames))),
        strings('chancery:asPrinted', [...new Set(printed)]),
        strings('rico:note', named(action, 'note').map(said)),
        link('chancery:evidence', evidenceOf(action)),
      ),
      ...(date ? [dateNode(`${id}.date`, date, reading)] : []),
    ];
  });
}

/** The nodes of names that are places. */
export const placesOf = (names: readonly XmlElement[], { agents }: Reading): readonly string[] =>
  names.flatMap((name) => agents.idOf(name) ?? []).filter(agents.isPlace);

export function dateNode(id: string, date: XmlElement, { evidenceOf }: Reading): Node {
  const iso = isoValue(date);
  return object(
    node(id, 'rico:Date'),
    string('rico:expressedDate', said(date) || iso),
    typedDate('rico:normalizedDateValue', iso),
    string('rico:dateQualifier', qualifierOf(date)),
    link('chancery:evidence', evidenceOf(date)),
  );
}

/** «minute precision; UTC offset inferred from place and year; certainty medium». */
function qualifierOf(date: XmlElement): string {
  const when = has(date, 'when');
  const cert = has(date, 'cert');
  const inferred =
    has(date, 'evidence') === 'conjecture' || tokens(date, 'ana').includes('#r.date.zone-of-place');
  return [
    when !== undefined && /T\d\d:\d\d:00/.test(when) && 'minute precision',
    inferred && 'UTC offset inferred from place and year',
    isWholeTime(when) && !hasZone(when) && 'no UTC offset',
    cert !== undefined && `certainty ${cert}`,
  ]
    .filter((part) => part !== false)
    .join('; ');
}

export function eventNodes(
  event: XmlElement,
  names: readonly (Member | undefined)[],
  reading: Reading,
): readonly Node[] {
  const id = idOfEntity(event);
  const { profile, events, evidenceOf } = reading;
  // The participants of particDesc are those of the meeting where there is one meeting.
  const people = named(profile, 'particDesc').flatMap((list) => inside(list, 'person'));
  const participants = events.length === 1 ? people.map((person) => has(person, 'xml:id')) : [];
  const setting = along(profile, 'settingDesc', 'setting').find((one) =>
    tokens(one, 'corresp').includes(`#${id}`),
  );
  const date = first(setting, 'date');
  return [
    object(
      node(id, 'rico:Event', 'schema:Event'),
      names,
      typedDate('schema:startDate', has(event, 'from') ?? has(event, 'when') ?? has(event, 'notBefore')),
      typedDate('schema:endDate', has(event, 'to') ?? has(event, 'notAfter')),
      links('schema:attendee', participants),
      links('rico:hasOrHadParticipant', participants),
      strings('schema:description', named(setting, 'activity').map(said)),
      links('rico:hasOrHadLocation', placesOf(named(setting, 'placeName'), reading)),
      link('rico:occurredAtDate', date && `${id}.date`),
      link('chancery:evidence', evidenceOf(event)),
    ),
    ...(date ? [dateNode(`${id}.date`, date, reading)] : []),
  ];
}
