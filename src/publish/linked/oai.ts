/**
 * `oai.xml`: a static repository for harvesters (OAI-PMH, Specification for an OAI Static Repository, 2004): a file that
 * a gateway serves. Dublin Core for each document. It must name a person's address for mail and the day of each record:
 * without `baseUrl`, `deposit.contact.email` and `SOURCE_DATE_EPOCH` there is none.
 */
import type { Artifact } from '../../artifact.ts';
import type { Context } from '../../context.ts';
import type { Row } from './row.ts';
import { metadataLicence } from './terms.ts';
import { element, escaped } from './xml.ts';

const oaiDc = 'http://www.openarchives.org/OAI/2.0/oai_dc/';

export function* oai(rows: readonly Row[], context: Context): Generator<Artifact> {
  const { settings, built } = context;
  const email = settings.deposit?.contact?.email;
  const { baseUrl } = settings;
  if (baseUrl === undefined || built === undefined || email === undefined) return;
  const day = built.slice(0, 10);
  const records: string[] = [];
  for (const value of rows) records.push(record(value, baseUrl, day, context));
  if (records.length === 0) return;
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<Repository xmlns="http://www.openarchives.org/OAI/2.0/static-repository" xmlns:oai="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/static-repository http://www.openarchives.org/OAI/2.0/static-repository.xsd">
<Identify>
${element('oai:repositoryName', {}, escaped(settings.title))}
${element('oai:baseURL', {}, escaped(`${baseUrl}/oai.xml`))}
<oai:protocolVersion>2.0</oai:protocolVersion>
${element('oai:adminEmail', {}, escaped(email))}
${element('oai:earliestDatestamp', {}, day)}
<oai:deletedRecord>no</oai:deletedRecord>
<oai:granularity>YYYY-MM-DD</oai:granularity>
</Identify>
<ListMetadataFormats>
<oai:metadataFormat><oai:metadataPrefix>oai_dc</oai:metadataPrefix><oai:schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</oai:schema><oai:metadataNamespace>${oaiDc}</oai:metadataNamespace></oai:metadataFormat>
</ListMetadataFormats>
<ListRecords metadataPrefix="oai_dc">
${records.join('\n')}
</ListRecords>
</Repository>
`;
  yield { path: 'oai.xml', mediaType: 'application/xml', content };
}

function record(row: Row, baseUrl: string, day: string, { settings }: Context): string {
  const { id, title, kind, number, date, abstract, correspondence } = row;
  const { actions, languages, holder } = correspondence;
  const named = (type: string): readonly string[] =>
    actions.filter((a) => a.type === type).flatMap((a) => a.agents.map((agent) => agent.name));
  const host = new URL(baseUrl).hostname;
  const terms = [
    settings.rights,
    metadataLicence(settings) === settings.licence.url ? settings.licence.url : undefined,
  ];
  const dc = (name: string, values: readonly (string | undefined)[]): string =>
    [...new Set(values)]
      .flatMap((value) => (value ? [element(`dc:${name}`, {}, escaped(value))] : []))
      .join('');
  return `<oai:record><oai:header><oai:identifier>oai:${escaped(host)}:${escaped(id)}</oai:identifier><oai:datestamp>${day}</oai:datestamp></oai:header><oai:metadata><oai_dc:dc xmlns:oai_dc="${oaiDc}" xmlns:dc="http://purl.org/dc/elements/1.1/" xsi:schemaLocation="${oaiDc} http://www.openarchives.org/OAI/2.0/oai_dc.xsd">${[
    dc('title', [title]),
    dc('creator', named('sent')),
    dc('contributor', named('received')),
    dc('subject', row.subjects),
    dc('description', [abstract]),
    dc('publisher', [settings.publisher]),
    dc('date', [date?.slice(0, 10)]),
    dc('type', ['Text', kind]),
    dc('format', ['application/tei+xml', 'text/html']),
    dc('identifier', [`${baseUrl}/${id}/`, number]),
    dc('source', [holder]),
    dc('language', languages),
    dc('rights', terms),
  ].join('')}</oai_dc:dc></oai:metadata></oai:record>`;
}
