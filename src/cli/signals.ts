/** Ctrl-C and its like: the first asks for an orderly end, the second ends at once. */
import { exitCodes } from './exit.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function interruption(): { readonly signal: AbortSignal; readonly done: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort();
    process.stderr.write('\nchancery: finishing the documents in hand; once more to stop at once.\n');
  };
  for (const name of signals) process.on(name, stop);
  return {
    signal: controller.signal,
    done: () => {
      for (const name of signals) process.off(name, stop);
    },
  };
}
