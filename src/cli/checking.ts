/** What files are checked with: the settings and the register of the project around, and its sources. */
import { hasError } from '../batch/finding.ts';
import { loadStages } from '../batch/load.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { emptyRegister } from '../register.ts';
import type { CheckSettings } from './check-file.ts';
import { sourcesOf, surroundings } from './inputs.ts';

type Checking = Omit<CheckSettings, 'options'> & {
  /** Why the register is not asked; the rest is checked all the same. */
  readonly unusable: readonly Diagnostic[];
};

/** @param folder of the project, as it was given */
export async function checkingIn(folder: string | undefined): Promise<Checking> {
  const stages = await loadStages('readRegister', 'validate');
  let unusable: readonly Diagnostic[] = [];
  const readRegister: typeof stages.readRegister = (xml, file) => {
    const read = stages.readRegister(xml, file);
    if (!hasError(read.diagnostics)) return read;
    unusable = read.diagnostics;
    return { register: emptyRegister, diagnostics: [] };
  };
  const { project, context } = await surroundings(folder === undefined ? {} : { project: folder }, {
    ...stages,
    readRegister,
  });
  if (project === undefined) return { project, context, unusable };
  return {
    project,
    context,
    unusable,
    sourceOf: await sourcesOf(project, context, await loadStages('read')),
  };
}
