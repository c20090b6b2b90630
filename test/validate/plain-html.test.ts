/** The quick reader of pages, held to parse5: what it takes has no fault, and the same elements in the same order. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { readPlainHtml } from '../../src/validate/plain-html.ts';

type Node = DefaultTreeAdapterTypes.Node;

interface Seen {
  readonly faults: readonly string[];
  readonly elements: readonly unknown[];
}

/** Name, attributes and the names around each element, as parse5 has them. */
function byParse5(html: string): Seen {
  const faults: string[] = [];
  const document = parse(html, { onParseError: (error) => faults.push(error.code) });
  const elements: unknown[] = [];
  const walk = (node: Node, around: string): void => {
    const path = 'tagName' in node ? `${around}/${node.tagName}` : around;
    if ('tagName' in node) elements.push([path, node.attrs.map((a) => [a.name, a.value])]);
    for (const child of 'childNodes' in node ? node.childNodes : []) walk(child, path);
  };
  walk(document, '');
  return { faults, elements };
}

function byPlainReader(html: string): Seen | undefined {
  const read = readPlainHtml(html);
  if (read === undefined) return undefined;
  const paths = new Map<unknown, string>([[null, '']]);
  const elements = read.elements.map((element) => {
    const path = `${paths.get(element.parentNode)}/${element.tagName}`;
    paths.set(element, path);
    return [path, element.attrs.map((a) => [a.name, a.value])];
  });
  return { faults: [], elements };
}

const page = (body: string, head = '<title>T</title>'): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const names =
  'p div span a ul ol li dl dt dd table caption thead tbody tr td th h1 h2 b i code form label button select option section header pre title script style html body head nobr textarea svg br hr img input'.split(
    ' ',
  );
const words = [
  'x',
  ' ',
  '\n',
  '\t',
  '&amp;',
  '&',
  '&#1;',
  '\u00a0',
  '\u0001',
  '<',
  '>',
  '<!-- x -->',
  '\ud800',
];
const attributes = ['', ' id="a"', ' href="#a&amp;b"', ' id="a" id="b"', ' hidden', " id='a'", ' x="<"', '/'];

/** Markup that is mostly in order: nested, with something strange now and then. */
const markup = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...words.slice(0, 5)),
    fc
      .tuple(
        fc.constantFrom(...names),
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom('', ' id="a"') }, fc.constantFrom(...attributes)),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.integer({ min: 0, max: 20 }),
      )
      .map(([name, attribute, inside, luck]) => {
        const isVoid = ['br', 'hr', 'img', 'input'].includes(name) && luck < 19;
        return `<${name}${attribute}>${inside.join('')}${isVoid || luck === 20 ? '' : `</${name}>`}`;
      }),
  ),
})).node;

describe('the quick reader', () => {
  test('takes only what parse5 reads as the same elements without a fault', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 8, arbitrary: markup }, fc.constantFrom(...words)), { maxLength: 4 }),
        (body) => {
          const html = page(body.join(''));
          const plain = byPlainReader(html);
          if (plain === undefined) return;
          taken++;
          expect(plain).toEqual(byParse5(html));
        },
      ),
      { numRuns: 6000 },
    );
    expect(taken).toBeGreaterThan(300);
  });

  test('every pair of elements, one in the other, twice', () => {
    for (const outer of names) {
      for (const inner of names) {
        for (const body of [
          `<${outer}><${inner}></${inner}></${outer}>`,
          `<${outer}><${inner}>x</${inner}><${inner}>y</${inner}></${outer}>`,
          `<${outer}><span><${inner}>x</${inner}></span></${outer}>`,
          `<table><tbody><tr><td><${outer}><${inner}>x</${inner}></${outer}></td></tr></tbody></table>`,
          `<dl><div><${outer}><${inner}>x</${inner}></${outer}></div></dl>`,
          `<${outer}><${inner}>x</${outer}>`,
        ]) {
          const plain = byPlainReader(page(body));
          if (plain !== undefined) expect(plain, body).toEqual(byParse5(page(body)));
        }
      }
    }
  });

  test.each([
    ['something before the doctype', ` ${page('<p>x</p>')}`],
    ['no doctype', page('<p>x</p>').slice(15)],
    ['words in head', page('<p>x</p>', '<title>T</title>x')],
    ['words after the body', `${page('<p>x</p>')}x`],
    ['a tag that is not closed', page('<div>')],
    ['a noncharacter', page('<p>\ufdd0</p>')],
    ['a bare ampersand', page('<p>a & b</p>')],
    ['a paragraph in a paragraph', page('<p><span><p>x</p></span></p>')],
    ['a comment', page('<!-- x -->')],
  ])('leaves %s to parse5', (_, html) => {
    expect(readPlainHtml(html)).toBeUndefined();
  });

  test('takes the pages that are made here', () => {
    const html = readFileSync(new URL('../documents/sato-1384/5-page.html', import.meta.url), 'utf8');
    expect(readPlainHtml(html)?.elements.length).toBeGreaterThan(100);
    expect(byPlainReader(html)).toEqual(byParse5(html));
  });
});
