/** Tells when files of a project change: once for a burst of changes, and not for what a build writes itself. */
import { existsSync, type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { type Project, settingsFile } from './project.ts';

/** Editors save in several steps; wait until they are done. */
const calmMs = 150;

/**
 * @param onChange called when things have calmed down; never again before it has ended
 * @returns a function that ends the watching
 */
export function watchProject(project: Project, onChange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    try {
      await onChange();
    } finally {
      busy = false;
      if (again) touch();
    }
  };
  const touch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(run, calmMs);
  };
  const watchers: FSWatcher[] = [];
  for (const folder of [project.sources, project.tei, join(project.root, 'xslt')]) {
    if (existsSync(folder)) {
      watchers.push(
        watch(folder, { recursive: true }, (_, name) => {
          if (
            !String(name ?? '')
              .split(/[/\\]/)
              .some((part) => part.startsWith('.'))
          )
            touch();
        }),
      );
    }
  }
  watchers.push(
    watch(project.root, (_, name) => {
      if (name === settingsFile) touch();
    }),
  );
  for (const watcher of watchers) watcher.on('error', () => {});
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
