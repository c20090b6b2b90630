/** Labels before a colon at the head of official papers, in the languages in which archives print them. */
import type { FieldName } from '../../document.ts';

/** Lower case, without the stop of an abbreviation; a label without a fact is a line of the head all the same. */
const labels: Readonly<Record<string, FieldName | 'none'>> = {
  'memorandum for': 'to',
  'memorandum to': 'to',
  to: 'to',
  for: 'to',
  an: 'to',
  from: 'from',
  von: 'from',
  through: 'none',
  via: 'none',
  subject: 'subject',
  subj: 'subject',
  betr: 'subject',
  betreff: 'subject',
  betrifft: 'subject',
  objet: 'subject',
  'a/s': 'subject',
  ref: 'reference',
  refs: 'reference',
  reference: 'reference',
  references: 'reference',
  bezug: 'reference',
  réf: 'reference',
  référence: 'reference',
  sent: 'sent',
  dispatched: 'sent',
  despatched: 'sent',
  aufgabe: 'sent',
  abgang: 'sent',
  expédié: 'sent',
  received: 'received',
  ankunft: 'received',
  eingang: 'received',
  reçu: 'received',
  date: 'sent',
  datum: 'sent',
  number: 'general-number',
  info: 'copy',
  copy: 'copy',
  copies: 'copy',
  'copy to': 'copy',
  'copies to': 'copy',
  cc: 'copy',
  kopie: 'copy',
  'drafted by': 'drafter',
  drafter: 'drafter',
  'approved by': 'none',
  'cleared by': 'none',
  classification: 'classification',
  precedence: 'precedence',
  place: 'none',
  time: 'none',
  'time and place': 'none',
};

export interface Labelled {
  readonly name: FieldName | 'none';
  /** The printed label with its colon. */
  readonly label: string;
  /** Where the value begins within the line. */
  readonly at: number;
}

//   > | MEMORANDUM FOR: Director        > | Betr.: Gespräche        > | (Reçu : le 4, à 2 h. 15.)
//       ^^^^^^^^^^^^^^^                     ^^^^^^                     ^^^^^^
const pair = /^\(?(?<label>\p{L}[\p{L}/ ]{0,18}?)\.?[ \u00a0]*[:：][ \t\u00a0]*(?=\S)/u;

/** Reads a line as label and value; undefined where the label is none of these. */
export function readLabel(line: string): Labelled | undefined {
  const match = pair.exec(line);
  const label = match?.groups?.label?.toLowerCase() ?? '';
  const name = match && Object.hasOwn(labels, label) ? labels[label] : undefined;
  return match && name ? { name, label: match[0].trimEnd(), at: match[0].length } : undefined;
}
