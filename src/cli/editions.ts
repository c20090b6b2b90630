/** One TEI to its editions, as `transform` and `convert` need it. */
import type { Artifact } from '../artifact.ts';
import { guarded } from '../batch/finding.ts';
import { unsealed } from '../batch/seal.ts';
import type { Stages } from '../batch/stages.ts';
import { textOf } from '../batch/tei-file.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';

export function editionsOf(
  tei: Pick<Artifact, 'path' | 'content'>,
  formats: readonly string[],
  context: Context,
  stages: Pick<Stages, 'publishTei'>,
  findings: Diagnostic[],
): readonly Artifact[] {
  const artifact: Artifact = {
    path: tei.path,
    mediaType: 'application/tei+xml',
    content: unsealed(textOf(tei.content)),
  };
  const outcome = guarded(
    tei.path,
    'transform.failed',
    () => stages.publishTei(artifact, formats, context),
    findings,
  );
  findings.push(...(outcome?.diagnostics ?? []));
  return outcome?.editions ?? [];
}
