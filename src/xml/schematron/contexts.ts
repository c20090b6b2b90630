/**
 * Which nodes a rule's context can match, told from its last step: so that a pattern looks at these nodes only, and
 * not at all in documents without such names. Where a context is not understood, at all nodes.
 *
 *     tei:div/tei:p[@n] | tei:ab   ->   //tei:p | //tei:ab;  p, ab
 */
export interface Reach {
  /** An expression that selects the nodes. */
  readonly select: string;
  /** Local names of elements, `@name` of attributes, one of which a document must have; absent: any document. */
  readonly names?: readonly string[];
}

const everything: Reach = { select: '/ | //node() | //@*' };
/** More names than this are not looked for one by one. */
const maxSteps = 6;

export function reachOf(contexts: readonly string[]): Reach {
  const steps = new Set<string>();
  for (const context of contexts) {
    const branches = splitAt(withoutComments(context), '|');
    if (!branches) return everything;
    for (const branch of branches) {
      const step = lastStep(branch);
      if (step === undefined) return everything;
      steps.add(step);
    }
  }
  const list = [...steps];
  const names = list.map(nameIn);
  const known = names.every((n) => n !== undefined) ? { names: names as string[] } : {};
  if (list.length > maxSteps && list.every((s) => /^(@|[^/@(]+$)/.test(s))) {
    const attributes = list.some((s) => s.startsWith('@')) ? ' | //@*' : '';
    return { select: `//*${attributes}`, ...known };
  }
  return { select: list.map((s) => (s === '/' ? '/' : `//${s}`)).join(' | '), ...known };
}

const name = String.raw`[\p{L}_][\p{L}\p{N}_.\-]*`;
const nameTest = new RegExp(`^@?(?:\\*|${name}:\\*|\\*:${name}|(?:${name}:)?${name})$`, 'u');

/** The last step without axis and predicates; nothing where it is more than a name or a kind of node. */
function lastStep(branch: string): string | undefined {
  const parts = splitAt(branch.trim(), '/');
  if (!parts) return undefined;
  if (branch.trim() === '/') return '/';
  const last = withoutPredicates(parts.at(-1) ?? '').trim();
  const step = last
    .replace(/^attribute\s*::\s*/, '@')
    .replace(/^(child|self|descendant|descendant-or-self)\s*::\s*/, '');
  const tidy = step.replace(/^@\s+/, '@');
  if (nameTest.test(tidy)) return tidy;
  return /^(text|comment|element|processing-instruction)\(\s*\)$/.test(tidy) ? tidy : undefined;
}

function nameIn(step: string): string | undefined {
  if (!nameTest.test(step) || step.endsWith('*')) return undefined;
  const local = step.replace(/^@/, '').replace(/^.*:/, '');
  return step.startsWith('@') ? `@${local}` : local;
}

/** Split outside strings, parentheses and brackets; nothing where these do not close. */
function splitAt(text: string, separator: string): readonly string[] | undefined {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"' || c === "'") {
      i = text.indexOf(c, i + 1);
      if (i === -1) return undefined;
    } else if (c === '(' || c === '[' || c === '{') depth++;
    else if (c === ')' || c === ']' || c === '}') depth--;
    else if (c === separator && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  if (depth !== 0) return undefined;
  parts.push(text.slice(start));
  return parts;
}

/** `tei:p[a][b]` to `tei:p`; a step with a parenthesised part is not simple. */
function withoutPredicates(step: string): string {
  const bracket = step.indexOf('[');
  if (bracket === -1) return step;
  const quote = step.slice(0, bracket).search(/["']/);
  if (quote !== -1) return '';
  let depth = 0;
  let rest = '';
  for (let i = bracket; i < step.length; i++) {
    const c = step[i];
    if (c === '"' || c === "'") {
      i = step.indexOf(c, i + 1);
      if (i === -1) return '';
    } else if (c === '[') depth++;
    else if (c === ']') depth--;
    else if (depth === 0) rest += c;
  }
  // Something after the predicates: `p[1] except q`, `p[1] union q`.
  return rest.trim() === '' ? step.slice(0, bracket) : '';
}

function withoutComments(text: string): string {
  return text.replace(/\(:[\s\S]*?:\)/g, ' ');
}
