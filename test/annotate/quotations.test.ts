/** Quotation marks: curly, straight, single, and the words QUOTE and UNQUOTE. */
import { describe, expect, it } from 'vitest';
import { openMark, quotationsOf } from '../../src/annotate/quotations.ts';

const found = (text: string): readonly string[] =>
  quotationsOf(text, { start: 0, end: text.length })
    .filter((q) => q.depth === 0)
    .map((q) => text.slice(q.span.start, q.span.end));

describe('quotations', () => {
  it.each([
    ['He said “yes” and "no".', ['“yes”', '"no"']],
    ["extended 'patrolling' by the Allies' ships", ["'patrolling'"]],
    ["the Allies' ships and the Dutch ships' crews", []],
    ['HE SAID QUOTE WE AGREE UNQUOTE AND LEFT', ['QUOTE WE AGREE UNQUOTE']],
    ['don’t and Japan’s', []],
    ['"LET US SAY "BECAUSE IT IS SO" AT ONCE"', ['"LET US SAY "BECAUSE IT IS SO" AT ONCE"']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('knows a mark that nothing closes', () => {
    const text = 'He said: “First, the port is ours.';
    const span = { start: 0, end: text.length };
    expect(openMark(text, span, quotationsOf(text, span))).toEqual({ at: 9, mark: '“' });
  });
});
