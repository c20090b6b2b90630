/** How far a build has come: a bar on a terminal, lines of JSON where a program listens, nothing in a pipe. */
import { createRequire } from 'node:module';
import { sumOf, type Times } from '../batch/times.ts';
import type { ProgressEvent } from '../batch/work.ts';

type Listener = (event: ProgressEvent) => void;

export interface Progress {
  readonly listen: Listener;
  /** Where the time went, summed over all documents and threads. */
  readonly times: () => Times;
}

export async function progressOf(options: {
  readonly progress?: 'bar' | 'json' | 'none';
  readonly quiet?: boolean;
}): Promise<Progress> {
  const listeners: Listener[] = [];
  let times: Times = {};
  const { progress = 'bar' } = options;
  if (progress === 'json') {
    const { eventLines } = await import('./events.ts');
    listeners.push(
      eventLines(
        (line) => process.stderr.write(line),
        () => performance.now(),
      ),
    );
  } else if (progress === 'bar' && !options.quiet && process.stderr.isTTY === true) listeners.push(bar());
  const { wantsTelemetry, telemetry } = await import('./telemetry.ts');
  if (wantsTelemetry(process.env)) listeners.push(await telemetry());
  return {
    listen: (event) => {
      if (event.type === 'document') times = sumOf([times, event.times]);
      for (const listener of listeners) listener(event);
    },
    times: () => times,
  };
}

function bar(): Listener {
  const require = createRequire(import.meta.url);
  const { Presets, SingleBar } = require('cli-progress') as typeof import('cli-progress');
  const shown = new SingleBar(
    {
      format: '{bar} {value}/{total} documents, {rate}/s, {eta_formatted} to go{errors}  {id}',
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
      etaBuffer: 100,
    },
    Presets.shades_classic,
  );
  let began = 0;
  let done = 0;
  let failed = 0;
  return (event) => {
    if (event.type === 'start') {
      began = performance.now();
      shown.start(event.total, 0, { id: '', rate: '–', errors: '' });
    }
    if (event.type === 'document') {
      done++;
      if (!event.entry.published) failed++;
      const rate = ((done * 1000) / (performance.now() - began)).toFixed(1);
      const errors = failed === 0 ? '' : `, ${failed} with errors`;
      shown.increment(1, { id: event.entry.id.slice(0, 40), rate, errors });
    }
    if (event.type === 'end') shown.stop();
  };
}
