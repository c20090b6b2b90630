/** The command run as a process, as a person runs it: the built program, nothing in between. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const program = fileURLToPath(new URL('../../bin/chancery.js', import.meta.url));

if (!existsSync(new URL('../../lib/cli/main.js', import.meta.url))) {
  throw new Error('The program is not built: run `npm run build` before these tests.');
}

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** Run under another command: `setpriv …`. */
  readonly under?: readonly string[];
  /** Gets the process while it runs. */
  readonly meanwhile?: (child: ChildProcess) => void;
}

export function chancery(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [command = '', ...rest] = [...(options.under ?? []), process.execPath, program, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: '1', ...options.env },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({
        code,
        signal,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    options.meanwhile?.(child);
  });
}
