/**
 * What a reader, a screen reader and a closed page need of a page. One table; each check walks the elements once, and
 * knows nothing of who has read them from the HTML.
 */
import type { Severity } from '../diagnostic.ts';

export interface PageElement {
  readonly tagName: string;
  readonly attrs: readonly { readonly name: string; readonly value: string }[];
  /** An element, or the document. */
  readonly parentNode: object | null;
}

export interface Page<E extends PageElement> {
  /** In document order. */
  readonly elements: readonly E[];
  readonly ids: ReadonlySet<string>;
  /** The words of the title in head; empty where there is none. */
  readonly title: string;
}

export interface Finding<E extends PageElement> {
  readonly element?: E;
  readonly severity?: Severity;
  readonly message: string;
  readonly fix: string;
}

/** Elements as a page that can be checked. */
export function pageOf<E extends PageElement>(elements: readonly E[], title: string): Page<E> {
  const ids = new Set<string>();
  for (const element of elements) {
    const id = get(element, 'id');
    if (id !== undefined) ids.add(id);
  }
  return { elements, ids, title };
}

function get(element: PageElement, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value;
  return undefined;
}
const named = <E extends PageElement>(page: Page<E>, ...names: string[]): readonly E[] =>
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

export const checks: readonly (<E extends PageElement>(page: Page<E>) => Iterable<Finding<E>>)[] = [
  function* language(page) {
    const html = named(page, 'html')[0];
    if (html && !get(html, 'lang'))
      yield { element: html, message: '<html> has no lang', fix: 'Add the language of the page.' };
  },
  function* title(page) {
    if (page.title.trim() === '') yield { message: 'The page has no title', fix: 'Add a title to head.' };
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
      if (!element.attrs.some((a) => idReferences.includes(a.name))) continue;
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

function inside(element: PageElement, name: string): boolean {
  let around = element.parentNode as Partial<PageElement> | null | undefined;
  for (; around; around = around.parentNode as typeof around) if (around.tagName === name) return true;
  return false;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
