/**
 * The quick reading of plain XML, and the reason why checking a file costs less than a library's parser alone.
 *
 * Most documents use little of XML: a declaration, elements, attributes, text, comments, instructions, names in
 * ASCII. That much is read here, by searching for the next piece of markup instead of looking at each character
 * in turn. Whatever is rare or wrong — a DOCTYPE, CDATA, CR, other names, any fault — ends the quick reading, and
 * saxes reads the file from its beginning (scan.ts), leaving out what has been told already. So saxes alone says
 * what is wrong with XML, and this reading only has to be sure of what it takes: test/xml/plain.test.ts holds the
 * events of both against each other.
 *
 * XML 1.0 (fifth edition), 2.1 to 3.1 and 4.1; Namespaces in XML 1.0, 3 to 6.
 */
import { LineCounter } from './line-counter.ts';
import { declare, type Name, outermost, Scope, withNamespaces } from './plain-namespaces.ts';
import { leave, notPlain, resolved } from './plain-references.ts';
import type { ScannedAttribute, XmlHandler } from './scan.ts';

/** XML 1.0, 2.2: what no document may hold; lone surrogates are asked for apart. */
const notACharacter = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;
const declaration =
  /^<\?xml version="1\.0"(?: encoding="[Uu][Tt][Ff]-8")?(?: standalone="(?:yes|no)")?[ \t\n]*\?>/;

// ---------------------------------------------------------------- kinds of characters, by code

const start = 1;
const inner = 2;
const colon = 4;
const space = 8;
const kinds = new Uint8Array(128);
for (const [from, to, kind] of [
  ['A', 'Z', start | inner],
  ['a', 'z', start | inner],
  ['_', '_', start | inner],
  ['0', '9', inner],
  ['-', '.', inner],
  [':', ':', colon],
  [' ', ' ', space],
  ['\t', '\n', space],
] as const)
  for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) kinds[code] = kind;

const [lessThan, greaterThan, slash, ampersand, equals] = [0x3c, 0x3e, 0x2f, 0x26, 0x3d];
const [bang, question, quote, apostrophe] = [0x21, 0x3f, 0x22, 0x27];

/** Each is compared with those before it; a tag with more is left to the parser. */
const mostAttributes = 64;

/**
 * Reads `xml` as far as it is plain and tells `handler` what is there.
 * @param deepest elements may be nested so deep; deeper is left to the parser
 * @returns how many events were told, and whether the whole document was read
 */
export function scanPlain(
  xml: string,
  handler: XmlHandler,
  deepest: number,
): { readonly told: number; readonly whole: boolean } {
  if (xml.includes('\r') || xml.includes(']]>') || notACharacter.test(xml) || !xml.isWellFormed())
    return { told: 0, whole: false };
  const reading = new PlainReading(xml, handler, deepest);
  try {
    reading.read();
    return { told: reading.told, whole: true };
  } catch (error) {
    if (error !== notPlain) throw error;
    return { told: reading.told, whole: false };
  }
}

/** Names of elements and attributes, the same text for every document: what is asked of a name is then found faster. */
const names = new Map<string, Name>();
const mostNames = 5_000;

class PlainReading {
  told = 0;
  readonly #xml: string;
  readonly #handler: XmlHandler;
  readonly #deepest: number;
  readonly #open: { readonly name: Name; readonly uri: string; readonly scope: Scope }[] = [];
  /** Where the reading stands. */
  #at = 0;
  readonly #lines: LineCounter;

  constructor(xml: string, handler: XmlHandler, deepest: number) {
    this.#xml = xml;
    this.#handler = handler;
    this.#deepest = deepest;
    this.#lines = new LineCounter(xml);
  }

