/**
 * Numbers as text: five bits to a character, the sixth says that more follow (as source maps do it). A list of
 * documents or positions, written as steps, takes little more than a character for each.
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Throws `RangeError` for what no list of rising numbers has. */
export function code(n: number): string {
  if (!(n >= 0)) throw new RangeError(`a step of ${n}`);
  let rest = n;
  let text = '';
  while (rest >= 32) {
    text += alphabet[32 + (rest % 32)];
    rest = Math.floor(rest / 32);
  }
  return text + alphabet[rest];
}

/** One character for a number from 0 to 63. */
export function digit(n: number): string {
  return alphabet[Math.max(0, Math.min(63, Math.round(n)))] as string;
}
