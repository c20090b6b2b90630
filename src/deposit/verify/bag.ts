/**
 * Whether a bag is complete and valid (RFC 8493, section 3): declaration, manifests, every file listed and every
 * listed file there, every checksum. Works for BagIt 0.93 to 1.0, with every algorithm that Node has.
 */
import { createHash, type Hash } from 'node:crypto';
import type { Diagnostic } from '../../diagnostic.ts';
import { compareText } from '../../order.ts';
import { bytesOf, type HeldFile, type Holding } from './holding.ts';
import { fragile, isSystemFile, key, outOfScope } from './paths.ts';
import {
  algorithmOf,
  type Declaration,
  decodeTag,
  type ManifestEntry,
  readDeclaration,
  readFetch,
  readInfo,
  readManifest,
} from './tags.ts';
import { lineOf, tell } from './tell.ts';

interface Manifest {
  readonly file: string;
  readonly algorithm: string;
  readonly forTags: boolean;
  readonly entries: ReadonlyMap<string, ManifestEntry>;
}

export async function checkBag(holding: Holding): Promise<readonly Diagnostic[]> {
  return new BagCheck(holding).run();
}

class BagCheck {
  readonly #holding: Holding;
  readonly #findings: Diagnostic[];
  #declaration: Declaration = { version: [1, 0], encoding: 'UTF-8' };
  /** Files of systems that are listed and not there. */
  readonly #lost = new Set<string>();

  constructor(holding: Holding) {
    this.#holding = holding;
    this.#findings = [...holding.findings];
  }

  async run(): Promise<readonly Diagnostic[]> {
    await this.#declare();
    const manifests = await this.#manifests();
    const payload = [...this.#holding.files.keys()].filter((p) => p.startsWith('data/'));
    if (payload.length === 0 && !this.#holding.folders.has('data')) {
      this.#tell('bag.missing', 'data', 'The bag has no folder data/');
    }
    const fetched = await this.#fetch();
    this.#listed(manifests, fetched);
    this.#unlisted(manifests, payload);
    this.#names();
    await this.#info(payload);
    await this.#checksums(manifests);
    return this.#findings;
  }

  get #strict(): boolean {
    return this.#declaration.version[0] >= 1;
  }

