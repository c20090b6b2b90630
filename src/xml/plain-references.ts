/** References to characters in plain XML (plain.ts), and how it leaves what it does not take. */

/** Something that this reading leaves to the parser. */
export const notPlain = new Error('not plain');
export const leave = (): never => {
  throw notPlain;
};

/** XML 1.0, 4.6. */
const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
  ['quot', '"'],
]);

/** Text with its references to characters resolved; XML 1.0, 4.1 and 4.6. */
export function resolved(written: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const begin = written.indexOf('&', at);
    if (begin === -1) return text + written.slice(at);
    const end = written.indexOf(';', begin);
    if (end === -1) leave();
    text += written.slice(at, begin) + referred(written.slice(begin + 1, end));
    at = end + 1;
  }
}

function referred(reference: string): string {
  if (!reference.startsWith('#')) return predefined.get(reference) ?? leave();
  const code = /^#x[\dA-Fa-f]{1,6}$/.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : /^#\d{1,7}$/.test(reference)
      ? Number.parseInt(reference.slice(1), 10)
      : leave();
  const allowed =
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : leave();
}
