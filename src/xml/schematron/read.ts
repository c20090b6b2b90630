/**
 * Schema text to schema: includes put in (5.4.4), abstract patterns written out with their parameters (5.4.10,
 * is-a), abstract rules put where they are extended (5.4.3).
 */
import { resolveUri } from '../relaxng/uri.ts';
import {
  type Check,
  type Let,
  type Passed,
  type Pattern,
  type Phase,
  type Piece,
  type Rule,
  type SchemaPlace,
  SchematronError,
  type SchematronSchema,
  severityOf,
} from './model.ts';
import {
  isForeign,
  isNode,
  type Resolver,
  readFile,
  type SchFile,
  type SchNode,
  xsltNamespace,
} from './node.ts';

export interface ReadOptions {
  /** Address of the schema: for messages, and for includes to be relative to. */
  readonly uri?: string;
  /** Without one, includes are refused. */
  readonly resolve?: Resolver;
}

const maxIncludes = 500;

/**
 * Reads a `.sch`, or the Schematron embedded in a RELAX NG schema.
 * @returns nothing if there is no Schematron in the file
 * @throws SchematronError with address, line and column
 */
export function readSchematron(text: string, options: ReadOptions = {}): SchematronSchema | undefined {
  const uri = options.uri ?? 'schema';
  return new Reader(options.resolve ?? refuse).schema(text, uri);
}

const refuse: Resolver = () => {
  throw new Error('no resolver was given');
};

/** Bindings that run as they are; XPath 1.0 in XSLT 1.0 is run as XPath 3.1 (see docs/validation.md). */
const bindings = new Set(['xslt2', 'xslt3', 'xpath2', 'xpath3', 'xpath31']);
const legacyBindings = new Set(['', 'xslt', 'xslt1', 'xpath']);

class Reader {
  private readonly resolve: Resolver;
  private readonly files = new Map<string, SchFile>();
  private abstractRules = new Map<string, SchNode>();

  constructor(resolve: Resolver) {
    this.resolve = resolve;
  }

  schema(text: string, uri: string): SchematronSchema | undefined {
    const file = readFile(text, uri);
    this.files.set(uri, file);
    if (file.root === undefined) {
      const embedded = this.embedded(file, uri, new Set([uri]));
      if (embedded.length === 0) return undefined;
      const place = { uri, line: 1, column: 1 };
      const attributes = new Map([['queryBinding', 'xslt3']]);
      return this.compose({ name: 'schema', attributes, children: embedded, place });
    }
    if (file.root.name !== 'schema') {
      throw new SchematronError(`the root is "${file.root.name}", not "schema"`, file.root.place);
    }
    return this.compose(file.root);
  }

  /** Rules outside a pattern are patterns of their own: nothing says that they exclude each other. */
  private embedded(file: SchFile, uri: string, seen: Set<string>): SchNode[] {
    const found = file.embedded.flatMap((node): readonly SchNode[] => {
      if (node.name === 'schema') return node.children.filter(isNode);
      if (node.name !== 'rule') return [node];
      const id: [string, string][] = node.attributes.has('id') ? [['id', node.attributes.get('id')!]] : [];
      return [{ name: 'pattern', attributes: new Map(id), children: [node], place: node.place }];
    });
    for (const href of file.included) {
      const address = resolveUri(uri, href);
      if (seen.has(address)) continue;
      seen.add(address);
      found.push(...this.embedded(this.file(address, { uri, line: 1, column: 1 }), address, seen));
    }
    return found;
  }

  private file(address: string, from: SchemaPlace): SchFile {
    const known = this.files.get(address);
    if (known) return known;
    if (this.files.size > maxIncludes) throw new SchematronError('too many files are included', from);
    let text: string;
    try {
      text = this.resolve(address);
    } catch (error) {
      throw new SchematronError(`the file "${address}" cannot be read: ${(error as Error).message}`, from);
    }
    const file = readFile(text, address);
    this.files.set(address, file);
    return file;
  }

  /** The element an address leads to: the root, or the one with the id after `#`. */
  private target(href: string, from: SchemaPlace): SchNode {
    const [path = '', id] = href.split('#');
    const file = this.file(path === '' ? from.uri : resolveUri(from.uri, path), from);
    const found = id === undefined || id === '' ? file.root : file.byId.get(id);
    if (!found) throw new SchematronError(`"${href}" leads to no element of Schematron`, from);
    return found;
  }

  /** 5.4.4: include is replaced by what it names; of a whole schema, by what stands in it. */
  private included(node: SchNode, open: readonly string[] = []): SchNode {
    const children = node.children.flatMap((child): readonly (typeof child)[] => {
      if (!isNode(child)) return [child];
      if (child.name !== 'include') return [this.included(child, open)];
      const href = required(child, 'href');
      const key = `${child.place.uri} ${href}`;
      if (open.includes(key)) throw new SchematronError(`"${href}" includes itself`, child.place);
      const target = this.included(this.target(href, child.place), [...open, key]);
      return target.name === 'schema' ? target.children : [target];
    });
    return { ...node, children };
  }

