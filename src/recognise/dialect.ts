/** Dialects as `recognise` takes them; what they are is in `../dialect.ts`. */
export type { Dialect, Page, Reading, Recognition } from '../dialect.ts';

/** The least score with which a dialect is taken. */
export const threshold = 0.5;
