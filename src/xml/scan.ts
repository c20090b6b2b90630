/**
 * The gate every XML passes: one reading, with the place of everything, and nothing expanded. What is plain is read
 * by plain.ts, all else by saxes, which alone says what is wrong.
 *
 * What is refused here never reaches another part of the program: XML that is not well-formed or breaks
 * Namespaces in XML, entities declared in a DOCTYPE (billion laughs, external entities), characters XML
 * cannot hold, nesting deeper than {@link maxDepth}. The first fault ends the reading: what follows it could
 * only mislead.
 */
import type { Diagnostic, Position } from '../diagnostic.ts';
import { wordXmlFault } from './faults.ts';
import { saxes } from './libraries.ts';
import { scanPlain } from './plain.ts';

/** Deeper than any document, shallow enough for functions that call themselves. */
export const maxDepth = 500;

export interface ScannedAttribute {
  /** As written: `xml:id`. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

export interface ScannedStart extends Position {
  /** Local name. */
  readonly name: string;
  readonly prefix: string;
  readonly uri: string;
  readonly attributes: readonly ScannedAttribute[];
  /** Place of `<` in the text, in UTF-16 code units. */
  readonly offset: number;
  /** Place after the `>` of the start tag. */
  readonly contentOffset: number;
  /** Namespace of a prefix in scope here. */
  readonly resolvePrefix: (prefix: string) => string | undefined;
}

export interface ScannedText extends Position {
  readonly value: string;
  readonly offset: number;
  /** End of the text as written, exclusive: not `offset + value.length` where references stand in it. */
  readonly end: number;
}

/** What happens while a file is read. Positions count from 1, as an editor shows them. */
export interface XmlHandler {
  startElement?(start: ScannedStart): void;
  text?(text: ScannedText): void;
  comment?(comment: ScannedText): void;
  instruction?(target: string, body: ScannedText): void;
  endElement?(
    name: string,
    uri: string,
    place: Position & { readonly offset: number; readonly end: number },
  ): void;
}

/**
 * Line and column of offsets: quick where they grow, for the cursor goes on from the last one. CR LF, LF and CR
 * end lines (XML 1.0, 2.11).
 */
export function positionsIn(text: string): (offset: number) => Position {
  let line = 1;
  let lineStart = 0;
  let last = 0;
  let lf = -1;
  let cr = -1;
  const after = (from: number): number => {
    // Each is looked for again only when it has been passed: most files have no CR at all.
    if (lf < from) lf = endless(text.indexOf('\n', from));
    if (cr < from) cr = endless(text.indexOf('\r', from));
    return cr + 1 === lf ? lf + 1 : Math.min(lf, cr) + 1;
  };
  let next = after(0);
  return (offset) => {
    if (offset < last) {
      line = 1;
      lineStart = 0;
      lf = -1;
      cr = -1;
      next = after(0);
    }
    last = offset;
    while (next <= offset) {
      line += 1;
      lineStart = next;
      next = after(next);
    }
    return { line, column: offset - lineStart + 1 };
  };
}

const endless = (found: number): number => (found === -1 ? Number.POSITIVE_INFINITY : found);