  read(): void {
    const xml = this.#xml;
    if (xml.startsWith('<?xml ')) this.#at = declaration.exec(xml)?.[0].length ?? leave();
    let rootSeen = false;
    for (;;) {
      const next = xml.indexOf('<', this.#at);
      if (next === -1 && this.#open.length > 0) leave();
      const end = next === -1 ? xml.length : next;
      if (end > this.#at) this.#text(end);
      if (next === -1) break;
      this.#at = next;
      const code = xml.charCodeAt(next + 1);
      if (code === slash) this.#endTag();
      else if (code === bang) this.#comment();
      else if (code === question) this.#instruction();
      else {
        if (this.#open.length === 0 && rootSeen) leave();
        rootSeen = true;
        this.#startTag();
      }
    }
    if (this.#open.length > 0 || !rootSeen) leave();
  }

  #text(end: number): void {
    const offset = this.#at;
    const written = this.#xml.slice(offset, end);
    this.#at = end;
    if (this.#open.length === 0) {
      if (/[^ \t\n]/.test(written)) leave();
      return;
    }
    const value = written.includes('&') ? resolved(written) : written;
    this.told += 1;
    if (!this.#handler.text) return;
    this.#lines.moveTo(offset);
    this.#handler.text({ value, offset, end, line: this.#lines.line, column: this.#lines.column });
  }

  #comment(): void {
    const offset = this.#at;
    if (!this.#xml.startsWith('<!--', offset)) leave();
    const closing = this.#xml.indexOf('--', offset + 4);
    if (closing === -1 || this.#xml.charCodeAt(closing + 2) !== greaterThan) leave();
    const end = closing + 3;
    this.#at = end;
    this.told += 1;
    if (!this.#handler.comment) return;
    this.#lines.moveTo(offset);
    const place = { line: this.#lines.line, column: this.#lines.column };
    this.#handler.comment({ value: this.#xml.slice(offset + 4, closing), offset, end, ...place });
  }

  #instruction(): void {
    const offset = this.#at;
    const closing = this.#xml.indexOf('?>', offset + 2);
    if (closing === -1) leave();
    const nameEnd = this.#nameEnd(offset + 2);
    const { prefix, written } = this.#name(offset + 2, nameEnd);
    const body = this.#skipSpace(nameEnd);
    if (prefix !== '' || /^xml$/i.test(written) || (body === nameEnd && nameEnd !== closing)) leave();
    const end = closing + 2;
    this.#at = end;
    this.told += 1;
    if (!this.#handler.instruction) return;
    this.#lines.moveTo(offset);
    const place = { line: this.#lines.line, column: this.#lines.column };
    const value = this.#xml.slice(Math.min(body, closing), closing);
    this.#handler.instruction(written, { value, offset, end, ...place });
  }

  #startTag(): void {
    const offset = this.#at;
    const xml = this.#xml;
    let at = this.#nameEnd(offset + 1);
    const name = this.#name(offset + 1, at);
    const attributes: ScannedAttribute[] = [];
    let declared: Map<string, string> | undefined;
    let prefixed = false;
    let code: number;
    for (;;) {
      const after = this.#skipSpace(at);
      code = xml.charCodeAt(after);
      if (code === greaterThan || code === slash) {
        at = after;
        break;
      }
      if (after === at) leave();
      at = this.#nameEnd(after);
      const called = this.#name(after, at);
      at = this.#skipSpace(at);
      if (xml.charCodeAt(at) !== equals) leave();
      at = this.#skipSpace(at + 1);
      const value = this.#value(at);
      at = this.#at;
      if (called.written === 'xmlns' || called.prefix === 'xmlns') {
        declared ??= new Map();
        declare(declared, called, value);
        continue;
      }
      if (attributes.length === mostAttributes) leave();
      for (const other of attributes) if (other.name === called.written) leave();
      if (called.prefix !== '') prefixed = true;
      // Its namespace follows when all declarations of the tag are known.
      attributes.push({ name: called.written, prefix: called.prefix, local: called.local, uri: '', value });
    }
    const empty = code === slash;
    if (empty && xml.charCodeAt(at + 1) !== greaterThan) leave();
    const contentOffset = at + (empty ? 2 : 1);
    if (this.#open.length >= this.#deepest) leave();

    const around = this.#open.length === 0 ? outermost : this.#open[this.#open.length - 1]!.scope;
    const scope = declared ? new Scope(declared, around) : around;
    const uri = scope.resolve(name.prefix) ?? (name.prefix === '' ? '' : leave());
    if (name.prefix === 'xmlns') leave();
    const named = prefixed ? withNamespaces(attributes, scope) : attributes;
    this.told += 1;
    const { startElement, endElement } = this.#handler;
    this.#at = contentOffset;
    if (startElement) {
      this.#lines.moveTo(offset);
      startElement.call(this.#handler, {
        name: name.local,
        prefix: name.prefix,
        uri,
        attributes: named,
        line: this.#lines.line,
        column: this.#lines.column,
        offset,
        contentOffset,
        resolvePrefix: scope.resolve,
      });
    }
    if (!empty) {
      this.#open.push({ name, uri, scope });
      return;
    }
    this.told += 1;
    if (!endElement) return;
    this.#lines.moveTo(contentOffset);
    const place = { line: this.#lines.line, column: this.#lines.column };
    endElement.call(this.#handler, name.local, uri, { offset: contentOffset, end: contentOffset, ...place });
  }

  #endTag(): void {
    const offset = this.#at;
    const opened = this.#open.pop() ?? leave();
    const { written } = opened.name;
    if (!this.#xml.startsWith(written, offset + 2)) leave();
    const closing = this.#skipSpace(offset + 2 + written.length);
    if (this.#xml.charCodeAt(closing) !== greaterThan) leave();
    const end = closing + 1;
    this.#at = end;
    this.told += 1;
    if (!this.#handler.endElement) return;
    this.#lines.moveTo(offset);
    const place = { line: this.#lines.line, column: this.#lines.column };
    this.#handler.endElement(opened.name.local, opened.uri, { offset, end, ...place });
  }

  #skipSpace(from: number): number {
    let at = from;
    while (((kinds[this.#xml.charCodeAt(at)] ?? 0) & space) !== 0) at += 1;
    return at;
  }

  #nameEnd(from: number): number {
    let at = from;
    while (((kinds[this.#xml.charCodeAt(at)] ?? 0) & (inner | colon)) !== 0) at += 1;
    return at;
  }

  /** A name in ASCII, with one colon at most, and something on both sides of it. */
  #name(from: number, to: number): Name {
    const written = this.#xml.slice(from, to);
    const known = names.get(written);
    if (known) return known;
    const parts = written.split(':');
    // Another letter follows: the name is longer than it seems.
    if (parts.length > 2 || !(this.#xml.charCodeAt(to) < 128)) leave();
    for (const part of parts) if (((kinds[part.charCodeAt(0)] ?? 0) & start) === 0) leave();
    const [first = '', second] = parts;
    const name =
      second === undefined
        ? { written, prefix: '', local: first }
        : { written, prefix: first, local: second };
    if (names.size >= mostNames) names.clear();
    names.set(written, name);
    return name;
  }

  /** The value of an attribute; the reading then stands after its closing quotation mark. XML 1.0, 3.3.3. */
  #value(opening: number): string {
    const xml = this.#xml;
    const mark = xml.charCodeAt(opening);
    if (mark !== quote && mark !== apostrophe) leave();
    let references = false;
    let spaces = false;
    let at = opening + 1;
    for (; ; at++) {
      const code = xml.charCodeAt(at);
      if (code === mark) break;
      if (code === ampersand) references = true;
      else if (code === 0x0a || code === 0x09) spaces = true;
      else if (code === lessThan || Number.isNaN(code)) leave();
    }
    this.#at = at + 1;
    const written = xml.slice(opening + 1, at);
    const value = spaces ? written.replace(/[\t\n]/g, ' ') : written;
    return references ? resolved(value) : value;
  }
}
