/**
 * The schemas that a file is held against: those of `--schema`, else those it names itself, else ours. Each is read
 * and compiled once. Nothing comes from the network: an address is looked up among `validation.schemas`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError, reasonOf } from '../batch/errors.ts';
import { sha256, shown, statOf } from '../batch/files.ts';
import { packageRoot, programVersion } from '../batch/program.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ValidateOptions } from '../validate/index.ts';
import { languageOfFile, type NamedSchema, schemasNamed } from '../validate/xml-model.ts';
import { loadCompiled } from '../xml/relaxng/load.ts';
import type { Schema } from '../xml/relaxng/schema.ts';
import type { Schematron } from '../xml/schematron/index.ts';
import type { SchemaCache } from './schema-cache.ts';

export interface SchemaSettings {
  /** Address to path, of `validation.schemas`; an address that ends in `/` stands for a folder. */
  readonly catalogue: Readonly<Record<string, string>>;
  /** What the paths of the catalogue are relative to. */
  readonly root: string;
  readonly cache: SchemaCache;
  readonly phase?: string;
  /** Ask the Schematron inside a RELAX NG of `--schema` too. */
  readonly embedded: boolean;
  /** Also tell which rules of a Schematron fired. */
  readonly fired: boolean;
}

/** A compiled grammar with the hashes of the files that it includes. */
interface KeptSchema {
  readonly files: Readonly<Record<string, string>>;
  readonly schema: unknown;
}

type Loaded = { readonly grammar?: Schema; readonly schematron?: Schematron } | { readonly fault: string };

const isAddress = (uri: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]+:/.test(uri) && !uri.startsWith('file:');

export class ValidationSchemas {
  private readonly settings: SchemaSettings;
  /** Schemas of `--schema` with Schematron in them that is not asked. */
  readonly silent: string[] = [];
  private readonly loaded = new Map<string, Loaded>();
  private readonly paths = new Set<string>();

  constructor(settings: SchemaSettings) {
    this.settings = settings;
  }

  /** `--schema`: a RELAX NG and the Schematron in it, or a `.sch`. Throws `CommandError` 2 if one cannot be used. */
  async given(files: readonly string[]): Promise<ValidateOptions> {
    const found: Loaded[] = [];
    for (const file of files) {
      const path = isAddress(file) ? this.mapped(file) : resolve(file);
      if (path === undefined) {
        throw new CommandError(
          2,
          `The schema ${file} is on the network, and nothing is read from there.`,
          mapIt(file),
        );
      }
      if (statOf(path)?.isFile() !== true)
        throw new CommandError(2, `There is no schema ${file}.`, 'Check the path.');
      const loaded =
        languageOfFile(path) === 'schematron'
          ? [await this.load(path, 'schematron')]
          : [
              await this.load(path, 'relaxng'),
              ...(this.settings.embedded ? [await this.load(path, 'embedded')] : []),
            ];
      if (languageOfFile(path) !== 'schematron' && !this.settings.embedded && hasRules(path))
        this.silent.push(file);
      for (const one of loaded) {
        if ('fault' in one) {
          const fix = 'Give a schema in RELAX NG (.rng, .rnc) or Schematron (.sch).';
          throw new CommandError(2, `The schema ${file} cannot be used: ${one.fault}.`, fix);
        }
      }
      found.push(...loaded);
    }
    return options(found);
  }

  /** Paths of all schemas asked for so far, those that they include too. */
  used(): readonly string[] {
    return [...this.paths];
  }

