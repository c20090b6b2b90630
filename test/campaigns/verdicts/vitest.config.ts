import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/campaigns/verdicts/verdicts.ts'], testTimeout: 86_400_000, fileParallelism: false },
});
