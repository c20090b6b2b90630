/**
 * The stages as the batch calls them: one value, so that tests can put others in their place, and loaded only
 * when there is work, for a build with nothing to do must not wait for the style sheets.
 */
import type { Artifact, MediaType } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import type { Encoded, Published } from '../pipeline.ts';
import type { PublishOptions, Reported, Told } from '../publish/index.ts';
import type { Part } from '../publish/sheaves.ts';
import type { ReadResult } from '../read/index.ts';
import type { Register } from '../register.ts';
import type { Check, Report } from '../report.ts';
import type { EditionCheck, EditionShare } from '../validate/index.ts';

import type { Schema } from '../xml/relaxng/index.ts';

/** What the pages of the edition need to know of a document; opaque here, JSON by nature. */
export type Facts = unknown;

export interface AuditOutcome {
  readonly ok: boolean;
  readonly classes: Readonly<Record<string, number>>;
  readonly total: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Stages {
  readRegister(xml: string, file: string): { register: Register; diagnostics: readonly Diagnostic[] };
  /** The edition's own style sheets, compiled, if it has any. */
  stylesheetsOf(root: string): Promise<Context['stylesheets']>;
  read(bytes: Uint8Array, name: string, context: Context): Promise<ReadResult>;
  encodeSource(source: Source, context: Context): Encoded;
  audit(
    source: Pick<Source, 'name' | 'text' | 'sha256' | 'tei'>,
    tei: string,
    teiName: string,
    options?: { readonly reflowed?: boolean },
  ): AuditOutcome;
  validate(
    artifact: Artifact,
    context: Context,
    options?: { readonly grammar?: Schema },
  ): readonly Diagnostic[];
  /** Each check of a kind of file, with its outcome. */
  checkResults(mediaType: MediaType, diagnostics: readonly Diagnostic[]): readonly Omit<Check, 'file'>[];
  publishTei(
    tei: Artifact,
    formats: readonly string[],
    context: Context,
    standsAs?: (found: readonly Diagnostic[]) => boolean,
  ): Published;
  /** What the checks of the whole edition need to know of a TEI; nothing where it is not sound. */
  shareOf(tei: string, file: string): EditionShare | undefined;
  /** Links from file to file, and what else only all documents together can tell. */
  editionCheck(): EditionCheck;
  factsOf(tei: string, id: string): Facts;
  /** What the pages of the edition are made from. */
  siteParts(context: Context): readonly Part<never>[];
  /** Files beside the pages; `pages` are all pages of HTML. */
  siteFiles(pages: Iterable<string>, context: Context): Iterable<Artifact>;
  reportParts(context: Context, told: () => Told): readonly Part<Reported>[];
  /** Pages of an edition that is made once; the documents are read once. */
  publish(documents: Iterable<Facts>, context: Context, options: PublishOptions): Iterable<Artifact>;
  reportPages(report: Report, context: Context, options: PublishOptions): Iterable<Artifact>;
}
