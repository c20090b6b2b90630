/**
 * Tags of languages are well-formed (BCP 47, RFC 5646 section 2.1): en, zh-Hant, ja-Latn; and a text tagged so is
 * written in a script of that language.
 */
import { attribute, type XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

/**
 * langtag and privateuse of RFC 5646; no grandfathered tags. A language of four to eight letters, which the syntax
 * allows, is registered nowhere (IANA Language Subtag Registry): it is a name in place of a tag.
 */
const bcp47 =
  /^[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wy-z0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$|^x(-[a-z0-9]{1,8})+$/i;

/** Scripts by the letters they have; Japanese and Korean are written with Han characters too. */
const scripts = {
  Latn: /[A-Za-zÀ-ɏ]/g,
  Cyrl: /[Ѐ-ԯ]/g,
  Grek: /[Ͱ-Ͽ]/g,
  Hebr: /[֐-׿]/g,
  Arab: /[؀-ۿ]/g,
  Hani: /[㐀-䶿一-鿿]/g,
  Jpan: /[぀-ヿ㐀-䶿一-鿿]/g,
  Kore: /[가-힣㐀-䶿一-鿿]/g,
} as const;

type Script = keyof typeof scripts;

/** The script of a language that is written in one. */
const scriptOf: Readonly<Record<string, Script>> = {
  ...Object.fromEntries(
    'cs da de en es fi fr hu id it la nl no pl pt ro sv tr vi'
      .split(' ')
      .map((tag) => [tag, 'Latn' as const]),
  ),
  ...Object.fromEntries('be bg mk ru uk'.split(' ').map((tag) => [tag, 'Cyrl' as const])),
  ...Object.fromEntries('ar fa ur'.split(' ').map((tag) => [tag, 'Arab' as const])),
  el: 'Grek',
  he: 'Hebr',
  ja: 'Jpan',
  ko: 'Kore',
  zh: 'Hani',
};

const bySubtag: Readonly<Record<string, Script>> = {
  latn: 'Latn',
  cyrl: 'Cyrl',
  grek: 'Grek',
  hebr: 'Hebr',
  arab: 'Arab',
  hani: 'Hani',
  hans: 'Hani',
  hant: 'Hani',
  jpan: 'Jpan',
  kore: 'Kore',
};

/** Fewer letters say nothing: a name, a code word, a number of a file. */
const enough = 8;

function scriptOfTag(tag: string): Script | undefined {
  const [primary = '', ...subtags] = tag.toLowerCase().split('-');
  const given = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  return given === undefined ? scriptOf[primary] : bySubtag[given];
}

/** The texts of an element that are in its language: what has a tag of its own is left out. */
function* ownTexts(element: XmlElement): Generator<string> {
  for (const child of element.children) {
    if (child.type === 'text') yield child.value;
    else if (child.type === 'element' && attribute(child, 'xml:lang') === undefined) yield* ownTexts(child);
  }
}

/** The script that all letters are in, where none is in the one expected: the first letter nearly always is. */
function strangeScript(element: XmlElement, expected: Script): Script | undefined {
  for (const text of ownTexts(element)) if (text.search(scripts[expected]) !== -1) return undefined;
  const text = [...ownTexts(element)].join('');
  const count = (script: Script): number => text.match(scripts[script])?.length ?? 0;
  return (Object.keys(scripts) as Script[]).find((script) => count(script) >= enough);
}

const scriptNames: Readonly<Record<Script, string>> = {
  Latn: 'Latin',
  Cyrl: 'Cyrillic',
  Grek: 'Greek',
  Hebr: 'Hebrew',
  Arab: 'Arabic',
  Hani: 'Chinese',
  Jpan: 'Japanese',
  Kore: 'Korean',
};

/** Codes of countries that are written for languages. */
const countries: Readonly<Record<string, string>> = {
  cn: 'zh',
  cz: 'cs',
  dk: 'da',
  gr: 'el',
  jp: 'ja',
  kr: 'ko',
  se: 'sv',
  ua: 'uk',
};

/** Those of them that are no language as well: `se` is Northern Sami. IANA Language Subtag Registry. */
const noLanguage = /^(?:cn|cz|dk|gr|jp|ua)(?:-|$)/i;
const isCountry = (tag: string): boolean => noLanguage.test(tag);

/** Names that are written for tags. */
const names: Readonly<Record<string, string>> = {
  arabic: 'ar',
  chinese: 'zh',
  deutsch: 'de',
  english: 'en',
  french: 'fr',
  german: 'de',
  italian: 'it',
  japanese: 'ja',
  korean: 'ko',
  latin: 'la',
  portuguese: 'pt',
  russian: 'ru',
  spanish: 'es',
};

function tagMeant(tag: string): string | undefined {
  const [primary = '', ...subtags] = tag.trim().split(/[-_\s]+/);
  const written = primary.toLowerCase();
  const meant = [countries[written] ?? names[written] ?? primary, ...subtags].join('-');
  return bcp47.test(meant) && meant !== tag ? `Write «${meant}».` : undefined;
}

export const language: Rule = {
  id: 'language',
  code: 'tei.rule',
  severity: 'error',
  says: 'xml:lang and language/@ident are well-formed tags of BCP 47; a text is in a script of the language its xml:lang names.',
  basis: 'RFC 5646, sections 2.1 and 2.2.3; ISO 15924; TEI att.global/@xml:lang, chapter vi.1',
  *check(file) {
    for (const element of file.elements) {
      if (element.attributes.length === 0) continue;
      for (const name of ['xml:lang', ...(element.name === 'language' ? ['ident'] : [])]) {
        const tag = attribute(element, name);
        if (tag === undefined || tag === '' || (bcp47.test(tag) && !isCountry(tag))) continue;
        yield {
          assert: name === 'ident' ? 'language-ident' : 'language-tag',
          element,
          attribute: name,
          message: isCountry(tag)
            ? `«${tag}» is the code of a country, not of a language`
            : `«${tag}» is no language tag`,
          fix: tagMeant(tag) ?? 'Write a tag of BCP 47: en, ja, zh-Hans, de-AT.',
        };
      }
      const tag = attribute(element, 'xml:lang');
      const expected = tag === undefined ? undefined : scriptOfTag(tag);
      const found = expected && strangeScript(element, expected);
      if (tag === undefined || expected === undefined || found === undefined) continue;
      yield {
        assert: 'language-script',
        element,
        attribute: 'xml:lang',
        severity: 'warning',
        message: `The text of <${element.name}> is tagged «${tag}», but written in ${scriptNames[found]} letters`,
        fix: `Correct xml:lang; a transliteration says so: ${tag.split('-')[0]}-${found === 'Jpan' || found === 'Kore' ? 'Hani' : found}.`,
      };
    }
  },
};
