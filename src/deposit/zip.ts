/**
 * A zip whose bytes depend on its files alone (APPNOTE.TXT 6.3.10; zip64 where it is needed).
 *
 * Ours because the libraries write the time zone of the machine into it and compress with the zlib of the
 * running Node, which differs from version to version. Names come sorted, times are given, and DEFLATE is that
 * of fflate, plain JavaScript.
 */
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { compareText } from '../order.ts';

export interface ZipEntry {
  /** Portable: ASCII, `/` separators, relative. */
  readonly path: string;
  readonly content: () => Uint8Array;
}

interface Written {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Smaller files hardly become smaller. */
const worthDeflating = 64;
const limit32 = 0xffffffff;
const limit16 = 0xffff;
/** Names are ASCII; made on Unix, by version 4.5 of the format. */
const madeBy = (3 << 8) | 45;
const regularFile = 0o100644;

/** The zip, piece by piece. @param epoch seconds since 1970, for all entries; absent: the first day DOS knows */
export function* zip(entries: readonly ZipEntry[], epoch?: number): Generator<Uint8Array> {
  const [time, date] = dosTime(epoch);
  const written: Written[] = [];
  let offset = 0;
  for (const { path, content } of [...entries].sort((a, b) => compareText(a.path, b.path))) {
    const data = content();
    const squeezed = data.length < worthDeflating ? data : deflateSync(data, { level: 9 });
    const smaller = squeezed.length < data.length;
    const body = smaller ? squeezed : data;
    const entry: Written = {
      name: Buffer.from(path, 'ascii'),
      method: smaller ? 8 : 0,
      crc: crc32(data),
      packed: body.length,
      size: data.length,
      offset,
    };
    written.push(entry);
    const head = localHeader(entry, time, date);
    yield head;
    yield body;
    offset += head.length + body.length;
  }
  const start = offset;
  for (const entry of written) {
    const record = centralRecord(entry, time, date);
    yield record;
    offset += record.length;
  }
  yield endOf(written.length, start, offset - start);
}

function localHeader(e: Written, time: number, date: number): Uint8Array {
  const big = e.size >= limit32 || e.packed >= limit32;
  const extra = big ? zip64Extra([e.size, e.packed]) : new Uint8Array();
  const b = new Bytes();
  b.u32(0x04034b50)
    .u16(big ? 45 : 20)
    .u16(0)
    .u16(e.method)
    .u16(time)
    .u16(date)
    .u32(e.crc);
  b.u32(big ? limit32 : e.packed).u32(big ? limit32 : e.size);
  b.u16(e.name.length).u16(extra.length).raw(e.name).raw(extra);
  return b.done();
}

function centralRecord(e: Written, time: number, date: number): Uint8Array {
  const big = e.size >= limit32 || e.packed >= limit32;
  const far = e.offset >= limit32;
  const fields = [...(big ? [e.size, e.packed] : []), ...(far ? [e.offset] : [])];
  const extra = fields.length > 0 ? zip64Extra(fields) : new Uint8Array();
  const b = new Bytes();
  b.u32(0x02014b50)
    .u16(madeBy)
    .u16(fields.length > 0 ? 45 : 20)
    .u16(0)
    .u16(e.method)
    .u16(time)
    .u16(date);
  b.u32(e.crc)
    .u32(big ? limit32 : e.packed)
    .u32(big ? limit32 : e.size);
  b.u16(e.name.length).u16(extra.length).u16(0).u16(0).u16(0);
  b.u32(regularFile * 0x10000)
    .u32(far ? limit32 : e.offset)
    .raw(e.name)
    .raw(extra);
  return b.done();
}

/** End of central directory, with its zip64 record and locator where a number does not fit. */
export function endOf(count: number, start: number, size: number): Uint8Array {
  const b = new Bytes();
  if (count >= limit16 || start >= limit32 || size >= limit32) {
    b.u32(0x06064b50).u64(44).u16(madeBy).u16(45).u32(0).u32(0);
    b.u64(count).u64(count).u64(size).u64(start);
    b.u32(0x07064b50)
      .u32(0)
      .u64(start + size)
      .u32(1);
  }
  const short = Math.min(count, limit16);
  b.u32(0x06054b50).u16(0).u16(0).u16(short).u16(short);
  b.u32(Math.min(size, limit32)).u32(Math.min(start, limit32)).u16(0);
  return b.done();
}

function zip64Extra(fields: readonly number[]): Uint8Array {
  const b = new Bytes();
  b.u16(0x0001).u16(fields.length * 8);
  for (const field of fields) b.u64(field);
  return b.done();
}

/** Little-endian numbers, one after the other. */
class Bytes {
  readonly #parts: Uint8Array[] = [];
  u16(n: number): this {
    return this.raw(Uint8Array.of(n & 255, (n >>> 8) & 255));
  }
  u32(n: number): this {
    return this.u16(n % 0x10000).u16(Math.floor(n / 0x10000));
  }
  u64(n: number): this {
    return this.u32(n % 0x100000000).u32(Math.floor(n / 0x100000000));
  }
  raw(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    return this;
  }
  done(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}

/** Time and date of DOS, in UTC: two seconds is as fine as it gets, 1980 as early. */
function dosTime(epoch: number | undefined): readonly [number, number] {
  const when = epoch === undefined ? undefined : new Date(epoch * 1000);
  if (when === undefined || when.getUTCFullYear() < 1980 || when.getUTCFullYear() > 2107) return [0, 0x21];
  const time = (when.getUTCHours() << 11) | (when.getUTCMinutes() << 5) | (when.getUTCSeconds() >> 1);
  const date = ((when.getUTCFullYear() - 1980) << 9) | ((when.getUTCMonth() + 1) << 5) | when.getUTCDate();
  return [time, date];
}
