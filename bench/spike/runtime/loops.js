/** Loops over sequences, for steps and for conversions. */

export const none = [];

export const textOf = (node) => (node === null ? null : node.text());

/** A conversion of each item of an "any". */
export const each = (any, how) =>
  any === null ? null : Array.isArray(any) ? any.map((item) => how(item)) : how(any);

/** One level of arrays and nothings taken out. */
export function flat(list) {
  const items = [];
  for (const any of list) {
    if (any === null) continue;
    if (Array.isArray(any)) for (const item of any) items.push(item);
    else items.push(any);
  }
  return items;
}

export function mapOne(items, how) {
  const made = new Array(items.length);
  for (let i = 0; i < items.length; i += 1) made[i] = how(items[i], i);
  return made;
}

export function mapAny(items, how) {
  const made = [];
  for (let i = 0; i < items.length; i += 1) {
    const any = how(items[i], i);
    if (any === null) continue;
    if (Array.isArray(any)) for (const item of any) made.push(item);
    else made.push(any);
  }
  return made;
}
