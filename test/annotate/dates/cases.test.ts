import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DateContext, findDates, isEdtf } from '../../../src/annotate/dates/index.ts';
import { dateRules } from '../../../src/rules/dates.ts';
import { type Case, readCases, shownValue } from './cases.ts';

const folder = new URL('.', import.meta.url);

function contextOf({ anchor, zone }: Case): DateContext {
  return {
    anchorAt: () => anchor && { ...anchor, certainty: 'high' },
    ...(zone !== undefined && { zoneAt: () => ({ id: zone, inferred: true }) }),
  };
}

for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.cases.md'))
  .sort()) {
  const cases = readCases(readFileSync(new URL(file, folder), 'utf8'));
  describe(file, () => {
    it.each(cases.map((one) => [`${one.line}: ${one.kind}: ${one.text}`, one] as const))('%s', (_, one) => {
      const mentions = findDates(one.text, contextOf(one));
      const shown = mentions.map(({ span, ...mention }) => ({
        printed: one.text.slice(span.start, span.end),
        start: span.start,
        value: shownValue({ span, ...mention }),
      }));
      expect(shown).toEqual(one.expected);
      if (one.rule) expect(mentions[0]?.rule).toBe(one.rule);
      for (const { rule, edtf } of mentions) {
        expect(dateRules).toHaveProperty([rule]);
        if (edtf !== undefined) expect(edtf, edtf).toSatisfy(isEdtf);
      }
    });
  });
}
