/**
 * Every word that pages and plain texts say of their own accord, in the language of the edition (`language` in
 * chancery.json): one table. A language is a folder with the keys of `en/` and a line here, the compiler tells what is
 * missing; a language that is not there is said in English. An edition has words of its own in `assets/words.json`.
 */
import type { Context } from '../context.ts';
import * as de from './de/document.ts';
import * as deEdition from './de/edition.ts';
import * as en from './en/document.ts';
import * as enEdition from './en/edition.ts';
import * as ja from './ja/document.ts';
import * as jaEdition from './ja/edition.ts';

export const english = { ...en.ofDocuments, ...enEdition.ofEdition };

/** Keys of the words that style sheets and code ask for by name; they also ask for terms of the TEI (`kind.persName`). */
export type WordKey = keyof typeof english;
export type Words = Readonly<Record<WordKey, string>>;

const languages: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['de', { ...de.ofDocuments, ...deEdition.ofEdition }],
  ['ja', { ...ja.ofDocuments, ...jaEdition.ofEdition }],
]);

export interface Vocabulary {
  readonly words: Words;
  /** The language the words are in, which may be another than that asked for. */
  readonly language: string;
}

/** Words for the language of an edition, a tag of BCP 47, by its first subtag; with the edition's own in their place. */
export function vocabularyOf({ settings, words: own }: Pick<Context, 'settings' | 'words'>): Vocabulary {
  const known = languages.get(settings.language.split('-')[0]?.toLowerCase() ?? '');
  const words = known ?? english;
  return { words: own ? { ...words, ...own } : words, language: known ? settings.language : 'en' };
}

/** The word for a term of the TEI; one that nobody has named is shown as it is: `kind.line-number` → line number. */
export function wordFor(words: Words, key: string): string {
  const word = (words as Readonly<Record<string, string | undefined>>)[key];
  return word ?? key.replace(/^[a-z]+\./, '').replace(/[-_]/g, ' ');
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
