/** XML to the events a validator hears: plain XML quickly, all else by saxes, which alone says what is wrong. */
import { saxes } from '../libraries.ts';
import { LineCounter } from '../line-counter.ts';
import { scanPlain } from '../plain.ts';
import { XML_NAMESPACE } from './names.ts';
import { type Namespaces, NO_NAMESPACES, namespacesInScope } from './namespaces.ts';

export interface XmlEventAttribute {
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

/** Lines and columns count from 1 and are those of the ends of tags and texts, as validators report them. */
export interface XmlEvents {
  startElement(
    uri: string,
    local: string,
    /** Declarations of namespaces may be among them. */
    attributes: readonly XmlEventAttribute[],
    line: number,
    column: number,
    resolvePrefix: (prefix: string) => string | undefined,
  ): void;
  text(value: string, line: number, column: number): void;
  endElement(line: number, column: number): void;
}

/** Deeper nesting is left to saxes. */
const DEEPEST = 500;

/**
 * @param fail called at the first fault; must throw
 */
export function readXmlEvents(
  xml: string,
  events: XmlEvents,
  fail: (message: string, line: number, column: number) => never,
): void {
  let told = 0;
  const end = new LineCounter(xml);
  const { whole } = scanPlain(
    xml,
    {
      startElement(tag) {
        told++;
        end.moveTo(tag.contentOffset);
        events.startElement(tag.uri, tag.name, tag.attributes, end.line, end.column, tag.resolvePrefix);
      },
      text(text) {
        told++;
        end.moveTo(text.end);
        events.text(text.value, end.line, end.column);
      },
      endElement(_name, _uri, place) {
        told++;
        end.moveTo(place.end);
        events.endElement(end.line, end.column);
      },
    },
    DEEPEST,
  );
  if (!whole) readBySaxes(xml, told, events, fail);
}

/** @param told so many events have been told already */
function readBySaxes(
  xml: string,
  told: number,
  events: XmlEvents,
  fail: (message: string, line: number, column: number) => never,
): void {
  if (!xml.isWellFormed()) fail('half of a surrogate pair, which is no character', 1, 1);
  const { SaxesParser } = saxes();
  const parser = new SaxesParser({ xmlns: true, position: true });
  /** Namespaces in scope, for each open element. */
  const scopes: Namespaces[] = [NO_NAMESPACES];
  let seen = 0;
  const due = (): boolean => ++seen > told;
  parser.on('error', (error) =>
    fail(error.message.replace(/^\d+:\d+: /, ''), parser.line, parser.column + 1),
  );
  parser.on('opentag', (tag) => {
    const scope = namespacesInScope(tag.ns, scopes.at(-1)!);
    tag.ns = scope;
    scopes.push(scope);
    if (!due()) return;
    const resolve = (prefix: string): string | undefined =>
      prefix === 'xml' ? XML_NAMESPACE : scope[prefix];
    const attributes = Object.values(tag.attributes);
    events.startElement(tag.uri, tag.local, attributes, parser.line, parser.column + 1, resolve);
  });
  const text = (value: string): void => {
    // The parser has read the "<" after the text by now.
    if (scopes.length > 1 && value !== '' && due()) events.text(value, parser.line, parser.column);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    scopes.pop();
    if (due()) events.endElement(parser.line, parser.column + 1);
  });
  parser.write(xml).close();
}
