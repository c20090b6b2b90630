/** One TEI to its editions, as `transform` and `convert` need it. */
import type { Artifact } from '../artifact.ts';
import { guarded } from '../batch/finding.ts';
import { unsealed } from '../batch/seal.ts';
import type { Stages } from '../batch/stages.ts';
import { textOf } from '../batch/tei-file.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';

/**
 * @param formats a PDF is printed from the page, which is made for it
 * @param findings is added to
 */
export async function editionsOf(
  tei: Pick<Artifact, 'path' | 'content'>,
  formats: readonly string[],
  context: Context,
  stages: Pick<Stages, 'publishTei'>,
  findings: Diagnostic[],
): Promise<readonly Artifact[]> {
  const artifact: Artifact = {
    path: tei.path,
    mediaType: 'application/tei+xml',
    content: unsealed(textOf(tei.content)),
  };
  const pure = formats.filter((name) => name !== 'pdf');
  const wanted = formats.length > pure.length && !pure.includes('html') ? [...pure, 'html'] : pure;
  const outcome = guarded(
    tei.path,
    'transform.failed',
    () => stages.publishTei(artifact, wanted, context),
    findings,
  );
  findings.push(...(outcome?.diagnostics ?? []));
  const editions = outcome?.editions ?? [];
  const page = editions.find(({ mediaType }) => mediaType === 'text/html');
  if (!formats.includes('pdf') || page === undefined) return editions;
  const { printed } = await import('./print.ts');
  const pdf = await printed(
    page,
    page.path.replace(/([^/]+)\/index\.html$/, '$1/$1.pdf'),
    context.settings.baseUrl,
  );
  return [...editions.filter((edition) => edition !== page || formats.includes('html')), pdf];
}
