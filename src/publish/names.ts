/** What parties, names and facts are called in addresses and in which order they stand. */
import { createHash } from 'node:crypto';

/** By UTF-16 code unit: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * A name as a part of an address: `R. G. Casey` → `r-g-casey`. Where letters are lost (`佐藤`), or too many to
 * keep, some of its checksum stands for them, so that different names have different addresses.
 */
export function slug(name: string): string {
  const folded = sortForm(name);
  const plain = folded.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const whole = !/[^\x00-\x7f]/.test(folded) && plain.length <= 60 && plain !== '';
  if (whole) return plain;
  const sum = createHash('sha256').update(folded).digest('hex').slice(0, 8);
  return `${plain.slice(0, 50).replace(/-$/, '')}-${sum}`.replace(/^-/, '');
}

/** A name for sorting: without case, marks and the article in front. */
export function sortForm(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^the (?=.)/, '');
}

/** Under which letter a name stands: `a` to `z`, or `0` for all others. */
export function initial(name: string): string {
  const first = sortForm(name).slice(0, 1);
  return /[a-z]/.test(first) ? first : '0';
}
