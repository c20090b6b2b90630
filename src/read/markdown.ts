/**
 * Markdown, with or without a block of front matter. The block stays in the text, so that every character is
 * accounted for; its fields are given as metadata besides.
 *
 * > | ---
 *     ^^^
 *   | title: "153 Sir Thomas Inskip"
 *     ^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^
 *   | ---
 */
import type { Read } from './formats.ts';

export function readMarkdown(text: string): Read {
  const block = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
  return { furniture: [], metadata: block === null ? {} : fieldsOf(block[1] ?? '') };
}

/** `key: value` lines, with quotation marks taken off; a list or a folded value is one field, joined. */
function fieldsOf(block: string): Record<string, string> {
  const fields = new Map<string, string>();
  let key: string | undefined;
  for (const line of block.split('\n')) {
    const field = /^([A-Za-z0-9_][\w .-]*?)[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    if (field !== null) {
      key = field[1] ?? '';
      const value = (field[2] ?? '').trim();
      fields.set(key, /^[|>][+-]?$/.test(value) ? '' : unquote(value));
    } else if (key !== undefined && /^\s*\S/.test(line)) {
      const item = unquote(line.trim().replace(/^- +/, ''));
      const known = fields.get(key) ?? '';
      fields.set(key, known === '' ? item : `${known}${/^\s*- /.test(line) ? '; ' : ' '}${item}`);
    }
  }
  return Object.fromEntries(fields);
}

function unquote(value: string): string {
  if (/^"(?:[^"\\]|\\.)*"$/.test(value)) return value.slice(1, -1).replace(/\\(["\\])/g, '$1');
  if (/^'(?:[^']|'')*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  return value;
}
