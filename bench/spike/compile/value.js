/**
 * What the compiler knows of an expression: its JavaScript, how many items it gives and how they are held, of which
 * kind they are. The kinds and cardinalities come from the SEF, where xslt3 has worked them out.
 */

/**
 * @param code JavaScript expression, safe as an operand
 * @param rep one (the item) · opt (the item or null) · seq (an array) · any (null, an item or an array)
 * @param kind s string, n number, b boolean, N node, F map or array, 0 nothing, * unknown
 * @param facts ordered: document order, no doubles; plain: no text node among them
 */
export const value = (code, rep, kind, facts = {}) => ({ code, rep, kind, ...facts });

/** `?AS ` → opt, s. */
export function typeOf(sef = '*') {
  const [, mark = '', type = ''] = /^([?*+01]?)(.*)$/.exec(sef.trim());
  const rep = { '?': 'opt', '*': 'seq', '+': 'seq', 0: 'seq' }[mark] ?? 'one';
  return { rep, kind: kindOf(type), atLeastOne: mark === '+' };
}

export function kindOf(type) {
  if (/^AS\b/.test(type)) return 's';
  if (/^AB\b/.test(type)) return 'b';
  if (/^A(DI|D|O|F)/.test(type)) return 'n';
  if (/^N/.test(type)) return 'N';
  return /^F/.test(type) ? 'F' : '*';
}

export function toSeq(v) {
  if (v.rep === 'seq') return v;
  const code = v.rep === 'one' ? `[${v.code}]` : v.code === 'null' ? '[]' : `toSeq(${v.code})`;
  return { ...v, code, rep: 'seq' };
}

export function toOpt(v) {
  if (v.rep === 'one' || v.rep === 'opt') return v;
  return { ...v, code: `atMostOne(${v.code})`, rep: 'opt' };
}

export function toOne(v) {
  return v.rep === 'one' ? v : { ...v, code: `exactlyOne(${v.code})`, rep: 'one' };
}

export const toRep = (v, rep) =>
  rep === 'one' ? toOne(v) : rep === 'opt' ? toOpt(v) : rep === 'seq' ? toSeq(v) : v;

/** One kind for the branches of a choice or the members of a sequence. */
export function commonKind(values) {
  const kinds = new Set(values.map((v) => v.kind).filter((kind) => kind !== '0'));
  return kinds.size === 1 ? [...kinds][0] : kinds.size === 0 ? '0' : '*';
}

export function commonRep(values) {
  const reps = new Set(values.map((v) => v.rep));
  if (reps.size === 1) return [...reps][0];
  if (reps.has('any')) return 'any';
  return reps.has('seq') ? 'seq' : 'opt';
}

/** A string whatever it is; nothing is the empty string. */
export function asString(v) {
  if (v.code === 'null') return '""';
  const o = toOpt(v);
  if (o.kind === 's') return o.rep === 'one' ? o.code : `(${o.code} ?? "")`;
  return `strOf(${o.code})`;
}
