/** The last lines of a build: what was done, what was found, where to look. */
import { join } from 'node:path';
import type { BuildOutcome } from '../batch/build.ts';
import { shown } from '../batch/files.ts';
import type { Times } from '../batch/times.ts';
import type { CommonOptions } from './options.ts';
import { count, oneLine } from './report.ts';
import { paint } from './terminal.ts';

type SummaryOptions = Pick<CommonOptions, 'color'> & { readonly dryRun?: boolean };

/** Why each document was done anew, or would be: a line for each. */
export function explanation({ reasons, removed }: BuildOutcome, options: SummaryOptions): string {
  const { bold } = paint(process.stdout, !options.color);
  const lines = [
    ...Array.from(reasons, ([id, reason]) => `${bold(id)}: ${oneLine(reason)}`),
    ...removed.map((id) => `${bold(id)}: it is no longer there`),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
}

export function buildSummary(
  outcome: BuildOutcome,
  seconds: number,
  options: SummaryOptions,
  times: Times = {},
): string {
  const { bold, green, red, dim } = paint(process.stdout, !options.color);
  const { totals, project } = outcome;
  if (options.dryRun) {
    const gone = outcome.removed.length > 0 ? `, ${count(outcome.removed.length, 'document')} removed` : '';
    return `${count(outcome.reasons.size, 'document')} of the edition would be done anew${gone}; nothing was written.\n`;
  }
  if (outcome.interrupted) {
    return `Interrupted: ${count(outcome.done.length, 'document')} done, the rest is left for the next build.\n`;
  }
  if (outcome.nothingToDo) {
    const well = `Nothing to do: ${count(totals.documents, 'document')} up to date`;
    return `${well}${totals.failed > 0 ? `, ${red(`${totals.failed} with errors`)}` : ''} ${dim(`(${seconds.toFixed(1)} s)`)}.\n`;
  }
  const state = totals.failed > 0 ? red(`${totals.failed} not published`) : green('all published');
  const lines: [string, string][] = [
    [
      'Documents',
      `${totals.documents} (${state}; ${outcome.done.length} done anew in ${seconds.toFixed(1)} s)`,
    ],
    ['Characters', `${totals.charactersAccounted} of ${totals.characters} accounted for`],
    ['Checks', `${totals.checksPassed} of ${totals.checks} passed`],
    [
      'Findings',
      `${count(totals.errors, 'error')}, ${count(totals.warnings, 'warning')}, ${count(totals.infos, 'note')}`,
    ],
    ...(totals.suppressed === undefined
      ? []
      : [['', `${count(totals.suppressed, 'finding')} suppressed by chancery.json`] as [string, string]]),
    ['Questions', totals.questions === 0 ? 'none' : `${totals.questions} open, for a person to decide`],
    ...(outcome.removed.length > 0 ? [['Removed', outcome.removed.join(', ')] as [string, string]] : []),
    ...(Object.keys(times).length > 0 ? [['Time', whereTimeWent(times)] as [string, string]] : []),
    ['Look at', shown(join(project.dist, 'index.html'))],
    ['', `${shown(join(project.dist, 'report.html'))} (every finding and question)`],
  ];
  const body = lines.map(([name, value]) => `  ${bold(name.padEnd(10))}  ${value}`).join('\n');
  return `${bold(project.settings.title)}\n\n${body}\n`;
}

/** `validate and transform 61 %, encode 22 %, files 9 %`: the most first, what is less than one in a hundred left out. */
function whereTimeWent(times: Times): string {
  const sum = Object.values(times).reduce((all, ms) => all + ms, 0);
  return Object.entries(times)
    .map(([name, ms]): [string, number] => [name, Math.round((ms * 100) / sum)])
    .filter(([, share]) => share > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([name, share]) => `${name} ${share} %`)
    .join(', ');
}
