/** A compiled schema, stored and loaded: for who compiles none, by itself, for the compiler takes time to load too. */
import { Schema } from './schema.ts';
import { restorePatterns } from './store.ts';

/**
 * Loads what `JSON.stringify(schema)` stored.
 * @param json the parsed JSON
 * @throws Error if it is no compiled schema of this version
 */
export function loadCompiled(json: unknown): Schema {
  const { table, start } = restorePatterns(json);
  return new Schema(table, start);
}
