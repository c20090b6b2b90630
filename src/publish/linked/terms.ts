/** Terms under which facts about the documents may be used, and who answers for them. */
import type { Settings } from '../../settings.ts';

const addresses = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** The setting `metadataLicence`; else the edition's own licence, where it is one of the two. */
export function metadataLicence(settings: Settings): string | undefined {
  if (settings.metadataLicence !== undefined) return addresses[settings.metadataLicence];
  const own = settings.licence.url?.replace(/^http:/, 'https:').replace(/(?:deed\.\w+|legalcode.*)$/, '');
  return Object.values(addresses).find((a) => a === own || a === `${own}/`);
}
