/** Plain text: all of it is the document's until `recognise` says otherwise. */
import type { Read } from './formats.ts';

export function readText(_text: string): Read {
  return { furniture: [], metadata: {} };
}
