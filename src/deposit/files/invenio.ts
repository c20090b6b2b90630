/**
 * InvenioRDM (Zenodo, KCWorks, TU Graz …): the draft as its REST API takes it, and what to send in which order.
 * Nothing here sends anything. Rules beyond the JSON Schema are those of its `metadata.py`: a person has a family
 * name, rights have an id or a title, dates are EDTF level 0.
 */
import { languageOf } from '../languages.ts';
import type { Agent, Contributor, Deposit, Metadata } from '../model.ts';
import { dayOf, heading, invalidOf, languagesOf, onlyDocument, span } from '../words.ts';
import { warning } from './datacite.ts';
import { json } from './json.ts';

const roles: Readonly<Record<Contributor['role'], string>> = {
  editor: 'editor',
  translator: 'translator',
  researcher: 'researcher',
  'data-curator': 'datacurator',
  other: 'other',
};

export function invenioDraft(deposit: Deposit): string {
  const { metadata: m, documents, files, previous } = deposit;
  const only = onlyDocument(deposit)?.description;
  const covered = span(documents);
  const invalid = invalidOf(deposit);
  return json({
    access: { record: 'public', files: 'public' },
    files: { enabled: true, default_preview: 'README.md' },
    custom_fields: m.kcworks && kcworksFields(m, m.kcworks),
    // A DOI that the repository itself has reserved is its own to register.
    pids: m.doi && { doi: { identifier: m.doi, provider: 'datacite', client: 'datacite' } },
    metadata: {
      resource_type: { id: m.resourceType },
      creators: m.creators.map((a) => agent(a, m.kcworks !== undefined)),
      title: m.title.length < 3 ? `Edition: ${m.title}` : m.title,
      publication_date: m.date,
      publisher: m.publisher,
      description: paragraphs([m.description, ...(invalid.length > 0 ? [warning(invalid.length)] : [])]),
      version: m.version,
      languages: languagesOf(documents).flatMap((tag) => {
        const id = languageOf(tag)?.iso6393;
        return id === undefined ? [] : [{ id }];
      }),
      contributors: m.contributors.map((c) => ({
        ...agent(c, m.kcworks !== undefined),
        role: { id: roles[c.role] },
      })),
      subjects: subjectsOf(m),
      dates: [
        ...(only?.date === undefined
          ? []
          : [{ date: dayOf(only.date), type: { id: 'created' }, description: 'Date of the document' }]),
        ...(covered === undefined
          ? []
          : [
              {
                date: covered[0] === covered[1] ? covered[0] : covered.join('/'),
                type: { id: 'coverage' },
                description: 'Dates of the documents',
              },
            ]),
      ],
      rights: [rightsOf(deposit)],
      formats: [...new Set(files.map((f) => f.mediaType))].sort(),
      identifiers: only?.identifiers
        .filter((i) => i.value !== '')
        .map((i) => ({ identifier: `${i.type}: ${i.value}`, scheme: 'other' })),
      related_identifiers: [
        ...(m.url === undefined
          ? []
          : [{ identifier: m.url, scheme: 'url', relation_type: { id: 'isvariantformof' } }]),
        ...(previous?.doi === undefined
          ? []
          : [{ identifier: previous.doi, scheme: 'doi', relation_type: { id: 'isnewversionof' } }]),
      ],
      funding: m.funders.map((f) => ({
        funder: { name: f.name },
        award:
          f.award === undefined && f.title === undefined
            ? undefined
            : {
                title: f.title && { en: f.title },
                number: f.award,
                identifiers: f.url && [{ identifier: f.url, scheme: 'url' }],
              },
      })),
      references: documents.map(({ description: d }) => ({
        reference: [`“${d.title}”`, heading(d), d.repository, ...d.identifiers.map((i) => i.value)]
          .filter(Boolean)
          .join(', '),
      })),
    },
  });
}

/** KCWorks takes headings of FAST as subjects, and any words as tags of its own. */
function subjectsOf({ keywords, kcworks }: Metadata): readonly object[] {
  if (kcworks === undefined) return keywords.map((subject) => ({ subject }));
  return (kcworks.fast ?? []).map((id) => ({ id }));
}

