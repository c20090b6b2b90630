/**
 * What the outcome of every document depends on besides the document itself: the program, the settings, the
 * register, the edition's own style sheets. Kept in parts, so that a build can say which of them has changed.
 */
import { join } from 'node:path';
import type { Settings } from '../settings.ts';
import { buildTime } from './build-time.ts';
import { filesUnder, readIfThere, sha256 } from './files.ts';
import { type Project, registerName } from './project.ts';

/** Name of a part to the checksum of it. */
export type BasisParts = Readonly<Record<string, string>>;

export interface Basis {
  readonly hash: string;
  readonly parts: BasisParts;
}

/** Settings that no document depends on: how long a document may take, deposits; of `validation` see below. */
const withoutEffect: ReadonlySet<string> = new Set(['validation', 'limits', 'documents', 'deposit']);

/** Parts that decide over what is found in a TEI, or over the TEI itself, and not over what is made of the TEI. */
export const partsBeforeEditions: ReadonlySet<string> = new Set([
  'the register',
  'the setting "validation.severity"',
  'the setting "validation.suppress"',
]);

/** Cheap: it needs no stage, so a build with nothing to do need not load any. */
export function basisOf(project: Project, program: string): Basis {
  const { settings, root } = project;
  const register = readIfThere(join(root, registerName(project)));
  const built = buildTime();
  const parts: [string, string][] = [
    ['the program', program],
    ...Object.entries(settings)
      .filter(([name]) => !withoutEffect.has(name))
      .map(([name, value]): [string, string] => [`the setting "${name}"`, JSON.stringify(value)]),
    ['the setting "limits.bytes"', JSON.stringify(settings.limits.bytes)],
    ...(['severity', 'suppress'] as const).flatMap((name): [string, string][] => {
      const value = settings.validation?.[name];
      return value === undefined ? [] : [[`the setting "validation.${name}"`, JSON.stringify(value)]];
    }),
    ...(built === undefined
      ? []
      : [['the time of the build (SOURCE_DATE_EPOCH)', built] as [string, string]]),
    ...(register === undefined ? [] : [['the register', sha256(register)] as [string, string]]),
    ...filesIn(root, 'xslt', 'the style sheet'),
    ...filesIn(root, 'dialects', 'the dialect'),
    ...filesIn(root, 'assets', 'the words').filter(([name]) => name.endsWith('/words.json')),
  ];
  const hashed = Object.fromEntries(parts.map(([name, value]) => [name, sha256(value).slice(0, 16)]));
  return { hash: sha256(JSON.stringify(hashed)).slice(0, 32), parts: hashed };
}

function filesIn(root: string, folder: string, what: string): [string, string][] {
  return filesUnder(join(root, folder)).map((path) => [
    `${what} ${folder}/${path}`,
    sha256(readIfThere(join(root, folder, path)) ?? ''),
  ]);
}

/** Fingerprint of the settings that are one document's alone (`documents` of chancery.json), if it has some. */
export function ownBasis(source: string | undefined, settings: Settings): string | undefined {
  if (source === undefined) return undefined;
  const prefix = `${settings.folders.sources}/`;
  const names = [source, source.startsWith(prefix) ? source.slice(prefix.length) : source];
  const own = [...new Set(names)].flatMap((name) => settings.documents[name] ?? []);
  return own.length === 0 ? undefined : sha256(JSON.stringify(own)).slice(0, 16);
}

/** The parts in which two differ, in words: `the register, the setting "title"`. */
export function changedParts(before: BasisParts | undefined, now: BasisParts): string {
  return changedNames(before, now)?.join(', ') || 'the program or the settings';
}

/** Names of the parts in which two differ; nothing where one is not known any more. */
export function changedNames(before: BasisParts | undefined, now: BasisParts): readonly string[] | undefined {
  if (before === undefined) return undefined;
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]);
}
