/** A worker whose stages cost nothing: node cheap-worker.js QUEUE STORE [FINGERPRINT]. */
import { openStore } from '../../lib/batch/queue/store.js';
import { workFor } from '../../lib/batch/queue/worker.js';
import { stages } from './cheap-build.js';

const [, , queue = '', store = '', fingerprint = 'cheap'] = process.argv;
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
process.stdout.write('ready\n');
const poison = (source) => {
  if (source.text.includes('POISON')) process.kill(process.pid, 'SIGKILL');
  return stages.encodeSource(source);
};
try {
  await workFor({
    queue,
    store: await openStore(store),
    threads: 1,
    signal: stop.signal,
    stages: { ...stages, encodeSource: poison },
    fingerprint,
    lockSeconds: 1,
  });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode ?? 1;
}
