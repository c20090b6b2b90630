/** A thread that checks files: it opens the project by itself, and hands over what it finds. */
import { parentPort, workerData } from 'node:worker_threads';
import { type FileChecked, FileChecker } from './check-file.ts';
import { portion, portions, type ThreadAnswer, type ThreadData } from './check-threads.ts';
import { checkingIn } from './checking.ts';

const { files, options, folder, counter } = workerData as ThreadData;
const checker = await FileChecker.open({ ...(await checkingIn(folder)), options });
let results: FileChecked[] = [];
for (const index of portions(counter, files.length)) {
  results.push(await checker.check(files[index]!));
  if ((index + 1) % portion !== 0 && index + 1 !== files.length) continue;
  const answer: ThreadAnswer = { from: index + 1 - results.length, results };
  parentPort?.postMessage(answer);
  results = [];
}
