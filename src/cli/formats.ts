/**
 * The formats a person may ask for with `--to`: those of the transform stage, the page as a browser prints it, and,
 * where many documents are taken together, tables.
 */
import { CommandError } from '../batch/errors.ts';
import { tableFormatNames } from '../publish/tables/formats.ts';
import { formatNames } from '../transform/formats.ts';

interface Wanted {
  readonly tables?: boolean;
}

const known = ({ tables = false }: Wanted): readonly string[] => [
  ...formatNames,
  'pdf',
  ...(tables ? tableFormatNames : []),
];

/** For the help of commands. */
export const formatList = (wanted: Wanted = {}): string => `${known(wanted).join(', ')}, separated by commas`;

/** Throws `CommandError` 2 for a format that nobody writes. */
export function chosenFormats(list: string, wanted: Wanted = {}): readonly string[] {
  const names = [...new Set(list.split(',').map((name) => name.trim().toLowerCase()))];
  const unknown = names.find((name) => !known(wanted).includes(name));
  if (unknown === undefined) return names;
  throw new CommandError(
    2,
    `There is no format "${unknown}".`,
    `Known formats: ${known(wanted).join(', ')}.`,
  );
}
