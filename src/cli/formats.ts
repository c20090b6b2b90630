/** The formats a person asked for with `--to`. */
import { CommandError } from '../batch/errors.ts';

/** Throws `CommandError` 2 for a format that nobody writes. */
export async function chosenFormats(list: string): Promise<readonly string[]> {
  const { formatNames } = await import('../transform/formats.ts');
  const known: readonly string[] = formatNames;
  const names = [...new Set(list.split(',').map((name) => name.trim().toLowerCase()))];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new CommandError(2, `There is no format "${unknown}".`, `Known formats: ${known.join(', ')}.`);
}
