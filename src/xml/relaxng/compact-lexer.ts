/** Words of the compact syntax (ISO/IEC 19757-2, annex C; "RELAX NG Compact Syntax", 2002, section 2.1). */
import { RelaxNgError, type SchemaPlace } from './errors.ts';
import { NAME_CHAR, NAME_START } from './names.ts';

export type TokenKind =
  | 'identifier' // foo, or \foo
  | 'keyword'
  | 'cname' // foo:bar
  | 'nsName' // foo:*
  | 'literal'
  | 'symbol'
  | 'end';

export interface Token extends SchemaPlace {
  readonly kind: TokenKind;
  /** Of an identifier its name, of a literal its value. */
  readonly text: string;
}

const KEYWORDS = new Set(
  (
    'attribute default datatypes div element empty external grammar include inherit list mixed namespace ' +
    'notAllowed parent start string text token'
  ).split(' '),
);

const NCNAME = `[${NAME_START}][${NAME_CHAR}]*`;
/** White space, comments; `##` begins documentation, which is an annotation and left out likewise. */
const SKIP = /(?:[ \t\n\r]+|#[^\n\r]*)+/uy;
const WORD = new RegExp(`(\\\\?)(${NCNAME})(?::(${NCNAME}|\\*))?`, 'uy');
const SYMBOL = /\|=|&=|>>|[={}()[\],&|?*+\-~]/y;
const LITERAL = /"""((?:"{0,2}[^"])*?)"""|'''((?:'{0,2}[^'])*?)'''|"([^"\n\r]*)"|'([^'\n\r]*)'/y;

/** \x{...} may stand for any character; of a line end it means one that does not end a literal. */
const ESCAPED_LINE_FEED = '\uFDD0';
const ESCAPED_RETURN = '\uFDD1';

function resolveEscapes(text: string, uri: string): string {
  return text.replace(/\\x+\{([^}]*)\}?/g, (written, hex: string, at: number) => {
    const code = /^[0-9A-Fa-f]{1,6}$/.test(hex) ? Number.parseInt(hex, 16) : -1;
    if (!isXmlChar(code) || !written.endsWith('}')) {
      const before = text.slice(0, at).split('\n');
      const place = { uri, line: before.length, column: before.at(-1)!.length + 1 };
      throw new RelaxNgError(`"${written}" is no character`, place);
    }
    if (code === 0x0a) return ESCAPED_LINE_FEED;
    if (code === 0x0d) return ESCAPED_RETURN;
    return String.fromCodePoint(code);
  });
}

/** XML 1.0, production 2 */
const isXmlChar = (code: number): boolean =>
  code === 0x09 ||
  code === 0x0a ||
  code === 0x0d ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

const literalValue = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replaceAll(ESCAPED_LINE_FEED, '\n').replaceAll(ESCAPED_RETURN, '\r');

/** All words of a text, with an `end` after the last. @throws RelaxNgError at what is no word */
export function tokenize(source: string, uri: string): readonly Token[] {
  const text = resolveEscapes(source.replace(/^\uFEFF/, ''), uri);
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;
  const advanceTo = (end: number): void => {
    for (let i = text.indexOf('\n', at); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    at = end;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  for (;;) {
    const skipped = match(SKIP);
    if (skipped) advanceTo(at + skipped[0].length);
    const place: SchemaPlace = { uri, line, column: at - lineStart + 1 };
    const add = (kind: TokenKind, value: string, length: number): void => {
      tokens.push({ kind, text: value, ...place });
      advanceTo(at + length);
    };
    if (at >= text.length) {
      add('end', 'the end of the schema', 0);
      return tokens;
    }
    const word = match(WORD);
    if (word) {
      const [all, quoted, name, local] = word as unknown as [string, string, string, string | undefined];
      if (local === undefined || quoted) {
        const kind = !quoted && KEYWORDS.has(name) ? 'keyword' : 'identifier';
        add(kind, name, quoted.length + name.length);
      } else add(local === '*' ? 'nsName' : 'cname', all, all.length);
      continue;
    }
    const literal = match(LITERAL);
    if (literal) {
      add(
        'literal',
        literalValue(literal.slice(1).find((part) => part !== undefined) ?? ''),
        literal[0].length,
      );
      continue;
    }
    const symbol = match(SYMBOL);
    if (!symbol) throw new RelaxNgError(`"${text.slice(at, at + 10).trim()}" is not expected`, place);
    add('symbol', symbol[0], symbol[0].length);
  }
}
