/** Files through their checks, one after the other; then the edition they are together. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, unwritable } from '../batch/errors.ts';
import { readIfThere, shown, statOf } from '../batch/files.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { checkEdition } from '../validate/index.ts';
import { decodeXml } from '../xml/decode.ts';
import { type CheckSettings, type FileChecked, FileChecker } from './check-file.ts';

type EditionSettings = CheckSettings & {
  /** Folders were named: the edition is all here. */
  readonly whole: boolean;
};

export interface Checked {
  readonly findings: readonly Diagnostic[];
  /** What a person should know besides. */
  readonly notes: readonly string[];
  /** Paths of the schemas that files were held against. */
  readonly schemas: readonly string[];
}

export async function checkFiles(files: readonly string[], settings: EditionSettings): Promise<Checked> {
  const { whole, options } = settings;
  const checker = await FileChecker.open(settings);
  const results: FileChecked[] = [];
  for (const name of files) results.push(await checker.check(name));
  const { schemas, root } = checker;
  const shares = results.flatMap(({ share }) => (share ? [share] : []));
  // What a file says that cannot be read is not known: then nothing is an orphan.
  const unread = results.some((result) => result.unread);
  const told = checkEdition(shares, (file) => textIn(resolve(root, file)), whole && !unread);
  const findings = [
    ...results.flatMap((result) => result.findings),
    ...told.map((f) => ({ ...f, file: shown(resolve(root, f.file)) })),
  ];
  if (options.svrl !== undefined)
    writeSvrl(
      options.svrl,
      results.flatMap((result) => result.svrl),
    );
  const unnamed = results.filter((result) => result.unnamed).length;
  const unreviewed = results.map((result) => result.unreviewed).filter((n) => n > 0);
  return { findings, notes: notes(unnamed, schemas.silent, unreviewed), schemas: schemas.used() };
}

/** The text of a file of the edition, if it is there. */
function textIn(path: string): string | undefined {
  const bytes = statOf(path)?.isFile() ? readIfThere(path) : undefined;
  if (bytes === undefined) return undefined;
  const decoded = decodeXml(bytes, path);
  return 'text' in decoded ? decoded.text : '';
}

function notes(unnamed: number, silent: readonly string[], unreviewed: readonly number[]): string[] {
  const found: string[] = [];
  if (unreviewed.length > 0) {
    const all = unreviewed.reduce((sum, n) => sum + n, 0);
    const where = unreviewed.length === 1 ? 'one file' : `${unreviewed.length} files`;
    found.push(`To review: ${all} ${all === 1 ? 'assertion' : 'assertions'} that a rule made, in ${where}.`);
  }
  if (unnamed > 0) {
    const who = unnamed === 1 ? 'A file names' : `${unnamed} files name`;
    found.push(
      `${who} no schema (<?xml-model?>) and was held against that of Chancery; --schema FILE takes another.`,
    );
  }
  for (const file of silent)
    found.push(`${file} has Schematron inside, which was not asked; --embedded asks it.`);
  return found;
}

/** Several reports stand in one element, for a file has one root. */
function writeSvrl(file: string, reports: readonly string[]): void {
  if (reports.length === 0) {
    throw new CommandError(
      2,
      'There is nothing to write as SVRL: no Schematron was asked.',
      'Name one with --schema rules.sch, or in the document with <?xml-model?>.',
    );
  }
  const body =
    reports.length === 1 ? reports[0] : `<schematron-outputs>\n${reports.join('\n')}\n</schematron-outputs>`;
  try {
    writeFileSync(resolve(file), `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`);
  } catch (error) {
    throw unwritable(shown(resolve(file)), error);
  }
}
