/** Running: template rules of a mode, groups, result documents. */
import { ATTRIBUTE, DOCUMENT, ELEMENT, TEXT } from './tree.js';
import { compare, XPathError } from './values.js';
import { HtmlWriter, TextWriter, XmlWriter } from './write.js';

/**
 * A mode: its rules in the order in which they are asked, and for each name of an element those that may match.
 *
 * @param rules `{ q, kind, test, run }`: q is the number of the name, 0 for any; kind 0 for any
 * @param onNoMatch DS (deep-skip), SS (shallow-skip), TC (text-only-copy) or FF (fail)
 */
export class Mode {
  constructor(name, onNoMatch, rules) {
    this.name = name;
    this.onNoMatch = onNoMatch;
    this.rules = rules;
    this.byName = new Map();
    this.byKind = new Map();
  }

  candidates(node) {
    const table = node.kind === ELEMENT ? this.byName : this.byKind;
    const key = node.kind === ELEMENT ? node.q : node.kind;
    let known = table.get(key);
    if (known === undefined) {
      known = this.rules.filter(
        (rule) =>
          (rule.kind === 0 || rule.kind === node.kind) &&
          (node.kind !== ELEMENT || rule.q === 0 || rule.q === node.q),
      );
      table.set(key, known);
    }
    return known;
  }
}

/** xsl:apply-templates. */
export function applyTemplates(mode, nodes, parameters, tunnel, out) {
  const size = nodes.length;
  for (let i = 0; i < size; i += 1) applyOne(mode, nodes[i], i + 1, size, parameters, tunnel, out, 0);
}

/** The first rule that matches, from a place in the list on (xsl:next-match); else what the mode does without one. */
export function applyOne(mode, node, position, size, parameters, tunnel, out, from) {
  const rules = mode.candidates(node);
  for (let i = from; i < rules.length; i += 1) {
    const rule = rules[i];
    if (rule.test === null || rule.test(node)) {
      rule.run(node, position, size, parameters, tunnel, out, i + 1);
      return;
    }
  }
  withoutRule(mode, node, parameters, tunnel, out);
}

/** The built-in rules of a mode (XSLT 3.0, 6.7). */
function withoutRule(mode, node, parameters, tunnel, out) {
  const { onNoMatch } = mode;
  if (onNoMatch === 'FF') throw new XPathError('XTDE0555', `no rule of mode ${mode.name} for ${node.local}`);
  if (onNoMatch === 'DS' && node.kind !== DOCUMENT) return;
  if (node.kind === ELEMENT || node.kind === DOCUMENT)
    applyTemplates(mode, node.children, parameters, tunnel, out);
  else if (onNoMatch === 'TC' && (node.kind === TEXT || node.kind === ATTRIBUTE)) out.text(node.value);
}

const writers = { html: HtmlWriter, text: TextWriter, xml: XmlWriter };

/** xsl:result-document: the address and the text go to the caller. */
export function resultDocument(results, href, method, write) {
  const out = new writers[method]();
  write(out);
  results.set(href, out.result);
}

// ---------------------------------------------------------------- xsl:for-each-group

export function groupAdjacent(items, keyOf) {
  const groups = [];
  let group;
  items.forEach((item, i) => {
    const key = keyOf(item, i + 1);
    if (group === undefined || group.key !== key) {
      group = { key, items: [] };
      groups.push(group);
    }
    group.items.push(item);
  });
  return groups;
}

export function groupEndingWith(items, test) {
  const groups = [];
  let group;
  for (const item of items) {
    if (group === undefined) {
      group = { key: null, items: [] };
      groups.push(group);
    }
    group.items.push(item);
    if (test(item)) group = undefined;
  }
  return groups;
}

export function groupStartingWith(items, test) {
  const groups = [];
  for (const item of items) {
    if (groups.length === 0 || test(item)) groups.push({ key: null, items: [] });
    groups.at(-1).items.push(item);
  }
  return groups;
}

/** Keys of an item may be several; an item is once in each of their groups. */
export function groupBy(items, keysOf) {
  const groups = new Map();
  items.forEach((item, i) => {
    for (const key of new Set(keysOf(item, i + 1))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { key, items: [item] });
      else group.items.push(item);
    }
  });
  return [...groups.values()];
}

/** Stable, ascending; nothing comes before something. Numbers and code points only. */
export function sortedBy(things, keyOf) {
  return things
    .map((thing, i) => ({ thing, key: keyOf(thing, i + 1) }))
    .sort((a, b) => (a.key === null ? (b.key === null ? 0 : -1) : b.key === null ? 1 : compare(a.key, b.key)))
    .map(({ thing }) => thing);
}
