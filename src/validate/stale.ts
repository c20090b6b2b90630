/**
 * Which suppressions a build can call stale. It asks the rules of Chancery; what the schemas say that a file names,
 * and what there is in files beside the documents, only `chancery validate` knows.
 */
import type { Suppression } from '../settings.ts';
import { editionLinks, oneEntry, orphans } from './edition.ts';
import { referenceOrder } from './reference-order.ts';
import { registerRules } from './register-rules.ts';
import { rules } from './rules.ts';

const asked = [...rules, ...registerRules, editionLinks, oneEntry, orphans, referenceOrder];

/** @param unmatched suppressions that matched nothing in the build */
export function staleInBuild(unmatched: readonly Suppression[]): readonly Suppression[] {
  return unmatched.filter(({ rule }) => asked.some(({ id }) => id === rule));
}
