/** Below the text of an official paper: signature, office, distribution, from the last line upwards. */
import type { HeaderField } from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import { isClosing, isOffice, isSignature } from '../letters/close.ts';
import { isPersonName } from '../letters/parties.ts';
import type { Line } from '../lines.ts';
import { field, groupSpan } from '../us/reading.ts';
import { transmissionOf } from '../us/transmission.ts';

export interface FootLine {
  readonly line: Line;
  readonly rule: RuleId;
  readonly fields: readonly HeaderField[];
  readonly furniture?: true;
}

//   > | /N. Fedorov/        > | [gez.] Schmidt        > | (signed) Roe
const signed =
  /^(?:\/(?<slashed>\p{Lu}[\p{L}. '’-]{2,40})\/|[[(]?(?:gez|signé|signed|sgd)\.?[\])]?:?\s+(?<said>\p{Lu}[\p{L}. '’-]{2,40}))$/diu;
//   > | 1 - DDP        > | FCO PASS SAVING TO ROME
//           ^^^                               ^^^^
const copied = /^(?:Orig(?:inal)?\.? (?:& \d )?|\d{1,2} )[-–—] (?<who>\p{Lu}[\p{L}\p{N} ./'’()-]{1,60})$/du;
const passed = /^[A-Z]{2,12} (?:PLEASE )?PASS (?:[A-Z]+ )?TO:? (?<who>[A-Z][A-Z ,'-]{2,60})$/d;
const plain =
  /^(?:Distribution|Copies|Copy|STANDARD|LIMITED|\d{1,2} copies|\[?signature\]?|\[?signed\]?|[A-Z]{1,6}\/[A-Z ]{2,40}DEPT)\s*:?$/i;

/** @returns the lines of the foot from above, and the index of the first of them */
export function footOf(
  text: string,
  lines: readonly Line[],
  from: number,
): { readonly rows: readonly FootLine[]; readonly start: number } {
  const rows: FootLine[] = [];
  let start = lines.length;
  let signature = false;
  for (let i = lines.length - 1; i >= from && rows.length < 16; i--) {
    const line = lines[i] as Line;
    if (line.text === '') continue;
    const row = footLine(text, line, signature);
    if (!row) break;
    rows.push(row);
    start = i;
    signature ||= row.fields.some((f) => f.name === 'signature');
  }
  // Offices without a name above them are words of the text.
  while (rows.length > 0 && !signature && rows.at(-1)?.rule === 'header.signature') {
    rows.pop();
    start = rows.length > 0 ? lines.indexOf((rows.at(-1) as FootLine).line) : lines.length;
  }
  return { rows: rows.reverse(), start };
}

function footLine(text: string, line: Line, signature: boolean): FootLine | undefined {
  if (line.text.length > 120) return undefined;
  if (transmissionOf(line.text)) return { line, rule: 'block.transmission', fields: [], furniture: true };
  const copy = copied.exec(line.text) ?? passed.exec(line.text);
  const who = copy && groupSpan(copy, 'who', line.inner.start);
  if (who) return { line, rule: 'header.copies', fields: [field('copy', text, who, 'header.copies')] };
  if (plain.test(line.text)) return { line, rule: 'header.copies', fields: [] };
  const match = signed.exec(line.text);
  const named =
    match && (groupSpan(match, 'slashed', line.inner.start) ?? groupSpan(match, 'said', line.inner.start));
  if (signature) {
    if (isClosing(line.text) || /^I have,? etc\.?,?$/i.test(line.text))
      return { line, rule: 'header.closing', fields: [field('closing', text, line.inner, 'header.closing')] };
    if (isOffice(line.text) && line.text === line.text.toUpperCase())
      return {
        line,
        rule: 'header.signature',
        fields: [field('office', text, line.inner, 'header.signature', { certainty: 'medium' })],
      };
    return undefined;
  }
  const bare =
    named ??
    (isSignature(line.text) || (isPersonName(line.text) && /\./.test(line.text)) ? line.inner : undefined);
  if (bare)
    return { line, rule: 'header.signature', fields: [field('signature', text, bare, 'header.signature')] };
  if (isOffice(line.text) || /^(?:Chief|Head|Director),? .{2,40}$/.test(line.text))
    return {
      line,
      rule: 'header.signature',
      fields: [field('office', text, line.inner, 'header.signature', { certainty: 'medium' })],
    };
  return undefined;
}
