/**
 * The datatype anyURI (XML Schema Part 2, 3.2.17): after escaping what XLink 5.4 lets a document write unescaped,
 * the text must be a URI reference of RFC 2396 as amended by RFC 2732. `[` and `]` are thus for IPv6 hosts, and
 * for what follows `?` or `#`.
 */
const MARK = "-_.!~*'()";
const UNRESERVED = `a-zA-Z0-9${MARK.replace(/[-\\\]^]/g, '\\$&')}`;
/** XLink 5.4 escapes these before the URI is looked at, as it does everything outside ASCII. */
const ESCAPED_FIRST = '\\u0000-\\u0020<>"{}|\\\\^`\\u007F-\\u{10FFFF}';
const ESCAPE = '%[0-9A-Fa-f]{2}';
const some = (chars: string): string => `(?:[${UNRESERVED}${ESCAPED_FIRST}${chars}]|${ESCAPE})*`;
const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'u');

const URIC = whole(some(';/?:@&=+$,\\[\\]'));
const PATH = whole(some(';/:@&=+$,'));
const AUTHORITY = whole(some('$,;:@&=+'));
const BRACKETED_HOST = whole(
  `(?:${some(';:&=+$,')}@)?\\[(?:[0-9A-Fa-f:.]+)(?:%[0-9A-Za-z_.\\-]+)?\\](?::[0-9]*)?`,
);
const SCHEME = /^[A-Za-z][A-Za-z0-9+\-.]*$/;

/** True if the text (white space already collapsed) is a URI reference. */
export function isAnyUri(text: string): boolean {
  const hash = text.indexOf('#');
  const body = hash < 0 ? text : text.slice(0, hash);
  if (hash >= 0 && !URIC.test(text.slice(hash + 1))) return false;
  const colon = body.search(/[:/?]/);
  if (colon < 0 || body[colon] !== ':') return isHierarchical(body, hash >= 0);
  if (!SCHEME.test(body.slice(0, colon))) return false;
  const rest = body.slice(colon + 1);
  if (rest.startsWith('/')) return isHierarchical(rest, hash >= 0);
  return rest !== '' && URIC.test(rest);
}

const TO_ESCAPE = new RegExp(`[${ESCAPED_FIRST}]`, 'gu');
const escapeUtf8 = (char: string): string =>
  /[\uD800-\uDFFF]/u.test(char) ? '%EF%BF%BD' : encodeURIComponent(char);

/** An authority may be empty only before something else. */
function isHierarchical(text: string, hasFragment: boolean): boolean {
  const question = text.indexOf('?');
  if (question >= 0 && !URIC.test(text.slice(question + 1))) return false;
  let path = question < 0 ? text : text.slice(0, question);
  if (path.startsWith('//')) {
    const slash = path.indexOf('/', 2);
    const authority = path.slice(2, slash < 0 ? undefined : slash).replace(TO_ESCAPE, escapeUtf8);
    path = slash < 0 ? '' : path.slice(slash);
    if (authority === '') {
      if (path === '' && question < 0 && !hasFragment) return false;
    } else if (/[[\]]/.test(authority)) {
      if (!BRACKETED_HOST.test(authority) || !isIPv6(authority.replace(/^[^[]*\[|(?:%[^\]]*)?\].*$/g, '')))
        return false;
    } else if (!AUTHORITY.test(authority)) return false;
  }
  return PATH.test(path);
}

/** RFC 2373, 2.2. */
function isIPv6(text: string): boolean {
  const ipv4 = /(?:^|:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  let groups = text;
  if (ipv4) {
    if (ipv4.slice(1).some((part) => Number(part) > 255)) return false;
    groups = `${text.slice(0, text.lastIndexOf(':') + 1)}0:0`;
  }
  const halves = groups.split('::');
  if (halves.length > 2) return false;
  const parts = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!parts.every((part) => /^[0-9A-Fa-f]{1,4}$/.test(part))) return false;
  return halves.length === 2 ? parts.length < 8 : parts.length === 8;
}
