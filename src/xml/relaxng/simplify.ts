/**
 * From the full syntax to patterns: RELAX NG 1.0, section 4 ("Simplification").
 *
 * The specification rewrites the schema step by step; here one walk over the tree has the same result. Sections
 * 4.1 to 4.3 were done by the readers, 4.20 and 4.21 are done by the constructors of patterns.
 */
import { type Datatype, DatatypeError, datatype, type Param, type ValueContext } from './datatypes.ts';
import type { NameClass } from './name-class.ts';
import { normalizeWhiteSpace, splitQName } from './names.ts';
import type { Element, Pattern, PatternTable } from './pattern.ts';
import type { SchemaElement } from './schema-element.ts';
import { fail } from './syntax.ts';
import { resolveUri } from './uri.ts';

/** Reads, and checks the syntax of, the file that `href` of an element points to. */
export type LoadSchema = (uri: string, from: SchemaElement) => SchemaElement;

export interface SimpleForm {
  readonly start: Pattern;
  /** Where in the schema each element pattern was written. */
  readonly places: ReadonlyMap<Element, SchemaElement>;
}

/** All `define` (or `start`) elements of one name in one grammar, to be combined (4.17). */
interface Definition {
  readonly name: string;
  readonly parts: { readonly element: SchemaElement; readonly context: Context }[];
  combine: string | undefined;
  uncombined: SchemaElement | undefined;
  state: 'unread' | 'reading' | 'read';
  pattern: Pattern | undefined;
}

/** The names one grammar defines (4.18). */
interface Scope {
  readonly parent: Scope | undefined;
  readonly start: Definition;
  readonly defines: Map<string, Definition>;
  /** `externalRef` brings the same file with the same namespace only once. */
  readonly external: Map<string, Pattern>;
}

/** What comes down from outside: namespace (4.9), grammar (4.18), files being read (4.6, 4.7). */
interface Context {
  readonly ns: string;
  readonly scope: Scope | undefined;
  readonly files: readonly string[];
}

/** References and elements inside one another before we refuse: far above any schema in use. */
const MAX_DEPTH = 400;
const MAX_FILES = 2_000;

/** @throws RelaxNgError where the schema breaks a rule of section 4 */
export function simplify(root: SchemaElement, table: PatternTable, load: LoadSchema): SimpleForm {
  return new Simplifier(table, load).simplify(root);
}

class Simplifier {
  private readonly table: PatternTable;
  private readonly load: LoadSchema;
  private readonly places = new Map<Element, SchemaElement>();
  /** Elements whose content is still to be read: so a definition may refer to itself through an element. */
  private readonly unread: { pattern: Element; children: readonly SchemaElement[]; context: Context }[] = [];
  private readonly scopes: Scope[] = [];
  private readonly datatypes = new Map<string, Datatype>();
  private depth = 0;
  private files = 0;
  /** False once everything that can be reached has been read: what is left is only checked. */
  private reachable = true;

  constructor(table: PatternTable, load: LoadSchema) {
    this.table = table;
    this.load = load;
  }

  simplify(root: SchemaElement): SimpleForm {
    const start = this.pattern(root, { ns: '', scope: undefined, files: [root.uri] });
    this.readElements();
    // 4.16 holds for definitions that nothing refers to as well.
    this.reachable = false;
    for (const scope of this.scopes) {
      this.definition(scope.start);
      for (const definition of scope.defines.values()) this.definition(definition);
      this.readElements();
    }
    return { start, places: this.places };
  }

  private readElements(): void {
    for (let next = this.unread.pop(); next; next = this.unread.pop()) {
      next.pattern.content = this.group(next.children, next.context);
    }
  }

  // ---- patterns

  private group(children: readonly SchemaElement[], context: Context): Pattern {
    let result: Pattern = this.table.empty;
    const patterns = children.map((child) => this.pattern(child, context));
    for (let i = patterns.length - 1; i >= 0; i--) result = this.table.group(patterns[i]!, result);
    return result;
  }

  private choice(children: readonly SchemaElement[], context: Context): Pattern {
    return this.table.choice(children.map((child) => this.pattern(child, context)));
  }

  private pattern(element: SchemaElement, outer: Context): Pattern {
    if (++this.depth > MAX_DEPTH) fail(element, `references are nested deeper than ${MAX_DEPTH}`);
    const ns = element.attributes.get('ns');
    const context = ns === undefined || ns === outer.ns ? outer : { ...outer, ns };
    const result = this.patternOf(element, context);
    this.depth--;
    return result;
  }

