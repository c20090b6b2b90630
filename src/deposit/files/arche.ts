/**
 * `arche.ttl`: what ARCHE (ACDH-CH, Vienna) wants to know, in its ontology (acdh-schema 5): a collection, its
 * folders, and every file in it, with all that the ontology demands. Agents are known by ORCID or ROR where
 * there is one. The curators of ARCHE check and complete it.
 */
import { languageOf } from '../languages.ts';
import type { Agent, Deposit, PackageFile } from '../model.ts';
import { slug } from '../names.ts';
import { dayOf, heading, languagesOf, span } from '../words.ts';
import { iri, literal, type Predicates, turtle } from './turtle.ts';

const acdh = 'https://vocabs.acdh.oeaw.ac.at/schema#';
const vocabulary = 'https://vocabs.acdh.oeaw.ac.at';
const arche = 'https://id.acdh.oeaw.ac.at';

export function archeTurtle(deposit: Deposit): string | undefined {
  const { metadata: m, documents, files, previous } = deposit;
  const { contact, licence } = m;
  if (contact === undefined || licence.url === undefined) return undefined;
  const top = m.archeId ?? `${arche}/${m.name}`;
  const language = m.language;
  const subjects = new Map<string, Predicates>();
  const agent = (a: Agent, email?: string): string => {
    const id = a.orcid
      ? `https://orcid.org/${a.orcid}`
      : (a.ror ?? `${top}/agent/${slug(a.name) || 'unnamed'}`);
    const before = subjects.get(id) ?? {};
    subjects.set(id, {
      a: iri(`${acdh}${a.type === 'person' ? 'Person' : 'Organisation'}`),
      hasTitle: literal(a.name, language),
      hasIdentifier: iri(id),
      ...(a.type === 'person' && a.given ? { hasFirstName: literal(a.given, language) } : {}),
      ...(a.type === 'person' ? { hasLastName: literal(a.family ?? a.name, language) } : {}),
      ...before,
      ...(email === undefined ? {} : { hasEmail: literal(email) }),
    });
    return iri(id);
  };
  const creators = m.creators.map((a) => agent(a));
  const known = m.creators.find((a) => a.name === contact.name);
  const asked = agent(known ?? { type: 'person', name: contact.name }, contact.email);
  const publisher = agent({ type: 'organisation', name: m.publisher });
  const responsible = {
    hasDepositor: asked,
    hasMetadataCreator: creators,
    hasHosting: iri(`${arche}/arche`),
    hasLicensor: publisher,
    hasOwner: publisher,
    hasRightsHolder: publisher,
  };
  const editors = m.contributors.filter((c) => c.role === 'editor').map((a) => agent(a));
  const covered = span(documents);
  const days = (covered ?? []).filter((d) => /^\d{4}-\d\d-\d\d$/.test(d));
  subjects.set(top, {
    a: iri(`${acdh}TopCollection`),
    hasTitle: literal(m.title, language),
    hasIdentifier: iri(top),
    hasDescription: literal(m.description, language),
    hasSubject: [...new Set(['diplomatic documents', ...m.keywords])].map((k) => literal(k, language)),
    hasContact: asked,
    hasCreator: creators,
    hasEditor: editors.length > 0 ? editors : creators,
    hasCurator: asked,
    hasContributor: m.contributors.filter((c) => c.role !== 'editor').map((a) => agent(a)),
    hasFunder: m.funders.map((f) =>
      agent({ type: 'organisation', name: f.name, ...(f.ror && { ror: f.ror }) }),
    ),
    ...responsible,
    hasLicense: licenceIri(deposit),
    hasLicenseSummary: literal(`${licence.name}: ${grouped(files.length)}`, language),
    hasLanguage: languagesOf(documents).flatMap((t) => languageIri(t) ?? []),
    hasVersion: literal(m.version),
    hasExtent: literal(`${grouped(files.length)}; ${documents.length} documents`, language),
    hasSubmissionDate: literal(m.date, undefined, 'xsd:date'),
    ...(days.length === 2
      ? {
          hasCoverageStartDate: literal(days[0] as string, undefined, 'xsd:date'),
          hasCoverageEndDate: literal(days[1] as string, undefined, 'xsd:date'),
        }
      : {}),
    ...(m.url ? { hasUrl: literal(m.url, undefined, 'xsd:anyURI') } : {}),
    ...(m.doi ? { hasPid: literal(`https://doi.org/${m.doi}`, undefined, 'xsd:anyURI') } : {}),
    ...(previous?.doi ? { isNewVersionOf: iri(`https://doi.org/${previous.doi}`) } : {}),
  });
  const byId = new Map(documents.map((d) => [d.id, d.description]));
  for (const folder of foldersOf(files)) {
    subjects.set(`${top}/${folder}`, {
      a: iri(`${acdh}Collection`),
      hasTitle: literal(folder, language),
      hasIdentifier: iri(`${top}/${folder}`),
      isPartOf: iri(parentOf(top, folder)),
      ...responsible,
      hasLicense: licenceIri(deposit),
      hasLicenseSummary: literal(licence.name, language),
    });
  }
  for (const file of files) {
    const document = file.document === undefined ? undefined : byId.get(file.document);
    const created =
      document?.date && /^\d{4}-\d\d-\d\d/.test(document.date) ? dayOf(document.date) : undefined;
    subjects.set(`${top}/${file.path}`, {
      a: iri(`${acdh}Resource`),
      hasTitle: literal(document === undefined ? file.title : `${file.title}: ${document.title}`, language),
      ...(document === undefined ? {} : { hasDescription: literal(heading(document), language) }),
      hasIdentifier: iri(`${top}/${file.path}`),
      isPartOf: iri(parentOf(top, file.path)),
      hasCategory: iri(`${vocabulary}/archecategory/${categoryOf(file)}`),
      hasFilename: literal(file.path.slice(file.path.lastIndexOf('/') + 1)),
      hasFormat: literal(file.mediaType),
      ...(file.bytes > 0
        ? { hasRawBinarySize: literal(String(file.bytes), undefined, 'xsd:positiveInteger') }
        : {}),
      ...responsible,
      hasLicense: licenceIri(deposit),
      ...(document === undefined
        ? {}
        : { hasLanguage: [languageIri(document.language)].flatMap((l) => l ?? []) }),
      ...(created === undefined || file.role !== 'source'
        ? {}
        : { hasCoverageStartDate: literal(created, undefined, 'xsd:date') }),
    });
  }
  return turtle({ '': acdh, xsd: 'http://www.w3.org/2001/XMLSchema#' }, subjects);
}

