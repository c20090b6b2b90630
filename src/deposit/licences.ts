/**
 * Licences that repositories know by an identifier, by the address of their text. A licence that is not here is
 * given in words everywhere. Identifiers are those of the SPDX License List 3; the last part of Creative Commons
 * addresses (`/4.0/`) tells the version.
 */
import type { Licence } from './model.ts';

const creativeCommons =
  /^https?:\/\/creativecommons\.org\/licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(\d\.\d)(?:\/|$)/;

const others: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0(?:\/|$)/, 'CC0-1.0'],
  [/^https?:\/\/creativecommons\.org\/publicdomain\/mark\/1\.0(?:\/|$)/, 'CC-PDM-1.0'],
  [/^https?:\/\/opendatacommons\.org\/licenses\/by(?:\/|$)/, 'ODC-By-1.0'],
  [/^https?:\/\/opendatacommons\.org\/licenses\/odbl(?:\/|$)/, 'ODbL-1.0'],
  [/^https?:\/\/opendatacommons\.org\/licenses\/pddl(?:\/|$)/, 'PDDL-1.0'],
  [/^https?:\/\/opensource\.org\/licenses?\/mit(?:\/|$)/i, 'MIT'],
];

/** @example spdxOf('https://creativecommons.org/licenses/by-nc/4.0/') === 'CC-BY-NC-4.0' */
function spdxOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const found = creativeCommons.exec(url);
  if (found !== null) return `CC-${found[1]?.toUpperCase()}-${found[2]}`;
  return others.find(([pattern]) => pattern.test(url))?.[1];
}

export function licenceOf(
  given: { readonly name: string; readonly url?: string },
  statement: string,
): Licence {
  const spdx = spdxOf(given.url);
  return {
    name: given.name,
    ...(given.url === undefined ? {} : { url: given.url }),
    ...(spdx === undefined ? {} : { spdx }),
    statement,
  };
}
