/** Archives of zip. yauzl refuses an archive with a name that leads out of it. */
import { bytesWithin, isDocument } from './archive.ts';
import type { ContainerOptions, Member } from './index.ts';
import { uniqueKeys } from './lines.ts';

export async function* members(path: string, options: ContainerOptions): AsyncGenerator<Member> {
  const { openPromise } = await import('yauzl');
  const archive = await openPromise(path, { lazyEntries: true, autoClose: false });
  const unique = uniqueKeys();
  try {
    for await (const entry of archive.eachEntry()) {
      const name = entry.fileName;
      if (!isDocument(name, options.fault)) continue;
      const bytes = await bytesWithin(await archive.openReadStreamPromise(entry), name, options);
      if (bytes !== undefined) yield { key: unique(name), bytes, format: name };
    }
  } finally {
    archive.close();
  }
}
