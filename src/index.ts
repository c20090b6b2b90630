/**
 * Chancery as a library: the stages of the command as functions over values, and the build of a project.
 *
 *     const context = { settings: defaultSettings, register: emptyRegister, version };
 *     const { sources } = await read(bytes, 'cable.txt', context);
 *     const { document, tei } = encodeSource(sources[0], context);
 *     const { editions, diagnostics } = publishTei(tei, ['html', 'text'], context);
 *
 * Everything but {@link build}, {@link deposit}, {@link verify} and {@link checkPackage} works in memory: no file, clock or network is touched.
 * Nothing throws for a bad document; what is wrong with it is in the diagnostics.
 */

export { annotate } from './annotate/index.ts';
// ---- what they give
export type { Artifact, MediaType } from './artifact.ts';
export { audit } from './audit/index.ts';
// ---- a whole project on the disk
export { type BuildOptions, type BuildOutcome, build } from './batch/build.ts';
export { type DepositOptions, type DepositOutcome, deposit } from './batch/deposit.ts';
export { CommandError } from './batch/errors.ts';
export { type Verification, verify } from './batch/verify.ts';
export type { Context } from './context.ts';
export { checkPackage, type PackageCheck } from './deposit/index.ts';
export type { Code, Diagnostic, Position, Severity } from './diagnostic.ts';
export type * from './dialect.ts';
export type * from './document.ts';
export { encode } from './encode/index.ts';
// ---- the stages: bytes -> Source -> Document, TEI -> editions
export { type Encoded, encodeSource, type Published, publishTei, read, readSync } from './pipeline.ts';
export { publish } from './publish/index.ts';
export { recognise } from './recognise/index.ts';
export { emptyRegister, type Register, type RegisterEntry } from './register.ts';
export type { Report } from './report.ts';
export { defaultSettings, parseSettings, type Settings } from './settings.ts';
export { transform } from './transform/index.ts';
export { validate } from './validate/index.ts';
// ---- what the stages are told
export { readRegister } from './xml/register.ts';
