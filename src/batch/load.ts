/** The real stages. Importing them costs time, so a command names those it needs. */
import type { Stages } from './stages.ts';
import { stylesheetsOf } from './stylesheet.ts';

const pipeline = () => import('../pipeline.ts');
const validation = () => import('../validate/index.ts');
const publishing = () => import('../publish/index.ts');

const importers: { readonly [K in keyof Stages]: () => Promise<Stages[K]> } = {
  readRegister: async () => (await import('../xml/register.ts')).readRegister,
  stylesheetsOf: async () => stylesheetsOf,
  read: async () => (await import('../read/index.ts')).read,
  encodeSource: async () => (await pipeline()).encodeSource,
  audit: async () => (await import('../audit/index.ts')).audit,
  validate: async () => (await validation()).validate,
  checkResults: async () => (await validation()).checkResults,
  shareOf: async () => (await validation()).shareOfXml,
  editionCheck: async () => {
    const { EditionCheck } = await validation();
    return () => new EditionCheck();
  },
  publishTei: async () => (await pipeline()).publishTei as Stages['publishTei'],
  factsOf: async () => (await publishing()).factsOf,
  publish: async () => (await publishing()).publish as Stages['publish'],
  siteParts: async () => (await publishing()).siteParts,
  siteFiles: async () => (await publishing()).siteFiles,
  reportParts: async () => (await publishing()).reportParts,
  reportPages: async () => (await publishing()).reportPages,
};

export async function loadStages<K extends keyof Stages>(...names: readonly K[]): Promise<Pick<Stages, K>> {
  const loaded = await Promise.all(names.map(async (name) => [name, await importers[name]()] as const));
  return Object.fromEntries(loaded) as unknown as Pick<Stages, K>;
}

/** What a build needs. */
export function loadAllStages(): Promise<Stages> {
  return loadStages(...(Object.keys(importers) as (keyof Stages)[]));
}
