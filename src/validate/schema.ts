/**
 * The grammar of the package, ready to use. Built, it is loaded as `npm run build` compiled it; in the source tree, and
 * where the built one is missing, it is compiled from schemas/ when first needed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { loadCompiled } from '../xml/relaxng/load.ts';
import type { Schema } from '../xml/relaxng/schema.ts';

const inSource = import.meta.url.endsWith('.ts');
const compiled = new URL('../../lib/schemas/', import.meta.url);
const schemas = new URL('../../schemas/', import.meta.url);

const file = new URL('chancery.rng.json', compiled);
// Loaded where it is needed: it takes longer than to load the grammar.
const compiler = inSource || !existsSync(file) ? await import('../xml/relaxng/index.ts') : undefined;

let grammar: Schema | undefined;

/** The grammar of our TEI (schemas/chancery.rng). */
export function teiGrammar(): Schema {
  if (grammar) return grammar;
  grammar =
    compiler === undefined
      ? loadCompiled(JSON.parse(readFileSync(file, 'utf8')))
      : compiler.compileRelaxNg(readFileSync(new URL('chancery.rng', schemas), 'utf8'), {
          uri: 'chancery.rng',
        });
  return grammar;
}
