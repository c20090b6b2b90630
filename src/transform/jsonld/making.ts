/**
 * How the edition was made, and changed since. No time of day unless SOURCE_DATE_EPOCH gives one, so that the same
 * document gives the same graph.
 */
import { isWholeTime, link, links, type Node, node, object, string, strings, typedDate } from './members.ts';
import { type Reading, targetsOf } from './reading.ts';
import { along, has, inTurn, named, said } from './tei.ts';

export function makingNodes(reading: Reading): readonly Node[] {
  const { header, files, version, label } = reading;
  const built = isWholeTime(reading.built) ? reading.built : undefined;
  const application = along(header, 'encodingDesc', 'appInfo', 'application').find(
    (one) => has(one, 'ident') === 'chancery',
  );
  const encoded = has(application, 'version');
  const versions = [version, encoded, version || application ? undefined : 'unknown'];
  return [
    object(
      node('this.making', 'prov:Activity', 'schema:CreateAction'),
      string('schema:name', label('encoding')),
      link('prov:used', 'this.source'),
      link('schema:object', 'this.source'),
      links('schema:result', ['this.edition', ...files.map(({ format }) => `this.file.${format}`)]),
      link('prov:wasAssociatedWith', 'this.software'),
      link('schema:instrument', 'this.software'),
      typedDate('prov:endedAtTime', built),
      typedDate('schema:endTime', built),
    ),
    object(
      node('this.software', 'prov:SoftwareAgent', 'schema:SoftwareApplication'),
      string('schema:name', 'Chancery'),
      strings('schema:softwareVersion', [...new Set(versions)]),
    ),
    ...changeNodes(reading),
  ];
}

function changeNodes(reading: Reading): readonly Node[] {
  return reading.changes.map((change, i) => {
    const when = has(change, 'when');
    return object(
      node(`this.change.${i + 1}`, 'prov:Activity'),
      string('schema:description', said(change)),
      string('chancery:status', has(change, 'status')),
      typedDate('prov:endedAtTime', isWholeTime(when) ? when : undefined),
      typedDate('chancery:date', when),
      link('prov:used', 'this.file.tei'),
      links('prov:wasAssociatedWith', responsibleIds(has(change, 'who'), reading)),
    );
  });
}

/** Who a pointer to a statement of responsibility, an editor or a person means; nobody named: the software. */
function responsibleIds(pointers: string | undefined, reading: Reading): readonly string[] {
  const { agents, digest } = reading;
  const ids = targetsOf(pointers, digest).flatMap((who) => {
    const id = has(who, 'xml:id');
    if (id === 'chancery') return 'this.software';
    if (who.name === 'respStmt') {
      const [name] = inTurn(who, 'persName', 'orgName', 'name');
      return (name && agents.idOf(name)) ?? [];
    }
    if (who.name === 'editor') return `this.editor.${named(who.parent, 'editor').indexOf(who) + 1}`;
    return agents.isEntity(id) ? (id ?? []) : [];
  });
  return ids.length > 0 ? ids : ['this.software'];
}
