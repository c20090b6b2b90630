/** What commands outside a build work on: files or standard input, with the settings of the project around. */

import { join, relative, resolve, sep } from 'node:path';
import { buildTime } from '../batch/build-time.ts';
import { CommandError } from '../batch/errors.ts';
import { readIfThere, shown, statOf } from '../batch/files.ts';
import { finding } from '../batch/finding.ts';
import { programVersion } from '../batch/program.ts';
import { contextOf, openProject, type Project, settingsFile } from '../batch/project.ts';
import { bytesOf } from '../batch/source-file.ts';
import type { Stages } from '../batch/stages.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import { emptyRegister } from '../register.ts';
import { defaultSettings } from '../settings.ts';
import type { CommonOptions } from './options.ts';

/** The project named, or the one this folder is; else defaults and an empty register. */
export async function surroundings(
  options: Pick<CommonOptions, 'project'>,
  stages: Parameters<typeof contextOf>[1],
): Promise<{ readonly context: Context; readonly project?: Project }> {
  const folder = options.project ?? '.';
  if (options.project === undefined && statOf(join(folder, settingsFile)) === undefined) {
    const built = buildTime();
    const context = { settings: defaultSettings, register: emptyRegister, version: programVersion() };
    return { context: built === undefined ? context : { ...context, built } };
  }
  const project = openProject(folder);
  return { project, context: (await contextOf(project, stages)).context };
}

export interface Input {
  /** As it is named in findings; `-` is standard input. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The bytes of a file or of standard input, or what is wrong with it. */
export async function readInput(name: string, limit: number): Promise<Input | Diagnostic> {
  if (name !== '-') {
    const file = bytesOf(shown(resolve(name)), process.cwd(), limit);
    return 'code' in file ? file : { name: shown(resolve(name)), bytes: file.bytes };
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    parts.push(part as Uint8Array);
    size += (part as Uint8Array).length;
    if (size > limit) return finding('read.too-large', '-', `Standard input has more than ${limit} bytes.`);
  }
  return { name: '-', bytes: Buffer.concat(parts) };
}

/** A name for a source, relative to the project where it lies inside: ids and settings go by it. */
export function nameIn(project: Project | undefined, name: string): string {
  if (project === undefined || name === '-') return name;
  const path = relative(project.root, resolve(name)).split(sep).join('/');
  return path.startsWith('..') ? name : path;
}

/** Lets `validate` find the source of a TEI of this project, so that the audit runs too. */
export async function sourcesOf(
  project: Project,
  context: Context,
  stages: Pick<Stages, 'read'>,
): Promise<(teiPath: string) => Promise<Source | undefined>> {
  const { planOf } = await import('../batch/plan.ts');
  const { documents } = await planOf(project);
  const byTei = new Map(Array.from(documents, (d) => [join(project.root, d.tei), d.source]));
  return async (teiPath) => {
    const path = byTei.get(resolve(teiPath));
    const file = path?.replace(/#.*$/s, '');
    const bytes = file === undefined ? undefined : readIfThere(join(project.root, file));
    if (bytes === undefined || file === undefined) return undefined;
    const { sources } = await stages.read(bytes, file, context);
    return file === path ? sources[0] : sources.find(({ name }) => name === path);
  };
}

/** `-` can be read once only. */
export function checkInputs(names: readonly string[]): void {
  if (names.filter((n) => n === '-').length > 1) {
    throw new CommandError(
      2,
      'Standard input (-) can be named once only.',
      'Name the other inputs as files.',
    );
  }
}
