/** An edition's own styles, pictures and words take the place of ours, file by file. */
import { describe, expect, test } from 'vitest';
import { furnitureFingerprint, furnitureOf } from '../../src/batch/furniture.ts';
import { assets, publish } from '../../src/publish/index.ts';
import { folderWith } from '../helpers/folder.ts';
import { madeUp, sampleContext, scratch } from '../publish/sample-site.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (content: string | Uint8Array | undefined): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

describe('assets/ of a project', () => {
  test('replaces files of the same name, adds others, and adds own.css to the style', () => {
    const project = folderWith({
      'assets/site.css': '/* theirs */',
      'assets/own.css': '/* added */',
      'assets/seal.png': bytes('PNG'),
    });
    const files = new Map(assets(furnitureOf(project).assets).map((a) => [a.path, a]));
    expect(text(files.get('assets/site.css')?.content)).toBe('/* theirs */');
    expect(text(files.get('assets/edition.css')?.content)).toMatch(/--paper[\s\S]*\/\* added \*\/$/);
    expect(files.get('assets/seal.png')?.mediaType).toBe('image/png');
    expect([...files.keys()]).not.toContain('assets/own.css');
  });

  test('words.json has words in the place of ours', () => {
    const project = folderWith({ 'assets/words.json': '{"register": "Names & places"}' });
    const context = { ...sampleContext(), ...furnitureOf(project) };
    const pages = [...publish([madeUp('a')], context, { scratch })];
    expect(text(pages.find((p) => p.path === 'register/index.html')?.content)).toContain(
      '<h1>Names &amp; places</h1>',
    );
  });

  test.each([
    ['a word no page says', { 'assets/words.json': '{"regster": "x"}' }, /no word "regster"/],
    ['a word that is no text', { 'assets/words.json': '{"register": 1}' }, /"register" is no text/],
    ['no JSON', { 'assets/words.json': '{' }, /is no JSON/],
    ['a file no page uses', { 'assets/run.exe': 'x' }, /assets\/run\.exe is no file that pages use/],
  ])('%s is told', (_, files, message) => {
    expect(() => furnitureOf(folderWith(files))).toThrow(message);
  });

  test('its fingerprint changes with a byte', () => {
    const [one, two] = ['a', 'b'].map((c) => folderWith({ 'assets/own.css': c }));
    expect(furnitureFingerprint(one ?? '')).not.toBe(furnitureFingerprint(two ?? ''));
    expect(furnitureFingerprint(folderWith({}))).toBe(furnitureFingerprint(folderWith({})));
  });
});