/** Offset of the first & that begins no reference, from `from` on; -1 if there is none. */
function bareAmpersand(text: string, from: number): number {
  const found = /&(?!#\d+;|#x[\da-fA-F]+;|[\p{L}_:][\p{L}\p{N}_:.-]*;)/u.exec(text.slice(from));
  return found ? from + found.index : -1;
}

/** Paragraphs may be long, and are often one line. */
const placeIn = ({ line, column }: Position): string => `at line ${line}, column ${column}`;

class Stop extends Error {}

/** Reads `xml`, tells `handler` what is there; the diagnostics are empty if the XML is sound. */
export function scanXml(xml: string, file: string, handler: XmlHandler): readonly Diagnostic[] {
  const { told, whole } = scanPlain(xml, handler, maxDepth);
  return whole ? [] : scanAny(xml, file, told === 0 ? handler : withoutFirst(told, handler));
}

/** The events from the first that has not been told. */
function withoutFirst(told: number, handler: XmlHandler): XmlHandler {
  let seen = 0;
  const due = (): boolean => {
    seen += 1;
    return seen > told;
  };
  return {
    startElement: (start) => due() && handler.startElement?.(start),
    text: (text) => due() && handler.text?.(text),
    comment: (comment) => due() && handler.comment?.(comment),
    instruction: (target, body) => due() && handler.instruction?.(target, body),
    endElement: (name, uri, place) => due() && handler.endElement?.(name, uri, place),
  };
}

/** All of XML that is allowed here, and every fault: by saxes. */
export function scanAny(xml: string, file: string, handler: XmlHandler): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const positionOf = positionsIn(xml);
  // saxes would stumble over half a character at the end of an instruction.
  if (!xml.isWellFormed()) {
    return [
      {
        code: 'xml.not-well-formed',
        severity: 'error',
        file,
        message: 'There is half of a surrogate pair, which is no character',
        position: positionOf(/\p{Cs}/u.exec(xml)?.index ?? 0),
        fix: 'Write the whole character; if there are many, the file may not be in UTF-8.',
      },
    ];
  }
  const open: { readonly name: string; readonly offset: number }[] = [];
  let tagStart = 0;
  let done = 0; // end of the last piece of markup

  const stop = (found: Omit<Diagnostic, 'file' | 'severity'>): never => {
    diagnostics.push({ severity: 'error', file, ...found });
    throw new Stop();
  };
  const fault = (said: string, place: number): never => {
    // A bare ampersand swallows all that follows it, to the next semicolon or the end of the file: neither is what
    // is wrong.
    const ampersand = /^un(closed|expected end)|entity/.test(said) ? bareAmpersand(xml, done) : -1;
    const bare = ampersand !== -1 && ampersand <= place;
    const message = bare ? 'malformed character entity.' : said;
    const offset = bare ? ampersand : place;
    const at = positionOf(offset);
    const wording = wordXmlFault(message, xml, offset, open.at(-1)?.name);
    const opened = open.at(-1);
    const where = wording.opened && opened ? `, opened ${placeIn(positionOf(opened.offset))}` : '';
    return stop({
      code: wording.code,
      message: `${wording.message}${where}`,
      position: at,
      fix: wording.fix,
    });
  };

  const { SaxesParser } = saxes();
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    fault(error.message, Math.max(0, Math.min(parser.position, xml.length) - 1));
  });
  parser.on('xmldecl', (declaration) => {
    done = xml.indexOf('?>') + 2;
    const name = declaration.encoding;
    if (name !== undefined && !/^utf-?(8|16)$/i.test(name)) {
      const offset = Math.max(0, xml.indexOf(name));
      stop({
        code: 'xml.encoding',
        message: `The XML declares the encoding ${name}, but is read and written as UTF-8`,
        position: positionOf(offset),
        fix: 'Save the file as UTF-8 and write encoding="UTF-8" in its first line.',
      });
    }
  });
  parser.on('doctype', (text) => {
    const offset = Math.max(0, xml.lastIndexOf('<!DOCTYPE', parser.position));
    const inside = text.indexOf('[');
    if (inside !== -1 && /<!(ENTITY|ATTLIST|ELEMENT|NOTATION)/.test(text.slice(inside))) {
      const external = /<!ENTITY[^>]*\b(SYSTEM|PUBLIC)\b/.test(text);
      stop({
        code: 'xml.doctype',
        message: external
          ? 'The DOCTYPE declares an external entity; Chancery reads no other file and asks no network for one'
          : 'The DOCTYPE makes declarations of its own (entities, attributes); Chancery expands none',
        position: positionOf(offset),
        fix: 'Remove the DOCTYPE and write the characters themselves in place of its entities.',
      });
    }
    if (/\b(SYSTEM|PUBLIC)\b/.test(text.slice(0, inside === -1 ? text.length : inside))) {
      diagnostics.push({
        code: 'xml.doctype',
        severity: 'warning',
        file,
        message:
          'The DOCTYPE names an external DTD, which is not read: its defaults and entities are unknown',
        position: positionOf(offset),
        fix: 'Remove the DOCTYPE; the grammar is RELAX NG.',
      });
    }
    done = parser.position;
  });
  parser.on('comment', (value) => {
    const offset = xml.indexOf('<!--', done);
    done = parser.position + 1;
    handler.comment?.({ value, offset, end: done, ...positionOf(offset) });
  });
  parser.on('processinginstruction', (instruction) => {
    const offset = xml.indexOf('<?', done);
    done = parser.position;
    handler.instruction?.(instruction.target, {
      value: instruction.body,
      offset,
      end: done,
      ...positionOf(offset),
    });
  });
  const text = (value: string, offset: number, end: number): void => {
    if (open.length > 0 && value !== '') handler.text?.({ value, offset, end, ...positionOf(offset) });
  };
  parser.on('text', (value) => {
    const end = parser.position - 1;
    text(value, done, end);
    done = end;
  });
  parser.on('cdata', (value) => {
    const end = parser.position;
    text(value, xml.indexOf('<![CDATA[', done), end);
    done = end;
  });
  parser.on('opentagstart', () => {
    tagStart = xml.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    const offset = tagStart;
    done = parser.position;
    if (open.length >= maxDepth) {
      stop({
        code: 'xml.not-well-formed',
        message: `Elements are nested more than ${maxDepth} deep`,
        position: positionOf(offset),
        fix: 'No document needs this; look for end tags that are missing.',
      });
    }
    const attributes: ScannedAttribute[] = [];
    for (const name in tag.attributes) {
      const a = tag.attributes[name];
      if (a === undefined || name === 'xmlns' || a.prefix === 'xmlns') continue;
      attributes.push({ name, prefix: a.prefix, local: a.local, uri: a.uri, value: a.value });
    }
    open.push({ name: tag.name, offset });
    if (handler.startElement) {
      // Only valid during the call: the scope is that of the tag being read.
      const resolvePrefix = (prefix: string): string | undefined => parser.resolve(prefix);
      const place = positionOf(offset);
      const { line, column } = place;
      const at = { line, column, offset, contentOffset: done, resolvePrefix };
      handler.startElement({ name: tag.local, prefix: tag.prefix, uri: tag.uri, attributes, ...at });
    }
  });
  parser.on('closetag', (tag) => {
    const end = parser.position;
    let offset = end;
    if (!tag.isSelfClosing) {
      offset = xml.lastIndexOf('</', end - 1);
      const written = /^<\/([^\s>]*)/.exec(xml.slice(offset, end))?.[1] ?? '';
      if (written !== tag.name) {
        const opened = open.at(-1);
        const since = opened ? ` opened ${placeIn(positionOf(opened.offset))}` : '';
        const isOpen = open.some((element) => element.name === written);
        stop({
          code: 'xml.not-well-formed',
          message: `The end tag </${written}> stands where <${tag.name}>${since} is still open`,
          position: positionOf(offset),
          fix: isOpen
            ? `Write </${tag.name}> where <${tag.name}> ends, or correct one of the two names.`
            : `Write one name in both tags, or remove </${written}>: no <${written}> is open here.`,
        });
      }
    }
    open.pop();
    done = end;
    handler.endElement?.(tag.local, tag.uri, { offset, end, ...positionOf(offset) });
  });

  try {
    parser.write(xml).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return diagnostics;
}
