/** From the settings of the edition, and what was said on the command line, to what is said of the package. */
import { type AgentSettings, defaultSettings, type Settings } from '../settings.ts';
import { licenceOf } from './licences.ts';
import type { Agent, Contributor, CrateVersion, Metadata } from './model.ts';
import { slug } from './names.ts';
import { type Draft, type Requirement, unmet } from './requirements.ts';

export interface MetadataOptions {
  readonly doi?: string;
  /** Seconds since 1970 (`SOURCE_DATE_EPOCH`). */
  readonly epoch?: number;
  readonly crateVersion?: CrateVersion;
  /** Version of Chancery, and where it is described. */
  readonly program: string;
  readonly programUrl: string;
  /** What is other than in the settings: the title of a part, the people of a document packed alone. */
  readonly own?: {
    readonly title?: string;
    readonly description?: string;
    readonly name?: string;
    /** Before those of the settings. */
    readonly creators?: readonly Agent[];
    /** After those of the settings. */
    readonly contributors?: readonly Contributor[];
  };
}

export interface MetadataOutcome {
  /** Absent where a field is missing without which nothing can be packed. */
  readonly metadata?: Metadata;
  readonly unmet: readonly Requirement[];
}

export function metadataOf(settings: Settings, options: MetadataOptions): MetadataOutcome {
  const draft = draftOf(settings, options);
  const missing = unmet(draft);
  const { date, licence } = draft;
  if (missing.some((r) => r.weight === 'package') || date === undefined || licence === undefined) {
    return { unmet: missing };
  }
  return { metadata: { ...draft, date, licence }, unmet: missing };
}

function draftOf(settings: Settings, { own = {}, ...options }: MetadataOptions): Draft {
  const asked = settings.deposit ?? {};
  const given = (value: string, fallback: string): string => (value === fallback ? '' : clean(value));
  const title = clean(own.title ?? given(settings.title, defaultSettings.title));
  const version = asked.version ?? '1.0.0';
  const name = own.name ?? asked.name ?? (slug(title).slice(0, 60).replace(/-+$/, '') || 'edition');
  const { licence } = settings;
  const declared = asked.licence ?? (licence.name === defaultSettings.licence.name ? undefined : licence);
  return {
    packageName: `${name}-${version.replaceAll('+', '_')}`,
    name,
    title,
    description: clean(own.description ?? settings.description),
    version,
    date: asked.date ?? dayOf(options.epoch),
    language: settings.language,
    publisher: given(settings.publisher, defaultSettings.publisher),
    creators: [...(own.creators ?? []), ...(asked.creators ?? settings.editors).map(agentOf)],
    contributors: [
      ...(asked.contributors ?? []).map((c): Contributor => ({ ...agentOf(c), role: c.role })),
      ...(own.contributors ?? []),
    ],
    ...(asked.contact && { contact: asked.contact }),
    licence: declared && licenceOf({ ...declared, name: clean(declared.name) }, clean(settings.rights)),
    rights: clean(settings.rights),
    funders: asked.funders ?? [],
    keywords: (asked.keywords ?? []).map(clean),
    subjects: asked.subjects ?? ['Arts and Humanities'],
    resourceType: asked.resourceType ?? 'dataset',
    ...(asked.archeId && { archeId: asked.archeId }),
    ...(asked.kcworks && { kcworks: asked.kcworks }),
    ...(options.doi && { doi: options.doi }),
    ...(settings.baseUrl && { url: `${settings.baseUrl}/` }),
    crateVersion: options.crateVersion ?? '1.2',
    program: options.program,
    programUrl: options.programUrl,
  };
}

/** Control characters have no place in a catalogue, and XML cannot hold them. */
function clean(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, ' ').trim();
}

function dayOf(epoch: number | undefined): string | undefined {
  return epoch === undefined ? undefined : new Date(epoch * 1000).toISOString().slice(0, 10);
}

/** «Iriye, Aki» is a family name and given names; a name without comma is not taken apart. */
function agentOf(given: AgentSettings): Agent {
  const name = given.name === undefined ? undefined : clean(given.name);
  const comma = /^([^,]+), *([^,]+)$/.exec(name ?? '');
  const isPerson =
    given.type === 'person' ||
    (given.type === undefined &&
      given.ror === undefined &&
      (given.family !== undefined || given.orcid !== undefined || comma !== null));
  const base = {
    ...(given.affiliation && { affiliation: given.affiliation }),
    ...(given.ror && { ror: given.ror }),
    ...(given.kcUsername && { kcUsername: given.kcUsername }),
  };
  if (!isPerson) return { type: 'organisation', name: name ?? given.family ?? '', ...base };
  const family = given.family ?? comma?.[1];
  const first = given.given ?? comma?.[2];
  const whole = comma !== null || name === undefined ? [first, family].filter(Boolean).join(' ') : name;
  return {
    type: 'person',
    name: whole,
    ...(family && { family: clean(family) }),
    ...(first && { given: clean(first) }),
    ...(given.orcid && { orcid: given.orcid.replace(/^https:\/\/orcid\.org\//, '') }),
    ...base,
  };
}

/** A DOI as the registry writes it, from `10.…`, `doi:10.…` or an address; nothing where it is none. */
export function doiOf(text: string): string | undefined {
  const bare = text.trim().replace(/^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)/i, '');
  return /^10\.\d{4,9}\/[^\s"<>\\^`{|}]+$/.test(bare) ? bare : undefined;
}
