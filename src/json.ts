/**
 * JSON with places: the value, and where each key and item of it stands, so that a fault can name its line.
 * Accepts exactly what `JSON.parse` accepts; a duplicate key is a fault, for one of the two is lost.
 */
export interface LocatedJson {
  readonly value: unknown;
  /** Offset of the key (or the item of an array) at a JSON Pointer; of the nearest ancestor if there is none. */
  readonly offsetOf: (pointer: string) => number;
}

export interface JsonFault {
  readonly message: string;
  readonly offset: number;
  /** How to mend it. */
  readonly fix: string;
}

export function parseJson(text: string): { readonly json: LocatedJson } | { readonly fault: JsonFault } {
  const sound = parsedPlainly(text);
  if (sound === undefined) return parseWithPlaces(text);
  let located: LocatedJson['offsetOf'] | undefined;
  const offsetOf: LocatedJson['offsetOf'] = (pointer) => {
    if (located === undefined) {
      const again = parseWithPlaces(text);
      located = 'json' in again ? again.json.offsetOf : () => 0;
    }
    return located(pointer);
  };
  return { json: { value: sound.value, offsetOf } };
}

/**
 * The value as `JSON.parse` gives it, where no key stands twice: it has as many keys as the text has strings before a
 * colon. What is sound needs no places; they are looked for when something is wrong.
 */
