/**
 * The life of one document. Read this first.
 *
 *     source page -> read -> recognise -> annotate -> encode -> TEI -> validate -> transform -> editions
 *
 * Each stage is a function over values; nothing here touches files, clock, console or network.
 */
import { annotate } from './annotate/index.ts';
import type { Artifact } from './artifact.ts';
import { locator } from './audit/locate.ts';
import type { Context } from './context.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Document, Source } from './document.ts';
import { encode } from './encode/index.ts';
import { read, readSync } from './read/index.ts';
import { recognise } from './recognise/index.ts';
import { emptyRegister } from './register.ts';
import type { FormatName } from './transform/formats.ts';
import { transform } from './transform/index.ts';
import {
  redactionsMissing,
  type Suppressed,
  settled,
  type ValidateOptions,
  validate,
} from './validate/index.ts';

export interface Encoded {
  readonly document: Document;
  readonly tei: Artifact;
}

/** Bytes of a file to the documents in it; at once, for the formats that are text. */
export { read, readSync };

/** A source to its TEI: what the words say, with the evidence for each assertion. */
export function encodeSource(source: Source, context: Context): Encoded {
  const recognised = recognise(source, context);
  const document = annotate(recognised, context);
  return { document, tei: encode(document, context) };
}

/**
 * Every check there is for an artifact. Findings about a TEI whose source is at hand (`context.sourceOf`) name
 * the place in the source too.
 */
export function check(
  artifact: Artifact,
  context: Context,
  options: ValidateOptions = {},
): readonly Diagnostic[] {
  const source = artifact.mediaType === 'application/tei+xml' ? context.sourceOf?.(artifact.path) : undefined;
  // A TEI that was enriched is its own source: the place in it is the place that is named.
  const locate = source && !source.tei && locator(String(artifact.content), source);
  return validate(artifact, context, { ...options, ...(locate && { locate }) });
}

export interface Published {
  readonly editions: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the settings keep silent (`validation.suppress`), if they do. */
  readonly suppressed?: readonly Suppressed[];
  /** No editions were made: those that are there already are the same. */
  readonly stands?: true;
}

/**
 * TEI to its editions. A TEI with errors is not published, nor is an edition that fails its own check;
 * the diagnostics say why. What counts as an error in the TEI is a matter of the settings too (`validation`); what an
 * edition must be is not. The style sheets get the TEI, not the register: what a document takes from it is in the TEI.
 *
 * @param standsAs asked with what was found in the TEI: whether the editions made from it before are at hand
 */
export function publishTei(
  tei: Artifact,
  formats: readonly FormatName[],
  context: Context,
  standsAs?: (found: readonly Diagnostic[]) => boolean,
): Published {
  const { findings: found, suppressed } = settled(check(tei, context), context.settings.validation);
  const none = { editions: [], diagnostics: found, suppressed };
  if (found.some((d) => d.severity === 'error')) return none;
  if (standsAs?.(found)) return { ...none, stands: true };
  const made = transform(tei, formats, { ...context, register: emptyRegister });
  const checked = made.artifacts.map((artifact) => ({ artifact, found: check(artifact, context) }));
  const lost = redactionsMissing(tei, made.artifacts);
  const fails = (d: Diagnostic): boolean => d.severity === 'error';
  return {
    editions: checked
      .filter((c) => !c.found.some(fails) && !lost.some((d) => d.file === c.artifact.path))
      .map((c) => c.artifact),
    diagnostics: [...found, ...made.diagnostics, ...checked.flatMap((c) => c.found), ...lost],
    suppressed,
  };
}
