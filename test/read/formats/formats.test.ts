/** The same promises for every reader, and what each reads from its own kind of file. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSync as read } from '../../../src/read/index.ts';
import { defaultSettings } from '../../../src/settings.ts';

const context = { settings: defaultSettings };
const from = (text: string, name: string, settings: object = {}) =>
  read(Buffer.from(text), `sources/${name}`, { settings: { ...defaultSettings, ...settings } });
const only = (text: string, name: string) => {
  const { sources, diagnostics } = from(text, name);
  expect(diagnostics).toEqual([]);
  expect(sources).toHaveLength(1);
  return sources[0] as NonNullable<(typeof sources)[0]>;
};

const names = ['a.txt', 'a.md', 'a.html', 'a.json', 'a.jsonl', 'a.csv', 'a.tsv'];

describe('every reader', () => {
  test.each(names)('%s: any text gives sources that keep the contract, or a finding', (name) => {
    const syntax = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\n',
      '<p>',
      '</p>',
      '<!--',
      '---',
      '\\',
      'text',
      '\r',
      ';',
      '\t',
    );
    const text = fc
      .array(fc.oneof(syntax, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 25 })
      .map((p) => p.join(''));
    fc.assert(
      fc.property(text, (words) => {
        const { sources, diagnostics } = read(Buffer.from(words), `sources/${name}`, context);
        expect(sources.length + diagnostics.length).toBeGreaterThan(0);
        for (const source of sources) {
          expect(source.text).not.toMatch(/[\r\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
          expect(source.text).toMatch(/\S/);
          let at = 0;
          for (const f of source.furniture) {
            expect(f.span.start).toBeGreaterThanOrEqual(at);
            expect(f.span.end).toBeGreaterThan(f.span.start);
            at = f.span.end;
          }
          expect(at).toBeLessThanOrEqual(source.text.length);
        }
        expect(new Set(sources.map((s) => s.name)).size).toBe(sources.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('HTML', () => {
  const page = `<!doctype html><html lang="en"><head><title>Record 7</title><meta name="description" content="A letter">
    <style>p { color: red }</style><script>var x = "never seen";</script></head><body>
    <nav><a href="/">Home</a> <a href="/all">Browse</a></nav>
    <main><h1>Letter, Marsh to
      Grey</h1><p>My dear&nbsp;Grey,</p><p>The boats<br>are <b>la</b>te &amp; slow.</p>
      <ul><li>one</li><li>two</li></ul><table><tr><td>a</td><td>b</td></tr></table>
      <div style="display:none">hidden</div><!-- a comment --><pre>  two
  lines</pre></main>
    <footer>Rights reserved</footer></body></html>`;

  test('the text is what is seen, block by block', () => {
    expect(only(page, 'a.html').text).toBe(
      'Home Browse\n\nLetter, Marsh to Grey\n\nMy dear\u00a0Grey,\n\nThe boats\nare late & slow.\n\none\ntwo\n\na\tb\n\n  two\n  lines\n\nRights reserved',
    );
  });

  test('what is the page’s own is furniture, with its class', () => {
    const { text, furniture } = only(page, 'a.html');
    expect(furniture.map((f) => [f.class, text.slice(f.span.start, f.span.end)])).toEqual([
      ['menu', 'Home Browse'],
      ['other', 'Rights reserved'],
    ]);
  });

  test('title, meta and language are metadata', () => {
    expect(only(page, 'a.html').metadata).toEqual({
      title: 'Record 7',
      description: 'A letter',
      language: 'en',
    });
  });

  test('a form feed is a blank, and within pre the end of a page', () => {
    expect(only('<p>one\ftwo</p><pre>one\n\ftwo</pre>', 'a.html').text).toBe('one two\n\none\n\ftwo');
  });

  test('a page that shows nothing is a finding', () => {
    expect(from('<html><script>1</script></html>', 'a.html').diagnostics[0]?.code).toBe('read.empty');
  });

  test('ten thousand elements within one another are read', () => {
    expect(only(`${'<div>'.repeat(10_000)}deep`, 'a.html').text).toBe('deep');
  });
});

describe('records', () => {
  test('one JSON object: its text, the others as metadata, lists joined, nothing where null', () => {
    const source = only(
      '{"title": "A", "places": ["X", "Y"], "n": 7, "none": null, "text_body": "Line\\r\\nLine"}',
      'a.json',
    );
    expect(source).toMatchObject({
      name: 'sources/a.json',
      text: 'Line\nLine',
      metadata: { title: 'A', places: 'X; Y', n: '7' },
    });
    expect(source.metadata).not.toHaveProperty('none');
  });

  test('a list becomes many sources, each under its id; two of the same id are told apart', () => {
    const { sources } = from(
      '[{"id": 3, "text": "a"}, {"id": "x/y", "text": "b"}, {"id": 3, "text": "c"}]',
      'a.json',
    );
    expect(sources.map((s) => s.name)).toEqual([
      'sources/a.json#3',
      'sources/a.json#x-y',
      'sources/a.json#3-2',
    ]);
  });

  test('JSON Lines: a bad line is named, the others are read', () => {
    const { sources, diagnostics } = from('{"id":1,"body":"a"}\n{"id":2,\n{"id":3,"body":"c"}\n', 'a.jsonl');
    expect(sources.map((s) => s.text)).toEqual(['a', 'c']);
    expect(diagnostics[0]).toMatchObject({ code: 'json.syntax', position: { line: 2 } });
  });

  test('CSV: quotation marks, line ends within a value, semicolons', () => {
    const { sources } = from('id;title;content\n1;"A; or ""B""";"two\nlines"\n2;C;word\n', 'a.csv');
    expect(sources.map((s) => [s.name, s.text, s.metadata.title])).toEqual([
      ['sources/a.csv#1', 'two\nlines', 'A; or "B"'],
      ['sources/a.csv#2', 'word', 'C'],
    ]);
  });

  test('the settings name the columns', () => {
    const { sources } = from('nr,words,text\nA,the document,a note\nB,another,x\n', 'a.csv', {
      columns: { text: 'words', id: 'nr' },
    });
    expect(sources.map((s) => [s.name, s.text])).toEqual([
      ['sources/a.csv#A', 'the document'],
      ['sources/a.csv#B', 'another'],
    ]);
  });

  test('a record without text is named, the others are read', () => {
    const { sources, diagnostics } = from('[{"id": 1, "text": ""}, {"id": 2, "text": "b"}]', 'a.json');
    expect(sources.map((s) => s.name)).toEqual(['sources/a.json#2']);
    expect(diagnostics[0]?.message).toContain('1 of 2 records has no text: 1');
  });

  test('no column with text: the finding lists the columns there are', () => {
    expect(from('{"title": "A", "year": 7}', 'a.json').diagnostics[0]?.message).toContain('title, year');
  });

  test('a column of HTML is read as a page', () => {
    expect(only('{"id": 1, "html": "<p>One.</p><p>Two.</p>"}', 'a.json').text).toBe('One.\n\nTwo.');
  });
});
