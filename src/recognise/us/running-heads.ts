/**
 * What the head and the foot of scanned pages tell, where the document's own head does not: the classification
 * stamped on every page, and the post in the line that a telegram's further pages begin with.
 */
import type { HeaderField, Span } from '../../document.ts';
import { markingFields } from '../markings.ts';
import { field, type ReadingDraft } from './reading.ts';

/**
 * Turns the first page head or foot that states a missing fact into a line of the header. Pages that contradict one
 * another state none.
 */
export function readRunningHeads(draft: ReadingDraft, facts: ReadonlySet<string>): void {
  if (!facts.has('classification')) promote(draft, (span) => classification(draft.text, span));
  if (facts.has('telegram-number') && !facts.has('from') && !facts.has('to'))
    promote(draft, (span) => post(draft.text, span));
}

function promote(draft: ReadingDraft, read: (span: Span) => HeaderField | undefined): void {
  const stated = draft.blocks.flatMap((block, index) => {
    const found = block.kind === 'furniture' && block.class === 'page-head' ? read(block.span) : undefined;
    return found ? [{ index, found, span: block.span }] : [];
  });
  const [first] = stated;
  if (!first || stated.some(({ found }) => found.value !== first.found.value)) return;
  draft.blocks[first.index] = {
    kind: 'header',
    layer: 'text',
    span: first.span,
    fields: [first.found],
    rule: 'header.us-page-head',
    certainty: 'medium',
  };
}

const classification = (text: string, span: Span): HeaderField | undefined =>
  markingFields(text, span, 'text', 'header.us-page-head', 'medium').find((f) => f.name === 'classification');

//   > | -2- 1213, NOVEMBER 30, 3 PM FROM HARBORVILLE
//                                        ^^^^^^^^^^^
function post(text: string, span: Span): HeaderField | undefined {
  const match =
    /\b(?:[AP]\.?\s?M\.?|NOON),?\s+FROM:?\s+(?<post>[A-Z][A-Z]{2,}(?: [A-Z]{3,})?)\W{0,4}$/di.exec(
      text.slice(span.start, span.end),
    );
  const at = match?.indices?.groups?.post;
  return at
    ? field('from', text, { start: span.start + at[0], end: span.start + at[1] }, 'header.us-page-head', {
        certainty: 'medium',
      })
    : undefined;
}
