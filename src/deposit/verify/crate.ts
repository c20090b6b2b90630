/**
 * Whether the metadata of an RO-Crate is what its specification asks (1.0 to 1.3, section «Root Data Entity» and
 * «Data Entities») and fits the files beside it: listed files are there, with their sizes and checksums.
 */
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../diagnostic.ts';
import { type LocatedJson, parseJson } from '../../json.ts';
import { bytesOf, type HeldFile, type Holding } from './holding.ts';
import { outOfScope } from './paths.ts';
import { lineOf, tell } from './tell.ts';

type Entity = Readonly<Record<string, unknown>> & { readonly '@id': string };

const names = ['ro-crate-metadata.json', 'ro-crate-metadata.jsonld'];

/** Path of the metadata below a prefix, if there is a crate. */
export function crateIn(holding: Holding, prefix: string): string | undefined {
  return names.map((n) => prefix + n).find((p) => holding.files.has(p));
}

/** @param prefix where the crate begins: `data/` in a bag, else nothing */
export async function checkCrate(holding: Holding, prefix: string): Promise<readonly Diagnostic[]> {
  const path = crateIn(holding, prefix);
  const file = path === undefined ? undefined : holding.files.get(path);
  if (path === undefined || file === undefined) return [];
  const name = `${holding.name}/${path}`;
  const text = Buffer.from(await bytesOf(file)).toString('utf8');
  const parsed = parseJson(text.replace(/^\ufeff/, ''));
  if ('fault' in parsed) {
    return [tell('crate.metadata', name, parsed.fault.message, placeOf(text, parsed.fault.offset))];
  }
  const check = new CrateCheck(holding, prefix, path, parsed.json, text);
  return check.run();
}

class CrateCheck {
  readonly #findings: Diagnostic[] = [];
  readonly #holding: Holding;
  readonly #prefix: string;
  readonly #path: string;
  readonly #json: LocatedJson;
  readonly #text: string;
  readonly #index = new Map<string, { entity: Entity; at: number }>();

  constructor(holding: Holding, prefix: string, path: string, json: LocatedJson, text: string) {
    this.#holding = holding;
    this.#prefix = prefix;
    this.#path = path;
    this.#json = json;
    this.#text = text;
  }

  async run(): Promise<readonly Diagnostic[]> {
    const value = this.#json.value as { readonly '@context'?: unknown; readonly '@graph'?: unknown } | null;
    const graph = value?.['@graph'];
    if (!Array.isArray(graph)) {
      this.#tell('crate.metadata', 'It has no @graph with the entities of the crate', '');
      return this.#findings;
    }
    if (!hasCrateContext(value?.['@context'])) {
      this.#tell('crate.metadata', 'Its @context does not refer to that of RO-Crate', '/@context');
    }
    this.#entities(graph);
    const root = this.#root();
    if (root !== undefined) await this.#contents(root);
    return this.#findings;
  }

