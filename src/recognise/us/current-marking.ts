/** The lines in asterisks that say how a telegram is classified and handled now. */
import type { HeaderField } from '../../document.ts';
import type { Line } from '../lines.ts';
import { markingFields } from '../markings.ts';

//   > | *** Current Handling Restrictions *** EXDIS
//   > | *** Current Classification *** SECRET
//                                      ^^^^^^
const current =
  /^(?:\*{3}\s*)?Current (Handling Restrictions|Classification)\s*\*{3}\s*([^*\n]*?)\s*(?:\*{3})?$/d;

export interface CurrentMarking {
  readonly label: { readonly start: number; readonly end: number };
  readonly fields: readonly HeaderField[];
}

export function readCurrentMarking(text: string, line: Line): CurrentMarking | undefined {
  const match = current.exec(line.text);
  const at = match?.indices?.[2];
  if (!match || !at) return undefined;
  const start = line.inner.start;
  const value = { start: start + at[0], end: start + at[1] };
  const scheme = match[1] === 'Classification' ? 'classification' : 'handling';
  return {
    label: { start, end: value.start > start ? value.start : start + 1 },
    fields: markingFields(text, value, 'text', 'header.us-current-marking', 'medium').filter(
      (f) => f.name === scheme,
    ),
  };
}
