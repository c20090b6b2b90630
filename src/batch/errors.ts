/** Why a command stops as a whole. Faults of single documents are diagnostics, never exceptions. */
import type { Diagnostic } from '../diagnostic.ts';

/** 2: the command or the settings cannot be used. 3: something outside failed. (design: exit codes, fixed) */
export class CommandError extends Error {
  readonly exitCode: 2 | 3;
  readonly fix: string | undefined;
  readonly diagnostics: readonly Diagnostic[];

  constructor(exitCode: 2 | 3, message: string, fix?: string, diagnostics: readonly Diagnostic[] = []) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
    this.fix = fix;
    this.diagnostics = diagnostics;
  }
}

export function isErrno(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission denied',
  EPERM: 'the operation is not permitted',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the quota of the disk is used up',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'something of that name is in the way',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reports a fault',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'links lead round in a circle',
};

/** The reason of a system error in words. */
export function reasonOf(error: unknown): string {
  if (isErrno(error)) return reasons[error.code] ?? `system error ${error.code}`;
  return error instanceof Error ? error.message : String(error);
}

/** What to do about a system error, where the system says no more than that it will not. */
export function remedyOf(error: unknown): string | undefined {
  const code = isErrno(error) ? error.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'Make room on the disk and run the command again; what was finished is kept.';
  if (code === 'EMFILE' || code === 'ENFILE')
    return 'Raise the limit of open files (ulimit -n 1024) and run the command again; what was finished is kept.';
  return undefined;
}

/** A file that cannot be written stops the build: the disk will hardly take the next one. */
export function unwritable(path: string, error: unknown): CommandError {
  const fix =
    remedyOf(error) ??
    'Check who owns the folder and whether you may write there, then run the command again.';
  return new CommandError(3, `${path} cannot be written: ${reasonOf(error)}.`, fix, [
    {
      code: 'build.unwritable',
      severity: 'error',
      message: `The file cannot be written: ${reasonOf(error)}`,
      file: path,
      fix,
    },
  ]);
}
