/**
 * The navigation of documents: before and after by date, the thread. A page gets it when the documents beside it are
 * known, and only where it is not the same as before; so a change in one document touches the pages of its neighbours
 * and no other, and does none of them anew.
 */
import { join } from 'node:path';
import { withNavigation } from '../publish/neighbours/place.ts';
import { readIfThere, sha256, Writer } from './files.ts';
import type { Entry, Memory } from './memory.ts';
import type { Project } from './project.ts';
import { stampOfWritten } from './stamp.ts';

/** @returns whether the page was written */
async function giveNavigation(
  id: string,
  navigation: string,
  project: Project,
  memory: Memory,
): Promise<boolean> {
  const entry = memory.entry(id);
  const given = entry?.published ? withNavigationOf(entry, navigation, project) : undefined;
  if (given === undefined) return false;
  await memory.renew([given]);
  return true;
}

/** The entry when its page has this navigation; nothing where it has it already, or there is no such page. */
function withNavigationOf(entry: Entry, navigation: string, { dist }: Project): Entry | undefined {
  const checksum = sha256(navigation).slice(0, 16);
  if (entry.navigation === checksum) return undefined;
  const path = pageOf(entry.id);
  const page = entry.outputs.some((output) => output.path === path)
    ? readIfThere(join(dist, path))
    : undefined;
  if (page === undefined) return { ...entry, navigation: checksum };
  const content = withNavigation(Buffer.from(page).toString('utf8'), navigation);
  const stats = new Writer(dist, { flush: false }).write(path, content);
  const outputs = entry.outputs.map((output) =>
    output.path === path ? { ...output, ...stampOfWritten(path, stats, sha256(content)) } : output,
  );
  return { ...entry, outputs, navigation: checksum };
}

/** The reading page: the one that has navigation. */
export const pageOf = (id: string): string => `${id}/index.html`;

/** Gives documents the navigation that their sheaves have, and none where the sheaf has none. */
export class NavigationOf {
  readonly #project: Project;
  readonly #memory: Memory;
  readonly #navigated: string[];
  #waiting: string | undefined;

  constructor(project: Project, memory: Memory, navigated: string[]) {
    this.#project = project;
    this.#memory = memory;
    this.#navigated = navigated;
  }

  isOf(sheaf: string): boolean {
    return sheaf.startsWith('neighbours\t');
  }

  async step(
    sheaf: string,
    draft: { readonly navigation?: { readonly markup: string } } | undefined,
  ): Promise<void> {
    const id = sheaf.slice(sheaf.indexOf('\t') + 1);
    if (this.#waiting !== id) await this.end();
    this.#waiting = draft === undefined ? id : undefined;
    if (draft !== undefined) await this.#give(id, draft.navigation?.markup ?? '');
  }

  async end(): Promise<void> {
    if (this.#waiting !== undefined) await this.#give(this.#waiting, '');
    this.#waiting = undefined;
  }

  async #give(id: string, markup: string): Promise<void> {
    if (await giveNavigation(id, markup, this.#project, this.#memory)) this.#navigated.push(id);
  }
}
