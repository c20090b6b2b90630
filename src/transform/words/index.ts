/**
 * The words the editions of a document say of their own accord, in the language of the edition (`language` in
 * chancery.json). A language is a file with the keys of `en.ts` and a line in this table; a language that is not
 * there is said in English.
 */
import { de } from './de.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** Keys of the words that style sheets and code ask for by name; they also ask for terms of the TEI (`kind.persName`). */
export type WordKey = keyof typeof en;
export type Words = Readonly<Record<WordKey, string>>;

const tables: Readonly<Record<string, Words>> = { en, de, ja };

/** Words for a tag of BCP 47, by its first subtag. */
export function wordsFor(tag: string): Words {
  return tables[languageOf(tag)] ?? en;
}

/** The language the words are in, which may be another than that asked for. */
export function wordsLanguage(tag: string): string {
  return tables[languageOf(tag)] === undefined ? 'en' : tag;
}

const languageOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** The word for a term of the TEI; one that nobody has named is shown as it is: `kind.line-number` → line number. */
export function wordFor(words: Words, key: string): string {
  const word = (words as Readonly<Record<string, string | undefined>>)[key];
  return word ?? key.replace(/^[a-z]+\./, '').replace(/[-_]/g, ' ');
}
