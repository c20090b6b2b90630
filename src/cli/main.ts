/** Where the command begins and ends: it runs what the arguments name, and words whatever goes wrong. */
import { CommandError, isErrno, reasonOf, remedyOf } from '../batch/errors.ts';
import { programVersion } from '../batch/program.ts';
import { exitCodes } from './exit.ts';

/** Sets the exit code of the process; never ends it by force, so that all output arrives. */
export async function main(args: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietly);
  process.stderr.on('error', endQuietly);
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${programVersion()}\n`);
    return;
  }
  try {
    const { program } = await import('./program.ts');
    await (await program(args[0])).parseAsync([...args], { from: 'user' });
  } catch (error) {
    process.exitCode = await explain(error, args);
  }
}

/** The words for what went wrong, on standard error, and the exit code. */
async function explain(error: unknown, args: readonly string[]): Promise<number> {
  if (error instanceof CommandError) {
    const { commandErrorText } = await import('./report.ts');
    const { paint } = await import('./terminal.ts');
    process.stderr.write(commandErrorText(error, paint(process.stderr, args.includes('--no-color'))));
    return error.exitCode;
  }
  const { CommanderError } = await import('commander');
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.well : exitCodes.unusable;
  if (isErrno(error) && error.syscall !== undefined && error.path !== undefined) {
    const remedy = remedyOf(error);
    const words = [
      `chancery: ${error.path} cannot be used: ${reasonOf(error)}.`,
      ...(remedy ? [`    ${remedy}`] : []),
    ];
    process.stderr.write(`${words.join('\n')}\n`);
    return exitCodes.outside;
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`chancery: the program stopped at a fault of its own; please report it.\n${reason}\n`);
  return exitCodes.outside;
}

/** `chancery … | head`: the reader has left, so there is nobody to tell. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
