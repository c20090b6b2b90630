/** What files are checked with: the settings and the register of the project around, and its sources. */
import { loadStages } from '../batch/load.ts';
import type { CheckSettings } from './check-file.ts';
import { sourcesOf, surroundings } from './inputs.ts';

/** @param folder of the project, as it was given */
export async function checkingIn(folder: string | undefined): Promise<Omit<CheckSettings, 'options'>> {
  const { project, context } = await surroundings(
    folder === undefined ? {} : { project: folder },
    await loadStages('readRegister', 'validate'),
  );
  if (project === undefined) return { project, context };
  return { project, context, sourceOf: await sourcesOf(project, context, await loadStages('read')) };
}
