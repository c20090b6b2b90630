/** The language that the script of a text gives away. Of texts in Latin letters nothing is said. */

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/gu],
  ['ko', /[\uac00-\ud7af]/gu],
  ['zh', /[\u3400-\u9fff]/gu],
  ['ru', /[\u0400-\u04ff]/gu],
  ['el', /[\u0370-\u03ff]/gu],
  ['ar', /[\u0600-\u06ff]/gu],
  ['he', /[\u0590-\u05ff]/gu],
];

/** Looked at from the middle of the text, where no menu of a page stands. */
const sampled = 4000;

/**
 * @returns a BCP 47 tag where most letters are of one script that is not Latin: Cyrillic is taken for Russian,
 *   Han with kana for Japanese, without for Chinese; else undefined
 */
export function languageOfScript(text: string): string | undefined {
  const from = Math.max(0, (text.length - sampled) >> 1);
  const sample = text.slice(from, from + sampled);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return undefined;
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const kana = count(scripts[0]?.[1] as RegExp);
  const han = count(scripts[2]?.[1] as RegExp);
  if (kana > 0 && kana + han > letters / 2) return 'ja';
  return scripts.find(([language, pattern]) => language !== 'ja' && count(pattern) > letters / 2)?.[0];
}
