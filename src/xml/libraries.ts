/**
 * Parsers that only some files need, loaded when the first such file comes: together they were a third of the time
 * that `validate` takes to say its first word.
 */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export const saxes = (): typeof import('saxes') => load('saxes');
export const parse5 = (): typeof import('parse5') => load('parse5');
export const fastXmlParser = (): typeof import('fast-xml-parser') => load('fast-xml-parser');