/** Fields of KCWorks's own (knowledge-commons-works, «Metadata Schema», `kcr:`); other repositories refuse them. */
function kcworksFields(m: Metadata, kcworks: NonNullable<Metadata['kcworks']>): object {
  const { aiUsage } = kcworks;
  return {
    'kcr:submitter_username': kcworks.username,
    'kcr:submitter_email': m.contact?.email,
    'kcr:commons_domain': kcworks.domain,
    'kcr:project_title': kcworks.project,
    'kcr:sponsoring_institution': kcworks.sponsor,
    'kcr:content_warning': kcworks.contentWarning,
    'kcr:publication_url': m.url,
    'kcr:user_defined_tags': m.keywords.length > 0 ? m.keywords : undefined,
    'kcr:ai_usage': aiUsage && { ai_used: aiUsage.used, ai_description: aiUsage.description },
  };
}

function agent(a: Agent, inKcworks: boolean): object {
  const identifiers = [
    a.orcid && { scheme: 'orcid', identifier: a.orcid },
    inKcworks && a.kcUsername && { scheme: 'kc_username', identifier: a.kcUsername },
    a.ror &&
      a.type === 'organisation' && { scheme: 'ror', identifier: a.ror.slice(a.ror.lastIndexOf('/') + 1) },
  ].filter(Boolean);
  const own =
    a.type === 'person'
      ? { type: 'personal', family_name: a.family ?? a.name, given_name: a.given }
      : { type: 'organizational', name: a.name };
  return {
    person_or_org: { ...own, identifiers },
    affiliations: a.affiliation && [{ name: a.affiliation.name }],
  };
}

/** Either an id of its vocabulary, which has the licences of SPDX in small letters, or words; never both. */
function rightsOf({ metadata: { licence } }: Deposit): object {
  if (licence.spdx !== undefined) return { id: licence.spdx.toLowerCase() };
  return {
    title: { en: licence.name },
    description: licence.statement === '' ? undefined : { en: licence.statement },
    link: licence.url,
  };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The description is HTML there. */
function paragraphs(texts: readonly string[]): string {
  return texts.map((t) => `<p>${t.replace(/[&<>]/g, (c) => entities[c] as string)}</p>`).join('');
}

/** Files that are uploaded beside the zip, so that people see them without unpacking it. */
const beside = ['README.md', 'CITATION.cff', 'ro-crate-preview.html'];

/**
 * `invenio-upload.json`: the requests in their order. The zip comes first; its checksum cannot stand inside it
 * and is in the file beside it that `chancery deposit --zip` writes.
 */
export function invenioUpload({ metadata: m }: Deposit): string {
  const keys = [`${m.packageName}.zip`, ...beside];
  const upload = (key: string): readonly object[] => [
    {
      method: 'PUT',
      path: `/api/records/{id}/draft/files/${key}/content`,
      contentType: 'application/octet-stream',
      send: key.endsWith('.zip') ? key : `data/${key}`,
    },
    { method: 'POST', path: `/api/records/{id}/draft/files/${key}/commit` },
  ];
  const steps = [
    m.doi === undefined
      ? {
          method: 'POST',
          path: '/api/records',
          contentType: 'application/json',
          send: 'data/metadata/invenio-draft.json',
          gives: 'id',
        }
      : {
          method: 'PUT',
          path: '/api/records/{id}/draft',
          contentType: 'application/json',
          send: 'data/metadata/invenio-draft.json',
          note: 'id is that of the draft for which the DOI was reserved',
        },
    {
      method: 'POST',
      path: '/api/records/{id}/draft/files',
      contentType: 'application/json',
      body: keys.map((key) => ({ key })),
    },
    ...keys.flatMap(upload),
    ...(m.doi === undefined
      ? [
          {
            method: 'POST',
            path: '/api/records/{id}/draft/pids/doi',
            note: 'optional: reserves a DOI; pack again with --doi before publishing',
          },
        ]
      : []),
    {
      method: 'POST',
      path: '/api/records/{id}/draft/actions/publish',
      note: 'after a person has looked at the draft',
    },
  ];
  return json({
    about:
      'Requests for an InvenioRDM repository (Zenodo, KCWorks …), in this order. Chancery sends none of them. Every request bears the header Authorization: Bearer TOKEN, with a token that the repository gives you.',
    steps: steps.map((step, at) => ({ step: at + 1, ...step })),
  });
}
