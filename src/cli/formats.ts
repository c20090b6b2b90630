/**
 * The formats a person may ask for with `--to`: those of the transform stage, the page as a browser prints it, and,
 * where many documents are taken together, tables; with what each leaves out.
 */
import { type Aspect, aspects } from '../aspects.ts';
import { CommandError } from '../batch/errors.ts';
import { isTableFormat, tableFormatNames, tableFormats, tablesKeep } from '../publish/tables/formats.ts';
import { formats } from '../transform/formats.ts';

interface Wanted {
  readonly tables?: boolean;
}

export interface Writable {
  readonly name: string;
  /** What of a document is in it. */
  readonly keeps: readonly Aspect[];
  /** What it is. */
  readonly about: string;
}

/** Every format that is written. */
export const writable: readonly Writable[] = [
  ...Object.entries(formats).map(([name, { keeps, description }]) => ({ name, keeps, about: description })),
  { name: 'pdf', keeps: ['words', 'paragraphs'], about: 'the page as a browser prints it' },
  ...tableFormatNames.map((name) => ({
    name,
    keeps: tablesKeep,
    about: `tables as ${tableFormats[name].about}`,
  })),
];

/** What of a document is not in the format, and stays in the TEI alone. */
export function leavesOut({ keeps }: Writable): readonly Aspect[] {
  return (Object.keys(aspects) as Aspect[]).filter((aspect) => !keeps.includes(aspect));
}

const chosen = ({ tables = false }: Wanted): readonly Writable[] =>
  writable.filter(({ name }) => tables || !isTableFormat(name));

const namesOf = (wanted: Wanted): readonly string[] => chosen(wanted).map(({ name }) => name);

/** For the help of commands. */
export const formatList = (wanted: Wanted = {}): string =>
  `${namesOf(wanted).join(', ')}, separated by commas`;

/** Under the help of commands: each format, what it is, and what it leaves out. */
export function formatTable(wanted: Wanted = {}): string {
  const rows = chosen(wanted).map((format) => {
    const lost = leavesOut(format);
    const what = lost.length === 0 ? 'leaves nothing out' : `leaves out: ${lost.join(', ')}`;
    return `  ${format.name.padEnd(12)} ${format.about}\n  ${''.padEnd(12)} ${what}`;
  });
  return `\nFormats:\n${rows.join('\n')}`;
}

/** Throws `CommandError` 2 for a format that nobody writes. */
export function chosenFormats(list: string, wanted: Wanted = {}): readonly string[] {
  const names = [...new Set(list.split(',').map((name) => name.trim().toLowerCase()))];
  const unknown = names.find((name) => !namesOf(wanted).includes(name));
  if (unknown === undefined) return names;
  throw new CommandError(
    2,
    `There is no format "${unknown}".`,
    `Known formats: ${namesOf(wanted).join(', ')}.`,
  );
}
