/** Settings of an edition (`chancery.json`), all optional; the JSON Schema is `schemas/chancery.schema.json`. */
import type { ErrorObject } from 'ajv';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { diagnosticsTable } from './diagnostics-table.ts';
import type { FieldName, FurnitureClass } from './document.ts';
import { parseJson } from './json.ts';
import { telling, wordJsonError } from './json-faults.ts';
import { jsonCheck } from './json-schema.ts';
import { likelyMeant } from './xml/relaxng/nearest.ts';

export interface Settings {
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  readonly language: string;
  readonly licence: { readonly name: string; readonly url?: string };
  /** Terms of the facts about the documents, for indexes that others gather: `cmif.xml`. */
  readonly metadataLicence?: 'CC0-1.0' | 'CC-BY-4.0';
  /** Where the edition will be published, without final slash; absent: relative addresses only. */
  readonly baseUrl?: string;
  readonly editors: readonly { readonly name: string; readonly orcid?: string }[];
  readonly rights: string;
  readonly formats: readonly string[];
  readonly folders: { readonly sources: string; readonly tei: string; readonly dist: string };
  readonly limits: {
    /** Of a source. */
    readonly bytes: number;
    /** For the work on one document. */
    readonly seconds: number;
    /** For a worker thread. */
    readonly megabytes: number;
  };
  /** Per source (path under sources/): language, dialect to force. */
  readonly documents: Readonly<Record<string, { readonly dialect?: string; readonly language?: string }>>;
  /** Tables and JSON: which column has the text and which the id; where it is silent, usual names are looked for. */
  readonly columns?: { readonly text?: string; readonly id?: string };
  /** Layouts of this edition, described by patterns of their lines; asked before ours. */
  readonly dialects?: readonly DialectSettings[];
  /** What documents are held against, and what is said of them. */
  readonly validation?: ValidationSettings;
  /** What repositories ask and only a person knows; it changes nothing in the editions. */
  readonly deposit?: DepositSettings;
}

/** For `chancery deposit`; each is explained in `docs/deposit.md`. */
export interface DepositSettings {
  /** First part of the name of packages; absent: from the title. */
  readonly name?: string;
  readonly version?: string;
  /** Day of publication, YYYY-MM-DD. */
  readonly date?: string;
  readonly creators?: readonly AgentSettings[];
  readonly contributors?: readonly (AgentSettings & { readonly role: ContributorRole })[];
  readonly contact?: { readonly name: string; readonly email: string; readonly affiliation?: string };
  /** Licence of the package, where it is another than that of the edition. */
  readonly licence?: { readonly name: string; readonly url?: string };
  readonly funders?: readonly FunderSettings[];
  readonly keywords?: readonly string[];
  /** Subjects of Dataverse's list. */
  readonly subjects?: readonly string[];
  /** Whether the rights allow the sources as they came to be packed. */
  readonly sources?: boolean;
  /** Name senders of a document packed alone as creators; else they are described as authors of the source. */
  readonly sendersAsCreators?: boolean;
  /** Id of the resource type in the vocabulary of the InvenioRDM repository. */
  readonly resourceType?: string;
  /** Address under which ARCHE will know the collection. */
  readonly archeId?: string;
  /** What KCWorks asks beyond other InvenioRDM repositories: the draft is then one for it. */
  readonly kcworks?: KcworksSettings;
}

/** Its fields `kcr:…`, and subjects of FAST. */
export interface KcworksSettings {
  readonly username?: string;
  readonly domain?: string;
  readonly project?: string;
  readonly sponsor?: string;
  readonly contentWarning?: string;
  readonly aiUsage?: { readonly used: boolean; readonly description?: string };
  readonly fast?: readonly string[];
}

export interface AgentSettings {
  readonly name?: string;
  readonly family?: string;
  readonly given?: string;
  readonly type?: 'person' | 'organisation';
  readonly orcid?: string;
  readonly ror?: string;
  readonly affiliation?: { readonly name: string; readonly ror?: string };
  /** User name in the Knowledge Commons. */
  readonly kcUsername?: string;
}

export type ContributorRole = 'editor' | 'translator' | 'researcher' | 'data-curator' | 'other';

export interface FunderSettings {
  readonly name: string;
  readonly ror?: string;
  readonly award?: string;
  readonly title?: string;
  readonly url?: string;
}

