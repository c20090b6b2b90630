/**
 * TEI that others have encoded: its words are read for what can be found in them, the file itself stays as it is.
 * Whatever is found is added to it (`encode/enrich.ts`), and the audit takes it away again.
 */
import type { TeiSource } from '../document.ts';
import { addedStart, adder } from '../xml/additions.ts';
import { decodeXml } from '../xml/decode.ts';
import { attribute, elementsOf, parseXml, teiNamespace, type XmlElement } from '../xml/tree.ts';
import { wordsOf } from '../xml/words.ts';
import { diagnose } from './diagnose.ts';
import type { Opened } from './formats.ts';

export function openTei(bytes: Uint8Array, name: string): Opened {
  const decoded = decodeXml(bytes, name);
  if ('diagnostic' in decoded) return { diagnostics: [decoded.diagnostic] };
  const xml = decoded.text;
  const { root, diagnostics } = parseXml(xml, name);
  if (!root) return { diagnostics };
  const objection = objectionTo(root, xml);
  if (objection) return { diagnostics: [...diagnostics, diagnose(objection.code, name, objection.message)] };
  const date = dateOf(root);
  const { text, blocks } = wordsOf(root);
  const tei: TeiSource = { xml, blocks, ...(date ? { date } : {}) };
  return {
    opened: {
      text,
      furniture: [],
      metadata: {},
      layer: 'words of a TEI that was encoded before',
      tei,
    },
    diagnostics,
  };
}

/** Whether Chancery made or enriched a TEI: it is then a document of an edition, and no source. */
export function isOurs(xml: string): boolean {
  return xml.includes(addedStart) || xml.includes(`xml:id="${adder.slice(1)}"`);
}

function objectionTo(
  root: XmlElement,
  xml: string,
): { readonly code: 'tei.namespace' | 'xml.encoding'; readonly message: string } | undefined {
  if (root.uri !== teiNamespace || root.name !== 'TEI')
    return {
      code: 'tei.namespace',
      message: `The root is <${root.name}>${root.name === 'teiCorpus' ? ', a corpus: put its texts into files of their own' : ', not a TEI in the TEI namespace'}`,
    };
  if (/^\s*<\?xml[^>]*encoding\s*=\s*["']utf-?16/i.test(xml))
    return { code: 'xml.encoding', message: 'The file says that it is UTF-16; what is written is UTF-8' };
  if (
    xml.includes(addedStart) ||
    [...elementsOf(root)].some((e) => attribute(e, 'xml:id') === adder.slice(1))
  )
    return {
      code: 'tei.namespace',
      message:
        'The TEI was made or enriched by Chancery before: its place is the folder of TEI, not that of sources',
    };
  return undefined;
}

/** The day of the document as the header or its dateline gives it in an attribute. */
function dateOf(root: XmlElement): string | undefined {
  const found: (string | undefined)[] = [undefined, undefined, undefined];
  for (const element of elementsOf(root)) {
    if (element.name !== 'date') continue;
    const when = attribute(element, 'when');
    if (!when || !/^\d{4}-\d\d-\d\d/.test(when)) continue;
    const parent = element.parent;
    if (parent?.name === 'correspAction' && attribute(parent, 'type') === 'sent') found[0] ??= when;
    else if (parent?.name === 'creation') found[1] ??= when;
    else if (within(element, 'dateline')) found[2] ??= when;
  }
  return found.find((f) => f !== undefined)?.slice(0, 10);
}

function within(element: XmlElement, name: string): boolean {
  for (let e = element.parent; e; e = e.parent) if (e.name === name) return true;
  return false;
}
