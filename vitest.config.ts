import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/helpers/setup.ts'],
    // Many tests run the command as a process; on a busy machine that takes its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Half of a machine of two cores is one worker, which is too few.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    coverage: { include: ['src/**'] },
  },
});
