/** The documents that are to be packed: what the build knows of each, and whether it may go out. */
import { join } from 'node:path';
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import { type Description, describe, type MetadataOptions } from '../deposit/index.ts';
import type { DocumentReport, Finding, Report } from '../report.ts';
import { CommandError } from './errors.ts';
import { readIfThere, statOf } from './files.ts';
import type { Entry } from './memory.ts';
import type { Project } from './project.ts';
import { isUntouched, sealed } from './seal.ts';
import type { Stages } from './stages.ts';

/** What a build has left: it is read out before what is remembered is closed. */
export interface Built {
  readonly project: Project;
  readonly interrupted: boolean;
  /** In the order of their ids. */
  readonly entries: readonly Entry[];
  readonly report: Report;
}

export interface Chosen {
  readonly id: string;
  /** Its TEI, or its source where there is no TEI, relative to the project. */
  readonly file: string;
  readonly tei?: string;
  /** The file it came in, relative to the project: its own, or a table or an archive it shares with others. */
  readonly source?: string;
  readonly entry: Entry;
  /** Files of its editions, relative to dist/, with what is in place of them where a DOI was written in. */
  readonly outputs: readonly {
    readonly path: string;
    readonly mediaType: string;
    readonly content?: string | Uint8Array;
  }[];
  /** The TEI with its DOI, in place of that on the disk. */
  readonly withDoi?: string;
  readonly description: Description;
  readonly valid: boolean;
  readonly findings: readonly Finding[];
  readonly report: DocumentReport;
}

/** Throws `CommandError` 2 for an id that the edition does not have, 1 where there is nothing at all. */
export function chosenDocuments(built: Built, ids: readonly string[]): readonly Chosen[] {
  const known = new Set(built.entries.map((e) => e.id));
  const strange = ids.filter((id) => !known.has(id));
  if (strange.length > 0) {
    const near = [...known].filter((k) => strange.some((s) => k.includes(s) || s.includes(k))).slice(0, 5);
    throw new CommandError(
      2,
      `The edition has no document ${strange.map((s) => `"${s}"`).join(', ')}.`,
      near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'Name documents by their folders in dist/.',
    );
  }
  const wanted = built.entries.filter((e) => ids.length === 0 || ids.includes(e.id));
  if (wanted.length === 0) {
    throw new CommandError(2, 'The edition has no documents.', 'Put sources into its folder of sources.');
  }
  const reports = new Map(built.report.documents.map((r) => [r.id, r]));
  const found = wanted.map((entry): Chosen => {
    const report = reports.get(entry.id);
    const file = entry.tei?.path ?? entry.source?.path ?? entry.id;
    if (report === undefined || entry.tei === undefined) {
      const fix = 'Run `chancery build` and mend what it reports, or move its file out of the project.';
      throw new CommandError(2, `There is no TEI of ${entry.id} to pack.`, fix, report?.findings ?? []);
    }
    const xml = teiOf(entry.tei.path, built.project);
    const source = entry.source && fileOf(entry.source.path, built.project);
    return {
      id: entry.id,
      file,
      tei: entry.tei.path,
      ...(source && { source }),
      entry,
      outputs: entry.outputs,
      description: described(xml, entry.id, file),
      valid: entry.published && entry.counts.errors === 0,
      findings: report.findings,
      report,
    };
  });
  const day = (c: Chosen): string => c.description.date ?? '9999';
  return found.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : 1));
}

/** A document of a table or an archive is named `FILE#KEY`; the file is what can be packed. */
function fileOf(path: string, { root }: Project): string | undefined {
  for (let at = path.length; at > 0; at = path.lastIndexOf('#', at - 1)) {
    if (statOf(join(root, path.slice(0, at)))?.isFile()) return path.slice(0, at);
  }
  return undefined;
}

export function teiOf(path: string, project: Project): string {
  return Buffer.from(readIfThere(join(project.root, path)) ?? '').toString('utf8');
}

function described(xml: string, id: string, file: string): Description {
  try {
    return describe(xml, id);
  } catch {
    throw new CommandError(2, `${file} is not well-formed XML, and cannot be packed.`, 'Mend it first.');
  }
}

