/** The parser's faults in words for people: what it saw there, and how to mend it. */
import type { Code } from '../diagnostic.ts';

export interface FaultWording {
  readonly code: Code;
  readonly message: string;
  readonly fix: string;
  /** Say where the innermost open element began. */
  readonly opened?: boolean;
}

type Wording = (
  found: string,
  xml: string,
  offset: number,
) => Omit<FaultWording, 'code'> & { readonly code?: Code };

const wordings: readonly (readonly [RegExp, Wording])[] = [
  [
    /^unbound namespace prefix: "(.*)"/,
    (prefix) => ({
      message: `The prefix ${prefix}: is not declared`,
      fix: `Declare it, xmlns:${prefix}="…", on this element or one around it, or drop the prefix.`,
    }),
  ],
  [
    /^documents may contain only one root/,
    () => ({
      message: 'A second root element begins here',
      fix: 'Keep one root; put the other document into a file of its own.',
    }),
  ],
  [
    /^text data outside of root node/,
    () => ({ message: 'There is text outside the root element', fix: 'Move it into the root or remove it.' }),
  ],
  [
    /^document must contain a root element/,
    () => ({ message: 'The file has no root element', fix: 'Check that the file is whole.' }),
  ],
  [
    /^undefined entity/,
    (_, xml, offset) => {
      const name = /&([^&;\s<]*);?$/.exec(xml.slice(Math.max(0, offset - 60), offset + 1))?.[1] ?? '';
      return {
        message: `The entity &${name}; is not one that XML defines (&lt; &gt; &amp; &apos; &quot;)`,
        fix: 'Write the character itself.',
      };
    },
  ],
  [
    /^(malformed character entity|disallowed character in entity name|empty entity name)/,
    () => ({
      message: 'An ampersand begins something that is no reference to a character',
      fix: 'Write &amp; for an ampersand.',
    }),
  ],
  [
    /^unclosed tag: (.*)/,
    (name) => ({
      message: `The element <${name}> is never closed`,
      fix: `Write </${name}> where it ends.`,
      opened: true,
    }),
  ],
  [
    /^unmatched closing tag: (.*)\.$/,
    (name) => ({
      message: `The end tag </${name}> has no start tag`,
      fix: 'Remove it, or write the start tag.',
    }),
  ],
  [
    /^duplicate attribute: (.*)\.$/,
    (name) => ({ message: `The attribute ${name} occurs twice in one tag`, fix: 'Keep one of them.' }),
  ],
  [
    /^disallowed character\.$/,
    (_, xml, offset) => {
      const seen = xml.codePointAt(offset) ?? 0;
      const hex = seen.toString(16).toUpperCase().padStart(4, '0');
      if (seen === 0x3c) {
        return {
          message: 'A < stands in the value of an attribute, or the value has no end',
          fix: 'Close the value with a quotation mark; write &lt; for a < that belongs to it.',
        };
      }
      return {
        message:
          seen === 0
            ? 'There is a NUL character (U+0000), which XML cannot hold'
            : `There is a character U+${hex} that XML cannot hold`,
        fix: 'Remove it; if there are many, the file may not be in UTF-8.',
      };
    },
  ],
  [
    /^unquoted attribute value/,
    (_, xml, offset) => {
      const seen = /[“”„«»’‘″]/.exec(xml.slice(Math.max(0, offset - 2), offset + 2))?.[0];
      if (seen !== undefined) {
        return {
          message: `The value of an attribute stands in typographic quotation marks (${seen})`,
          fix: 'Write straight ones: name="value".',
        };
      }
      return { message: 'The value of an attribute has no quotation marks', fix: 'Write name="value".' };
    },
  ],
  [
    /^disallowed character in tag name/,
    () => ({ message: 'A < begins something that is no tag', fix: 'Write &lt; for a less-than sign.' }),
  ],
  [
    /^(no whitespace between attributes|unquoted attribute value|attribute without value|disallowed character in attribute name)/,
    (what) => ({
      message: `A start tag is malformed (${what})`,
      fix: 'Write attributes as name="value" with a space between them; a quotation mark may be missing before this place.',
      opened: false,
    }),
  ],
  [
    /^the string "]]>"/,
    () => ({ message: 'The characters ]]> stand in the text', fix: 'Write ]]&gt; for them.' }),
  ],
  [
    /XML declaration|an XML declaration|processing instructions are not allowed before root/,
    () => ({
      message: 'The XML declaration is wrong, or something stands before it',
      fix: 'Let the file begin with <?xml version="1.0" encoding="UTF-8"?> or with the root element.',
    }),
  ],
  [
    /^malformed comment/,
    () => ({
      message: 'Two hyphens stand inside a comment',
      fix: 'Write one hyphen, or a dash (–); a comment ends with -->.',
    }),
  ],
  [
    /^(unexpected end|disallowed character in tag name|disallowed character in closing tag|.*)/,
    (what) => ({
      message: `The XML is not well-formed: ${what.replace(/\.$/, '')}`,
      fix: 'Mend the place named.',
    }),
  ],
];

export function wordXmlFault(message: string, xml: string, offset: number, inside?: string): FaultWording {
  for (const [pattern, word] of wordings) {
    const match = pattern.exec(message);
    if (!match) continue;
    const wording = word(match[1] ?? '', xml, offset);
    const place = inside !== undefined && wording.opened !== true ? `, inside <${inside}>` : '';
    return { code: 'xml.not-well-formed', ...wording, message: `${wording.message}${place}` };
  }
  return { code: 'xml.not-well-formed', message, fix: 'Mend the place named.' };
}
