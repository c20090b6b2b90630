/**
 * The stages as the batch calls them: one value, so that tests can put others in their place, and loaded only
 * when there is work, for a build with nothing to do must not wait for the style sheets.
 */
import type { Artifact, MediaType } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import type { Encoded, Published } from '../pipeline.ts';
import type { NeighbourSearch, PublishOptions, StreamedReport } from '../publish/index.ts';
import type { ReadResult } from '../read/index.ts';
import type { Register } from '../register.ts';
import type { Check } from '../report.ts';
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
  /** Pages of the edition, one by one; the documents are read once. */
  publish(documents: Iterable<Facts>, context: Context, options: PublishOptions): Iterable<Artifact>;
  /** Which documents stand beside which; `scratch` is a folder for what does not fit in memory. */
  neighbourSearch(context: Context, scratch: string): NeighbourSearch;
  reportPages(report: StreamedReport, context: Context): Iterable<Artifact>;
}