  #tell(
    code: 'crate.metadata' | 'crate.advice' | 'bag.path' | 'bag.checksum' | 'bag.missing',
    message: string,
    pointer: string,
  ): void {
    const place = placeOf(this.#text, this.#json.offsetOf(pointer));
    this.#findings.push(tell(code, `${this.#holding.name}/${this.#path}`, message, place));
  }

  /** Flattened: each entity once, with an id and a type; what it points at is named by its id alone. */
  #entities(graph: readonly unknown[]): void {
    graph.forEach((item, at) => {
      const pointer = `/@graph/${at}`;
      const entity = item as Entity | null;
      if (typeof entity !== 'object' || entity === null || typeof entity['@id'] !== 'string') {
        this.#tell('crate.metadata', 'This entity has no @id', pointer);
        return;
      }
      const id = entity['@id'];
      if (this.#index.has(id))
        this.#tell('crate.metadata', `There are two entities with the @id ${id}`, pointer);
      if (entity['@type'] === undefined)
        this.#tell('crate.metadata', `The entity ${id} has no @type`, pointer);
      this.#index.set(id, { entity, at });
      for (const [property, values] of Object.entries(entity)) {
        for (const v of Array.isArray(values) ? values : [values]) {
          if (typeof v !== 'object' || v === null) continue;
          const keys = Object.keys(v);
          const flat = keys.includes('@value') || (keys.length === 1 && keys[0] === '@id');
          if (!flat)
            this.#tell(
              'crate.metadata',
              `${property} of ${id} holds an entity; it must stand in the @graph by itself`,
              `${pointer}/${property}`,
            );
        }
      }
    });
  }

  #root(): { entity: Entity; at: number } | undefined {
    const bare = names.flatMap((n) => this.#index.get(n) ?? this.#index.get(`./${n}`) ?? [])[0];
    const descriptor =
      bare ??
      [...this.#index.values()].find(({ entity }) => names.some((n) => entity['@id'].endsWith(`/${n}`)));
    if (descriptor === undefined) {
      this.#tell(
        'crate.metadata',
        'It does not describe itself: there is no entity ro-crate-metadata.json',
        '/@graph',
      );
      return undefined;
    }
    const pointer = `/@graph/${descriptor.at}`;
    const conforms = idsOf(descriptor.entity.conformsTo);
    if (!conforms.some((c) => /^https?:\/\/w3id\.org\/ro\/crate\//.test(c))) {
      this.#tell('crate.metadata', 'Its conformsTo names no version of RO-Crate', `${pointer}/conformsTo`);
    }
    const about = idsOf(descriptor.entity.about)[0];
    const root = about === undefined ? undefined : this.#index.get(about);
    if (root === undefined) {
      this.#tell('crate.metadata', 'Its about leads to no entity: the root is missing', `${pointer}/about`);
      return undefined;
    }
    const place = `/@graph/${root.at}`;
    if (!typesOf(root.entity).includes('Dataset'))
      this.#tell('crate.metadata', 'The root is no Dataset', `${place}/@type`);
    const tell = (property: string, why: string): void => {
      this.#tell('crate.metadata', `The root has no ${property}: ${why}`, place);
    };
    if (!isText(root.entity.name)) tell('name', 'the title of the crate');
    if (!isText(root.entity.description)) tell('description', 'what it holds');
    if (root.entity.license === undefined) tell('license', 'what others may do with it');
    const date = root.entity.datePublished;
    if (
      typeof date !== 'string' ||
      !/^-?\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/.test(date)
    ) {
      tell('datePublished', 'one day in the form YYYY-MM-DD');
    } else if (!/^-?\d{4}-\d\d-\d\d/.test(date)) {
      this.#tell('crate.advice', 'datePublished should name the day', `${place}/datePublished`);
    }
    return root;
  }

  /** Files are reached from the root by hasPart; they are there, and as they are described. */
  async #contents(root: { entity: Entity; at: number }): Promise<void> {
    const reached = new Set<string>();
    const queue = [root.entity['@id']];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      const found = this.#index.get(id);
      queue.push(...idsOf(found?.entity.hasPart));
      if (found === undefined)
        this.#tell(
          'crate.metadata',
          `hasPart leads to ${id}, which is not described`,
          `/@graph/${root.at}/hasPart`,
        );
    }
    for (const { entity, at } of this.#index.values()) {
      const types = typesOf(entity);
      const id = entity['@id'];
      if (!types.includes('File') && !types.includes('MediaObject')) continue;
      if (/^[a-z][a-z0-9+.-]*:/i.test(id) || id.startsWith('#')) continue;
      const pointer = `/@graph/${at}`;
      if (!reached.has(id))
        this.#tell('crate.metadata', `The file ${id} is not reached from the root by hasPart`, pointer);
      await this.#file(id, entity, pointer);
    }
    this.#unlisted();
  }

  async #file(id: string, entity: Entity, pointer: string): Promise<void> {
    const path = decoded(id).replace(/^\.\//, '');
    const why = outOfScope(path);
    if (why !== undefined) {
      this.#tell('bag.path', `The file ${id} lies outside the crate: ${why}`, pointer);
      return;
    }
    const held = this.#holding.files.get(this.#prefix + path);
    if (held === undefined) {
      this.#tell('bag.missing', `The file ${id} is described, but not there`, pointer);
      return;
    }
    const size = entity.contentSize;
    if (
      (typeof size === 'string' || typeof size === 'number') &&
      /^\d+$/.test(String(size)) &&
      Number(size) !== held.size
    ) {
      this.#tell(
        'bag.checksum',
        `${id} has ${held.size} bytes; contentSize says ${size}`,
        `${pointer}/contentSize`,
      );
    }
    if (typeof entity.sha256 === 'string' && /^[0-9a-f]{64}$/i.test(entity.sha256)) {
      const actual = await sha256Of(held);
      if (actual !== entity.sha256.toLowerCase()) {
        this.#tell(
          'bag.checksum',
          `${id} was changed: its SHA-256 is ${actual.slice(0, 16)}…, the crate says ${entity.sha256.slice(0, 16)}…`,
          `${pointer}/sha256`,
        );
      }
    }
  }

  /** A crate need not list each file, but whoever gets it will want to know what the others are. */
  #unlisted(): void {
    const own = /^(?:ro-crate-metadata\.jsonld?|ro-crate-preview(?:\.html|_files\/.*))$/;
    const listed = new Set([...this.#index.keys()].map((id) => decoded(id).replace(/^\.\//, '')));
    const folders = [...listed].filter((id) => id.endsWith('/') && id !== '');
    const rest = [...this.#holding.files.keys()]
      .filter((p) => p.startsWith(this.#prefix))
      .map((p) => p.slice(this.#prefix.length))
      .filter((p) => !own.test(p) && !listed.has(p) && !folders.some((f) => p.startsWith(f)));
    for (const path of rest.slice(0, 20)) {
      this.#tell('crate.advice', `${path} is in the crate, but not described`, '');
    }
    if (rest.length > 20) this.#tell('crate.advice', `${rest.length - 20} more files are not described`, '');
  }
}

function hasCrateContext(context: unknown): boolean {
  const list = Array.isArray(context) ? context : [context];
  return list.some((c) => typeof c === 'string' && /^https?:\/\/w3id\.org\/ro\/crate\/\d/.test(c));
}

function idsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((v) => {
    const id = (v as { readonly '@id'?: unknown } | undefined | null)?.['@id'];
    return typeof id === 'string' ? [id] : [];
  });
}

function typesOf(entity: Entity): readonly unknown[] {
  const type = entity['@type'];
  return Array.isArray(type) ? type : [type];
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

async function sha256Of(file: HeldFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of await file.stream()) hash.update(part as Uint8Array);
  return hash.digest('hex');
}

function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return lineOf(before.length, (before.at(-1)?.length ?? 0) + 1);
}
