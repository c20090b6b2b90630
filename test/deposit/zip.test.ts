/** The zip: read back by another's reader, the same bytes everywhere, zip64 where it is needed. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { endOf, zip } from '../../src/deposit/zip.ts';
import { root } from '../helpers/command.ts';
import { emptyFolder } from '../helpers/folder.ts';

const bytesOf = (entries: Parameters<typeof zip>[0], epoch?: number): Buffer =>
  Buffer.concat([...zip(entries, epoch)]);

interface Read {
  readonly path: string;
  readonly content: Buffer;
  readonly time: Date;
}

/** By yauzl, which checks sizes and CRC as it reads. */
function readAll(zipped: Buffer): Promise<Read[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(zipped, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error);
      const found: Read[] = [];
      file.on('error', reject);
      file.on('end', () => resolve(found));
      file.on('entry', (entry) => {
        file.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const parts: Buffer[] = [];
          stream.on('error', reject);
          stream.on('data', (part) => parts.push(part as Buffer));
          stream.on('end', () => {
            found.push({
              path: entry.fileName,
              content: Buffer.concat(parts),
              time: entry.getLastModDate({ timezone: 'UTC' }),
            });
            file.readEntry();
          });
        });
      });
      file.readEntry();
    });
  });
}

describe('zip', () => {
  test('gives back what was put in, in the order of the names', async () => {
    const file = fc.record({
      path: fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?\.txt$/),
      content: fc.uint8Array({ maxLength: 2000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(file, { selector: (f) => f.path, maxLength: 8 }), async (files) => {
        const read = await readAll(bytesOf(files.map((f) => ({ path: f.path, content: () => f.content }))));
        const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
        expect(read.map((r) => r.path)).toEqual(sorted.map((f) => f.path));
        expect(read.map((r) => [...r.content])).toEqual(sorted.map((f) => [...f.content]));
      }),
      { numRuns: 40 },
    );
  });

  test('has the time it is given, in UTC, else the first that DOS knows', async () => {
    const entry = { path: 'a.txt', content: () => Buffer.from('a') };
    const [given] = await readAll(bytesOf([entry], Date.UTC(1998, 6, 22, 11, 40, 2) / 1000));
    expect(given?.time.toISOString()).toBe('1998-07-22T11:40:02.000Z');
    const [constant] = await readAll(bytesOf([entry]));
    expect(constant?.time.toISOString()).toBe('1980-01-01T00:00:00.000Z');
  });

  test('its bytes are these, on every machine and with every Node', () => {
    const entries = [
      { path: 'b/long.txt', content: () => Buffer.from('The treaty of peace and friendship. '.repeat(200)) },
      { path: 'a.txt', content: () => Buffer.from('a') },
    ];
    const sum = createHash('sha256').update(bytesOf(entries)).digest('hex');
    expect(sum).toBe('561cd6b9bda7c68ae1dc137767097298ac733e0cf86414d818c3eb8df72d9619');
  });

  test.each(['Asia/Tokyo', 'America/St_Johns'])('in %s too', (zone) => {
    const script = `
      import { zip } from '${join(root, 'lib/deposit/zip.js')}';
      const e = [{ path: 'a.txt', content: () => Buffer.from('a') }];
      process.stdout.write(Buffer.concat([...zip(e, 900000000)]).toString('hex'));`;
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
    });
    const here = bytesOf([{ path: 'a.txt', content: () => Buffer.from('a') }], 900_000_000);
    expect(elsewhere.toString()).toBe(here.toString('hex'));
  });

  test('more files than 16 bits can count', async () => {
    const count = 66_000;
    const empty = Buffer.alloc(0);
    const entries = Array.from({ length: count }, (_, i) => ({ path: `f/${i}`, content: () => empty }));
    const zipped = bytesOf(entries);
    const folder = emptyFolder();
    writeFileSync(join(folder, 'many.zip'), zipped);
    const number = await new Promise<number>((resolve, reject) => {
      fromBuffer(zipped, { lazyEntries: true }, (error, file) => {
        if (error) reject(error);
        else resolve(file.entryCount);
      });
    });
    expect(number).toBe(count);
  });

  test('a directory beyond 4 GiB is pointed at with 64 bits', () => {
    const end = Buffer.from(endOf(3, 5_000_000_000, 300));
    expect(end.readUInt32LE(0)).toBe(0x06064b50);
    expect(end.readBigUInt64LE(48)).toBe(5_000_000_000n);
    expect(end.readUInt32LE(56)).toBe(0x07064b50);
    expect(end.readBigUInt64LE(64)).toBe(5_000_000_300n);
    expect(end.readUInt32LE(76 + 16)).toBe(0xffffffff);
  });
});