const grouped = (n: number): string => `${n} ${n === 1 ? 'file' : 'files'}`;

function parentOf(top: string, path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? top : `${top}/${path.slice(0, at)}`;
}

function foldersOf(files: readonly PackageFile[]): readonly string[] {
  const folders = new Set<string>();
  for (const { path } of files) {
    const parts = path.split('/').slice(0, -1);
    parts.forEach((_, at) => {
      folders.add(parts.slice(0, at + 1).join('/'));
    });
  }
  return [...folders].sort();
}

function categoryOf({ mediaType, role }: PackageFile): string {
  if (mediaType === 'application/tei+xml') return 'text/tei';
  return role === 'source' || mediaType === 'text/html' || mediaType === 'text/plain' ? 'text' : 'dataset';
}

/** Creative Commons has its places in ARCHE's list; another address is for the curators to place. */
function licenceIri({ metadata: { licence } }: Deposit): string {
  const known = /^CC(?:0|-BY)/.test(licence.spdx ?? '');
  const place = licence.spdx?.toLowerCase().replaceAll('.', '-');
  return iri(known ? `${vocabulary}/archelicenses/${place}` : (licence.url ?? ''));
}

function languageIri(tag: string): string | undefined {
  const code = languageOf(tag)?.iso6393;
  return code && iri(`${vocabulary}/iso6393/${code}`);
}
