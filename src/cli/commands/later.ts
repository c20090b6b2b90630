/** Commands that are promised but not there yet: they say when they come, and that they did nothing. */
import { Command } from 'commander';
import { exitCodes } from '../exit.ts';

const later = [{ name: 'deposit', what: 'packages for repositories', version: '0.3' }] as const;

export const laterCommands: readonly (() => Command)[] = later.map(({ name, what, version }) => () => {
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
});
