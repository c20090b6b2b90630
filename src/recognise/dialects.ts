/** The dialects Chancery knows. To add one: a file in dialects/ and a line here. */
import type { Dialect } from './dialect.ts';
import { archivePage } from './dialects/archive-page.ts';

export const dialects: readonly Dialect[] = [archivePage];
