/** Files one by one through their checks, with the schemas they are to meet; then the edition they are together. */
import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Artifact } from '../artifact.ts';
import { CommandError, unwritable } from '../batch/errors.ts';
import { shown } from '../batch/files.ts';
import type { Project } from '../batch/project.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../document.ts';
import {
  EditionLinks,
  hasRedactions,
  ReferenceOrder,
  redactionsMissing,
  unreviewedIn,
  type ValidateOptions,
  validate,
} from '../validate/index.ts';
import { decodeXml } from '../xml/decode.ts';
import { svrlOutput } from '../xml/schematron/index.ts';
import { artifactOf } from './artifacts.ts';
import { readInput } from './inputs.ts';
import { schemaCache } from './schema-cache.ts';
import { forFile, ValidationSchemas } from './validation-schemas.ts';

export interface CheckSettings {
  readonly context: Context;
  readonly project: Project | undefined;
  /** The source of a TEI, so that findings can name the place in it. */
  readonly sourceOf?: ((teiPath: string) => Promise<Source | undefined>) | undefined;
  /** Folders were named: the edition is all here. */
  readonly whole: boolean;
  readonly options: {
    readonly schema?: readonly string[];
    readonly embedded?: boolean;
    readonly phase?: string;
    readonly svrl?: string;
  };
}

export interface Checked {
  readonly findings: readonly Diagnostic[];
  /** What a person should know besides. */
  readonly notes: readonly string[];
  /** Paths of the schemas that files were held against. */
  readonly schemas: readonly string[];
}

export async function checkFiles(files: readonly string[], settings: CheckSettings): Promise<Checked> {
  const { context, project, whole, options } = settings;
  const schemas = new ValidationSchemas({
    catalogue: context.settings.validation?.schemas ?? {},
    root: project?.root ?? process.cwd(),
    cache: schemaCache(project?.memory),
    fired: options.svrl !== undefined,
    embedded: options.embedded === true,
    ...(options.phase === undefined ? {} : { phase: options.phase }),
  });
  const given = options.schema === undefined ? undefined : schemas.given(options.schema);
  const findings: Diagnostic[] = [];
  const reports: string[] = [];
  const unreviewed: number[] = [];
  const links = new EditionLinks();
  const order = new ReferenceOrder();
  const root = project?.root ?? process.cwd();
  let unnamed = 0;
  for (const name of files) {
    const input = await readInput(name, context.settings.limits.bytes);
    if ('code' in input) {
      findings.push(input);
      continue;
    }
    let artifact = artifactOf(input);
    let chosen: ValidateOptions = {};
    if (artifact.mediaType === 'application/tei+xml') {
      const decoded = decodeXml(input.bytes, input.name);
      if ('diagnostic' in decoded) {
        findings.push(decoded.diagnostic);
        continue;
      }
      artifact = { ...artifact, content: decoded.text };
      const named = given === undefined ? schemas.named(decoded.text, input.name) : undefined;
      findings.push(...(named?.findings ?? []));
      chosen = given === undefined ? (named?.options ?? {}) : forFile(given, decoded.text);
      if (given === undefined && named === undefined && isStrange(decoded.text)) unnamed++;
      chosen = {
        ...chosen,
        ...(name === '-' ? {} : { uri: resolve(name) }),
        onSchematron: ({ schema, options: { phase } }, result) => {
          if (options.svrl !== undefined) reports.push(svrlOutput(schema, result, input.name, phase));
        },
        onElements: (elements) => {
          const left = unreviewedIn(elements).length;
          if (left > 0) unreviewed.push(left);
          if (name === '-') return;
          links.add(inside(root, name), elements);
          order.add(inside(root, name), elements);
        },
      };
    }
    const source = await settings.sourceOf?.(artifact.path);
    const own = source ? { ...context, sourceOf: () => source } : context;
    findings.push(...validate(artifact, own, chosen));
    if (artifact.mediaType === 'application/tei+xml' && name !== '-') {
      const editions = await editionsBeside(artifact, name, context.settings.limits.bytes);
      findings.push(...redactionsMissing(artifact, editions));
    }
  }
  const exists = (file: string): boolean => existsSync(resolve(root, file));
  const told = [...links.findings(exists, whole), ...order.findings()];
  findings.push(...told.map((f) => ({ ...f, file: shown(resolve(root, f.file)) })));
  if (options.svrl !== undefined) writeSvrl(options.svrl, reports);
  return { findings, notes: notes(unnamed, schemas.silent, unreviewed), schemas: schemas.used() };
}

/** The page and the plain text that lie beside a published TEI: `ID/ID.xml`, `ID/index.html`, `ID/ID.txt`. */
async function editionsBeside(tei: Artifact, name: string, limit: number): Promise<readonly Artifact[]> {
  const folder = dirname(resolve(name));
  if (basename(name) !== `${basename(folder)}.xml` || !hasRedactions(tei)) return [];
  const beside = ['index.html', `${basename(folder)}.txt`].map((file) => join(folder, file));
  const inputs = await Promise.all(beside.filter((file) => existsSync(file)).map((f) => readInput(f, limit)));
  return inputs.flatMap((input) => ('code' in input ? [] : [artifactOf(input)]));
}

function inside(root: string, name: string): string {
  return relative(root, resolve(name)).split(sep).join('/');
}

/** TEI of others that names no schema. */
function isStrange(xml: string): boolean {
  const head = xml.slice(0, 100_000);
  return head.includes('http://www.tei-c.org/ns/1.0') && !/\sident="chancery"|\stype="register"/.test(head);
}

function notes(unnamed: number, silent: readonly string[], unreviewed: readonly number[]): string[] {
  const found: string[] = [];
  if (unreviewed.length > 0) {
    const all = unreviewed.reduce((sum, n) => sum + n, 0);
    const where = unreviewed.length === 1 ? 'one file' : `${unreviewed.length} files`;
    found.push(`To review: ${all} ${all === 1 ? 'assertion' : 'assertions'} that a rule made, in ${where}.`);
  }
  if (unnamed > 0) {
    const who = unnamed === 1 ? 'A file names' : `${unnamed} files name`;
    found.push(
      `${who} no schema (<?xml-model?>) and was held against that of Chancery; --schema FILE takes another.`,
    );
  }
  for (const file of silent)
    found.push(`${file} has Schematron inside, which was not asked; --embedded asks it.`);
  return found;
}

/** Several reports stand in one element, for a file has one root. */
function writeSvrl(file: string, reports: readonly string[]): void {
  if (reports.length === 0) {
    throw new CommandError(
      2,
      'There is nothing to write as SVRL: no Schematron was asked.',
      'Name one with --schema rules.sch, or in the document with <?xml-model?>.',
    );
  }
  const body =
    reports.length === 1 ? reports[0] : `<schematron-outputs>\n${reports.join('\n')}\n</schematron-outputs>`;
  try {
    writeFileSync(resolve(file), `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`);
  } catch (error) {
    throw unwritable(shown(resolve(file)), error);
  }
}
