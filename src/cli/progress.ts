/** How far a build has come: a bar on a terminal, nothing in a pipe. */
import { createRequire } from 'node:module';
import type { ProgressEvent } from '../batch/work.ts';

export function progressBar(quiet: boolean): (event: ProgressEvent) => void {
  if (quiet || process.stderr.isTTY !== true) return () => {};
  const require = createRequire(import.meta.url);
  const { Presets, SingleBar } = require('cli-progress') as typeof import('cli-progress');
  const bar = new SingleBar(
    {
      format: '{bar} {value}/{total} documents, {eta_formatted} to go  {id}',
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
      etaBuffer: 100,
    },
    Presets.shades_classic,
  );
  return (event) => {
    if (event.type === 'start') bar.start(event.total, 0, { id: '' });
    if (event.type === 'document') bar.increment(1, { id: event.entry.id.slice(0, 40) });
    if (event.type === 'end') bar.stop();
  };
}