  private compose(written: SchNode): SchematronSchema {
    const root = this.included(written);
    const given = root.attributes.get('queryBinding') ?? '';
    const queryBinding = given.trim().toLowerCase();
    const legacy = legacyBindings.has(queryBinding);
    if (!legacy && !bindings.has(queryBinding)) {
      throw new SchematronError(
        `the query language "${given}" is not known; xslt2, xslt3, xpath2 and xpath3 are`,
        root.place,
      );
    }
    const patterns = all(root, 'pattern');
    const abstract = new Map(patterns.filter(isAbstract).map((p) => [required(p, 'id'), p]));
    const shared = [...all(root, 'rules'), ...patterns].flatMap((p) => all(p, 'rule'));
    this.abstractRules = new Map(shared.filter(isAbstract).map((r) => [required(r, 'id'), r]));
    const diagnostics = new Map(
      all(root, 'diagnostics')
        .flatMap((d) => all(d, 'diagnostic'))
        .map((d) => [required(d, 'id'), pieces(d)]),
    );
    const title = all(root, 'title')[0];
    const defaultPhase = root.attributes.get('defaultPhase');
    const defaultNamespace = root.attributes.get('xpath-default-namespace');
    return {
      uri: root.place.uri,
      ...(title ? { title: textOf(title) } : {}),
      queryBinding,
      legacy,
      namespaces: new Map(all(root, 'ns').map((n) => [required(n, 'prefix'), required(n, 'uri')])),
      ...(defaultNamespace === undefined ? {} : { defaultNamespace }),
      lets: lets(root),
      passed: [...passed(root), ...patterns.flatMap((p) => passed(p))],
      patterns: patterns
        .filter((p) => !isAbstract(p))
        .map((p, index) => this.pattern(instance(p, abstract), index + 1)),
      phases: all(root, 'phase').map(phase),
      ...(defaultPhase === undefined ? {} : { defaultPhase }),
      diagnostics,
    };
  }

  private pattern(node: SchNode, number: number): Pattern {
    if (node.attributes.has('documents')) {
      throw new SchematronError('patterns over other documents (@documents) are not supported', node.place);
    }
    const id = node.attributes.get('id');
    const title = all(node, 'title')[0];
    const own = new Map(
      all(node, 'rule')
        .filter(isAbstract)
        .map((r) => [required(r, 'id'), r]),
    );
    return {
      id: id ?? `pattern-${number}`,
      named: id !== undefined,
      ...(title ? { title: textOf(title) } : {}),
      lets: lets(node),
      rules: all(node, 'rule')
        .filter((r) => !isAbstract(r))
        .map((r) => this.rule(r, node, own)),
      place: node.place,
    };
  }

  private rule(node: SchNode, pattern: SchNode, own: ReadonlyMap<string, SchNode>): Rule {
    const locals: (Let | Passed)[] = [];
    const checks: Check[] = [];
    const walk = (part: SchNode, open: readonly SchNode[]): void => {
      for (const child of part.children) {
        if (isForeign(child)) {
          if (child.uri === xsltNamespace) locals.push({ xml: child.xml, place: child.place });
        } else if (isNode(child)) {
          if (child.name === 'let') locals.push(letOf(child));
          else if (child.name === 'assert' || child.name === 'report') {
            checks.push(check(child, node, pattern));
          } else if (child.name === 'extends') {
            const base = this.extended(child, own);
            if (open.includes(base)) throw new SchematronError('the rule extends itself', child.place);
            walk(base, [...open, base]);
          }
        }
      }
    };
    walk(node, [node]);
    const { id, role } = Object.fromEntries(node.attributes);
    return {
      ...(id === undefined ? {} : { id }),
      ...(role === undefined ? {} : { role }),
      context: required(node, 'context'),
      locals,
      checks,
      place: node.place,
    };
  }

  private extended(node: SchNode, own: ReadonlyMap<string, SchNode>): SchNode {
    const href = node.attributes.get('href');
    if (href !== undefined) return this.included(this.target(href, node.place));
    const id = required(node, 'rule');
    const base = own.get(id) ?? this.abstractRules.get(id);
    if (!base) throw new SchematronError(`there is no abstract rule "${id}" to extend`, node.place);
    return base;
  }
}

const isAbstract = (node: SchNode): boolean => node.attributes.get('abstract')?.trim() === 'true';

