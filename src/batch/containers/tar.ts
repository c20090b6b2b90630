/** Archives of tar, plain or compressed with gzip. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { bytesWithin, isDocument } from './archive.ts';
import type { ContainerOptions, Member } from './index.ts';
import { uniqueKeys } from './lines.ts';

export async function* members(path: string, options: ContainerOptions): AsyncGenerator<Member> {
  const { extract } = await import('tar-stream');
  const archive = extract();
  const file = createReadStream(path);
  const fail = (error: Error): void => archive.destroy(error);
  file.on('error', fail);
  if (/\.t?gz$/i.test(path)) file.pipe(createGunzip()).on('error', fail).pipe(archive);
  else file.pipe(archive);
  const unique = uniqueKeys();
  try {
    for await (const entry of archive) {
      const { name, type } = entry.header;
      if (type === 'file' && isDocument(name, options.fault)) {
        const bytes = await bytesWithin(entry, name, options);
        if (bytes !== undefined) yield { key: unique(name), bytes, format: name };
      } else entry.resume();
    }
  } finally {
    file.destroy();
  }
}
