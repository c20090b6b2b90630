/** Which of our rules hold for TEI that Chancery did not write: those that TEI and XML themselves have. */
import type { TeiFile } from './file.ts';
import type { Rule, RuleFinding } from './rule.ts';
import { dates } from './rules/dates.ts';
import { ids } from './rules/ids.ts';
import { language } from './rules/language.ts';
import { pointersResolve } from './rules/pointers-resolve.ts';

export const rulesForAnyTei: readonly Rule[] = [ids, pointersResolve, dates, language];

const xinclude = 'http://www.w3.org/2001/XInclude';

/**
 * The findings as far as they hold: a word before a colon may be a scheme nobody has told us of, and what a file
 * includes is not read, so that a pointer may lead there.
 */
export function* heldForAnyTei(findings: Iterable<RuleFinding>, file: TeiFile): Generator<RuleFinding> {
  let includes: boolean | undefined;
  for (const finding of findings) {
    if (finding.assert === 'pointers-prefix') yield { ...finding, severity: 'info' };
    else if (finding.assert === 'pointers-local') {
      includes ??= file.elements.some((e) => e.uri === xinclude && e.name === 'include');
      if (!includes) yield finding;
      else {
        const message = `${finding.message}; it may be in a file that XInclude names, which is not read`;
        yield { ...finding, severity: 'info', message };
      }
    } else yield finding;
  }
}
