/** What the words of a report need to know of a project; loaded only when a report asks for it. */
import type { Project } from '../batch/project.ts';
import type { Context } from '../context.ts';

export async function contextFor(project: Project): Promise<Context> {
  const { loadStages } = await import('../batch/load.ts');
  const { contextOf } = await import('../batch/project.ts');
  return (await contextOf(project, await loadStages('readRegister'))).context;
}
