/** The dialects Chancery knows. To add one: a file in dialects/ and a line here. */
import type { Dialect } from './dialect.ts';
import { archivePage } from './dialects/archive-page.ts';
import { cablegram } from './dialects/cablegram.ts';
import { catalogueExport } from './dialects/catalogue-export.ts';
import { frus } from './dialects/frus.ts';
import { headerPairs } from './dialects/header-pairs.ts';
import { letter } from './dialects/letter.ts';
import { memorandum } from './dialects/memorandum.ts';
import { ocrTelegram } from './dialects/ocr-telegram.ts';
import { officialForm } from './dialects/official-form.ts';
import { usTelegram } from './dialects/us-telegram.ts';

export const dialects: readonly Dialect[] = [
  archivePage,
  headerPairs,
  cablegram,
  letter,
  memorandum,
  catalogueExport,
  frus,
  ocrTelegram,
  usTelegram,
  officialForm,
];
