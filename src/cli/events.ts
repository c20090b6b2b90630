/**
 * The course of a build for programs: JSON Lines on standard error (`--progress json`), each an event of
 * `schemas/events.schema.json`.
 */
import { sumOf, type Times } from '../batch/times.ts';
import type { ProgressEvent } from '../batch/work.ts';

interface Tally {
  readonly total: number;
  done: number;
  failed: number;
  times: Times;
}

/** Rate and rest as they look after so many documents. */
function outlook({ total, done }: Tally, seconds: number): { perSecond: number; secondsLeft: number } {
  const perSecond = seconds > 0 ? done / seconds : 0;
  const secondsLeft = perSecond > 0 ? Math.round((total - done) / perSecond) : 0;
  return { perSecond: Number(perSecond.toFixed(2)), secondsLeft };
}

/** @param now milliseconds of a clock that only goes forward */
export function eventLines(write: (line: string) => void, now: () => number): (event: ProgressEvent) => void {
  let tally: Tally = { total: 0, done: 0, failed: 0, times: {} };
  let began = now();
  const seconds = (): number => (now() - began) / 1000;
  const say = (event: object): void => write(`${JSON.stringify(event)}\n`);
  return (event) => {
    if (event.type === 'start') {
      began = now();
      tally = { total: event.total, done: 0, failed: 0, times: {} };
      say({ event: 'start', total: event.total });
    } else if (event.type === 'document') {
      const { id, published, counts } = event.entry;
      tally.done++;
      if (!published) tally.failed++;
      tally.times = sumOf([tally.times, event.times]);
      const { errors, warnings } = counts;
      const { done, failed, total } = tally;
      say({
        event: 'document',
        id,
        published,
        errors,
        warnings,
        done,
        failed,
        total,
        ...outlook(tally, seconds()),
      });
    } else {
      const { done, failed, total } = tally;
      const milliseconds = Object.fromEntries(
        Object.entries(tally.times).map(([name, ms]) => [name, Math.round(ms)]),
      );
      const { perSecond } = outlook(tally, seconds());
      say({
        event: 'end',
        done,
        failed,
        total,
        seconds: Number(seconds().toFixed(3)),
        perSecond,
        milliseconds,
      });
    }
  };
}
