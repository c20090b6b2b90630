/** What scanning, copying and release have left on the pages of a typed document. */
import type { FurnitureClass, Span } from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import type { Line } from '../lines.ts';
import { findMarkings, withoutMarkings } from '../markings.ts';
import { scanMark } from './cover-form.ts';

export type ScanMark =
  | { readonly kind: 'page'; readonly n: string }
  | { readonly kind: 'furniture'; readonly class: FurnitureClass; readonly rule: RuleId };

const furniture = (kind: FurnitureClass, rule: RuleId): ScanMark => ({
  kind: 'furniture',
  class: kind,
  rule,
});

const notices: readonly RegExp[] = [
  /^\W{0,3}REPRODUCTION FROM THIS COPY\b.{0,40}$/i,
  /^\W{0,3}PROHIBITED UNLESS\b.{0,30}$/i,
  /^\W{0,3}(?:Released|[HI]?[el]*eleased) under the \p{Lu}.{0,60}$/u,
  /^\W{0,3}.{0,3}ssassination Records Collection.{0,20}$/,
  /^\W{0,3}1992 ?\( ?44 USC.{0,40}$/,
  /^\W{0,3}(?:\d{1,6} )?Date: ?\d{1,2}-\d{1,2}-\d{4}$/,
  /^.{0,20}\b20\d\d RELEASE UNDER THE\b.{0,90}$/,
  /^\W{0,3}(?:DE)?CLASSIF(?:IED|Y) (?:BY|ON|AUTHORITY).{0,60}$/i,
  /^\W{0,3}DECLASSIFI?E?D?\b.{0,60}$/i,
  /^\W{0,3}(?:CIA|FBI|STATE|DOS|NSC|JCS) HAS NO OBJECTION TO.{0,20}$/i,
  /^\W{0,3}(?:RELEASE OF|DECLASSIFICATION AND\/OR|IN THIS DOCUMENT)\b.{0,40}$/i,
  /^\W{0,3}PHOTOCOPY (?:FROM|OF) .{0,40}$/i,
  /^\W{0,2}13-0{4,5}\W{0,2}$/,
];

/** What a line is besides the document; undefined: it may be of the text. */
export function scanMarkOf(text: string, line: Line): ScanMark | undefined {
  const words = line.text;
  if (words === '' || words.length > 140) return undefined;
  const page = /^## Page (\d{1,4})$/.exec(words);
  if (page) return { kind: 'page', n: page[1] ?? '' };
  if (/^-{3,}$/.test(words)) return furniture('other', 'block.page-mark');
  if (scanMark.test(words)) return furniture('page-number', 'block.page-mark');
  if (/^\W{0,2}(?:page|pg\.?)\s?:?\s?\d{1,4}(?: of \d{1,4})?\W{0,2}$/i.test(words))
    return furniture('page-number', 'block.page-mark');
  //   > | -2- 1213, NOVEMBER 30, 3 PM FROM HARBORVILLE
  if (
    /^\W{0,3}-?[\dol]?\d?\W{1,3}\s*\d{2,5},? \p{L}{3,9} \d{1,2},.{0,50}\b(?:from|to)\b.{0,40}$/iu.test(words)
  )
    return furniture('page-head', 'block.page-mark');
  if (notices.some((n) => n.test(words))) return furniture('other', 'block.running-head');
  if (isRunning(text, line.inner)) return furniture('page-head', 'block.running-head');
  return undefined;
}

/** A classification with at most a few stray letters of the scan. */
export function isRunning(text: string, span: Span): boolean {
  if (span.end - span.start > 60) return false;
  const found = findMarkings(text, span.start, span.end);
  if (!found.some((f) => f.marking.scheme === 'classification')) return false;
  return withoutMarkings(text, span.start, span.end).replace(/[^\p{L}\p{N}]/gu, '').length <= 2;
}

/** Letters that no one typed: a line of stray signs. */
export function isNoise(words: string): boolean {
  const letters = words.replace(/[^\p{L}\p{N}]/gu, '').length;
  const solid = words.replace(/\s/g, '').length;
  if (solid === 0) return false;
  return letters / solid < 0.55 || (solid <= 2 && !/^\d[.)]$|^\p{Lu}[.:)]$/u.test(words));
}
