/**
 * From text to the words that are looked for: the same for the index, when the edition is built, and for the
 * question, in the reader's browser. Runs in both, so it is plain JavaScript.
 *
 *   Latin, Greek, Cyrillic …   runs of letters and digits, without case and marks: «Chargé» → charge
 *   initials                   «U.S.S.R.» → ussr
 *   ’s                         is left out: «Japan’s» → japan
 *   Chinese, Japanese, Korean  pairs of neighbours, for these scripts have no blanks: 佐藤大使 → 佐藤 藤大 大使
 */
if (typeof self === 'object') self.chancery ??= {};
((scope) => {
  const pattern =
    /(?<initials>(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?)|(?<run>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]+)|(?<word>(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー])[\p{L}\p{N}\p{M}])+)/gu;

  /** Without case, compatibility forms and marks. */
  function folded(word) {
    return word
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase();
  }

  /**
   * The words of a text in order. `position` counts words; a phrase is words whose positions follow each other.
   * `start` and `end` are their places in the text.
   */
  function tokens(text) {
    const found = [];
    let position = 0;
    for (const match of text.matchAll(pattern)) {
      const { initials, run, word } = match.groups;
      const start = match.index;
      if (run !== undefined) {
        const characters = Array.from(run);
        if (characters.length === 1) {
          found.push({
            term: run.normalize('NFKC'),
            position: position++,
            start,
            end: start + run.length,
            pair: false,
          });
        }
        let at = start;
        for (let i = 0; i + 1 < characters.length; i++) {
          const pair = characters[i] + characters[i + 1];
          found.push({
            term: pair.normalize('NFKC'),
            position: position++,
            start: at,
            end: at + pair.length,
            pair: true,
          });
          at += characters[i].length;
        }
        // The last character has a place of its own, so that what follows the run is not next to its last pair.
        if (characters.length > 1) position++;
        continue;
      }
      const raw = initials ?? word;
      if (word !== undefined && /^s$/i.test(word) && /['’ʼ]/.test(text[start - 1] ?? '')) continue;
      const term = folded(raw);
      if (term !== '')
        found.push({ term, position: position++, start, end: start + raw.length, pair: false });
    }
    return found;
  }

  /** A name for files, from a word: small letters and digits stay; the first run of words has no word to be named after. */
  function fileOf(word) {
    return word === '' ? '_' : word.replace(/[^a-z0-9]/gu, (c) => `_${c.codePointAt(0).toString(16)}_`);
  }

  scope.tokens = tokens;
  scope.fileOf = fileOf;
})(typeof module === 'object' ? module.exports : self.chancery);
