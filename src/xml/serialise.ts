/** Writing XML: xmlbuilder2's callback writer, which escapes and needs no tree of its own. */
import { createCB } from 'xmlbuilder2';

interface ElementNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (ElementNode | string)[];
}

/**
 * @returns the document with XML declaration, ending in a line feed. No white space is added or taken away.
 *   Characters that XML 1.0 cannot hold must not be in it (the reader refuses or replaces them).
 */
export function serialise(root: ElementNode): string {
  const parts: string[] = [];
  const writer = createCB({ prettyPrint: false, data: (chunk) => parts.push(chunk) });
  writer.dec({ version: '1.0', encoding: 'UTF-8' });
  write(root);
  writer.end();
  return `${parts.join('').replace(/^(<\?xml[^>]*\?>)\n?/, '$1\n')}\n`;

  function write(node: ElementNode): void {
    writer.ele(node.name, { ...node.attributes });
    for (const child of node.children) {
      if (typeof child === 'string') writer.txt(child);
      else write(child);
    }
    writer.up();
  }
}
