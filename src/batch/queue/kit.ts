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
  const epoch = process.env[epochName];
  if (epoch !== undefined) files[epochName] = Buffer.from(epoch);
  return packed(files);
}

/** The time of the build is the planner's. */
const epochName = 'SOURCE_DATE_EPOCH';

/** The environment of the planner, as far as what is built depends on it: for this process and its threads. */
export function enterEnvironment(folder: string): void {
  const epoch = readIfThere(join(folder, epochName));
  if (epoch === undefined) delete process.env[epochName];
  else process.env[epochName] = Buffer.from(epoch).toString('utf8');
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
