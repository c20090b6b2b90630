/**
 * What a grammar cannot say, in one table: each rule is a file here and a pattern in schemas/chancery.sch, and a
 * test holds the two equal. To add one: a file in rules/, a line here, a pattern there, a folder in test/rules/.
 */
import type { Rule } from './rule.ts';
import { categoryInScheme } from './rules/category-in-scheme.ts';
import { chronology } from './rules/chronology.ts';
import { classification } from './rules/classification.ts';
import { dates } from './rules/dates.ts';
import { evidence } from './rules/evidence.ts';
import { headerFields } from './rules/header-fields.ts';
import { ids } from './rules/ids.ts';
import { language } from './rules/language.ts';
import { numbering } from './rules/numbering.ts';
import { ocrConfusions } from './rules/ocr-confusions.ts';
import { pieces } from './rules/pieces.ts';
import { pointerKinds } from './rules/pointer-kinds.ts';
import { pointersResolve } from './rules/pointers-resolve.ts';
import { quotation } from './rules/quotation.ts';
import { redaction } from './rules/redaction.ts';
import { revisionStatus } from './rules/revision-status.ts';
import { ruleDescribed } from './rules/rule-described.ts';
import { unreviewed } from './rules/unreviewed.ts';

export const rules: readonly Rule[] = [
  ids,
  pointersResolve,
  pointerKinds,
  evidence,
  ruleDescribed,
  categoryInScheme,
  pieces,
  redaction,
  dates,
  chronology,
  language,
  numbering,
  quotation,
  headerFields,
  classification,
  ocrConfusions,
  revisionStatus,
  unreviewed,
];
