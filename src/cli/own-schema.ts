/** A RELAX NG schema of the user's own, to validate against in place of ours. */
import { basename, dirname } from 'node:path';
import { CommandError, reasonOf } from '../batch/errors.ts';
import { readIfThere } from '../batch/files.ts';
import { compileRelaxNg, fileResolver, RelaxNgError, type Schema } from '../xml/relaxng/index.ts';

/** Throws `CommandError` 2 when the schema cannot be read or is no schema. */
export function ownSchema(file: string): Schema {
  try {
    const bytes = readIfThere(file);
    if (bytes === undefined) throw new CommandError(2, `There is no schema ${file}.`, 'Check the path.');
    return compileRelaxNg(Buffer.from(bytes).toString('utf8'), {
      uri: basename(file),
      resolve: fileResolver(dirname(file)),
    });
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const words = error instanceof RelaxNgError ? error.message : reasonOf(error);
    throw new CommandError(2, `The schema ${file} cannot be used: ${words}.`, 'Give a RELAX NG schema.');
  }
}
