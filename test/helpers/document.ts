/** Sources as values: the first cable as the reader gives it, any text, and the edition's register. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Context } from '../../src/context.ts';
import type { Source } from '../../src/document.ts';
import { defaultSettings } from '../../src/settings.ts';
import { readRegister } from '../../src/xml/register.ts';

const root = new URL('../../', import.meta.url);
const readText = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** A source from text, as the plain-text reader would make it. */
export function sourceOf(text: string, name = 'sources/test.txt'): Source {
  const bytes = Buffer.from(text, 'utf8');
  return {
    name,
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    encoding: 'utf-8',
    lineEnds: 'lf',
    format: 'text',
    furniture: [],
    metadata: {},
  };
}

const cableName = 'sources/1978-07-22-sato-1384.txt';
export const cable: Source = sourceOf(readText(cableName), cableName);

export const context: Context = {
  settings: defaultSettings,
  register: readRegister(readText('tei/register.xml'), 'tei/register.xml').register,
  version: '0.0.0-test',
};

/** The same without a register: what the rules know by themselves. */
export const bare: Context = { ...context, register: { entries: [] } };
