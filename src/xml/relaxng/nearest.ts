/** Which of several names someone may have meant. */

/** Two letters that changed places are the likelier slip: `lable` is `label`, not `table`. */
const SWAP = 0.9;

/**
 * Edits (insert, delete, replace, swap neighbours) from one text to another, or `limit` + 1 if there are more.
 * Case counts half: `tei` is nearer to `TEI` than to `seg`.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a.toLowerCase() === b.toLowerCase()) return 0.5;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + SWAP);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** Beyond these lengths and numbers nearness is not worth its time. */
const MAX_LENGTH = 60;
const MAX_NAMES = 2_000;

/** The names, each once, nearest to `found` first, equally near ones in alphabetical order. */
export function nearestFirst(found: string, names: Iterable<string>): string[] {
  const unique = [...new Set(names)].sort();
  if (found.length > MAX_LENGTH || unique.length > MAX_NAMES) return unique;
  return unique
    .map((name) => ({ name, distance: editDistance(found, name, 4) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ name }) => name);
}

/** The one name that `found` is most likely a slip for, or undefined if that is not certain enough. */
export function likelyMeant(found: string, names: Iterable<string>): string | undefined {
  if (found.length > MAX_LENGTH) return undefined;
  const allowed = found.length < 3 ? 0.5 : found.length < 5 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = allowed + 1;
  let unique = true;
  for (const name of new Set(names)) {
    const distance = editDistance(found, name, allowed);
    if (distance > allowed || distance > name.length / 2) continue;
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
      unique = true;
    } else if (distance === bestDistance) unique = false;
  }
  return unique ? best : undefined;
}
