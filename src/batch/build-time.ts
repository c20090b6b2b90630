/** The one time of day that may stand in what is built: `SOURCE_DATE_EPOCH` (reproducible-builds.org), in seconds. */
import { CommandError } from './errors.ts';

/** ISO 8601 in UTC; undefined where the variable is not set. Throws `CommandError` 2 for what is no number. */
export function buildTime(epoch: string | undefined = process.env.SOURCE_DATE_EPOCH): string | undefined {
  if (epoch === undefined || epoch === '') return undefined;
  const seconds = Number(epoch);
  if (!/^\d{1,11}$/.test(epoch) || seconds > 253402300799)
    throw new CommandError(
      2,
      `SOURCE_DATE_EPOCH is "${epoch}", which is no number of seconds since 1970.`,
      'Set it to a whole number, as `date +%s` prints it, or unset it.',
    );
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
