/** Who converts: this thread, or worker threads where there is enough to do. The order of the items is kept. */
import { fileURLToPath } from 'node:url';
import { deadly, tooLarge, tooLong } from '../batch/limits.ts';
import { canThread, patience, poolOf, worthThreads } from '../batch/pool.ts';
import type { Settings } from '../settings.ts';
import type { ConvertedItem } from './convert-item.ts';
import type { ConvertWorkerData } from './convert-worker.ts';
import type { Item } from './gather.ts';

export interface Converters {
  /** As many threads as are wanted; without it as many as cores, once there is enough to do. */
  readonly jobs?: number;
  readonly cores: number;
  readonly limits: Settings['limits'];
  /** What the threads are told. */
  readonly data: ConvertWorkerData;
  /** The work itself, for this thread. */
  readonly here: (item: Item) => Promise<ConvertedItem>;
  /** What the threads run; another in tests. */
  readonly file?: string;
}

const workerFile = fileURLToPath(new URL('./convert-worker.js', import.meta.url));

type Outcome = readonly [Item, ConvertedItem];

/** Each item with what was made of it, in the order of the items, however many threads there are. */
export async function* converted(
  items: AsyncIterable<Item>,
  converters: Converters,
): AsyncGenerator<Outcome> {
  const { jobs, cores, here, file = workerFile } = converters;
  const count = Math.min(jobs ?? cores, cores);
  const all = items[Symbol.asyncIterator]();
  const waiting: Item[] = [];
  const enough = jobs === undefined ? worthThreads : 2;
  if (count > 1 && canThread(file)) {
    while (waiting.length < enough) {
      const { value, done } = await all.next();
      if (done) break;
      waiting.push(value);
    }
    if (waiting.length >= enough) {
      yield* inThreads(count, file, waiting, all, converters);
      return;
    }
  }
  for (const item of waiting) yield [item, await here(item)];
  for (let next = await all.next(); !next.done; next = await all.next())
    yield [next.value, await here(next.value)];
}

async function* inThreads(
  count: number,
  file: string,
  first: readonly Item[],
  rest: AsyncIterator<Item>,
  { data, limits }: Converters,
): AsyncGenerator<Outcome> {
  const pool = await poolOf({ file, count, workerData: data, megabytes: limits.megabytes });
  const run = async (item: Item): Promise<Outcome> => {
    try {
      return [item, await pool.run(item, { signal: patience(limits.seconds) })];
    } catch (error) {
      return [item, { documents: [], findings: [stopped(item, error, limits)] }];
    }
  };
  const hand: Promise<Outcome>[] = [];
  const waiting = [...first];
  const next = async (): Promise<Item | undefined> => {
    const item = waiting.shift();
    if (item !== undefined) return item;
    const { value, done } = await rest.next();
    return done ? undefined : value;
  };
  try {
    for (let item = await next(); item !== undefined; item = await next()) {
      hand.push(run(item));
      // Few are in hand at once: what has been made waits in memory for its turn.
      if (hand.length > 2 * count) yield await (hand.shift() as Promise<Outcome>);
    }
    for (const outcome of hand) yield await outcome;
  } finally {
    await pool.destroy();
  }
}

function stopped({ shown }: Item, error: unknown, { seconds, megabytes }: Settings['limits']) {
  const job = { source: shown, tei: shown };
  if (error instanceof Error && error.name === 'AbortError') return tooLong(job, seconds);
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return tooLarge(job, megabytes);
  return deadly(job, 1, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