/** A package of one document speaks of the document; of several, of the edition they are from. */
export function ownMetadata(
  group: readonly Chosen[],
  { settings }: Project,
  whole: boolean,
): NonNullable<MetadataOptions['own']> {
  const [only, ...more] = group;
  if (only === undefined) return {};
  const person = (name: string) => ({ type: 'person' as const, name });
  const people =
    more.length > 0
      ? {}
      : {
          ...(settings.deposit?.sendersAsCreators ? { creators: only.description.senders.map(person) } : {}),
          contributors: only.description.translators.map((n) => ({
            ...person(n),
            role: 'translator' as const,
          })),
        };
  if (whole) return people;
  const { name } = settings.deposit ?? {};
  if (more.length > 0) {
    const number = group.length;
    return {
      title: `${settings.title}: ${number} documents`,
      description: `${settings.description} This package holds ${number} documents of the edition.`.trim(),
      ...(name === undefined ? {} : { name: `${name}-selection` }),
    };
  }
  const { title, abstract } = only.description;
  return {
    ...people,
    name: only.id.slice(0, 60),
    title,
    description: [abstract, `A document of the edition “${settings.title}”.`].filter(Boolean).join(' '),
  };
}

/** A DOI that a repository has reserved, and whose it is. */
export interface ReservedDoi {
  readonly doi: string;
  /** Title of the package, where it holds other documents too: the DOI is then that of the whole. */
  readonly of?: string;
}

/**
 * The document with the DOI in its header, and its editions made anew from that TEI: its own in
 * `publicationStmt/idno`, that of the package it is a part of in `seriesStmt`. The file in the project stays as it is.
 * Throws `CommandError` 2 where the header names another DOI of its own.
 */
export function withDoi(
  document: Chosen,
  reserved: ReservedDoi,
  project: Project,
  stages: Stages,
  context: Context,
): Chosen {
  if (document.tei === undefined) return document;
  const xml = teiOf(document.tei, project);
  const marked = markedWith(xml, reserved, document.tei);
  if (marked === xml) return document;
  const content = isUntouched(xml) ? sealed(marked) : marked;
  if (!document.valid) return { ...document, withDoi: content };
  const tei: Artifact = { path: document.tei, mediaType: 'application/tei+xml', content: marked };
  const made = stages.publishTei(tei, context.settings.formats, context);
  const errors = made.diagnostics.filter((d) => d.severity === 'error');
  if (errors.length > 0) {
    throw new CommandError(
      2,
      `${document.tei} does not pass its checks with the DOI in its header.`,
      undefined,
      errors,
    );
  }
  const editions = new Map<string, Artifact>(made.editions.map((e) => [e.path, e]));
  editions.set(`${document.id}/${document.id}.xml`, { ...tei, content });
  const outputs = document.outputs.map((o) => {
    const anew = editions.get(o.path)?.content;
    return anew === undefined ? o : { ...o, content: anew };
  });
  return { ...document, withDoi: content, outputs };
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function markedWith(xml: string, { doi, of }: ReservedDoi, file: string): string {
  const idno = `<idno type="DOI">${escaped(doi)}</idno>`;
  if (xml.includes(idno)) return xml;
  if (of !== undefined) {
    return xml.replace(/(\s*)<\/publicationStmt>/, (end, space: string) => {
      return `${end}${space}<seriesStmt>${space}  <title>${escaped(of)}</title>${space}  ${idno}${space}</seriesStmt>`;
    });
  }
  const statement = /<publicationStmt[\s\S]*?<\/publicationStmt>/.exec(xml)?.[0] ?? '';
  const there = /<idno\s[^>]*type="DOI"[^>]*>\s*([^<]*?)\s*<\/idno>/.exec(statement)?.[1];
  if (there !== undefined) {
    const fix = 'Correct the idno in its header, or give the DOI that stands there.';
    throw new CommandError(2, `${file} has the DOI ${there} in its header, not ${doi}.`, fix);
  }
  return xml.replace(/(\s*)<\/publicationStmt>/, (end, space: string) => `${space}  ${idno}${end}`);
}
