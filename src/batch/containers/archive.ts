/** What all archives have in common: which of their entries are documents, and which names are refused. */
import { formatOf } from '../../read/formats.ts';
import type { ContainerOptions } from './index.ts';

/**
 * True for an entry that is a document: a file of a format we read whose name stays inside. Nothing of an archive
 * is ever written under its own name; a name that leads out is a sign that something is wrong, and is told.
 */
export function isDocument(name: string, fault: ContainerOptions['fault']): boolean {
  const parts = name.split('/');
  if (/^\/|^[a-z]:|\\|\0/i.test(name) || parts.includes('..')) {
    fault({
      code: 'read.unreadable',
      message: `The entry ${JSON.stringify(name)} has a name that leads out of the archive.`,
    });
    return false;
  }
  if (name.endsWith('/') || parts.some((part) => part.startsWith('.') || part === '__MACOSX')) return false;
  if (formatOf(name) !== undefined) return true;
  fault({
    code: 'read.format',
    message: `The entry ${JSON.stringify(name)} has an ending that no reader knows.`,
  });
  return false;
}

/** The bytes of an entry, or nothing, and a fault, when it is larger than the limit: a small archive may hold much. */
export async function bytesWithin(
  stream: AsyncIterable<unknown>,
  name: string,
  { limit, fault }: ContainerOptions,
): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += (part as Buffer).length;
    if (size <= limit) parts.push(part as Buffer);
    else parts.length = 0;
  }
  if (size <= limit) return Buffer.concat(parts);
  fault({
    code: 'read.too-large',
    message: `The entry ${JSON.stringify(name)} has ${size} bytes; the limit is ${limit}.`,
  });
  return undefined;
}
