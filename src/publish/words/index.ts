/**
 * The words of the edition's pages in the language of the edition (`language` in chancery.json). A language is a
 * file with the keys of `en.ts` and a line in this table; a language that is not there is said in English.
 */
import type { Context } from '../../context.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { ja } from './ja.ts';

export type { Words } from './en.ts';

const tables: Readonly<Record<string, Words>> = { en, de, ja };

export interface Vocabulary {
  readonly words: Words;
  /** The language the words are in, which may be another than that asked for. */
  readonly language: string;
}

/** Words for the language of an edition, a tag of BCP 47, by its first subtag; with the edition's own in their place. */
export function vocabularyOf({ settings, words: own }: Pick<Context, 'settings' | 'words'>): Vocabulary {
  const known = tables[settings.language.split('-')[0]?.toLowerCase() ?? ''];
  const words = { ...(known ?? en), ...own };
  return { words, language: known ? settings.language : 'en' };
}

/** Puts values into the places in braces. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** `{n} page|{n} pages`: the form for the number, with the number in it. */
export function counted(template: string, n: number): string {
  const [one = '', many = one] = template.split('|');
  return fill(n === 1 ? one : many, { n: spaced(n) });
}

/** 10743 → 10 743, with narrow no-break spaces. */
export function spaced(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
