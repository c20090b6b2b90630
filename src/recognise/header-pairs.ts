/**
 * Lines of the form `Label: value`, as ministries and archives print them. The label says which fact it is;
 * the words of the value are left to the reading of that fact.
 */
import type { FieldName, Span } from '../document.ts';
import { trimSpan } from './lines.ts';

/** Labels in use, lower case, by what they announce. */
const labels: Readonly<Record<string, FieldName>> = {
  number: 'general-number',
  'general number': 'general-number',
  primary: 'action-office',
  action: 'action-office',
  'action office': 'action-office',
  sent: 'sent',
  dispatched: 'sent',
  despatched: 'sent',
  received: 'received',
  to: 'to',
  from: 'from',
  cc: 'copy',
  copies: 'copy',
  'copies to': 'copy',
  info: 'copy',
  repeated: 'copy',
  subject: 'subject',
  subj: 'subject',
  re: 'reference',
  ref: 'reference',
  reference: 'reference',
  tags: 'tags',
  classification: 'classification',
  precedence: 'precedence',
  priority: 'precedence',
  distribution: 'handling',
  drafted: 'drafter',
  'drafted by': 'drafter',
  participants: 'participants',
};

export interface HeaderPair {
  readonly name: FieldName;
  /** With its colon. */
  readonly label: Span;
  readonly value: Span;
}

//   > | Sent: China, July 22, 1978,   19:40
//       ^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
const pair = /^([A-Za-z][A-Za-z ]{0,24}?)[ \u00a0]*[:：]/;

/** Reads a line as a header pair; undefined where the label is none that we know or nothing follows it. */
export function readPair(text: string, span: Span): HeaderPair | undefined {
  const match = pair.exec(text.slice(span.start, Math.min(span.end, span.start + 32)));
  if (!match) return undefined;
  const name = labels[(match[1] ?? '').toLowerCase()];
  if (!name) return undefined;
  const label = { start: span.start, end: span.start + match[0].length };
  const value = trimSpan(text, label.end, span.end);
  if (value.start === value.end) return undefined;
  return { name, label, value };
}
