/** What was judged, by whom, and how it went: the rows of docs/verdicts.md. */
import type { TestContext } from 'vitest';
import type { Package } from './edition.ts';

export interface Found {
  readonly checked: number;
  /** What is wrong; nothing is well. */
  readonly problems: readonly string[];
  /** Why it could not be asked, or was asked of a part. */
  readonly note?: string;
}

export interface Row {
  readonly output: string;
  /** The judge, with version. */
  readonly by: string;
  /** What `checked` counts. */
  readonly unit: string;
  readonly judge: (p: Package, context: TestContext) => Found | Promise<Found>;
}

export function cell({ checked, problems, note }: Found, unit: string): string {
  const verdict =
    problems.length > 0
      ? `**${problems.length} of ${checked} ${unit} found wrong**`
      : checked === 0
        ? 'none here'
        : `${checked} ${unit}: passed`;
  return note === undefined ? verdict : `${verdict} (${note})`;
}
