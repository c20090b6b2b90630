/** An edition project on the disk: its folders, settings and register, read once per command. */
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { emptyRegister } from '../register.ts';
import { defaultSettings, parseSettings, type Settings } from '../settings.ts';
import { buildTime } from './build-time.ts';
import { CommandError, reasonOf } from './errors.ts';
import { readIfThere, shown, statOf } from './files.ts';
import { hasError } from './finding.ts';
import { programVersion } from './program.ts';
import type { Stages } from './stages.ts';

export interface Project {
  /** Absolute path. */
  readonly root: string;
  readonly settings: Settings;
  /** Absolute paths. */
  readonly sources: string;
  readonly tei: string;
  readonly dist: string;
  /** Where the batch keeps what it remembers: `.chancery/`. */
  readonly memory: string;
}

export const settingsFile = 'chancery.json';

/**
 * Opens the project in a folder. A folder without chancery.json is a project with the default settings if it
 * has a folder of sources or of TEI.
 *
 * Throws `CommandError` 2 where there is no project, or where the settings cannot be used.
 */
export function openProject(folder: string): Project {
  const root = resolve(folder);
  if (!statOf(root)?.isDirectory()) {
    throw new CommandError(
      2,
      `There is no folder ${shown(root)}.`,
      'Name the folder of an edition with --project.',
    );
  }
  const settings = readSettings(root);
  const { sources, tei, dist } = checkedFolders(root, settings.folders);
  if (!existsSync(join(root, settingsFile)) && !existsSync(sources) && !existsSync(tei)) {
    throw new CommandError(
      2,
      `${shown(root)} is no edition: it has neither ${settingsFile} nor a folder of sources.`,
      'Run `chancery init` to make one, or name one with --project.',
    );
  }
  return { root, settings, sources, tei, dist, memory: join(root, '.chancery') };
}

/** Settings of the project in a folder, or the defaults where it has none. Throws `CommandError` 2 if wrong. */
function readSettings(root: string): Settings {
  const path = join(root, settingsFile);
  let bytes: Uint8Array | undefined;
  try {
    bytes = readIfThere(path);
  } catch (error) {
    throw new CommandError(2, `${shown(path)} cannot be read: ${reasonOf(error)}.`, 'Check its permissions.');
  }
  if (bytes === undefined) return defaultSettings;
  const { settings, diagnostics } = parseSettings(Buffer.from(bytes).toString('utf8'), settingsFile);
  if (diagnostics.some((d) => d.severity === 'error')) {
    throw new CommandError(2, 'The settings cannot be used.', undefined, diagnostics);
  }
  return settings;
}

/** Folders must lie inside the project and apart from each other: what one step writes no other may read. */
function checkedFolders(root: string, folders: Settings['folders']): Settings['folders'] {
  const real = realpathSync(root);
  const paths = Object.entries(folders).map(([name, path]) => {
    const absolute = resolve(root, path);
    if (!absolute.startsWith(root + sep)) throw outside(name, path);
    if (existsSync(absolute) && name !== 'sources') {
      if (!realpathSync(absolute).startsWith(real + sep)) throw outside(name, path);
    }
    return { name, absolute };
  });
  for (const a of paths) {
    for (const b of paths) {
      if (a !== b && `${b.absolute}${sep}`.startsWith(a.absolute + sep)) {
        throw new CommandError(
          2,
          `In ${settingsFile}, the folders "${a.name}" and "${b.name}" overlap.`,
          'Give each a folder of its own.',
        );
      }
    }
  }
  return {
    sources: resolve(root, folders.sources),
    tei: resolve(root, folders.tei),
    dist: resolve(root, folders.dist),
  };
}

function outside(name: string, path: string): CommandError {
  const message = `In ${settingsFile}, the folder "${name}" (${path}) lies outside the project.`;
  return new CommandError(2, message, 'Name a folder inside it: nothing outside a project is written.');
}

/** What the stages need to know of the project. Throws `CommandError` 2 when the register cannot be used. */
export async function contextOf(
  project: Project,
  stages: Pick<Stages, 'readRegister'> & Partial<Pick<Stages, 'stylesheetsOf'>>,
): Promise<{ readonly context: Context; readonly diagnostics: readonly Diagnostic[] }> {
  const { register, diagnostics } = readRegister(project, stages);
  if (hasError(diagnostics))
    throw new CommandError(2, 'The register cannot be used.', undefined, diagnostics);
  const stylesheets = await stages.stylesheetsOf?.(project.root);
  const dialects = await (await import('./dialects.ts')).dialectsOf(project.root);
  const built = buildTime();
  const context = {
    settings: project.settings,
    register,
    version: programVersion(),
    ...(built === undefined ? {} : { built }),
    ...(dialects.length === 0 ? {} : { dialects }),
    ...(stylesheets === undefined ? {} : { stylesheets }),
    ...(await import('./furniture.ts')).furnitureOf(project.root),
  };
  return { context, diagnostics };
}

function readRegister(
  project: Project,
  stages: Pick<Stages, 'readRegister'>,
): ReturnType<Stages['readRegister']> {
  const name = registerName(project);
  const bytes = readIfThere(join(project.root, name));
  if (bytes === undefined) return { register: emptyRegister, diagnostics: [] };
  return stages.readRegister(Buffer.from(bytes).toString('utf8'), name);
}

export function registerName({ settings }: Project): string {
  return `${settings.folders.tei}/register.xml`;
}
