/** Taking over what shards have done, in this folder or in copies of it, before a build that does the rest. */
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Basis, changedParts } from './basis.ts';
import { linesOf } from './containers/lines.ts';
import { CommandError, isErrno, reasonOf } from './errors.ts';
import { readIfThere, sha256, shown, Writer } from './files.ts';
import type { Entry, Memory, Output, Remembered } from './memory.ts';
import type { Project } from './project.ts';
import { isUntouched } from './seal.ts';
import { type ShardHead, shardsFolder } from './shard.ts';
import { type Stamp, stampOfWritten } from './stamp.ts';

/** No line of results is longer: a record has the report of one document. */
const longestLine = 256 * 1024 * 1024;

interface Results {
  readonly file: string;
  /** The copy of the project they were made in. */
  readonly root: string;
  readonly head: ShardHead;
}

/**
 * Takes over the results of all shards of one cut. Throws `CommandError` 2 where one is missing, or was made by
 * another version of the program or with other settings.
 *
 * @param folders copies of the project; this one where there are none
 * @returns how many documents were taken over
 */
export async function takeOver(
  folders: readonly string[],
  basis: Basis,
  project: Project,
  memory: Memory,
): Promise<number> {
  const roots = folders.length === 0 ? [project.root] : folders.map((folder) => resolve(folder));
  const all: Results[] = [];
  for (const root of roots) all.push(...(await resultsIn(root)));
  const chosen = complete(all, basis);
  let count = 0;
  for (const { file, root } of chosen) {
    for await (const { bytes, number } of linesOf(file, longestLine)) {
      if (number === 1) continue;
      const remembered = JSON.parse(bytes.toString('utf8')) as Remembered;
      const ours = root === project.root ? remembered : copied(remembered, root, project);
      if (ours === undefined) continue;
      await memory.finish(ours);
      count++;
    }
  }
  return count;
}

/** The results in this project have been taken over. */
export function removeResults(project: Project): void {
  for (const file of resultFiles(project.root)) rmSync(file, { force: true });
}

function resultFiles(root: string): string[] {
  const folder = shardsFolder({ root });
  try {
    return readdirSync(folder)
      .filter((name) => /^\d+-of-\d+\.jsonl$/.test(name))
      .map((name) => join(folder, name));
  } catch (error) {
    if (isErrno(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw new CommandError(
      3,
      `${shown(folder)} cannot be read: ${reasonOf(error)}.`,
      'Check its permissions.',
    );
  }
}

async function resultsIn(root: string): Promise<Results[]> {
  const found: Results[] = [];
  for (const file of resultFiles(root)) {
    for await (const { bytes } of linesOf(file, longestLine)) {
      found.push({ file, root, head: JSON.parse(bytes.toString('utf8')) as ShardHead });
      break;
    }
  }
  return found;
}

function complete(all: readonly Results[], basis: Basis): readonly Results[] {
  const cuts = new Set(all.map(({ head }) => head.of));
  const [of] = cuts;
  if (of === undefined) {
    throw new CommandError(
      2,
      'There are no results of shards here.',
      'Build the shards first: chancery build --shard 1/4, 2/4 and so on; name the folders they were built in.',
    );
  }
  if (cuts.size > 1) {
    throw new CommandError(
      2,
      `There are results of different cuts: into ${[...cuts].sort((a, b) => a - b).join(' and ')} shards.`,
      'Remove those that are out of date from .chancery/shards/.',
    );
  }
  const byNumber = new Map(all.map((results) => [results.head.number, results]));
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((number) => !byNumber.has(number));
  if (missing.length > 0) {
    const names = missing.slice(0, 20).map((number) => `${number}/${of}`);
    throw new CommandError(
      2,
      `${missing.length} of ${of} shards have left no results: ${names.join(', ')}${missing.length > 20 ? ' …' : ''}.`,
      'Build them, or run `chancery build`, which does everything here.',
    );
  }
  const other = all.find(({ head }) => head.basis.hash !== basis.hash);
  if (other !== undefined) {
    const { number, basis: before } = other.head;
    throw new CommandError(
      2,
      `Shard ${number}/${of} was built otherwise: ${changedParts(before.parts, basis.parts)} is not the same here.`,
      'Build it again with this version of the program and these settings.',
    );
  }
  return [...byNumber.values()].sort((a, b) => a.head.number - b.head.number);
}

/** Copies the files of a document here; nothing where one is not what the results say, or would meet a person's. */
function copied({ entry, record }: Remembered, root: string, project: Project): Remembered | undefined {
  const { settings } = project;
  const tei = entry.tei && copiedTei(entry.tei, root, project);
  if (entry.tei !== undefined && tei === undefined) return undefined;
  const writer = new Writer(project.dist, { flush: false });
  const outputs: Output[] = [];
  for (const output of entry.outputs) {
    const bytes = sameBytes(output, join(root, settings.folders.dist));
    if (bytes === undefined) return undefined;
    outputs.push({
      ...stampOfWritten(output.path, writer.write(output.path, bytes), output.sha256),
      mediaType: output.mediaType,
    });
  }
  const here: Entry = { ...entry, ...(tei && { tei }), outputs };
  return { entry: here, record };
}

function copiedTei(stamp: Stamp, root: string, project: Project): Stamp | undefined {
  const bytes = sameBytes(stamp, root);
  if (bytes === undefined) return undefined;
  const there = readIfThere(join(project.root, stamp.path));
  if (there !== undefined) {
    if (sha256(there) === stamp.sha256) return stamp;
    if (!isUntouched(Buffer.from(there).toString('utf8'))) return undefined;
  }
  const stats = new Writer(project.root).write(stamp.path, bytes);
  return stampOfWritten(stamp.path, stats, stamp.sha256);
}

function sameBytes({ path, sha256: checksum }: Stamp, root: string): Uint8Array | undefined {
  const bytes = readIfThere(join(root, path));
  return bytes !== undefined && sha256(bytes) === checksum ? bytes : undefined;
}
