/**
 * The reading pages: parsed as HTML is parsed (WHATWG, by parse5), then what a reader, a screen reader and a
 * closed page need (`html-checks.ts`). A page of plain markup in which nothing is wrong, as nearly all are, is told
 * by a quick reader (`plain-html.ts`); whatever that one does not know or any check finds is for parse5 to say.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Artifact } from '../artifact.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import { parse5 } from '../xml/libraries.ts';
import { checks, pageOf } from './html-checks.ts';
import { readPlainHtml } from './plain-html.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export function validateHtml(artifact: Artifact): readonly Diagnostic[] {
  const content = artifact.content;
  const html = typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content);
  if (isPlainlySound(html)) return [];
  const found: Diagnostic[] = [];
  const add = (
    message: string,
    line: number,
    column: number,
    severity: Severity,
    fix: string,
    element?: Element,
  ): void => {
    found.push({
      code: 'html.invalid',
      severity,
      file: artifact.path,
      message,
      position: { line, column },
      fix,
      ...(element ? { element: pathOf(element) } : {}),
    });
  };
  const document = parse5().parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: (e) =>
      add(
        `HTML parse error: ${e.code}`,
        e.startLine,
        e.startCol,
        'error',
        'Report it: pages are made by style sheet.',
      ),
  });
  const elements = [...elementsOf(document)];
  const title = elements.find((e) => e.tagName === 'title' && isNamed(e.parentNode, 'head'));
  const page = pageOf(elements, title ? textOf(title) : '');
  for (const check of checks) {
    for (const { element, message, fix, severity = 'error' } of check(page)) {
      const place = element?.sourceCodeLocation;
      add(message, place?.startLine ?? 1, place?.startCol ?? 1, severity, fix, element);
    }
  }
  return found;
}

/** Does the quick reader take the page, and no check find anything? Else the page is read as HTML is read. */
function isPlainlySound(html: string): boolean {
  const read = readPlainHtml(html);
  if (read === undefined) return false;
  const page = pageOf(read.elements, read.title);
  for (const check of checks) for (const _ of check(page)) return false;
  return true;
}

function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) yield* elementsOf(child);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function isNamed(node: Node | null, name: string): boolean {
  return node !== null && 'tagName' in node && node.tagName === name;
}

function pathOf(element: Element): string {
  const parent = element.parentNode;
  if (!parent || !('tagName' in parent)) return `/${element.tagName}`;
  const alike = parent.childNodes.filter(
    (c): c is Element => 'tagName' in c && c.tagName === element.tagName,
  );
  const index = alike.length > 1 ? `[${alike.indexOf(element) + 1}]` : '';
  return `${pathOf(parent)}/${element.tagName}${index}`;
}
