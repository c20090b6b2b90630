/** chancery.json: what is wrong in it is named with its key, the nearest key there is, and its line. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/json.ts';
import { defaultSettings, parseSettings } from '../../src/settings.ts';

const parse = (json: string) => parseSettings(json, 'chancery.json');

describe('settings', () => {
  test('may be empty, and have a mark', () => {
    expect(parse('{}')).toEqual({ settings: defaultSettings, diagnostics: [] });
    expect(parse('\ufeff{}').diagnostics).toEqual([]);
  });

  test('given are kept, others are the defaults, also inside folders and limits', () => {
    const { settings } = parse(
      '{"$schema": "x", "title": "T", "folders": {"dist": "public"}, "limits": {"bytes": 5}}',
    );
    expect(settings).toEqual({
      ...defaultSettings,
      title: 'T',
      folders: { sources: 'sources', tei: 'tei', dist: 'public' },
      limits: { ...defaultSettings.limits, bytes: 5 },
    });
  });

  test('of the edition that ships are valid', () => {
    const json = readFileSync(new URL('../../chancery.json', import.meta.url), 'utf8');
    expect(parse(json).diagnostics).toEqual([]);
  });

  test('the schema has every key there is, and no other', () => {
    const url = new URL('../../schemas/chancery.schema.json', import.meta.url);
    const { properties } = JSON.parse(readFileSync(url, 'utf8'));
    const keys = Object.keys(properties).filter((key) => key !== '$schema');
    const optional = ['baseUrl', 'columns', 'deposit', 'dialects', 'metadataLicence', 'validation'];
    expect(keys.sort()).toEqual([...Object.keys(defaultSettings), ...optional].sort());
  });

  test.each([
    ['{\n  "titel": "x"\n}', 2, 3, 'There is no key "titel" in the settings. Did you mean "title"?'],
    ['{"folders": {"dst": "x"}}', 1, 14, 'There is no key "dst" in "folders". Did you mean "dist"?'],
    [
      '{"editors": [\n {"name": "A"},\n {"nmae": "B"}]}',
      3,
      3,
      'There is no key "nmae" in "editors.1". Did you mean "name"?',
    ],
    ['{"zzzzzzzz": 1}', 1, 2, 'There is no key "zzzzzzzz" in the settings'],
    ['{"title": 7}', 1, 2, '"title" is 7, but should be a string'],
    ['[]', 1, 1, 'The file is a list, but should be an object'],
  ])('%s', (json, line, column, message) => {
    const { settings, diagnostics } = parse(json);
    expect(settings).toBe(defaultSettings);
    const found = diagnostics.find((d) => d.message === message);
    expect(found, JSON.stringify(diagnostics)).toMatchObject({
      code: 'settings.invalid',
      severity: 'error',
      file: 'chancery.json',
      position: { line, column },
    });
    expect(found?.fix).toBeTruthy();
  });

  test.each([
    ['', 1, 1],
    ['{"a": 1,}', 1, 8],
    ['{\n"a": 1\n"b": 2}', 2, 7],
    ['{"a": 1} x', 1, 10],
    ["{'a': 1}", 1, 2],
    ['{"a": 01}', 1, 7],
    ['{"title": "x", "title": "y"}', 1, 16],
    ['{"a": "\n"}', 1, 7],
  ])('%j is no JSON', (json, line, column) => {
    expect(parse(json).diagnostics).toMatchObject([{ code: 'json.syntax', position: { line, column } }]);
  });
});

describe('JSON with places', () => {
  test('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (text, indent) => {
        const value: unknown = JSON.parse(text);
        const written = JSON.stringify(value, null, indent);
        const parsed = parseJson(written);
        expect('json' in parsed && parsed.json.value).toEqual(value);
      }),
    );
  });

  test('any text: a value where JSON.parse has one, else a fault in the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'{}[]",:0123eE+-.truefalsn \n\\u/'), maxLength: 30 }),
        (text) => {
          const parsed = parseJson(text);
          let value: unknown;
          let valid = true;
          try {
            value = JSON.parse(text);
          } catch {
            valid = false;
          }
          if ('json' in parsed) expect(parsed.json.value).toEqual(value);
          else {
            expect(valid && !parsed.fault.message.includes('twice')).toBe(false);
            expect(parsed.fault.offset).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('too deep is a fault, not a crash', () => {
    expect(parseJson('['.repeat(200_000))).toHaveProperty('fault');
  });
});