function parsedPlainly(text: string): { readonly value: unknown } | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    const withoutStrings = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '"');
    return keysIn(value) === (withoutStrings.match(/"\s*:/g)?.length ?? 0) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const isArray = Array.isArray(value);
  const inside: readonly unknown[] = isArray ? value : Object.values(value);
  let keys = isArray ? 0 : inside.length;
  for (const one of inside) keys += keysIn(one);
  return keys;
}

function parseWithPlaces(text: string): { readonly json: LocatedJson } | { readonly fault: JsonFault } {
  const places = new Map<string, number>([['', 0]]);
  const at = { offset: 0 };
  try {
    const value = readValue(text, at, '', places);
    skipSpace(text, at);
    if (at.offset < text.length)
      throw new Fault(
        'Something follows the end of the value',
        at.offset,
        'Remove it; a brace or bracket before may close too much.',
      );
    return { json: { value, offsetOf: (pointer) => nearest(places, pointer) } };
  } catch (error) {
    if (error instanceof RangeError)
      return {
        fault: {
          message: 'It is nested too deeply',
          offset: at.offset,
          fix: 'Check that the file is what it should be.',
        },
      };
    if (error instanceof Fault)
      return { fault: { message: error.message, offset: error.offset, fix: error.fix } };
    throw error;
  }
}

class Fault extends Error {
  readonly offset: number;
  readonly fix: string;
  constructor(message: string, offset: number, fix: string) {
    super(message);
    this.offset = offset;
    this.fix = fix;
  }
}

interface Cursor {
  offset: number;
}

function nearest(places: ReadonlyMap<string, number>, pointer: string): number {
  let path = pointer;
  while (!places.has(path)) path = path.slice(0, path.lastIndexOf('/'));
  return places.get(path) ?? 0;
}

function skipSpace(text: string, at: Cursor): void {
  while (at.offset < text.length && ' \t\n\r'.includes(text[at.offset] ?? '')) at.offset++;
}

function readValue(text: string, at: Cursor, pointer: string, places: Map<string, number>): unknown {
  skipSpace(text, at);
  const c = text[at.offset];
  if (c === '{') return readObject(text, at, pointer, places);
  if (c === '[') return readArray(text, at, pointer, places);
  if (c === '"') return readString(text, at);
  const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
  word.lastIndex = at.offset;
  const found = word.exec(text);
  if (found === null) {
    throw c === undefined ? cutOff(at.offset) : strangeValue(text, at.offset);
  }
  at.offset += found[0].length;
  return JSON.parse(found[0]);
}

function readString(text: string, at: Cursor): string {
  const pattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
  pattern.lastIndex = at.offset;
  const found = pattern.exec(text);
  if (found === null) {
    throw new Fault(
      'A string is not closed, or has a wrong character',
      at.offset,
      'Close it with " on its line; write \\" for a quotation mark in it, \\\\ for a backslash, \\n for a line end.',
    );
  }
  at.offset += found[0].length;
  return JSON.parse(found[0]) as string;
}

function readObject(text: string, at: Cursor, pointer: string, places: Map<string, number>): unknown {
  const entries = new Map<string, unknown>();
  at.offset++;
  skipSpace(text, at);
  while (text[at.offset] !== '}') {
    if (entries.size > 0) expectComma(text, at, 'keys', '}');
    const start = at.offset;
    if (text[start] !== '"') throw strangeKey(text, start, entries.size > 0);
    const key = readString(text, at);
    if (entries.has(key)) throw new Fault(`The key "${key}" occurs twice`, start, 'Keep one of them.');
    const path = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    places.set(path, start);
    skipSpace(text, at);
    if (text[at.offset] !== ':')
      throw new Fault('A colon is missing after the key', at.offset, `Write "${key}": and the value.`);
    at.offset++;
    skipSpace(text, at);
    entries.set(key, readValue(text, at, path, places));
    skipSpace(text, at);
  }
  at.offset++;
  return Object.fromEntries(entries);
}

function readArray(text: string, at: Cursor, pointer: string, places: Map<string, number>): unknown {
  const items: unknown[] = [];
  at.offset++;
  skipSpace(text, at);
  while (text[at.offset] !== ']') {
    if (items.length > 0) expectComma(text, at, 'items', ']');
    const path = `${pointer}/${items.length}`;
    places.set(path, at.offset);
    items.push(readValue(text, at, path, places));
    skipSpace(text, at);
  }
  at.offset++;
  return items;
}

function expectComma(text: string, at: Cursor, what: string, closing: string): void {
  const seen = text[at.offset];
  if (seen === undefined) throw cutOff(at.offset);
  if (seen === '}' || seen === ']')
    throw new Fault(
      `${seen} closes what was opened otherwise`,
      at.offset,
      `Write ${closing}, or close with ${closing} before it.`,
    );
  if (seen !== ',') {
    // Where it belongs: behind the value before.
    const end = text.slice(0, at.offset).trimEnd().length;
    throw isComment(text, at.offset)
      ? comment(at.offset)
      : new Fault(`A comma is missing between two ${what}`, end, 'Write a comma here.');
  }
  const comma = at.offset++;
  skipSpace(text, at);
  if (text[at.offset] === closing)
    throw new Fault(`A comma stands before ${closing}`, comma, 'Remove the comma: nothing follows it.');
}

const cutOff = (offset: number): Fault =>
  new Fault('The file ends in the middle', offset, 'A closing } or ] is missing, or the rest of the file.');

const isComment = (text: string, offset: number): boolean =>
  /^(\/\/|\/\*|#)/.test(text.slice(offset, offset + 2));
const comment = (offset: number): Fault => new Fault('JSON has no comments', offset, 'Remove it.');

function strangeValue(text: string, offset: number): Fault {
  if (isComment(text, offset)) return comment(offset);
  const word = /^[^\s,:[\]{}"]+/.exec(text.slice(offset, offset + 60))?.[0] ?? '';
  const said = `A value cannot begin with ${text[offset]}`;
  if (/^['‘’“”„«]/.test(word)) return new Fault(said, offset, 'Write straight double quotation marks: "…".');
  if (/^(true|false|null)$/i.test(word)) return new Fault(said, offset, `Write ${word.toLowerCase()}.`);
  if (/^[\p{L}_]/u.test(word)) return new Fault(said, offset, `Write words in quotation marks: "${word}".`);
  return new Fault(said, offset, 'Write a value: "words", a number, true, false, null, […] or {…}.');
}

function strangeKey(text: string, offset: number, after: boolean): Fault {
  if (text[offset] === undefined) return cutOff(offset);
  if (isComment(text, offset)) return comment(offset);
  const word = /^['‘’“”„«]?([\w@$-]+)/.exec(text.slice(offset, offset + 60))?.[1];
  const fix =
    word === undefined
      ? after
        ? 'Write a key, or remove the comma before.'
        : 'Write a key, or }.'
      : `Write "${word}".`;
  return new Fault('A key in quotation marks is expected', offset, fix);
}