  private patternOf(element: SchemaElement, context: Context): Pattern {
    const { table } = this;
    const { children } = element;
    switch (element.name) {
      case 'element':
        return this.element(element, context);
      case 'attribute':
        return this.attribute(element, context);
      case 'group':
        return this.group(children, context);
      case 'interleave':
        return table.interleave(children.map((child) => this.pattern(child, context)));
      case 'choice':
        return this.choice(children, context);
      case 'optional': // 4.14
        return table.optional(this.group(children, context));
      case 'zeroOrMore': // 4.15
        return table.optional(table.oneOrMore(this.group(children, context)));
      case 'oneOrMore':
        return table.oneOrMore(this.group(children, context));
      case 'mixed': // 4.13
        return table.interleave([this.group(children, context), table.text]);
      case 'list':
        return table.list(this.group(children, context));
      case 'empty':
        return table.empty;
      case 'notAllowed':
        return table.notAllowed;
      case 'text':
        return table.text;
      case 'data':
        return this.data(element, context);
      case 'value':
        return this.value(element, context);
      case 'ref':
        return this.reference(element, context.scope);
      case 'parentRef':
        if (!context.scope) fail(element, '"parentRef" stands outside a grammar');
        return this.reference(element, context.scope!.parent);
      case 'grammar':
        return this.grammar(element, context);
      case 'externalRef':
        return this.externalRef(element, context);
    }
    return fail(element, `the element "${element.name}" is no pattern`);
  }

  private element(element: SchemaElement, context: Context): Pattern {
    const named = element.attributes.has('name');
    const nameClass = named
      ? this.nameOf(element, element.attributes.get('name')!, context.ns)
      : this.nameClass(element.children[0]!, context);
    const pattern = this.table.element(nameClass);
    this.places.set(pattern, element);
    this.unread.push({ pattern, children: named ? element.children : element.children.slice(1), context });
    return pattern;
  }

  private attribute(element: SchemaElement, context: Context): Pattern {
    let { children } = element;
    let nameClass: NameClass;
    const name = element.attributes.get('name');
    if (name !== undefined) {
      // 4.8: without an attribute ns of its own the attribute is in no namespace.
      nameClass = this.nameOf(element, name, element.attributes.get('ns') ?? '');
    } else {
      nameClass = this.nameClass(children[0]!, context);
      children = children.slice(1);
    }
    checkAttributeName(nameClass, element);
    // 4.12: without a pattern, text
    return this.table.attribute(
      nameClass,
      children.length === 0 ? this.table.text : this.group(children, context),
    );
  }

  private data(element: SchemaElement, context: Context): Pattern {
    const params: Param[] = [];
    let except: Pattern | undefined;
    for (const child of element.children) {
      if (child.name === 'param') params.push({ name: child.attributes.get('name')!, value: child.text });
      else except = this.choice(child.children, context);
    }
    const type = this.datatype(element, element.datatypeLibrary, element.attributes.get('type')!, params);
    return this.table.data(type, except);
  }

  private value(element: SchemaElement, context: Context): Pattern {
    const name = element.attributes.get('type');
    // 4.4: without a type, the built-in token
    const type = this.datatype(
      element,
      name === undefined ? '' : element.datatypeLibrary,
      name ?? 'token',
      [],
    );
    const values: ValueContext = {
      resolvePrefix: (prefix) => (prefix === '' ? context.ns : element.resolvePrefix(prefix)),
    };
    if (!type.allows(element.text, values))
      fail(element, `"${element.text}" is no value of the datatype "${type.name}"`);
    return this.table.value(type, element.text, values);
  }

  private datatype(
    element: SchemaElement,
    library: string,
    name: string,
    params: readonly Param[],
  ): Datatype {
    const key = JSON.stringify([library, name, params]);
    let type = this.datatypes.get(key);
    if (!type) {
      try {
        type = datatype(library, name, params);
      } catch (error) {
        if (error instanceof DatatypeError) fail(element, error.message);
        throw error;
      }
      this.datatypes.set(key, type);
    }
    return type;
  }

  // ---- name classes

