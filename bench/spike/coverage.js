/** How much of the compiled code was run: V8's own count, by function and by block. */
import { Session } from 'node:inspector';

const session = new Session();
session.connect();
const post = (method, parameters) => {
  let answer;
  session.post(method, parameters, (error, result) => {
    if (error) throw new Error(error.message);
    answer = result;
  });
  return answer;
};

export function startCoverage() {
  post('Profiler.enable');
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

/** Of the compiled style sheets: functions, functions run, and the code that was never run. */
export function takeCoverage() {
  const { result } = post('Profiler.takePreciseCoverage');
  return result
    .filter(({ url }) => url.endsWith('.compiled.js'))
    .map(({ url, functions }) => {
      const named = functions.filter((f) => /^[ftm]\d+_|_made$/.test(f.functionName));
      const unused = named.filter((f) => f.ranges[0].count === 0).map((f) => f.functionName);
      const size = Math.max(...functions.map((f) => f.ranges[0].endOffset));
      const run = new Uint8Array(size).fill(1);
      // Ranges of a function lie inside one another: the inner ones come later and say more.
      for (const f of functions)
        for (const range of f.ranges) run.fill(range.count > 0 ? 1 : 0, range.startOffset, range.endOffset);
      const share = run.reduce((n, x) => n + x, 0) / size;
      return { sheet: url, functions: named.length, run: named.length - unused.length, code: share, unused };
    });
}
