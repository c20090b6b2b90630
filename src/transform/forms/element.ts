/** The light tree that `xml/serialise.ts` writes, short to say. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

type Child = Element | string | readonly (Element | string)[];

/** What XML 1.0 cannot hold becomes U+FFFD; it can only come from settings, the text of a TEI cannot hold it. */
const legal = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');

/** An attribute without a value is left out. */
export function el(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): Element {
  const set: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) set[key] = legal(value);
  return {
    name,
    attributes: set,
    children: children.flat().map((c) => (typeof c === 'string' ? legal(c) : c)),
  };
}
