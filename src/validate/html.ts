/**
 * The reading pages: parsed as HTML is parsed (WHATWG, by parse5), then what a reader, a screen reader and a
 * closed page need. One table of checks; each walks the elements once.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Artifact } from '../artifact.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import { parse5 } from '../xml/libraries.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

interface Finding {
  readonly element?: Element;
  readonly severity?: Severity;
  readonly message: string;
  readonly fix: string;
}

interface Page {
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
}

const get = (element: Element, name: string): string | undefined =>
  element.attrs.find((a) => a.name === name)?.value;
const named = (page: Page, ...names: string[]): readonly Element[] =>
  page.elements.filter((e) => names.includes(e.tagName));

/** Attributes whose values are ids of the page. */
const idReferences = [
  'for',
  'headers',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-details',
  'aria-owns',
  'list',
  'form',
];

const checks: readonly ((page: Page) => Iterable<Finding>)[] = [
  function* language(page) {
    const html = named(page, 'html')[0];
    if (html && !get(html, 'lang'))
      yield { element: html, message: '<html> has no lang', fix: 'Add the language of the page.' };
  },
  function* title(page) {
    const title = named(page, 'title').find(
      (t) => t.parentNode && 'tagName' in t.parentNode && t.parentNode.tagName === 'head',
    );
    if (!title || textOf(title).trim() === '')
      yield { message: 'The page has no title', fix: 'Add a title to head.' };
  },
  function* oneHeading(page) {
    const first = named(page, 'h1');
    if (first.length === 1) return;
    yield {
      ...(first[1] ? { element: first[1] } : {}),
      message: `The page has ${first.length} h1 elements`,
      fix: 'Give it exactly one.',
    };
  },
  function* headingOrder(page) {
    let last = 0;
    for (const element of page.elements) {
      const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1] ?? 0);
      if (level === 0) continue;
      if (last > 0 && level > last + 1) {
        yield {
          element,
          severity: 'warning',
          message: `<h${level}> follows on <h${last}>`,
          fix: 'Leave out no level.',
        };
      }
      last = level;
    }
  },
  function* uniqueIds(page) {
    const seen = new Set<string>();
    for (const element of page.elements) {
      const id = get(element, 'id');
      if (id === undefined) continue;
      if (seen.has(id))
        yield { element, message: `The id ${id} stands twice`, fix: 'Rename one of the two.' };
      seen.add(id);
    }
  },
  function* links(page) {
    for (const element of page.elements) {
      const href = get(element, 'href');
      if (href?.startsWith('#') && href.length > 1 && !page.ids.has(decode(href.slice(1)))) {
        yield {
          element,
          message: `The link ${href} leads nowhere in the page`,
          fix: 'Correct it, or add the id.',
        };
      }
      for (const name of idReferences) {
        for (const id of (get(element, name) ?? '').split(/\s+/)) {
          if (id !== '' && !page.ids.has(id))
            yield {
              element,
              message: `@${name} names ${id}, which is not in the page`,
              fix: 'Correct the id.',
            };
        }
      }
    }
  },
  function* scripts(page) {
    for (const element of page.elements) {
      for (const { name, value } of element.attrs) {
        if (/^on[a-z]/.test(name))
          yield {
            element,
            message: `<${element.tagName}> has the handler @${name}`,
            fix: 'Remove it; scripts stand in files of their own.',
          };
        else if (
          ['href', 'src', 'action', 'formaction'].includes(name) &&
          /^[\s\u0000-\u001f]*(javascript|vbscript|data:text\/html)/i.test(value)
        ) {
          yield {
            element,
            message: `@${name} of <${element.tagName}> runs a script`,
            fix: 'Remove the link; keep its words.',
          };
        }
      }
    }
    for (const script of named(page, 'script')) {
      const type = get(script, 'type') ?? '';
      if (type === 'application/ld+json' || type === 'application/json') continue;
      const source = get(script, 'src');
      if (source === undefined)
        yield {
          element: script,
          message: 'A script stands in the page',
          fix: 'Put it into a file beside the page.',
        };
      else if (/^([a-z]+:)?\/\//i.test(source))
        yield {
          element: script,
          message: `The script ${source} comes from elsewhere`,
          fix: 'Put it beside the page.',
        };
    }
  },
  function* closed(page) {
    for (const element of named(
      page,
      'link',
      'img',
      'iframe',
      'source',
      'video',
      'audio',
      'embed',
      'object',
    )) {
      const loads =
        element.tagName !== 'link' ||
        /\b(stylesheet|icon|preload|modulepreload|prefetch)\b/.test(get(element, 'rel') ?? '');
      const address = get(element, 'src') ?? get(element, 'data') ?? get(element, 'href') ?? '';
      if (loads && /^([a-z]+:)?\/\//i.test(address)) {
        yield {
          element,
          message: `<${element.tagName}> loads ${address} from elsewhere`,
          fix: 'Put the file beside the page.',
        };
      }
    }
  },
  function* alternatives(page) {
    for (const image of named(page, 'img')) {
      if (get(image, 'alt') === undefined)
        yield { element: image, message: 'An image has no alt', fix: 'Add @alt, empty if it only adorns.' };
    }
  },
  function* controls(page) {
    const labelled = new Set(named(page, 'label').map((l) => get(l, 'for')));
    for (const control of named(page, 'input', 'select', 'textarea')) {
      if (['hidden', 'submit', 'button', 'reset'].includes(get(control, 'type') ?? '')) continue;
      const id = get(control, 'id');
      const named_ =
        (id !== undefined && labelled.has(id)) ||
        get(control, 'aria-label') ||
        get(control, 'aria-labelledby') ||
        inside(control, 'label');
      if (!named_)
        yield { element: control, message: `<${control.tagName}> has no label`, fix: 'Add a label for it.' };
    }
  },
];

export function validateHtml(artifact: Artifact): readonly Diagnostic[] {
  const content = artifact.content;
  const html = typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content);
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
  const ids = new Set(elements.flatMap((e) => get(e, 'id') ?? []));
  for (const check of checks) {
    for (const { element, message, fix, severity = 'error' } of check({ elements, ids })) {
      const place = element?.sourceCodeLocation;
      add(message, place?.startLine ?? 1, place?.startCol ?? 1, severity, fix, element);
    }
  }
  return found;
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

function inside(element: Element, name: string): boolean {
  for (let e: Node | null = element.parentNode; e; e = 'parentNode' in e ? e.parentNode : null) {
    if ('tagName' in e && e.tagName === name) return true;
  }
  return false;
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

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