/** A dialect in settings: patterns are regular expressions (ECMAScript, flag u), matched against a line without its indent. */
export interface DialectSettings {
  readonly id: string;
  readonly name?: string;
  /** Every one must match one of the first lines. */
  readonly when: readonly string[];
  /** How many lines with words are looked at; 12 where it is silent. */
  readonly within?: number;
  /** From 0.5 to 1: how sure it is when all patterns match; 0.9 where it is silent. */
  readonly score?: number;
  /** Lines of the header; `facts` name what each group of the pattern is. */
  readonly header?: readonly LinePattern[];
  /** Lines below the text: signature, archive reference. */
  readonly closer?: readonly LinePattern[];
  /** Lines of the page that are no part of the document, wherever they stand. */
  readonly furniture?: readonly { readonly line: string; readonly class?: FurnitureClass }[];
  readonly language?: string;
}

export interface LinePattern {
  readonly line: string;
  readonly facts?: readonly FieldName[];
}

export interface ValidationSettings {
  /** By rule or code, in place of its own; `off`: not reported. */
  readonly severity?: Readonly<Record<string, SettableSeverity>>;
  /** Findings that are known and meant; `file` may have `*` and `**`. */
  readonly suppress?: readonly Suppression[];
  /** Address of a schema to its path on this machine, relative to chancery.json. */
  readonly schemas?: Readonly<Record<string, string>>;
}

export type SettableSeverity = Severity | 'off';

export interface Suppression {
  readonly code?: string;
  readonly rule?: string;
  readonly file?: string;
  readonly reason: string;
}

export const defaultSettings: Settings = {
  title: 'Untitled edition',
  description: '',
  publisher: 'Unpublished',
  language: 'en',
  licence: { name: 'All rights reserved' },
  editors: [],
  rights: 'The rights in the text remain with their holders.',
  formats: ['html', 'source', 'text', 'jsonld', 'annotations', 'linkset'],
  folders: { sources: 'sources', tei: 'tei', dist: 'dist' },
  limits: { bytes: 64 * 1024 * 1024, seconds: 120, megabytes: 1536 },
  documents: {},
};

export interface ParsedSettings {
  /** The settings with defaults filled in; where a diagnostic is an error, the defaults alone. */
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads `chancery.json`.
 *
 * In: its text, and its name for the findings. Out: settings; a wrong key is an error that names the key, the
 * nearest key there is, and the line. Never throws for bad input.
 */
export function parseSettings(json: string, file: string): ParsedSettings {
  const text = json.replace(/^\ufeff/, '');
  const parsed = parseJson(text);
  if ('fault' in parsed) {
    const { message, offset, fix } = parsed.fault;
    return {
      settings: defaultSettings,
      diagnostics: [finding('json.syntax', `${message}.`, file, text, offset, fix)],
    };
  }
  const { value, offsetOf } = parsed.json;
  const check = jsonCheck('chancery');
  if (!check(value)) {
    const faults = telling(check.errors ?? []).map((fault) => {
      const { message, pointer, fix } = word(fault);
      return finding('settings.invalid', message, file, text, offsetOf(pointer), fix);
    });
    return { settings: defaultSettings, diagnostics: faults };
  }
  return { settings: withDefaults(value as Partial<Settings>), diagnostics: [] };
}

function withDefaults(given: Partial<Settings>): Settings {
  const { $schema: _, ...own } = given as Partial<Settings> & { readonly $schema?: string };
  return {
    ...defaultSettings,
    ...own,
    folders: { ...defaultSettings.folders, ...own.folders },
    limits: { ...defaultSettings.limits, ...own.limits },
  };
}

/** One fault in words: keys by their way, `folders.dist`, for that is how people speak of settings. */
function word(fault: ErrorObject): { message: string; pointer: string; fix: string } {
  const path = fault.instancePath;
  const where = path === '' ? 'the settings' : `"${path.slice(1).replaceAll('/', '.')}"`;
  const params = fault.params as Record<string, unknown>;
  const key = params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof key !== 'string')
    return { ...wordJsonError(fault, path === '' ? 'The file' : where), pointer: path };
  const { properties = {} } = fault.parentSchema as { readonly properties?: Record<string, unknown> };
  const known = Object.keys(properties).filter((k) => !k.startsWith('$'));
  const near = likelyMeant(key, known);
  return {
    message: `There is no key "${key}" in ${where}.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    pointer: `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    fix:
      near === undefined
        ? `Remove it. Known keys: ${known.join(', ')}.`
        : `Write "${near}", or remove the key.`,
  };
}

function finding(
  code: 'json.syntax' | 'settings.invalid',
  message: string,
  file: string,
  text: string,
  offset: number,
  fix: string = diagnosticsTable[code].mend,
): Diagnostic {
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { code, severity: 'error', message: message.replace(/\.$/, ''), file, position, fix };
}
