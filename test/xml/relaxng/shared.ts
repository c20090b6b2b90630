/** The folder of shared test data beside the project. Without it tests are skipped with a reason, in CI they fail. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasJing } from './jing.ts';

export const SHARED = path.resolve(import.meta.dirname, '../../../../shared');

function describeIf(present: boolean, title: string, missing: string, body: () => void): void {
  if (present) describe(title, body);
  else if (process.env.CHANCERY_CI === '1') {
    test(title, () => {
      expect.fail(`${missing}, and CI must have it`);
    });
  } else describe.skip(`${title} (skipped: ${missing})`, () => test('needs what is missing', () => {}));
}

/** Tests that read files below ../shared. */
export function describeWithShared(title: string, files: readonly string[], body: () => void): void {
  const missing = files.find((file) => !existsSync(path.join(SHARED, file)));
  describeIf(missing === undefined, title, `../shared/${missing} is not there`, body);
}

/** Tests that compare with Jing. */
export function describeWithJing(title: string, files: readonly string[], body: () => void): void {
  if (!hasJing()) describeIf(false, title, 'the command jing is not on the PATH', body);
  else describeWithShared(title, files, body);
}
