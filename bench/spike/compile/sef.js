/** Reading a SEF, the tree of typed expressions that xslt3 writes of a style sheet (JSON: `N` name, `C` children). */

export class Unsupported extends Error {
  constructor(node, what = `the operator ${node.N}`) {
    super(`${what} is not supported (${node.module ?? ''} ${node.line ?? ''})`);
  }
}

export const childWith = (node, role) => node.C?.find((child) => child.role === role);

/** `Q{uri}local` → both. */
export function expanded(name) {
  const [, uri = '', local = ''] = /^(?:Q\{([^}]*)\})?(.*)$/.exec(name);
  return { uri, local };
}

const wrappers = new Set(['check', 'treat', 'cvUntyped', 'data', 'atomSing', 'mergeAdj']);

/**
 * Type checks around a choice or a variable move into its branches: there most of them are known to hold, and the
 * choice stays a statement.
 */
export function simplify(node) {
  const copy = { ...node, C: node.C?.map(simplify) };
  if (!wrappers.has(copy.N)) return copy;
  const [inner] = copy.C;
  const around = (child) => simplify({ ...copy, C: [child] });
  if (inner.N === 'let') return { ...inner, role: copy.role, C: [inner.C[0], around(inner.C[1])] };
  if (inner.N === 'choose') {
    // A condition stays; what it leads to is wrapped. `check` of nothing differs by branch: it is kept on each.
    return { ...inner, role: copy.role, C: inner.C.map((child, i) => (i % 2 === 0 ? child : around(child))) };
  }
  return copy;
}

const instructions = new Set(
  'elem compElem att valueOf copyOf applyT callT nextMatch resultDoc forEachGroup param'.split(' '),
);

/** Whether the expression itself, not only a part of a value in it, is one that writes. */
export function isWriting(node) {
  if (instructions.has(node.N)) return true;
  switch (node.N) {
    case 'sequence':
      return node.literal !== true && node.C.some(isWriting);
    case 'choose':
      return node.C.some((child, i) => i % 2 === 1 && isWriting(child));
    case 'let':
    case 'forEach':
    case 'for':
      return isWriting(node.C[1]);
    case 'check':
    case 'treat':
      return isWriting(node.C[0]);
    default:
      return false;
  }
}
