/** The formats a person may ask for with `--to`: those of the transform stage, and the page as a browser prints it. */
import { CommandError } from '../batch/errors.ts';
import { formatNames } from '../transform/formats.ts';

const known: readonly string[] = [...formatNames, 'pdf'];

/** For the help of commands. */
export const formatList = `${known.join(', ')}, separated by commas`;

/** Throws `CommandError` 2 for a format that nobody writes. */
export function chosenFormats(list: string): readonly string[] {
  const names = [...new Set(list.split(',').map((name) => name.trim().toLowerCase()))];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new CommandError(2, `There is no format "${unknown}".`, `Known formats: ${known.join(', ')}.`);
}