  /** The schemas that a document names, and what is wrong with them. Nothing: it names none. */
  async named(
    xml: string,
    file: string,
  ): Promise<{ readonly options: ValidateOptions; readonly findings: readonly Diagnostic[] } | undefined> {
    const models = schemasNamed(xml);
    if (models.length === 0) return undefined;
    const findings: Diagnostic[] = [];
    const found: Loaded[] = [];
    let ours = false;
    for (const model of models) {
      const say = (severity: Diagnostic['severity'], message: string, fix: string): void => {
        findings.push({ code: 'schema.unavailable', severity, file, position: model.position, message, fix });
      };
      if (model.language === 'other') {
        say(
          'info',
          `The schema ${model.href} is in a language that is not read here`,
          'Name a RELAX NG or a Schematron besides.',
        );
        continue;
      }
      const path = this.path(model, file);
      if (path === undefined) {
        say(
          'warning',
          `The schema ${model.href} is on the network, and nothing is read from there: the file is not held against it`,
          mapIt(model.href),
        );
        continue;
      }
      // What we write names our schemas by their place in a project; where they do not lie, the package has them.
      if (statOf(path)?.isFile() !== true && /(^|\/)schemas\/chancery\.(rng|sch)$/.test(model.href)) {
        ours = true;
        continue;
      }
      if (statOf(path)?.isFile() !== true) {
        say(
          'error',
          `The schema ${model.href} is not there (${shown(path)})`,
          'Put it there, or correct the href.',
        );
        continue;
      }
      if (isOurs(path)) {
        ours = true;
        continue;
      }
      const language = model.language === 'relaxng' ? 'relaxng' : 'schematron';
      const loaded = await this.load(path, language, model.phase);
      if ('fault' in loaded)
        say(
          'error',
          `The schema ${model.href} cannot be used: ${loaded.fault}`,
          'Correct the schema at the place named.',
        );
      else found.push(loaded);
    }
    return { options: ours ? withOurs(options(found)) : forFile(options(found), xml), findings };
  }