/** is-a: the abstract pattern, `$name` of each parameter replaced by its value wherever it stands. */
function instance(node: SchNode, abstract: ReadonlyMap<string, SchNode>): SchNode {
  const base = node.attributes.get('is-a');
  if (base === undefined) return node;
  const meant = abstract.get(base);
  if (!meant) throw new SchematronError(`there is no abstract pattern "${base}"`, node.place);
  const parameters = new Map<string, string>();
  for (const p of [...all(meant, 'param'), ...all(node, 'param')]) {
    parameters.set(required(p, 'name'), required(p, 'value'));
  }
  const names = [...parameters.keys()].sort((a, b) => b.length - a.length);
  if (names.length === 0) return { ...meant, attributes: concrete(meant, node), place: node.place };
  const escaped = names.map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const use = new RegExp(`\\$(${escaped.join('|')})(?![\\w.\\-\\u00b7-\\uffff])`, 'g');
  const fill = (text: string): string => text.replace(use, (_, name: string) => parameters.get(name) ?? '');
  const fillXml = (xml: string): string =>
    xml.replace(use, (_, name: string) => escapeXml(parameters.get(name) ?? ''));
  const filled = (part: SchNode): SchNode => ({
    ...part,
    attributes: new Map([...part.attributes].map(([name, value]) => [name, fill(value)])),
    children: part.children.map((c) => {
      if (typeof c === 'string') return fill(c);
      return isNode(c) ? filled(c) : { ...c, xml: fillXml(c.xml) };
    }),
  });
  return { ...filled(meant), attributes: concrete(meant, node), place: node.place };
}

function concrete(meant: SchNode, node: SchNode): ReadonlyMap<string, string> {
  const attributes = new Map([...meant.attributes, ...node.attributes]);
  for (const name of ['abstract', 'is-a']) attributes.delete(name);
  if (!node.attributes.has('id')) attributes.delete('id');
  return attributes;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function all(node: SchNode, name: string): readonly SchNode[] {
  return node.children.filter((c): c is SchNode => isNode(c) && c.name === name);
}

function required(node: SchNode, name: string): string {
  const value = node.attributes.get(name);
  if (value !== undefined && value.trim() !== '') return value;
  throw new SchematronError(`"${node.name}" lacks the attribute "${name}"`, node.place);
}

const lets = (node: SchNode): readonly Let[] => all(node, 'let').map(letOf);

function letOf(node: SchNode): Let {
  const value = node.attributes.get('value');
  const type = node.attributes.get('as');
  const content = node.children.map((c) =>
    typeof c === 'string' ? escapeXml(c) : isForeign(c) ? c.xml : '',
  );
  const inside = content.join('').trim();
  return {
    name: required(node, 'name'),
    ...(value === undefined ? {} : { value }),
    ...(value === undefined && inside !== '' ? { content: inside } : {}),
    ...(type === undefined ? {} : { type }),
    place: node.place,
  };
}

function passed(node: SchNode): readonly Passed[] {
  return node.children
    .filter(isForeign)
    .filter((c) => c.uri === xsltNamespace)
    .map(({ xml, place }) => {
      if (/^<[^>]*\shref\s*=\s*["'](?!file:)[a-z][a-z0-9+.-]+:/i.test(xml)) {
        throw new SchematronError('a module on the network is not read; use a local file', place);
      }
      return { xml, place };
    });
}

function phase(node: SchNode): Phase {
  return {
    id: required(node, 'id'),
    patterns: all(node, 'active').map((a) => required(a, 'pattern')),
    lets: lets(node),
  };
}

function check(node: SchNode, rule: SchNode, pattern: SchNode): Check {
  const { id, role, flag, severity, diagnostics } = Object.fromEntries(node.attributes);
  const inherited = [rule.attributes.get('severity'), rule.attributes.get('role')];
  return {
    kind: node.name as 'assert' | 'report',
    test: required(node, 'test'),
    ...(id === undefined ? {} : { id }),
    ...(role === undefined ? {} : { role }),
    ...(flag === undefined ? {} : { flag }),
    severity: severityOf(severity, role, ...inherited, pattern.attributes.get('role')),
    message: pieces(node),
    diagnostics: diagnostics?.trim().split(/\s+/).filter(Boolean) ?? [],
    place: node.place,
  };
}

/** emph, dir and span only say how words look. */
function pieces(node: SchNode): readonly Piece[] {
  return node.children.flatMap((child): readonly Piece[] => {
    if (typeof child === 'string') return [{ kind: 'text', text: child }];
    if (isForeign(child)) {
      return child.uri === xsltNamespace
        ? [{ kind: 'passed', xml: child.xml, place: child.place }]
        : [{ kind: 'text', text: child.xml.replace(/<[^>]*>/g, '') }];
    }
    if (child.name === 'value-of') {
      return [{ kind: 'value-of', select: required(child, 'select'), place: child.place }];
    }
    if (child.name === 'name') {
      const path = child.attributes.get('path');
      return [{ kind: 'name', ...(path === undefined ? {} : { path }), place: child.place }];
    }
    return pieces(child);
  });
}

function textOf(node: SchNode): string {
  return node.children
    .map((c) => (typeof c === 'string' ? c : isNode(c) ? textOf(c) : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
