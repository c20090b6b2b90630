/** One file through its checks, with the schemas it is to meet. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Artifact } from '../artifact.ts';
import type { Project } from '../batch/project.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import {
  type EditionShare,
  hasRedactions,
  redactionsMissing,
  shareOf,
  unreviewedIn,
  type ValidateOptions,
  validate,
} from '../validate/index.ts';
import { decodeXml } from '../xml/decode.ts';
import { artifactOf } from './artifacts.ts';
import { readInput } from './inputs.ts';
import { schemaCache } from './schema-cache.ts';
import { forFile, ValidationSchemas } from './validation-schemas.ts';

export interface CheckOptions {
  readonly schema?: readonly string[];
  readonly embedded?: boolean;
  readonly phase?: string;
  readonly svrl?: string;
}

export interface CheckSettings {
  readonly context: Context;
  readonly project: Project | undefined;
  /** The source of a TEI, so that findings can name the place in it. */
  readonly sourceOf?: ((teiPath: string) => Promise<Source | undefined>) | undefined;
  readonly options: CheckOptions;
}

/** What came of one file. */
export interface FileChecked {
  readonly findings: readonly Diagnostic[];
  /** Absent for what is no TEI, and for standard input. */
  readonly share?: EditionShare;
  /** It is TEI that is not sound. */
  readonly unread: boolean;
  /** Assertions that only a rule vouches for. */
  readonly unreviewed: number;
  /** It is TEI of others that names no schema. */
  readonly unnamed: boolean;
  readonly svrl: readonly string[];
}

export class FileChecker {
  readonly schemas: ValidationSchemas;
  readonly root: string;
  private readonly settings: CheckSettings;
  private given: ValidateOptions | undefined;

  private constructor(settings: CheckSettings) {
    const { context, project, options } = settings;
    this.settings = settings;
    this.root = project?.root ?? process.cwd();
    this.schemas = new ValidationSchemas({
      catalogue: context.settings.validation?.schemas ?? {},
      root: this.root,
      cache: schemaCache(project?.memory),
      fired: options.svrl !== undefined,
      embedded: options.embedded === true,
      ...(options.phase === undefined ? {} : { phase: options.phase }),
    });
  }

  /** Throws `CommandError` 2 if a schema of `--schema` cannot be used. */
  static async open(settings: CheckSettings): Promise<FileChecker> {
    const checker = new FileChecker(settings);
    const { schema } = settings.options;
    if (schema !== undefined) checker.given = await checker.schemas.given(schema);
    return checker;
  }

  /** @param name a path, or `-` for standard input */
  async check(name: string): Promise<FileChecked> {
    const { context, options, sourceOf } = this.settings;
    const input = await readInput(name, context.settings.limits.bytes);
    if ('code' in input) return { ...nothing, unread: true, findings: [input] };
    let artifact = artifactOf(input);
    let chosen: ValidateOptions = {};
    let unnamed = false;
    let share: EditionShare | undefined;
    let unreviewed = 0;
    const findings: Diagnostic[] = [];
    const svrl: string[] = [];
    if (artifact.mediaType === 'application/tei+xml') {
      const decoded = decodeXml(input.bytes, input.name);
      if ('diagnostic' in decoded) return { ...nothing, unread: true, findings: [decoded.diagnostic] };
      artifact = { ...artifact, content: decoded.text };
      const { given } = this;
      const named = given === undefined ? await this.schemas.named(decoded.text, input.name) : undefined;
      findings.push(...(named?.findings ?? []));
      chosen = given === undefined ? (named?.options ?? {}) : forFile(given, decoded.text);
      unnamed = given === undefined && named === undefined && isStrange(decoded.text);
      const { svrlOutput } = options.svrl === undefined ? {} : await import('../xml/schematron/index.ts');
      chosen = {
        ...chosen,
        ...(name === '-' ? {} : { uri: resolve(name) }),
        onSchematron: ({ schema, options: { phase } }, result) => {
          if (svrlOutput) svrl.push(svrlOutput(schema, result, input.name, phase));
        },
        onElements: (elements) => {
          unreviewed = unreviewedIn(elements).length;
          if (name !== '-') share = shareOf(inside(this.root, name), elements);
        },
      };
    }
    const source = await sourceOf?.(artifact.path);
    const own = source ? { ...context, sourceOf: () => source } : context;
    findings.push(...validate(artifact, own, chosen));
    if (artifact.mediaType === 'application/tei+xml' && name !== '-') {
      const editions = await editionsBeside(artifact, name, context.settings.limits.bytes);
      findings.push(...redactionsMissing(artifact, editions));
    }
    const unread = artifact.mediaType === 'application/tei+xml' && name !== '-' && share === undefined;
    return { findings, unread, unreviewed, unnamed, svrl, ...(share && { share }) };
  }
}

const nothing: FileChecked = { findings: [], unread: false, unreviewed: 0, unnamed: false, svrl: [] };

/** The page and the plain text that lie beside a published TEI: `ID/ID.xml`, `ID/index.html`, `ID/ID.txt`. */
async function editionsBeside(tei: Artifact, name: string, limit: number): Promise<readonly Artifact[]> {
  const folder = dirname(resolve(name));
  if (basename(name) !== `${basename(folder)}.xml` || !hasRedactions(tei)) return [];
  const beside = ['index.html', `${basename(folder)}.txt`].map((file) => join(folder, file));
  const inputs = await Promise.all(beside.filter((file) => existsSync(file)).map((f) => readInput(f, limit)));
  return inputs.flatMap((input) => ('code' in input ? [] : [artifactOf(input)]));
}

/** A path relative to the edition, `/` between its parts. */
function inside(root: string, name: string): string {
  return relative(root, resolve(name)).split(sep).join('/');
}

/** TEI of others that names no schema. */
function isStrange(xml: string): boolean {
  const head = xml.slice(0, 100_000);
  return head.includes('http://www.tei-c.org/ns/1.0') && !/\sident="chancery"|\stype="register"/.test(head);
}
