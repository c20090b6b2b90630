/** How the engine goes about a build. */
import { setFlagsFromString } from 'node:v8';

/**
 * V8 turns a function into machine code when it has run long enough (67584 units of its own by default). SaxonJS and
 * our stages are wide and flat: most of what is turned so early is hardly used again, and the compiler's threads take
 * the second core from the workers. Four times as late, a build of one document takes a sixth less CPU, one of 200
 * about the same. A setting of V8 that is no promise of Node's: only where it was measured, and no bytes depend on it.
 */
export function optimiseLater(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=270000');
}
