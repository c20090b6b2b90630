/** One input to its TEI, as `encode` and `convert` need it: read, encoded, audited, validated. */
import type { Artifact } from '../artifact.ts';
import { guarded } from '../batch/finding.ts';
import type { Project } from '../batch/project.ts';
import { sealed } from '../batch/seal.ts';
import type { Stages } from '../batch/stages.ts';
import { textOf } from '../batch/tei-file.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import { nameIn, readInput } from './inputs.ts';

/** One document of an input. */
export interface EncodedDocument {
  readonly source: Source;
  /** `ID.xml`, with its seal; absent where encoding stopped at a fault. */
  readonly tei?: Artifact;
}

export interface EncodedInput {
  /** A table or a list of records holds many. */
  readonly documents: readonly EncodedDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function encodeInput(
  name: string,
  context: Context,
  project: Project | undefined,
  stages: Pick<Stages, 'read' | 'encodeSource' | 'audit' | 'validate'>,
): Promise<EncodedInput> {
  const input = await readInput(name, context.settings.limits.bytes);
  if ('code' in input) return { documents: [], diagnostics: [input] };
  const found: Diagnostic[] = [];
  const result = await stages.read(input.bytes, nameIn(project, input.name), context);
  found.push(...result.diagnostics);
  const documents = result.sources.map((source): EncodedDocument => {
    const encoded = guarded(
      source.name,
      'encode.internal',
      () => stages.encodeSource(source, context),
      found,
    );
    if (encoded === undefined) return { source };
    const path = `${encoded.document.id}.xml`;
    const tei: Artifact = { ...encoded.tei, path, content: sealed(textOf(encoded.tei.content)) };
    found.push(
      ...stages.audit(source, textOf(tei.content), path).diagnostics,
      ...stages.validate(tei, context),
    );
    return { source, tei };
  });
  return { documents, diagnostics: found };
}
