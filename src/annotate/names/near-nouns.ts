/**
 * A long pattern, tried only where it can succeed: at the beginnings of names that have one of the nouns near which
 * every match holds. Most capitals of a text have none.
 */

/** No name is longer than this before its noun. */
const reach = 160;

/**
 * What a sticky pattern finds in a text from left to right, as `matchAll` would.
 *
 * @param begins where a name may begin, global
 * @param nouns of which every match has one, global
 * @param pattern sticky
 */
export function* nearNouns(
  text: string,
  begins: RegExp,
  nouns: RegExp,
  pattern: RegExp,
): Generator<RegExpExecArray> {
  const places = Array.from(text.matchAll(nouns), (m) => m.index);
  if (places.length === 0) return;
  let next = 0;
  let from = 0;
  for (const { index } of text.matchAll(begins)) {
    if (index < from) continue;
    while (next < places.length && (places[next] as number) < index) next++;
    if (next === places.length) return;
    if ((places[next] as number) - index > reach) continue;
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    if (!match) continue;
    from = index + match[0].length;
    yield match;
  }
}
