/**
 * Properties are tried on the same cases in every run, so that a red run can be repeated. To look for new cases:
 * `FC_SEED=random npx vitest run`, or a number to repeat what such a run has printed.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';

const given = process.env.FC_SEED;
if (given !== 'random') fc.configureGlobal({ seed: given ? Number(given) : 19780722 });

// What tests validate outside a project is not kept in the cache of whoever runs them.
process.env.XDG_CACHE_HOME = join(tmpdir(), 'chancery-test-cache');
