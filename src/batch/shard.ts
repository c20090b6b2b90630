/**
 * A part of a build, for machines that share nothing but files: `--shard 3/40` does the documents of one shard,
 * with a memory of its own, and leaves its results for `chancery merge`.
 *
 *     .chancery/shards/3-of-40/        what the shard remembers
 *     .chancery/shards/3-of-40.jsonl   its results: a line about the shard, then one for each document
 */
import { join } from 'node:path';
import type { Basis } from './basis.ts';
import { CommandError } from './errors.ts';
import { sha256, Writer } from './files.ts';
import type { Entry, Memory } from './memory.ts';
import type { Project } from './project.ts';

export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** First line of the results. */
export interface ShardHead extends Shard {
  readonly basis: Basis;
  readonly documents: number;
}

/** Throws `CommandError` 2 for words that name no shard. */
export function shardFrom(words: string): Shard {
  const [, number, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(words)?.map(Number) ?? [];
  if (number !== undefined && of !== undefined && number >= 1 && number <= of) return { number, of };
  throw new CommandError(
    2,
    `"${words}" names no shard.`,
    'Write the number of the shard, from 1, and how many there are: --shard 3/40.',
  );
}

/** The same document is in the same shard, whatever other documents there are. */
export function isIn(shard: Shard, id: string): boolean {
  return Number.parseInt(sha256(id).slice(0, 12), 16) % shard.of === shard.number - 1;
}

const nameOf = ({ number, of }: Shard): string => `${number}-of-${of}`;

/** The project as a shard sees it: with a lock and a memory of its own. */
export function projectOf(shard: Shard, project: Project): Project {
  return { ...project, memory: join(shardsFolder(project), nameOf(shard)) };
}

export function shardsFolder({ root }: Pick<Project, 'root'>): string {
  return join(root, '.chancery', 'shards');
}

/** Leaves the results of a shard for `chancery merge`. */
export function leaveResults(
  shard: Shard,
  basis: Basis,
  entries: Iterable<Entry>,
  project: Project,
  memory: Memory,
): void {
  let documents = 0;
  for (const _ of entries) documents++;
  const head: ShardHead = { ...shard, basis, documents };
  function* lines(): Generator<string> {
    yield `${JSON.stringify(head)}\n`;
    for (const entry of entries) {
      const record = memory.recordText(entry.id);
      if (record !== undefined) yield `${JSON.stringify({ entry, record })}\n`;
    }
  }
  new Writer(shardsFolder(project)).writePieces(`${nameOf(shard)}.jsonl`, lines());
}
