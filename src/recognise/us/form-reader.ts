/** The identification form as blocks: its words are the archive's, its FROM and TO facts of the document. */
import type { Span } from '../../document.ts';
import type { Line } from '../lines.ts';
import { markingFields } from '../markings.ts';
import { formFact, readCoverForm } from './cover-form.ts';
import { field, type ReadingDraft } from './reading.ts';
import { scanMarkOf } from './scan-marks.ts';

/** The archive's form: its words are catalogue, its FROM and TO facts of the document. */
export function readForm(draft: ReadingDraft, lines: readonly Line[], facts: Set<string>): number {
  const { text } = draft;
  const form = readCoverForm(text, lines);
  if (!form) return 0;
  for (let i = 0; i < form.end; i++) {
    const line = lines[i] as Line;
    if (line.text === '') continue;
    const values = form.values.filter((v) => v.line === line);
    const party = values.find((v) => v.label === 'FROM' || v.label === 'TO');
    const name = party && partyOf(text, party.span);
    if (party && name) {
      const role = party.label === 'FROM' ? 'from' : 'to';
      facts.add(role);
      const label = {
        start: line.inner.start,
        end: Math.max(line.inner.start + 1, labelEnd(text, line, name)),
      };
      draft.header(
        line.inner,
        [field(role, text, name, 'catalogue.form', { certainty: party.sure ? 'high' : 'medium' })],
        'catalogue.form',
        { ...(label.end < name.start ? { label } : {}) },
      );
      continue;
    }
    //   > | CLASSIFICATION: Secret        «Unclassified» is what the release has made of it
    const secrecy = values.find((v) => v.label === 'CLASSIFICATION');
    const degree = secrecy && markingFields(text, secrecy.span, 'text', 'catalogue.form', 'medium')[0];
    if (degree && degree.name === 'classification' && degree.value !== 'unclassified') {
      draft.header(line.inner, [degree], 'catalogue.form');
      continue;
    }
    const found = values.flatMap((v) => formFact(text, v) ?? []);
    const mark = scanMarkOf(text, line);
    if (found.length === 0 && mark?.kind === 'page') draft.pageBreak(line.inner, mark.n);
    else draft.archive(line.inner, found);
  }
  return form.end;
}

const labelEnd = (text: string, line: Line, name: Span): number => {
  let end = name.start;
  while (end > line.inner.start && /[^\p{L}\p{N}:]/u.test(text[end - 1] ?? '')) end--;
  return end;
};

/** A value of the form is a name unless it says that there is none. */
function partyOf(text: string, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && /[^\p{L}\p{N}(“"]/u.test(text[start] ?? '')) start++;
  while (end > start && /[^\p{L}\p{N})”".]/u.test(text[end - 1] ?? '')) end--;
  // A stamp of release beside the value.
  const stamp = /\s+(?:Released|Declassified) (?:under|by)\b/.exec(text.slice(start, end));
  if (stamp) end = start + stamp.index;
  // A stray letter that the scan has set after the name.
  const printed = text.slice(start, end);
  const stray = /(?<=\p{L}{3,})\s+[a-z]$/u.exec(printed);
  if (stray) end = start + stray.index;
  const words = text.slice(start, end);
  if (words.replace(/[^\p{L}]/gu, '').length < 2 || /^(?:WITHHELD|NONE|UNKNOWN|N\/?A|\[?R\]?)$/i.test(words))
    return undefined;
  return { start, end };
}
