/**
 * Headers in German, French, Russian, Dutch, Italian, Spanish and Portuguese: `22. Juli 1978`, `le 1er mai 1950`,
 * `22 июля 1978 г.`, `14 mei 1940`, `3 giugno 1941`, `5 de mayo de 1942`.
 *
 * Only complete dates: day, month and year.
 */
import { exists } from './calendar.ts';
import type { Clock, Match } from './meaning.ts';
import { G, L, matchAt, re, S } from './words.ts';

const NAMES: readonly (readonly string[])[] = [
  ['januar', 'jänner', 'janvier', 'января', 'januari', 'gennaio', 'enero', 'janeiro'],
  ['februar', 'feber', 'février', 'fevrier', 'февраля', 'februari', 'febbraio', 'febrero', 'fevereiro'],
  ['märz', 'maerz', 'mars', 'марта', 'maart', 'marzo', 'março'],
  ['april', 'avril', 'апреля', 'aprile', 'abril'],
  ['mai', 'мая', 'mei', 'maggio', 'mayo', 'maio'],
  ['juni', 'juin', 'июня', 'giugno', 'junio', 'junho'],
  ['juli', 'juillet', 'июля', 'luglio', 'julio', 'julho'],
  ['august', 'août', 'aout', 'августа', 'augustus', 'agosto'],
  ['september', 'septembre', 'сентября', 'settembre', 'septiembre', 'setiembre', 'setembro'],
  ['oktober', 'octobre', 'октября', 'ottobre', 'octubre', 'outubro'],
  ['november', 'novembre', 'ноября', 'noviembre', 'novembro'],
  ['dezember', 'décembre', 'decembre', 'декабря', 'dicembre', 'diciembre', 'dezembro'],
];
const MONTHS = new Map(NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

// > | 12. Juni 1970, 18.40 Uhr        > | le 3 mai 1956, 18 h 40
//                     ^^^^^^^^^                        ^^^^^^^
const CLOCK = `(?:,?${S}(?:um${S}|à${S})?(?:(?<hour>\\d{1,2})[.:](?<minute>\\d\\d)${S}?Uhr|(?<heure>\\d{1,2})${S}?h(?:\\.|(?![${L}]))(?:${S}?(?<min>\\d\\d)(?!\\d))?))?`;

// > | den 22. Juli 1978         > | le 1er mai 1950           > | «22» июля 1978 г.
//         ^^^^^^^^^^^^^             ^^^^^^^^^^^^^^^              ^^^^^^^^^^^^^^^^^
const DATE = re(
  `(?:le${S}|(?<quote>[«"“]))?(?<day>\\d{1,2})(?:\\.|er|[°º]|[»"”])?${G}(?:de${S})?(?<month>${[...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')})(?![${L}])${S}(?:de[l]?${S})?(?<year>1[5-9]\\d\\d|20\\d\\d)(?!\\d)(?:${G}(?:года|г\\.))?${CLOCK}`,
);

function clockOf(groups: Readonly<Record<string, string | undefined>>): { readonly clock?: Clock } {
  const hour = Number(groups.hour ?? groups.heure ?? 24);
  const minute = Number(groups.minute ?? groups.min ?? 0);
  return hour < 24 && minute < 60 ? { clock: { hour, minute } } : {};
}

export function readEuropean(text: string, at: number): Match | undefined {
  const match = matchAt(DATE, text, at);
  if (!match?.groups) return undefined;
  const year = Number(match.groups.year);
  const day = Number(match.groups.day);
  const month = MONTHS.get(match.groups.month?.toLowerCase() ?? '');
  if (month === undefined || !exists(year, month, day)) return undefined;
  // > | «22» июля 1978 г.      the scan begins at the number
  const quoted = !match.groups.quote && /^\d{1,2}[»"”]/u.test(match[0]) && /[«"“]/u.test(text[at - 1] ?? '');
  return {
    start: quoted ? at - 1 : at,
    end: at + match[0].length,
    meaning: { is: 'point', year, month, day, ...clockOf(match.groups) },
    rule: 'date.european',
    // Russia dated by the old calendar until February 1918.
    certainty: year < 1919 && /\p{Script=Cyrillic}/u.test(match[0]) ? 'low' : 'high',
  };
}
