/**
 * A chunk: some documents with all that the work on them needs, and the results of it.
 *
 *     chunk     jobs.json   the jobs      s/N  source of the job N     t/N  its TEI, where there is one
 *     results   done.json   what is to be remembered      files/…  what was written, by its path in the project
 */
import { join } from 'node:path';
import type { Job } from '../document.ts';
import { readIfThere, sha256, Writer } from '../files.ts';
import type { Output, Remembered } from '../memory.ts';
import type { Project } from '../project.ts';
import { isUntouched } from '../seal.ts';
import { bytesOf } from '../source-file.ts';
import { type Stamp, stampOf, stampOfWritten } from '../stamp.ts';
import { type Files, fromJson, json, packed, unpacked } from './parcel.ts';

/** A job on its way, and what the planner must know when it comes back. */
export interface Sent {
  readonly job: Job;
  readonly source?: Stamp;
  readonly tei?: Stamp;
  readonly files: { readonly source?: Uint8Array; readonly tei?: Uint8Array };
  /** A file name whose ending tells the format of the source. */
  readonly format?: string;
}

/** Reads what a job needs; what cannot be read is told by the worker, who finds it missing. */
export function prepared(job: Job, project: Project): Sent {
  const limit = project.settings.limits.bytes;
  const source = job.source === undefined || job.given ? undefined : bytesOf(job.source, project.root, limit);
  const tei = bytesOf(job.tei, project.root, limit);
  const { given, ...bare } = job;
  const format = given?.format ?? job.source;
  return {
    job: bare,
    ...(format !== undefined && { format }),
    files: {
      ...(job.given && { source: job.given.bytes }),
      ...(source && 'bytes' in source && { source: source.bytes }),
      ...('bytes' in tei && { tei: tei.bytes }),
    },
    ...(source &&
      'bytes' in source && { source: stampOf(job.source ?? '', source.stats, sha256(source.bytes)) }),
    ...('bytes' in tei && { tei: stampOf(job.tei, tei.stats, sha256(tei.bytes)) }),
  };
}

interface JobInChunk extends Omit<Job, 'given'> {
  readonly format?: string;
}

export function chunkOf(sent: readonly Sent[]): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const jobs = sent.map(
    ({ job, format }): JobInChunk => ({ ...job, ...(format !== undefined && { format }) }),
  );
  sent.forEach(({ files: own }, i) => {
    if (own.source) files[`s/${i}`] = own.source;
    if (own.tei) files[`t/${i}`] = own.tei;
  });
  return packed({ ...files, 'jobs.json': json(jobs) });
}

/** Lays the files of a chunk into the worker's copy of the project, and gives its jobs. */
export function laidOut(chunk: Uint8Array, project: Project): Job[] {
  const files = unpacked(chunk);
  const writer = new Writer(project.root, { flush: false });
  return (fromJson<JobInChunk[]>(files['jobs.json']) ?? []).map(({ format, ...job }, i) => {
    const [source, tei] = [files[`s/${i}`], files[`t/${i}`]];
    if (tei) writer.write(job.tei, tei);
    else writer.remove(job.tei);
    return source && format !== undefined ? { ...job, given: { bytes: source, format } } : job;
  });
}

/** Gathers what was written for the jobs of a chunk, and clears it away. */
export function resultsOf(done: readonly Remembered[], project: Project): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const { dist } = project.settings.folders;
  const clear = new Writer(project.root, { flush: false });
  for (const { entry } of done) {
    const paths = [
      ...(entry.tei === undefined ? [] : [entry.tei.path]),
      ...entry.outputs.map(({ path }) => `${dist}/${path}`),
    ];
    for (const path of paths) {
      const bytes = readIfThere(join(project.root, path));
      if (bytes !== undefined) files[`files/${path}`] = bytes;
      clear.remove(path);
    }
  }
  return packed({ ...files, 'done.json': json(done) });
}

/**
 * Writes what came back into the project. A document whose TEI a person has changed in the meantime is left out,
 * as is one whose files are not what its entry says: the next build does it.
 */
export function takenIn(
  results: Uint8Array,
  sent: readonly Sent[],
  project: Project,
): Map<string, Remembered> {
  const files = unpacked(results);
  const taken = new Map<string, Remembered>();
  const byId = new Map(sent.map((one) => [one.job.id, one]));
  for (const remembered of fromJson<Remembered[]>(files['done.json']) ?? []) {
    const one = byId.get(remembered.entry.id);
    const here = one && entered(remembered, one, files, project);
    if (here) taken.set(remembered.entry.id, here);
  }
  return taken;
}

function entered(
  { entry, record, times }: Remembered,
  sent: Sent,
  files: Files,
  project: Project,
): Remembered | undefined {
  const tei = entry.tei && enteredTei(entry.tei, sent, files, project);
  if (entry.tei !== undefined && tei === undefined) return undefined;
  const writer = new Writer(project.dist, { flush: false });
  const outputs: Output[] = [];
  for (const output of entry.outputs) {
    const bytes = files[`files/${project.settings.folders.dist}/${output.path}`];
    if (bytes === undefined || sha256(bytes) !== output.sha256) return undefined;
    const stats = writer.write(output.path, bytes);
    outputs.push({ ...stampOfWritten(output.path, stats, output.sha256), mediaType: output.mediaType });
  }
  const source = sent.source ?? entry.source;
  return {
    entry: { ...entry, ...(source && { source }), ...(tei && { tei }), outputs },
    record,
    ...(times && { times }),
  };
}

function enteredTei(stamp: Stamp, sent: Sent, files: Files, project: Project): Stamp | undefined {
  const bytes = files[`files/${stamp.path}`];
  if (bytes === undefined || sha256(bytes) !== stamp.sha256 || stamp.path !== sent.job.tei) return undefined;
  if (sent.tei?.sha256 === stamp.sha256) return sent.tei;
  const now = readIfThere(join(project.root, stamp.path));
  const unchanged = now === undefined ? sent.tei === undefined : sha256(now) === sent.tei?.sha256;
  if (!unchanged && now !== undefined && !isUntouched(Buffer.from(now).toString('utf8'))) return undefined;
  return stampOfWritten(stamp.path, new Writer(project.root).write(stamp.path, bytes), stamp.sha256);
}
