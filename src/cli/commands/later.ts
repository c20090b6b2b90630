/** Commands that are promised but not there yet: they say when they come, and that they did nothing. */
import { Command } from 'commander';
import { exitCodes } from '../exit.ts';

export const later = [{ name: 'deposit', what: 'packages for repositories', version: '0.3' }] as const;

export function laterCommand(asked: string): Command {
  const { name, what, version } = later.find((l) => l.name === asked) ?? later[0];
  return new Command(name)
    .description(`${what} (comes with version ${version})`)
    .allowUnknownOption()
    .allowExcessArguments()
    .argument('[arguments...]')
    .addHelpText(
      'after',
      `\nExamples:\n  chancery ${name}  says that it comes with version ${version}; it does nothing yet`,
    )
    .action(() => {
      process.stderr.write(
        `chancery ${name}: this command comes with version ${version}; nothing was done.\n`,
      );
      process.exitCode = exitCodes.unusable;
    });
}
