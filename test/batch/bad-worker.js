/** A worker thread that does with a document what its id says. */
const eaten = [];

export default function work({ id }) {
  if (id === 'eats') for (;;) eaten.push(new Array(1e6).fill(id));
  if (id === 'hangs') for (;;);
  if (id === 'throws') throw new TypeError('no such thing');
  if (id.startsWith('leaves')) process.exit(1);
  return { entry: { id, outputs: [] }, record: '{}' };
}
