/**
 * What was withheld at declassification, left out, or could not be read: the printed words say so. They are
 * first-class, counted alike in every edition, and stay in the text.
 */
import type { GapMark, Span } from '../../document.ts';
import type { Draft } from '../draft.ts';

const forms: readonly { readonly pattern: RegExp; readonly reason: GapMark['reason'] }[] = [
  //   > | [1 line not declassified]   > | [less than 1 line not declassified]   > | [Page not declassified.]
  //       ^^^^^^^^^^^^^^^^^^^^^^^^^
  { pattern: /\[[^[\]\n]{0,80}\bnot declassified\b[^[\]\n]{0,40}\]/giu, reason: 'redacted' },
  {
    pattern: /\[(?:excised|redacted|deleted|sanitized|withheld|censored)[^[\]\n]{0,60}\]/giu,
    reason: 'redacted',
  },
  //   > | (b)(1)   the exemption of the Freedom of Information Act that was invoked
  { pattern: /(?:\[|\()?\([bB]\)\s?\([1-9]\)(?:\s?\([A-Z]\))?(?:\]|\))?/gu, reason: 'redacted' },
  { pattern: /[█■▇]{2,}/gu, reason: 'redacted' },
  //   > | [illegible]   > | [two words illegible]
  {
    pattern: /\[[^[\]\n]{0,40}\b(?:illegible|unreadable|indistinct|garbled?|missing)\b[^[\]\n]{0,40}\]/giu,
    reason: 'illegible',
  },
  //   > | […]   > | [Omitted here is discussion of …]
  { pattern: /\[(?:…|\.\s?\.\s?\.)\]/gu, reason: 'omitted' },
  { pattern: /\[(?:Omitted here|Here follows?)[^[\]]{0,300}\]/giu, reason: 'omitted' },
];

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

export function annotateRedactions(draft: Draft): void {
  for (const block of draft.document.blocks) {
    if (block.kind === 'space' || block.kind === 'furniture' || block.kind === 'catalogue') continue;
    const slice = draft.slice(block.span);
    if (!/[[(█■▇]/u.test(slice)) continue;
    const found: GapMark[] = [];
    for (const { pattern, reason } of forms) {
      for (const match of slice.matchAll(pattern)) {
        const span: Span = {
          start: block.span.start + match.index,
          end: block.span.start + match.index + match[0].length,
        };
        if (isParagraph(slice, match)) continue;
        if (found.some((f) => f.span.start < span.end && span.start < f.span.end)) continue;
        found.push({
          kind: 'gap',
          reason,
          span,
          rule: 'text.redaction',
          certainty: 'high',
          ...extentOf(match[0]),
        });
      }
    }
    draft.add(...found);
  }
}

//   > | required by Chapter VI (B) (2)   a part of a chapter or an article, no exemption; «section 552 (b)(1)» is one
//                              ^^^^^^^
function isParagraph(slice: string, { 0: words, index }: RegExpExecArray): boolean {
  if (!/^\([bB]\)/.test(words)) return false;
  const before = slice.slice(Math.max(0, index - 40), index);
  return /\b(?:chapter|article|section|paragraph|para|part|annex|clause|rule)s?\.?\s+(?!552\b)[\divxlc]+\s*$/iu.test(
    before,
  );
}

//   > | [1½ lines not declassified]
//        ^^ ^^^^^
function extentOf(words: string): Pick<GapMark, 'quantity' | 'unit'> {
  const match =
    /(\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)[\s\u00a0-]*(lines?|words?|paragraphs?|pages?|sentences?|names?|characters?|groups?)\b/iu.exec(
      words,
    );
  if (!match || /less than|½|\d\/\d/iu.test(words)) return {};
  const quantity = numbers[(match[1] ?? '').toLowerCase()] ?? Number(match[1]);
  return { quantity, unit: (match[2] ?? '').toLowerCase().replace(/s$/, '') };
}
