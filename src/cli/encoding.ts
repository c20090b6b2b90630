/** One input to its TEI, as `encode` and `convert` need it: read, encoded, audited, validated. */
import type { Artifact } from '../artifact.ts';
import { guarded, guardedAsync } from '../batch/finding.ts';
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

/** Without `validate` where the TEI is checked afterwards, before it is published. */
type Encoding = Pick<Stages, 'read' | 'encodeSource' | 'audit'> & Partial<Pick<Stages, 'validate'>>;

export async function encodeInput(
  name: string,
  context: Context,
  project: Project | undefined,
  stages: Encoding,
): Promise<EncodedInput> {
  const input = await readInput(name, context.settings.limits.bytes);
  if ('code' in input) return { documents: [], diagnostics: [input] };
  const known = nameIn(project, input.name);
  return encodeBytes({ bytes: input.bytes, name: known, format: known }, context, stages);
}

/** A fault of one document is a finding about it, and nothing more. */
export async function encodeBytes(
  given: { readonly bytes: Uint8Array; readonly name: string; readonly format: string },
  context: Context,
  stages: Encoding,
): Promise<EncodedInput> {
  const { bytes, name, format } = given;
  const found: Diagnostic[] = [];
  const reading = () => stages.read(bytes, format, context);
  const result = await guardedAsync(name, 'encode.internal', reading, found);
  found.push(...(result?.diagnostics ?? []).map((d) => (d.file === format ? { ...d, file: name } : d)));
  const sources = (result?.sources ?? []).map((source) => ({
    ...source,
    name: source.name.startsWith(format) ? name + source.name.slice(format.length) : source.name,
  }));
  const documents = sources.map((source) => ({
    source,
    ...guarded(source.name, 'encode.internal', () => encoded(source, context, stages, found), found),
  }));
  return { documents, diagnostics: found };
}

function encoded(
  source: Source,
  context: Context,
  stages: Encoding,
  found: Diagnostic[],
): Pick<EncodedDocument, 'tei'> {
  const { document, tei: made } = stages.encodeSource(source, context);
  const path = `${document.id}.xml`;
  const tei: Artifact = { ...made, path, content: sealed(textOf(made.content)) };
  found.push(
    ...stages.audit(source, textOf(tei.content), path).diagnostics,
    ...(stages.validate?.(tei, context) ?? []),
  );
  return { tei };
}
