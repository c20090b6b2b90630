/** What every worker needs of a project: settings, register, style sheets and dialects; no document. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, readIfThere, Writer } from '../files.ts';
import { type Project, registerName, settingsFile } from '../project.ts';
import { type Files, packed, unpacked } from './parcel.ts';

/** Style sheets come compiled too, so that not every worker has to. */
const folders = ['xslt', 'dialects', '.chancery/xslt'];

export function kitOf(project: Project): Uint8Array {
  const files: Record<string, Uint8Array> = { [settingsFile]: Buffer.from('{}') };
  const add = (path: string): void => {
    const bytes = readIfThere(join(project.root, path));
    if (bytes !== undefined) files[path] = bytes;
  };
  add(settingsFile);
  add(registerName(project));
  for (const folder of folders) {
    for (const path of filesUnder(join(project.root, folder))) add(`${folder}/${path}`);
  }
  return packed(files);
}

/** Unpacks a kit into an empty folder. */
export function unpackedKit(kit: Uint8Array, folder: string): void {
  const files: Files = unpacked(kit);
  if (existsSync(join(folder, settingsFile))) return;
  const writer = new Writer(folder, { flush: false });
  const { [settingsFile]: settings, ...rest } = files;
  for (const [path, bytes] of Object.entries(rest)) writer.write(path, bytes);
  // Last: where it stands, the kit is whole.
  if (settings !== undefined) writer.write(settingsFile, settings);
}
