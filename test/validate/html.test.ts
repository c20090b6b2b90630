/** What the check of pages finds. */
import { describe, expect, test } from 'vitest';
import { check } from './context.ts';

const page = (body: string, head = '<title>T</title>', html = 'lang="en"'): string =>
  `<!DOCTYPE html>\n<html ${html}><head><meta charset="utf-8">${head}</head><body><h1 id="top">T</h1>${body}</body></html>`;
const found = (html: string): readonly string[] =>
  check(html, 'text/html', 'index.html').map((d) => d.message);

describe('pages', () => {
  test('sound', () => {
    const body = `<h2>A</h2><p><a href="#top">up</a> <img src="a.png" alt=""></p><label for="q">Search</label><input id="q">
      <script src="../assets/search.js"></script><script type="application/ld+json">{}</script>`;
    expect(found(page(body))).toEqual([]);
  });

  test.each([
    ['no language', page('', undefined, ''), /<html> has no lang/],
    ['no title', page('', ''), /no title/],
    ['two h1', page('<h1>U</h1>'), /2 h1/],
    ['a level left out', page('<h3>x</h3>'), /<h3> follows on <h1>/],
    ['an id twice', page('<p id="top">x</p>'), /id top stands twice/],
    ['a link to nothing', page('<a href="#nowhere">x</a>'), /#nowhere leads nowhere/],
    ['a label of nothing', page('<label for="x">x</label>'), /@for names x/],
    ['a script in the page', page('<script>alert(1)</script>'), /script stands in the page/],
    [
      'a script from elsewhere',
      page('<script src="https://example.org/x.js"></script>'),
      /comes from elsewhere/,
    ],
    ['a handler', page('<p onclick="x()">x</p>'), /handler @onclick/],
    ['a script as a link', page('<a href=" javascript:x()">x</a>'), /runs a script/],
    [
      'a style sheet from elsewhere',
      page('', '<title>T</title><link rel="stylesheet" href="//example.org/x.css">'),
      /loads \/\/example.org/,
    ],
    ['an image without words', page('<img src="a.png">'), /no alt/],
    ['a field without a label', page('<input type="search">'), /no label/],
    ['broken markup', page('<p title="a"class="b">x</p>'), /parse error/],
  ])('%s', (_, html, says) => {
    const messages = found(html);
    expect(messages.join('\n')).toMatch(says);
  });

  test('each finding has its place', () => {
    const [d] = check(page('\n<p onclick="x()">x</p>'), 'text/html', 'index.html');
    expect(d).toMatchObject({
      code: 'html.invalid',
      severity: 'error',
      position: { line: 3, column: 1 },
      element: '/html/body/p',
    });
  });
});