  /** 4.8 and 4.10: a QName; without a prefix it is in the namespace given. */
  private nameOf(element: SchemaElement, text: string, ns: string): NameClass {
    const { prefix, local } = splitQName(text)!;
    if (prefix === '') return { kind: 'name', uri: ns, local };
    const uri = element.resolvePrefix(prefix);
    if (uri === undefined) fail(element, `the prefix "${prefix}" is not declared`);
    return { kind: 'name', uri, local };
  }

  private nameClass(element: SchemaElement, context: Context): NameClass {
    const ns = element.attributes.get('ns') ?? context.ns;
    const inner = { ...context, ns };
    const except = element.children[0];
    switch (element.name) {
      case 'name':
        return this.nameOf(element, normalizeWhiteSpace(element.text), ns);
      case 'anyName':
        return except
          ? { kind: 'anyName', except: this.exceptNames(except, inner, 'anyName') }
          : { kind: 'anyName' };
      case 'nsName':
        return except
          ? { kind: 'nsName', uri: ns, except: this.exceptNames(except, inner, 'nsName') }
          : { kind: 'nsName', uri: ns };
      default: {
        const members = element.children.map((child) => this.nameClass(child, inner));
        return members.length === 1 ? members[0]! : { kind: 'choice', members };
      }
    }
  }

  /** 4.16: `anyName` takes away no `anyName`; `nsName` takes away neither `nsName` nor `anyName`. */
  private exceptNames(except: SchemaElement, outer: Context, around: 'anyName' | 'nsName'): NameClass {
    const context = { ...outer, ns: except.attributes.get('ns') ?? outer.ns };
    const members = except.children.map((child) => this.nameClass(child, context));
    const check = (nameClass: NameClass): void => {
      if (nameClass.kind === 'choice') nameClass.members.forEach(check);
      else if (nameClass.kind === 'anyName' || (nameClass.kind === 'nsName' && around === 'nsName')) {
        fail(except, `"${nameClass.kind}" is not allowed inside "except" of "${around}" (4.16)`);
      } else if (nameClass.kind === 'nsName' && nameClass.except) check(nameClass.except);
    };
    members.forEach(check);
    return members.length === 1 ? members[0]! : { kind: 'choice', members };
  }

  // ---- grammars and references

  private reference(element: SchemaElement, scope: Scope | undefined): Pattern {
    const name = element.attributes.get('name')!;
    if (!scope) fail(element, `the reference "${name}" stands outside a grammar`);
    const definition = scope!.defines.get(name);
    if (!definition) fail(element, `there is no definition "${name}"`);
    if (definition!.state === 'reading' && this.reachable) {
      fail(element, `the definition "${name}" refers to itself without an element in between (4.19)`);
    }
    return this.definition(definition!);
  }

  private definition(definition: Definition): Pattern {
    if (definition.pattern) return definition.pattern;
    if (definition.state === 'reading') return this.table.notAllowed;
    definition.state = 'reading';
    const patterns = definition.parts.map(({ element, context }) => this.group(element.children, context));
    const result =
      definition.combine === 'interleave' ? this.table.interleave(patterns) : this.table.choice(patterns);
    definition.state = 'read';
    definition.pattern = result;
    return result;
  }

  /** 4.18: a grammar is its start; the definitions are found through references. */
  private grammar(element: SchemaElement, context: Context): Pattern {
    const scope: Scope = {
      parent: context.scope,
      start: newDefinition('start'),
      defines: new Map(),
      external: new Map(),
    };
    this.scopes.push(scope);
    this.collect(element.children, { ...context, scope }, scope, undefined);
    if (scope.start.parts.length === 0) fail(element, 'the grammar has no "start"');
    for (const definition of [scope.start, ...scope.defines.values()]) checkCombine(definition);
    return this.definition(scope.start);
  }

  /** Adds the definitions among the children; those that an `include` replaces are left out and ticked off. */
  private collect(
    children: readonly SchemaElement[],
    outer: Context,
    scope: Scope,
    replaced: Map<string, boolean> | undefined,
  ): void {
    for (const child of children) {
      const ns = child.attributes.get('ns');
      const context = ns === undefined ? outer : { ...outer, ns };
      if (child.name === 'div')
        this.collect(child.children, context, scope, replaced); // 4.11
      else if (child.name === 'include') this.include(child, context, scope, replaced);
      else {
        const key = definitionKey(child);
        if (replaced?.has(key)) replaced.set(key, true);
        else addDefinition(scope, child, context);
      }
    }
  }

