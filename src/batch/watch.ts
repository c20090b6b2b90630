/** Tells when files change: once for a burst of changes, and not for what a build writes itself. */
import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { statOf } from './files.ts';
import { type Project, settingsFile } from './project.ts';

/** Editors save in several steps; wait until they are done. */
const calmMs = 150;

/**
 * The sources, the TEI, the style sheets and the settings of a project.
 *
 * @param onChange called when things have calmed down; never again before it has ended
 * @returns a function that ends the watching
 */
export function watchProject(project: Project, onChange: () => Promise<void>): () => void {
  const folders = [project.sources, project.tei, ...['xslt', 'assets'].map((f) => join(project.root, f))];
  const watching = new Watching(onChange);
  watching.add([...folders.filter((folder) => existsSync(folder)), join(project.root, settingsFile)]);
  return () => watching.end();
}

export class Watching {
  private readonly onChange: () => Promise<void>;
  private timer: NodeJS.Timeout | undefined;
  private busy = false;
  private again = false;
  private readonly folders = new Map<string, FSWatcher>();
  /** Files by folder: a file is watched through its folder, for editors put a new one in its place. */
  private readonly files = new Map<string, Set<string>>();

  /** @param onChange called when things have calmed down; never again before it has ended */
  constructor(onChange: () => Promise<void>) {
    this.onChange = onChange;
  }

  /** Watches files, which may not be there yet, and folders with all in them; what is watched already stays so. */
  add(paths: Iterable<string>): void {
    for (const path of paths) {
      if (statOf(path)?.isDirectory()) this.addFolder(path);
      else this.addFile(path);
    }
  }

  end(): void {
    clearTimeout(this.timer);
    for (const watcher of this.folders.values()) watcher.close();
  }

  private addFolder(folder: string): void {
    if (this.folders.has(folder)) return;
    const isHidden = (name: string): boolean => name.split(/[/\\]/).some((part) => part.startsWith('.'));
    this.watch(folder, folder, true, (name) => !isHidden(name));
  }

  private addFile(file: string): void {
    const folder = dirname(file);
    const names = this.files.get(folder) ?? new Set();
    this.files.set(folder, names.add(basename(file)));
    const key = `${folder}/*`;
    if (!this.folders.has(key) && existsSync(folder))
      this.watch(key, folder, false, (name) => names.has(name));
  }

  private watch(key: string, folder: string, recursive: boolean, concerns: (name: string) => boolean): void {
    const watcher = watch(folder, { recursive }, (_, name) => {
      if (concerns(String(name ?? ''))) this.touch();
    });
    watcher.on('error', () => {});
    this.folders.set(key, watcher);
  }

  private touch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), calmMs);
  }

  private async run(): Promise<void> {
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    this.again = false;
    try {
      await this.onChange();
    } finally {
      this.busy = false;
      if (this.again) this.touch();
    }
  }
}