  #tell(code: Parameters<typeof tell>[0], path: string, message: string, line?: number): void {
    const file = path === '' ? this.#holding.name : `${this.#holding.name}/${path}`;
    this.#findings.push(tell(code, file, message, line === undefined ? undefined : lineOf(line)));
  }

  async #declare(): Promise<void> {
    const file = this.#holding.files.get('bagit.txt');
    if (file === undefined) {
      this.#tell('bag.declaration', 'bagit.txt', 'It is missing: without it a folder is no bag');
      return;
    }
    const { declaration, findings } = readDeclaration(await bytesOf(file), `${this.#holding.name}/bagit.txt`);
    this.#findings.push(...findings);
    if (declaration !== undefined) this.#declaration = declaration;
  }

  async #text(path: string): Promise<string | undefined> {
    const file = this.#holding.files.get(path);
    if (file === undefined) return undefined;
    try {
      return decodeTag(await bytesOf(file), this.#declaration.encoding);
    } catch (error) {
      this.#tell(
        'bag.manifest',
        path,
        `It cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      return undefined;
    }
  }

  async #manifests(): Promise<readonly Manifest[]> {
    const manifests: Manifest[] = [];
    let forPayload = 0;
    for (const path of this.#holding.files.keys()) {
      const [, tag, label = ''] = /^(tag)?manifest-([^/]+)\.txt$/i.exec(path) ?? [];
      if (label === '') continue;
      const forTags = tag !== undefined;
      if (!forTags) forPayload++;
      const algorithm = algorithmOf(label);
      if (algorithm === undefined) {
        this.#tell(
          'bag.manifest',
          path,
          `The algorithm ${label} is not known here, so this manifest proves nothing`,
        );
        continue;
      }
      const text = await this.#text(path);
      if (text === undefined) continue;
      const { entries, findings } = readManifest(text, `${this.#holding.name}/${path}`, this.#strict);
      this.#findings.push(...findings);
      manifests.push({ file: path, algorithm, forTags, entries: this.#once(entries, path, forTags) });
    }
    if (forPayload === 0)
      this.#tell('bag.manifest', '', 'The bag has no manifest of its payload (manifest-sha512.txt)');
    return manifests;
  }

  /** Entries by path: none leads out of the bag, none stands there twice. */
  #once(
    entries: readonly ManifestEntry[],
    file: string,
    forTags: boolean,
  ): ReadonlyMap<string, ManifestEntry> {
    const found = new Map<string, ManifestEntry>();
    const keys = new Map<string, string>();
    for (const entry of entries) {
      const why = outOfScope(entry.path) ?? scope(entry.path, forTags);
      if (why !== undefined) {
        this.#tell('bag.path', file, `The path ${entry.path} is not allowed here: ${why}`, entry.line);
        continue;
      }
      const before = found.get(entry.path);
      if (before !== undefined) {
        const same = before.checksum === entry.checksum;
        const code = same && !this.#strict ? 'bag.style' : 'bag.manifest';
        const how = same ? 'twice' : 'twice, with different checksums';
        this.#tell(code, file, `It lists ${entry.path} ${how} (first in line ${before.line})`, entry.line);
        continue;
      }
      const alike = keys.get(key(entry.path));
      if (alike !== undefined) {
        this.#tell('bag.name', file, `${entry.path} and ${alike} are one name on some systems`, entry.line);
      }
      keys.set(key(entry.path), entry.path);
      found.set(entry.path, entry);
    }
    return found;
  }

  async #fetch(): Promise<ReadonlySet<string>> {
    const text = await this.#text('fetch.txt');
    if (text === undefined) return new Set();
    const { entries, findings } = readFetch(text, `${this.#holding.name}/fetch.txt`, this.#strict);
    this.#findings.push(...findings);
    const paths = new Set<string>();
    for (const { path, line, size } of entries) {
      const why = outOfScope(path) ?? scope(path, false);
      const held = this.#holding.files.get(path);
      if (why !== undefined)
        this.#tell('bag.path', 'fetch.txt', `The path ${path} is not allowed here: ${why}`, line);
      else if (paths.has(path)) this.#tell('bag.fetch', 'fetch.txt', `It lists ${path} twice`, line);
      else if (held !== undefined && size !== undefined && held.size !== size) {
        this.#tell('bag.fetch', 'fetch.txt', `${path} has ${held.size} bytes; this line says ${size}`, line);
      }
      paths.add(path);
    }
    return paths;
  }

  /** What is listed must be there. */
  #listed(manifests: readonly Manifest[], fetched: ReadonlySet<string>): void {
    const alike = new Map([...this.#holding.files.keys()].map((p) => [key(p), p]));
    const told = new Set<string>();
    for (const { file, entries } of manifests) {
      for (const { path, line } of entries.values()) {
        if (this.#holding.files.has(path) || told.has(path)) continue;
        told.add(path);
        const other = alike.get(key(path));
        if (other !== undefined) {
          this.#tell(
            'bag.name',
            file,
            `It lists ${path}; the bag has ${other}, the same but for case or Unicode normal form`,
            line,
          );
        } else if (isSystemFile(path)) {
          this.#lost.add(path);
          this.#tell(
            'bag.name',
            file,
            `It lists ${path}, a file that systems make and remove by themselves; it is not there`,
            line,
          );
        } else if (fetched.has(path)) {
          this.#tell('bag.fetch', file, `${path} is still to be fetched: fetch.txt has its address`, line);
        } else this.#tell('bag.missing', file, `It lists ${path}, which is not there`, line);
      }
    }
    for (const path of fetched) {
      if (outOfScope(path) !== undefined || told.has(path) || this.#holding.files.has(path)) continue;
      if (!manifests.some((m) => m.entries.has(path))) {
        this.#tell('bag.fetch', 'fetch.txt', `${path} is in no manifest`);
      }
    }
  }

  /** What is there must be listed: in one manifest, and from 1.0 on in every one. */
  #unlisted(manifests: readonly Manifest[], payload: readonly string[]): void {
    const own = manifests.filter((m) => !m.forTags);
    const keys = new Map(own.map((m) => [m, new Set([...m.entries.keys()].map(key))]));
    for (const path of payload) {
      const missing = own.filter((m) => !m.entries.has(path) && keys.get(m)?.has(key(path)) !== true);
      if (missing.length === 0 || (!this.#strict && missing.length < own.length)) continue;
      const where = missing.map((m) => m.file).join(', ');
      this.#tell('bag.unlisted', path, `It is in the bag, but not in ${where || 'any manifest'}`);
    }
  }

  /** Names that meet, or that some system cannot hold. */
  #names(): void {
    const seen = new Map<string, string>();
    for (const path of this.#holding.files.keys()) {
      const before = seen.get(key(path));
      if (before !== undefined) {
        this.#tell(
          'bag.collision',
          path,
          `${before} and this file have one name on systems that do not tell case or Unicode normal forms apart; one would be lost`,
        );
      }
      seen.set(key(path), path);
      const why = outOfScope(path);
      if (why !== undefined) this.#tell('bag.path', path, `Its name is dangerous: ${why}`);
      const weak = fragile(path);
      if (weak !== undefined) this.#tell('bag.name', path, `Its name is not safe everywhere: ${weak}`);
      else if (isSystemFile(path))
        this.#tell('bag.name', path, 'It is a file that systems make by themselves, and no part of the work');
    }
  }

  async #info(payload: readonly string[]): Promise<void> {
    const path = this.#holding.files.has('bag-info.txt') ? 'bag-info.txt' : 'package-info.txt';
    const text = await this.#text(path);
    if (text === undefined) return;
    const { values, findings } = readInfo(text, `${this.#holding.name}/${path}`);
    this.#findings.push(...findings);
    const octets = payload.reduce((n, p) => n + (this.#holding.files.get(p)?.size ?? 0), 0);
    for (const [label, value, line] of values) {
      if (label.toLowerCase() !== 'payload-oxum') continue;
      const oxum = /^(\d+)\.(\d+)$/.exec(value);
      if (oxum === null)
        this.#tell('bag.info', path, `Payload-Oxum must be bytes.files; it is «${value}»`, line);
      else if (!this.#fits(Number(oxum[1]), Number(oxum[2]), octets, payload.length)) {
        this.#tell(
          'bag.info',
          path,
          `Payload-Oxum says ${value}; the payload has ${octets} bytes in ${payload.length} files`,
          line,
        );
      }
    }
  }

  /** What systems have removed by themselves counts as if it were there; how large it was nobody knows. */
  #fits(bytesSaid: number, filesSaid: number, bytes: number, files: number): boolean {
    const lost = [...this.#lost].filter((p) => p.startsWith('data/')).length;
    return filesSaid === files + lost && (lost === 0 ? bytesSaid === bytes : bytesSaid >= bytes);
  }

  /** Each file is read once for all algorithms. */
  async #checksums(manifests: readonly Manifest[]): Promise<void> {
    const wanted = new Map<string, { manifest: Manifest; entry: ManifestEntry }[]>();
    for (const manifest of manifests) {
      for (const entry of manifest.entries.values()) {
        const list = wanted.get(entry.path);
        if (list) list.push({ manifest, entry });
        else wanted.set(entry.path, [{ manifest, entry }]);
      }
    }
    for (const [path, list] of [...wanted].sort(([a], [b]) => compareText(a, b))) {
      const file = this.#holding.files.get(path);
      if (file === undefined) continue;
      let actual: ReadonlyMap<string, string>;
      try {
        actual = await digests(file, [...new Set(list.map((l) => l.manifest.algorithm))]);
      } catch (error) {
        this.#tell(
          'bag.checksum',
          path,
          `It cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        );
        continue;
      }
      for (const { manifest, entry } of list) {
        const is = actual.get(manifest.algorithm) ?? '';
        if (is !== entry.checksum) {
          this.#tell(
            'bag.checksum',
            manifest.file,
            `${path} was changed: its ${manifest.algorithm} is ${short(is)}, this line says ${short(entry.checksum)}`,
            entry.line,
          );
        }
      }
    }
  }
}

/** Payload lies in data/; tag files lie outside it, and a tag manifest lists no tag manifest. */
function scope(path: string, forTags: boolean): string | undefined {
  if (!forTags) return path.startsWith('data/') ? undefined : 'a payload manifest lists files in data/ only';
  if (/^tagmanifest-/i.test(path)) return 'a tag manifest lists no tag manifest';
  return path.startsWith('data/') ? 'a tag manifest lists no payload' : undefined;
}

/** XOFs have no length of their own; none of the algorithms of manifests is one. */
async function digests(file: HeldFile, algorithms: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const hashes = algorithms.map((a): [string, Hash] => [a, createHash(a)]);
  for await (const part of await file.stream()) {
    for (const [, hash] of hashes) hash.update(part as Uint8Array);
  }
  return new Map(hashes.map(([a, hash]) => [a, hash.digest('hex')]));
}

const short = (checksum: string): string => (checksum.length > 20 ? `${checksum.slice(0, 16)}…` : checksum);
