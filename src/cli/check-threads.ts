/**
 * Other threads that take a share of the files. Whoever is free takes the next few by a common counter; the results
 * come in the order of the files, so that they are the same however many threads there are.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CheckOptions, FileChecked, FileChecker } from './check-file.ts';

/** What a thread begins with. */
export interface ThreadData {
  readonly files: readonly string[];
  readonly options: CheckOptions;
  /** Folder of the project, as it was given. */
  readonly folder: string | undefined;
  /** Of the next files that nobody has taken. */
  readonly counter: SharedArrayBuffer;
}

/** What a thread hands over: its files are those from `from` on. */
export interface ThreadAnswer {
  readonly from: number;
  readonly results: readonly FileChecked[];
}

interface Helpers {
  /** Works through all files together with the others. */
  share(checker: FileChecker): Promise<readonly FileChecked[]>;
  end(): Promise<void>;
}

/** So many files are taken at once. */
export const portion = 8;

const workerFile = fileURLToPath(new URL('./check-worker.js', import.meta.url));

/** Nothing where the program is not built: threads run that only. */
export async function helpers(
  files: readonly string[],
  {
    options,
    folder,
    count,
  }: { readonly options: CheckOptions; readonly folder: string | undefined; readonly count: number },
): Promise<Helpers | undefined> {
  if (!existsSync(workerFile)) return undefined;
  const counter = new SharedArrayBuffer(4);
  const results: FileChecked[] = [];
  const workerData: ThreadData = { files, options, folder, counter };
  const workers = Array.from({ length: count }, () => new Worker(workerFile, { workerData }));
  // A thread that fails leaves its files to this one, which then meets the same fault, and words it.
  const done = workers.map(
    (worker) =>
      new Promise<void>((end) => {
        worker.on('message', ({ from, results: some }: ThreadAnswer) => {
          for (const [i, result] of some.entries()) results[from + i] = result;
        });
        worker.on('error', () => end());
        worker.on('exit', () => end());
      }),
  );
  return {
    async share(checker) {
      for (const index of portions(counter, files.length))
        results[index] = await checker.check(files[index]!);
      await Promise.all(done);
      for (const [index, name] of files.entries()) results[index] ??= await checker.check(name);
      return results;
    },
    async end() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Indexes of the files that this thread takes. */
export function* portions(counter: SharedArrayBuffer, length: number): Generator<number> {
  const next = new Int32Array(counter);
  for (;;) {
    const from = Atomics.add(next, 0, portion);
    if (from >= length) return;
    for (let index = from; index < Math.min(from + portion, length); index++) yield index;
  }
}
