/** Which documents a container holds; looked up once, and again only when the file has changed. */
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import type { Finding } from '../report.ts';
import { type ContainerOptions, containerOf, type Member } from './containers/index.ts';
import { isErrno, reasonOf } from './errors.ts';
import { sha256, statOf } from './files.ts';
import { finding, written } from './finding.ts';
import type { Memory } from './memory.ts';
import type { Project } from './project.ts';

export interface Listing {
  /** Key of each document, with the beginning of the SHA-256 of its bytes. */
  readonly members: readonly (readonly [key: string, checksum: string])[];
  readonly findings: readonly Finding[];
}

interface Kept extends Listing {
  /** What the file was, and what decides how it is read. */
  readonly basis: string;
}

/** Half of a SHA-256 tells any two documents apart. */
const memberChecksum = (bytes: Uint8Array): string => sha256(bytes).slice(0, 32);

/** The documents in a file, or nothing where it is a document itself. */
export async function listingOf(
  source: string,
  project: Project,
  memory: Memory | undefined,
): Promise<Listing | undefined> {
  const container = containerOf(source);
  if (container === undefined) return undefined;
  const stats = statOf(join(project.root, source));
  if (!stats?.isFile()) return undefined;
  const { settings } = project;
  const basis = sha256(
    JSON.stringify([stats.size, stats.mtimeMs, stats.ctimeMs, settings.columns, settings.limits.bytes]),
  );
  const kept = memory?.kept<Kept>(source);
  const settled = stats.ctimeMs + 2000 < Date.now();
  const listing = kept?.basis === basis ? kept : await look(source, project);
  if (settled && listing !== kept) await memory?.keep(source, { ...listing, basis });
  // A table of one document is that document.
  return listing.members.length < 2 && listing.findings.length === 0 && !container.archive
    ? undefined
    : listing;
}

async function look(source: string, project: Project): Promise<Listing> {
  const members: [string, string][] = [];
  const found: Diagnostic[] = [];
  for await (const { key, bytes } of membersOf(source, project, found)) {
    members.push([key, memberChecksum(bytes)]);
  }
  return { members, findings: found.map(written) };
}

/**
 * The documents of a container one after another; what cannot be had becomes a finding.
 *
 * @param source relative to `root`, or absolute
 */
export async function* membersOf(
  source: string,
  { root, settings }: Pick<Project, 'root' | 'settings'>,
  found: Diagnostic[],
): AsyncGenerator<Member> {
  const options: ContainerOptions = {
    columns: settings.columns ?? {},
    limit: settings.limits.bytes,
    fault: ({ code, message }) => {
      if (found.length < 100) found.push(finding(code, source, message));
    },
  };
  try {
    const members = await containerOf(source)?.load();
    if (members !== undefined) yield* members(resolve(root, source), options);
  } catch (error) {
    const reason = isErrno(error) ? reasonOf(error) : error instanceof Error ? error.message : String(error);
    found.push(finding('read.unreadable', source, `The file cannot be read to its end: ${reason}.`));
  }
}
