/**
 * Names as XML 1.0 (fifth edition) and Namespaces in XML define them.
 * The two strings are the inside of a regular-expression class, to be used with the flag `u`.
 */
export const NAME_START =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}' +
  '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
export const NAME_CHAR = `${NAME_START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}`;

const NCNAME = new RegExp(`^[${NAME_START}][${NAME_CHAR}]*$`, 'u');
const NAME = new RegExp(`^[:${NAME_START}][:${NAME_CHAR}]*$`, 'u');
const NMTOKEN = new RegExp(`^[:${NAME_CHAR}]+$`, 'u');

export const isNCName = (text: string): boolean => NCNAME.test(text);
export const isName = (text: string): boolean => NAME.test(text);
export const isNMTOKEN = (text: string): boolean => NMTOKEN.test(text);

/** Prefix and local part of a QName, or undefined if the text is none. Without a colon the prefix is ''. */
export function splitQName(text: string): { prefix: string; local: string } | undefined {
  const colon = text.indexOf(':');
  const prefix = colon < 0 ? '' : text.slice(0, colon);
  const local = text.slice(colon + 1);
  if (!isNCName(local) || (colon >= 0 && !isNCName(prefix))) return undefined;
  return { prefix, local };
}

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';
export const RELAXNG_NAMESPACE = 'http://relaxng.org/ns/structure/1.0';
export const XSD_DATATYPES = 'http://www.w3.org/2001/XMLSchema-datatypes';

/** True if the text is empty or holds nothing but the four white-space characters of XML. */
export function isWhiteSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== 0x20 && c !== 0x0a && c !== 0x09 && c !== 0x0d) return false;
  }
  return true;
}

/** White space at both ends removed, other runs of it made one blank (RELAX NG 6.2.8 `normalizeWhiteSpace`). */
export function normalizeWhiteSpace(text: string): string {
  return /^[ \t\n\r]|[\t\n\r]| {2}| $/.test(text)
    ? text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '')
    : text;
}
