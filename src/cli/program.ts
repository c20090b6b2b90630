/** The command line: which commands there are. */
import { Command } from 'commander';
import { programVersion } from '../batch/program.ts';
import { auditCommand } from './commands/audit.ts';
import { buildCommand } from './commands/build.ts';
import { convertCommand } from './commands/convert.ts';
import { encodeCommand } from './commands/encode.ts';
import { initCommand } from './commands/init.ts';
import { laterCommands } from './commands/later.ts';
import { mergeCommand } from './commands/merge.ts';
import { registerCommand } from './commands/register.ts';
import { scoreCommand } from './commands/score.ts';
import { serveCommand } from './commands/serve.ts';
import { transformCommand } from './commands/transform.ts';
import { validateCommand } from './commands/validate.ts';
import { verifyCommand } from './commands/verify.ts';
import { workerCommand } from './commands/worker.ts';

const introduction = `Turns declassified diplomatic documents into scholarly digital editions.

  source page -> read -> recognise -> annotate -> encode -> TEI -> validate -> transform -> editions -> publish`;

const afterwards = `
Exit codes: 0 all well, 1 some document has errors, 2 the command or the settings cannot be used,
            3 something outside failed (disk, permission), 130 interrupted.

Start:      chancery init my-edition && cd my-edition && chancery build`;

/** The parser of the command line; each command loads what it needs when it runs. */
export function program(): Command {
  const chancery = new Command('chancery')
    .description(introduction)
    .version(programVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .addHelpText('after', afterwards)
    .showHelpAfterError('(run the command with --help for what it takes)')
    .exitOverride();
  const commands = [
    initCommand,
    buildCommand,
    mergeCommand,
    encodeCommand,
    validateCommand,
    transformCommand,
    convertCommand,
    auditCommand,
    verifyCommand,
    registerCommand,
    scoreCommand,
    serveCommand,
    workerCommand,
    ...laterCommands,
  ];
  for (const make of commands) {
    const command = make().copyInheritedSettings(chancery);
    for (const within of command.commands) within.copyInheritedSettings(chancery);
    chancery.addCommand(command);
  }
  return chancery;
}