  /** 4.7 */
  private include(
    element: SchemaElement,
    context: Context,
    scope: Scope,
    outerReplaced: Map<string, boolean> | undefined,
  ): void {
    const root = this.file(element, context);
    if (root.name !== 'grammar') fail(element, `the included file "${root.uri}" is no grammar`);
    const replaced = new Map<string, boolean>();
    const note = (child: SchemaElement): void => {
      if (child.name === 'div') child.children.forEach(note);
      else replaced.set(definitionKey(child), false);
    };
    element.children.forEach(note);
    const within = new Map(replaced);
    for (const key of outerReplaced?.keys() ?? []) within.set(key, false);
    const files = [...context.files, root.uri];
    this.collect(
      root.children,
      { ...context, ns: root.attributes.get('ns') ?? context.ns, files },
      scope,
      within,
    );
    for (const [key, found] of within) {
      if (found && outerReplaced?.has(key)) outerReplaced.set(key, true);
      if (!found && replaced.has(key)) {
        fail(element, `"${root.uri}" has no ${key === '' ? '"start"' : `definition "${key}"`} to replace`);
      }
    }
    this.collect(element.children, context, scope, outerReplaced);
  }

  /** 4.6 */
  private externalRef(element: SchemaElement, context: Context): Pattern {
    const key = `${element.base}\n${element.attributes.get('href')}\n${context.ns}`;
    const known = context.scope?.external.get(key);
    if (known) return known;
    const root = this.file(element, context);
    const result = this.pattern(root, { ...context, files: [...context.files, root.uri] });
    context.scope?.external.set(key, result);
    return result;
  }

  /** 4.5 and the conditions of 4.6 and 4.7 on the address */
  private file(element: SchemaElement, context: Context): SchemaElement {
    const href = element.attributes.get('href')!;
    if (href.includes('#')) fail(element, `the address "${href}" must have no fragment identifier`);
    const uri = resolveUri(element.base, href);
    if (context.files.includes(uri)) fail(element, `the file "${uri}" includes itself`);
    if (++this.files > MAX_FILES) fail(element, `more than ${MAX_FILES} files are included`);
    return this.load(uri, element);
  }
}

const newDefinition = (name: string): Definition => ({
  name,
  parts: [],
  combine: undefined,
  uncombined: undefined,
  state: 'unread',
  pattern: undefined,
});

/** The name defined; '' for start. */
const definitionKey = (element: SchemaElement): string =>
  element.name === 'start' ? '' : element.attributes.get('name')!;

function addDefinition(scope: Scope, element: SchemaElement, context: Context): void {
  const name = definitionKey(element);
  let definition = element.name === 'start' ? scope.start : scope.defines.get(name);
  if (!definition) {
    definition = newDefinition(name);
    scope.defines.set(name, definition);
  }
  definition.parts.push({ element, context });
}

/** 4.17: of several definitions of a name, all but one say how to combine, and say the same. */
function checkCombine(definition: Definition): void {
  for (const { element } of definition.parts) {
    const combine = element.attributes.get('combine');
    const what = element.name === 'start' ? '"start"' : `the definition "${definition.name}"`;
    if (combine === undefined) {
      if (definition.uncombined) fail(element, `${what} is there twice without "combine"`);
      definition.uncombined = element;
    } else if (definition.combine !== undefined && definition.combine !== combine) {
      fail(element, `${what} is combined both as choice and as interleave`);
    } else definition.combine = combine;
  }
}

/** 4.16: attributes are not for declaring namespaces. */
function checkAttributeName(nameClass: NameClass, element: SchemaElement): void {
  if (nameClass.kind === 'choice') {
    for (const member of nameClass.members) checkAttributeName(member, element);
    return;
  }
  if (nameClass.kind !== 'anyName' && nameClass.uri === 'http://www.w3.org/2000/xmlns') {
    fail(element, 'no attribute can be in the namespace http://www.w3.org/2000/xmlns (4.16)');
  }
  if (nameClass.kind === 'name') {
    if (nameClass.uri === '' && nameClass.local === 'xmlns')
      fail(element, 'no attribute can be named "xmlns" (4.16)');
  } else if (nameClass.except) checkAttributeName(nameClass.except, element);
}
