/**
 * Languages by the codes that repositories ask for: ISO 639-3 (InvenioRDM, ARCHE) and the English names of
 * Dataverse's list. A tag that is not here is left out of those files; DataCite and the crate take tags as they are.
 */
const languages: Readonly<Record<string, readonly [iso6393: string, name: string]>> = {
  ar: ['ara', 'Arabic'],
  bg: ['bul', 'Bulgarian'],
  cs: ['ces', 'Czech'],
  da: ['dan', 'Danish'],
  de: ['deu', 'German'],
  el: ['ell', 'Greek (modern)'],
  en: ['eng', 'English'],
  es: ['spa', 'Spanish, Castilian'],
  et: ['est', 'Estonian'],
  fa: ['fas', 'Persian (Farsi)'],
  fi: ['fin', 'Finnish'],
  fr: ['fra', 'French'],
  he: ['heb', 'Hebrew (modern)'],
  hi: ['hin', 'Hindi'],
  hr: ['hrv', 'Croatian'],
  hu: ['hun', 'Hungarian'],
  id: ['ind', 'Indonesian'],
  it: ['ita', 'Italian'],
  ja: ['jpn', 'Japanese'],
  ko: ['kor', 'Korean'],
  la: ['lat', 'Latin'],
  lt: ['lit', 'Lithuanian'],
  lv: ['lav', 'Latvian'],
  ms: ['msa', 'Malay'],
  nl: ['nld', 'Dutch'],
  no: ['nor', 'Norwegian'],
  pl: ['pol', 'Polish'],
  pt: ['por', 'Portuguese'],
  ro: ['ron', 'Romanian'],
  ru: ['rus', 'Russian'],
  sk: ['slk', 'Slovak'],
  sl: ['slv', 'Slovenian'],
  sq: ['sqi', 'Albanian'],
  sr: ['srp', 'Serbian'],
  sv: ['swe', 'Swedish'],
  th: ['tha', 'Thai'],
  tr: ['tur', 'Turkish'],
  uk: ['ukr', 'Ukrainian'],
  ur: ['urd', 'Urdu'],
  vi: ['vie', 'Vietnamese'],
  zh: ['zho', 'Chinese'],
};

/** ISO 639-3 and English name of the language of a BCP 47 tag. */
export function languageOf(tag: string): { readonly iso6393: string; readonly name: string } | undefined {
  const found = languages[tag.toLowerCase().split('-')[0] ?? ''];
  return found && { iso6393: found[0], name: found[1] };
}