  /** Where a schema that is named in a document lies; nothing for one on the network that is not mapped. */
  private path({ href }: NamedSchema, file: string): string | undefined {
    if (isAddress(href)) return this.mapped(href);
    const mapped = this.mapped(href);
    if (mapped !== undefined) return mapped;
    const bare = href.replace(/[?#].*$/, '');
    if (bare.startsWith('file:')) return fileURLToPath(bare);
    return resolve(file === '-' ? '.' : dirname(resolve(file)), decoded(bare));
  }

  private mapped(uri: string): string | undefined {
    const { catalogue, root } = this.settings;
    const exact = catalogue[uri];
    if (exact !== undefined) return resolve(root, exact);
    const folder = Object.keys(catalogue)
      .filter((key) => key.endsWith('/') && uri.startsWith(key))
      .sort((a, b) => b.length - a.length)[0];
    return folder === undefined
      ? undefined
      : resolve(root, catalogue[folder]!, decoded(uri.slice(folder.length)));
  }

  private async load(
    path: string,
    language: 'relaxng' | 'schematron' | 'embedded',
    phase = this.settings.phase,
  ): Promise<Loaded> {
    this.paths.add(path);
    const key = `${language} ${path} ${phase ?? ''}`;
    let loaded = this.loaded.get(key);
    if (!loaded) {
      try {
        loaded =
          language === 'relaxng'
            ? { grammar: await this.grammar(path) }
            : await this.schematron(path, language, phase);
      } catch (error) {
        const isTold = error instanceof Error && error.name === 'SchematronError';
        const said = isTold ? error.message : reasonOf(error);
        loaded = { fault: said.replace(/\.$/, '') };
      }
      this.loaded.set(key, loaded);
    }
    return loaded;
  }

  private async schematron(
    path: string,
    language: 'schematron' | 'embedded',
    phase: string | undefined,
  ): Promise<Loaded> {
    // Most files are held against a grammar only.
    const { readSchematron, Schematron } = await import('../xml/schematron/index.ts');
    const { schematronCompiler } = await import('./schematron-compiler.ts');
    const schema = readSchematron(readText(path), { uri: path, resolve: (uri) => this.read(uri) });
    if (!schema) {
      return language === 'embedded' ? {} : { fault: `there is no Schematron in ${shown(path)}` };
    }
    const { cache, fired } = this.settings;
    const made = { compiler: schematronCompiler(cache), fired, ...(phase === undefined ? {} : { phase }) };
    const schematron = new Schematron(schema, made);
    schematron.prepare();
    return { schematron };
  }

  /** The compiled form is kept with the hash of every file it was made from. */
  private async grammar(path: string): Promise<Schema> {
    const text = readText(path);
    const name = `relaxng/${sha256(JSON.stringify([programVersion(), path, text])).slice(0, 24)}.json`;
    const kept = this.kept(name);
    if (kept) return kept;
    const files: Record<string, string> = {};
    const { compileRelaxNg } = await import('../xml/relaxng/index.ts');
    const schema = compileRelaxNg(text, {
      uri: path,
      resolve: (uri) => {
        const included = this.read(uri);
        this.paths.add(this.local(uri));
        files[this.local(uri)] = sha256(included);
        return included;
      },
    });
    this.settings.cache.write(name, JSON.stringify({ files, schema }));
    return schema;
  }

  /** What is kept under a name, if the files that it includes are as they were; nothing if it is damaged. */
  private kept(name: string): Schema | undefined {
    try {
      const { files, schema } = JSON.parse(this.settings.cache.read(name) ?? 'null') as KeptSchema;
      const changed = Object.entries(files).some(
        ([file, hash]) => !existsSync(file) || sha256(readText(file)) !== hash,
      );
      if (changed) return undefined;
      for (const file of Object.keys(files)) this.paths.add(file);
      return loadCompiled(schema);
    } catch {
      return undefined;
    }
  }

  /** A file that a schema includes. */
  private read(uri: string): string {
    return readText(this.local(uri));
  }

  private local(uri: string): string {
    if (!isAddress(uri)) return uri.startsWith('file:') ? fileURLToPath(uri) : resolve(uri);
    const path = this.mapped(uri);
    if (path === undefined) throw new Error(`it is on the network; ${mapIt(uri)}`);
    return path;
  }
}

function options(loaded: readonly Loaded[]): ValidateOptions {
  const grammars = loaded.flatMap((l) => ('grammar' in l && l.grammar ? [l.grammar] : []));
  const schematron = loaded.flatMap((l) => ('schematron' in l && l.schematron ? [l.schematron] : []));
  return { grammars, schematron, foreign: true };
}

/** A file that Chancery wrote is held against all our rules, and against our grammar where no other is given. */
export function forFile(chosen: ValidateOptions, xml: string): ValidateOptions {
  if (!isByChancery(xml)) return chosen;
  return chosen.grammars?.length === 0 ? withOurs(chosen) : { ...chosen, foreign: false };
}

function withOurs({ grammars: _, foreign: __, ...rest }: ValidateOptions): ValidateOptions {
  return rest;
}

/** Our mark in the header: `<application ident="chancery">`. */
function isByChancery(xml: string): boolean {
  return /<application\b[^>]*\sident="chancery"/i.test(xml.slice(0, 100_000));
}

const hasRules = (path: string): boolean =>
  /\.rng$/i.test(path) && readText(path).includes('http://purl.oclc.org/dsdl/schematron');

function mapIt(uri: string): string {
  return `Save a copy and say where it is in chancery.json: "validation": { "schemas": { ${JSON.stringify(uri)}: "schemas/${
    uri
      .split('/')
      .at(-1)
      ?.replace(/[?#].*$/, '') || 'schema.rng'
  }" } }.`;
}

/**
 * Our own schemas, wherever a copy lies: their rules run as TypeScript in the same pass. A copy that an earlier
 * version put into `schemas/` of a project is ours too; rules of one's own stand in files of their own.
 */
function isOurs(path: string): boolean {
  const name = /chancery\.(rng|rnc|sch)$/.exec(path)?.[0];
  if (name === undefined) return false;
  const text = readText(path);
  if (/[\\/]schemas[\\/]chancery\.\w+$/.test(path) && /Chancery[’']s TEI/.test(text.slice(0, 2_000)))
    return true;
  const own = join(packageRoot, 'schemas', name);
  return existsSync(own) && readText(own) === text;
}

const readText = (path: string): string => readFileSync(path, 'utf8').replace(/^\uFEFF/, '');

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
