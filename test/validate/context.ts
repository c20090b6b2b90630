import { readdirSync, readFileSync } from 'node:fs';
import type { MediaType } from '../../src/artifact.ts';
import type { Context } from '../../src/context.ts';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { emptyRegister } from '../../src/register.ts';
import { defaultSettings } from '../../src/settings.ts';
import { validate } from '../../src/validate/index.ts';

export const root = new URL('../../', import.meta.url);
export const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The files that break a rule: `invalid.xml`, and more where two of its assertions exclude each other. */
export const invalidFiles = (rule: string): readonly string[] =>
  readdirSync(new URL(`test/rules/${rule}/`, root))
    .filter((name) => /^invalid.*\.xml$/.test(name))
    .sort()
    .map((name) => `test/rules/${rule}/${name}`);

export const context: Context = { settings: defaultSettings, register: emptyRegister, version: '0.1.0' };

export function check(
  content: string | Uint8Array,
  mediaType: MediaType = 'application/tei+xml',
  path = 'x.xml',
): readonly Diagnostic[] {
  return validate({ path, mediaType, content }, context);
}

/** As a person reads it: one paragraph for each finding. */
export function worded(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map((d) => {
      const place = d.position ? `${d.position.line}:${d.position.column} ` : '';
      return `${d.severity} ${d.code} ${place}${d.element ?? ''}\n  ${d.message}${d.rule === undefined ? '' : ` [${d.rule}]`}\n  ${d.fix}\n`;
    })
    .join('\n');
}
