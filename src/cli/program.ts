/** The command line: which commands there are. */
import { Command } from 'commander';
import { programVersion } from '../batch/program.ts';

const introduction = `Turns declassified diplomatic documents into scholarly digital editions.

  source page -> read -> recognise -> annotate -> encode -> TEI -> validate -> transform -> editions -> publish`;

const afterwards = `
Exit codes: 0 all well, 1 some document has errors, 2 the command or the settings cannot be used,
            3 something outside failed (disk, permission), 130 interrupted.

Start:      chancery init my-edition && cd my-edition && chancery build`;

/** The commands, in the order of the help. To add one: a file in commands/, a line here. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.ts')).initCommand(),
  build: async () => (await import('./commands/build.ts')).buildCommand(),
  merge: async () => (await import('./commands/merge.ts')).mergeCommand(),
  encode: async () => (await import('./commands/encode.ts')).encodeCommand(),
  validate: async () => (await import('./commands/validate.ts')).validateCommand(),
  transform: async () => (await import('./commands/transform.ts')).transformCommand(),
  convert: async () => (await import('./commands/convert.ts')).convertCommand(),
  audit: async () => (await import('./commands/audit.ts')).auditCommand(),
  deposit: async () => (await import('./commands/deposit.ts')).depositCommand(),
  verify: async () => (await import('./commands/verify.ts')).verifyCommand(),
  register: async () => (await import('./commands/register.ts')).registerCommand(),
  score: async () => (await import('./commands/score.ts')).scoreCommand(),
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  worker: async () => (await import('./commands/worker.ts')).workerCommand(),
};

/**
 * The parser of the command line.
 *
 * @param first the first argument: where it names a command, only that one is loaded, else all, for the help
 */
export async function program(first: string | undefined): Promise<Command> {
  const chancery = new Command('chancery')
    .description(introduction)
    .version(programVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .addHelpText('after', afterwards)
    .showHelpAfterError('(run the command with --help for what it takes)')
    .exitOverride();
  const only = first !== undefined && Object.hasOwn(commands, first) ? commands[first] : undefined;
  for (const load of only ? [only] : Object.values(commands)) {
    const command = (await load()).copyInheritedSettings(chancery);
    for (const within of command.commands) within.copyInheritedSettings(chancery);
    chancery.addCommand(command);
  }
  return chancery;
}
