/**
 * Documents of the first cable's kind, as many as wanted: the same cable with other numbers, names and days,
 * and its paragraphs in other lengths. The same seed gives the same bytes.
 */
import { readFileSync } from 'node:fs';

/** A small generator of numbers (mulberry32), so that a corpus is the same on every machine. */
function numbers(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const surnames = ['Sato', 'Mori', 'Arai', 'Ueda', 'Ono', 'Hara', 'Endo', 'Kato'];
const ministers = ['Han', 'Chen', 'Liu', 'Wang', 'Zhao', 'Sun', 'Gao', 'Lin'];

/**
 * @param {number} count
 * @param {number} [seed]
 * @param {readonly number[]} [times] in turn: so many times over the paragraphs of the cable's body stand in it
 * @returns {Generator<{ name: string, text: string }>}
 */
export function* cables(count, seed = 1, times = [1]) {
  const cable = readFileSync(new URL('../sources/1978-07-22-sato-1384.txt', import.meta.url), 'utf8');
  const random = numbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let i = 0; i < count; i++) {
    const day = 10 + Math.floor(random() * 18);
    const number = 1000 + i;
    const text = cable
      .replaceAll('July 22', `July ${day}`)
      .replaceAll('月22日', `月${day}日`)
      .replaceAll('the 22nd', `the ${day}th`)
      .replaceAll('1384', String(number))
      .replaceAll('Sato', pick(surnames))
      .replace(/\bHan\b/g, pick(ministers));
    // Some shorter, some longer than the cable itself.
    const paragraphs = text.split('\n\n');
    const extra = Math.floor(random() * 4) - 1;
    if (extra < 0) paragraphs.splice(14, 3);
    else for (let k = 0; k < extra; k++) paragraphs.splice(16, 0, paragraphs[16 + k] ?? '');
    const body = paragraphs.slice(12, -12);
    for (let k = times[i % times.length]; k > 1; k--) paragraphs.splice(-12, 0, ...body);
    yield { name: `cable-${String(i).padStart(6, '0')}`, text: paragraphs.join('\n\n') };
  }
}
