/** What a package is made of: facts about it, the documents in it, and its files. Types only. */
import type { MediaType } from '../artifact.ts';
import type { Finding, SuppressedFinding } from '../report.ts';
import type { ContributorRole, FunderSettings, KcworksSettings } from '../settings.ts';
import type { Description } from './describe.ts';

/** A person or an organisation, as catalogues list them. */
export interface Agent {
  readonly type: 'person' | 'organisation';
  /** As printed: given names first. */
  readonly name: string;
  readonly family?: string;
  readonly given?: string;
  /** The sixteen digits with hyphens. */
  readonly orcid?: string;
  /** The address. */
  readonly ror?: string;
  readonly affiliation?: { readonly name: string; readonly ror?: string };
  readonly kcUsername?: string;
}

export interface Contributor extends Agent {
  readonly role: ContributorRole;
}

export interface Licence {
  readonly name: string;
  readonly url?: string;
  /** Identifier of the SPDX list, where the address is that of a licence in it. */
  readonly spdx?: string;
  /** What it means here, in a sentence. */
  readonly statement: string;
}

/** What is said of the package as a whole. Required fields are there: see `requirements.ts`. */
export interface Metadata {
  /** Name of the folder or zip: `sato-1384-1.0.0`. */
  readonly packageName: string;
  /** The same without the version: what later versions share. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly language: string;
  readonly publisher: string;
  readonly creators: readonly Agent[];
  readonly contributors: readonly Contributor[];
  readonly contact?: { readonly name: string; readonly email: string; readonly affiliation?: string };
  readonly licence: Licence;
  /** What readers may do with the text of the documents. */
  readonly rights: string;
  readonly funders: readonly FunderSettings[];
  readonly keywords: readonly string[];
  readonly subjects: readonly string[];
  readonly resourceType: string;
  readonly archeId?: string;
  readonly kcworks?: KcworksSettings;
  readonly doi?: string;
  /** Address of the published edition. */
  readonly url?: string;
  readonly crateVersion: CrateVersion;
  /** Version of Chancery. */
  readonly program: string;
  /** Where Chancery is described. */
  readonly programUrl: string;
}

export type CrateVersion = '1.2' | '1.3';

/** A document of the edition, with where its files are in the package. */
export interface PackedDocument {
  readonly id: string;
  readonly description: Description;
  /** False where it fails its checks and was packed on demand. */
  readonly valid: boolean;
  readonly findings: readonly Finding[];
  /** What the settings keep silent, if they do. */
  readonly suppressed?: readonly SuppressedFinding[];
  readonly checks: readonly { readonly name: string; readonly result: string }[];
  readonly questions: number;
  /** Of the TEI: whose words it is. */
  readonly by?: 'encoder' | 'editor';
  readonly audit?: Audit;
  readonly files: {
    readonly tei: string;
    readonly source?: string;
    readonly page?: string;
    readonly text?: string;
    readonly graph?: string;
  };
}

export interface Audit {
  readonly ok: boolean;
  readonly total: number;
  readonly classes: Readonly<Record<string, number>>;
}

export type Role =
  | 'source'
  | 'tei'
  | 'edition'
  | 'schema'
  | 'stylesheet'
  | 'settings'
  | 'report'
  | 'metadata';

/** A file of the package; its bytes are read when they are needed. */
export interface PackageFile {
  /** Relative to the root of the crate, `/` separators, portable: see `names.ts`. */
  readonly path: string;
  readonly role: Role;
  readonly title: string;
  readonly mediaType: MediaType | string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sha512: string;
  readonly content: () => Uint8Array;
  /** Id of the document it belongs to. */
  readonly document?: string;
  /** Its name in the project, where that could not be kept. */
  readonly originalName?: string;
  /** Part of Chancery itself, under the licence of the program. */
  readonly ofProgram?: boolean;
}

/** Everything the writers of single files are told. */
export interface Deposit {
  readonly metadata: Metadata;
  /** In the order of their dates, then ids. */
  readonly documents: readonly PackedDocument[];
  /** Files that are there before the deposit files are made, in the order of their paths. */
  readonly files: readonly PackageFile[];
  /** Whether this is a part of the edition. */
  readonly selection: boolean;
  /** Whether the sources were left out, by the settings. */
  readonly withoutSources: boolean;
  readonly previous?: Previous;
}

/** The package that this one follows. */
export interface Previous {
  readonly name: string;
  readonly title: string;
  readonly version?: string;
  readonly doi?: string;
  readonly date?: string;
  readonly documents: readonly {
    readonly id: string;
    readonly description: Description;
    readonly tei: string;
  }[];
  /** Path in the crate to SHA-512. */
  readonly checksums: ReadonlyMap<string, string>;
}
