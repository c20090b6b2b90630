/** The package before, opened and checked: a new version must not build upon a damaged one. */
import { resolve } from 'node:path';
import { checkHolding, openPackage, type Previous, previousOf } from '../deposit/index.ts';
import { CommandError } from './errors.ts';
import { shown, statOf } from './files.ts';
import { hasError } from './finding.ts';

/** Throws `CommandError` 2 where it cannot be used, with what is wrong with it. */
export async function previousFrom(path: string): Promise<Previous> {
  const absolute = resolve(path);
  const name = shown(absolute);
  if (statOf(absolute) === undefined) throw new CommandError(2, `There is no ${name}.`, 'Check the path.');
  const holding = await openPackage(absolute, name);
  const unusable = `${name} cannot be the version before`;
  if ('code' in holding) throw new CommandError(2, `${unusable}: it is no zip.`, undefined, [holding]);
  try {
    const { findings } = await checkHolding(holding);
    if (hasError(findings)) {
      const errors = findings.filter((f) => f.severity === 'error');
      throw new CommandError(2, `${unusable}: it is damaged.`, 'Take an undamaged copy of it.', errors);
    }
    return await previousOf(holding);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      2,
      `${unusable}: ${reason}.`,
      'Name a folder or zip that `chancery deposit` has made.',
    );
  } finally {
    holding.close();
  }
}
