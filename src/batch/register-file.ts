/**
 * The register on the disk: read with what the edition's TEI names, and written whole or not at all. A change is
 * made only if the register can be read as before it.
 */
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { type DocumentMentions, mentionsOf } from '../register/mentions.ts';
import { emptyRegister, type Register } from '../register.ts';
import { readRegister } from '../xml/register.ts';
import { emptyRegisterXml } from '../xml/register-edit.ts';
import { CommandError } from './errors.ts';
import { filesUnder, readIfThere, Writer } from './files.ts';
import { isShared } from './ids.ts';
import { takeLock } from './lock.ts';
import type { Project } from './project.ts';
import { isUntouched } from './seal.ts';

export interface RegisterFile {
  /** Relative to the project. */
  readonly path: string;
  /** Absent where the edition has none yet. */
  readonly xml: string | undefined;
  readonly register: Register;
  readonly diagnostics: readonly Diagnostic[];
}

/** Throws `CommandError` 2 where the register is not sound. */
export function openRegister(project: Project): RegisterFile {
  const path = `${project.settings.folders.tei}/register.xml`;
  const bytes = readIfThere(join(project.root, path));
  if (bytes === undefined) return { path, xml: undefined, register: emptyRegister, diagnostics: [] };
  const xml = Buffer.from(bytes).toString('utf8');
  return { path, xml, ...soundRegister(xml, path) };
}

function soundRegister(
  xml: string,
  path: string,
): { readonly register: Register; readonly diagnostics: readonly Diagnostic[] } {
  const read = readRegister(xml, path);
  if (read.diagnostics.some((d) => d.severity === 'error'))
    throw new CommandError(2, 'The register cannot be used.', undefined, read.diagnostics);
  return read;
}

/** Every TEI of the edition, one after the other, with what it names. */
export function* documentsOf(project: Project): Generator<{
  readonly mentions: DocumentMentions;
  readonly xml: string;
  /** Changed by a person since it was encoded. */
  readonly edited: boolean;
}> {
  for (const path of filesUnder(project.tei)) {
    if (!/^[^/]+\.xml$/i.test(path) || isShared(path)) continue;
    const xml = Buffer.from(readIfThere(join(project.tei, path)) ?? '').toString('utf8');
    const file = `${project.settings.folders.tei}/${path}`;
    yield { mentions: mentionsOf(xml, file), xml, edited: !isUntouched(xml) };
  }
}

/**
 * Changes the register while no build runs. Throws `CommandError` 2 where the change cannot be made: then the
 * file is as it was.
 */
export function changeRegister(project: Project, change: (xml: string) => string): string {
  const lock = takeLock(join(project.memory, 'lock'));
  try {
    const { path, xml } = openRegister(project);
    let made: string;
    try {
      made = change(xml ?? emptyRegisterXml(project.settings.publisher));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new CommandError(2, error.message, 'Look at `chancery register list`; nothing was changed.');
    }
    soundRegister(made, path);
    new Writer(project.root).write(path, made);
    return path;
  } finally {
    lock.release();
  }
}
