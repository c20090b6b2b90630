/**
 * Artifact -> Diagnostics. What is published has passed here: TEI by grammar, rules and link graph; linked data,
 * reports and settings by JSON Schema; pages by what HTML and its readers need.
 *
 *     validate({ path: 'tei/1978-07-22-sato-1384.xml', mediaType: 'application/tei+xml', content }, context)
 */
import type { Artifact, MediaType } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ValidateOptions } from './options.ts';
import { type NamedCheck, validators } from './validators.ts';

export { checkEdition, EditionCheck, shareOfXml } from './edition-checks.ts';
export { type EditionShare, shareOf } from './edition-share.ts';
export type { ValidateOptions } from './options.ts';
export { hasRedactions, redactionsMissing } from './redactions-shown.ts';
export { unreviewedIn } from './rules/unreviewed.ts';
export {
  type Settled,
  type Suppressed,
  Suppressions,
  settled,
  staleness,
  withSeverities,
} from './severities.ts';
export { staleInBuild } from './stale.ts';

/** Every check that its media type has; nothing for a kind of file that has none. */
export function validate(
  artifact: Artifact,
  context: Context,
  options: ValidateOptions = {},
): readonly Diagnostic[] {
  return validators[artifact.mediaType]?.run(artifact, context, options) ?? [];
}

export interface CheckResult {
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'warned';
}

/** Each check of a kind of file with its outcome, for the report. */
export function checkResults(
  mediaType: MediaType,
  diagnostics: readonly Diagnostic[],
): readonly CheckResult[] {
  const concerns = (check: NamedCheck, d: Diagnostic): boolean =>
    check.codes.some((code) => d.code.startsWith(code));
  return (validators[mediaType]?.checks ?? []).map((check) => {
    const own = diagnostics.filter((d) => concerns(check, d));
    if (own.some((d) => d.severity === 'error')) return { name: check.name, result: 'failed' };
    return { name: check.name, result: own.some((d) => d.severity === 'warning') ? 'warned' : 'passed' };
  });
}
