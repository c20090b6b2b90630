/**
 * Regular expressions of XPath (Functions and Operators 3.1, 5.6) as those of JavaScript, as SaxonJS 2.7 has them: its
 * `.` leaves out U+2028 and U+2029 and its `\s` takes in every space, where the specification knows line feed and
 * carriage return, and the four of XML.
 */
import { XPathError } from './values.js';

const classes = { d: '\\p{Nd}', w: '\\p{L}\\p{M}\\p{N}\\p{S}' };
const negated = { D: 'd', W: 'w' };

const fail = (what) => {
  throw new XPathError('FORX0002', `${what} is not supported`);
};

/** The constructs that differ are rewritten; those that JavaScript lacks are refused, never guessed. */
function translate(pattern) {
  let out = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i += 1) {
    const c = pattern[i];
    if (c === '\\') {
      i += 1;
      const escaped = pattern[i];
      if (escaped in classes) out += inClass ? classes[escaped] : `[${classes[escaped]}]`;
      else if (escaped in negated)
        out += inClass ? fail(`\\${escaped} inside a class`) : `[^${classes[negated[escaped]]}]`;
      else if (/[icIC]/.test(escaped)) fail(`\\${escaped}`);
      // With the flag u JavaScript takes no needless backslash.
      else
        out += /[#%&,;:~@"'=<>!` ]/.test(escaped) || (escaped === '-' && !inClass) ? escaped : `\\${escaped}`;
      continue;
    }
    if (inClass && c === '[') fail('class subtraction');
    if (c === '[') inClass = true;
    else if (c === ']') inClass = false;
    out += c;
  }
  return out;
}

const compiled = new Map();

/** The JavaScript expression, global, kept: patterns are few. */
export function regex(pattern, flags) {
  const key = `${flags}/${pattern}`;
  let known = compiled.get(key);
  if (known === undefined) {
    if (/[^is]/.test(flags)) throw new XPathError('FORX0001', `the flags ${flags} are not supported`);
    known = new RegExp(translate(pattern), `gu${flags}`);
    compiled.set(key, known);
  }
  known.lastIndex = 0;
  return known;
}

export const matches = (words, re) => {
  re.lastIndex = 0;
  return re.test(words ?? '');
};

/** `$1` of XPath takes as many digits as there are groups; `\$` and `\\` are literal. */
export function replacement(text) {
  return text.replace(/\\([\\$])|\$(\d)|\$(?!\d)/g, (_, literal, digit) => {
    if (literal !== undefined) return literal === '$' ? '$$' : '\\';
    if (digit === undefined) throw new XPathError('FORX0004', 'a $ without a number in a replacement');
    return digit === '0' ? '$&' : `$${digit}`;
  });
}

export const replace = (words, re, by) => (words === null ? '' : words.replace(re, by));

export const split = (words, re) => (words === null || words === '' ? [] : words.split(re));
