/**
 * Reads the compact syntax (ISO/IEC 19757-2, annex C) into the tree that the XML syntax gives, so that everything
 * after works for both. The names of the functions are those of the grammar there.
 */
import { type Token, type TokenKind, tokenize } from './compact-lexer.ts';
import { RelaxNgError } from './errors.ts';
import { RELAXNG_NAMESPACE, XML_NAMESPACE, XSD_DATATYPES } from './names.ts';
import type { SchemaElement } from './schema-element.ts';
import { MAX_NESTING } from './syntax.ts';
import { isDatatypeLibrary } from './uri.ts';

/** XML begins with "<", which begins no compact schema. */
export const isCompactSyntax = (text: string): boolean => !/^\uFEFF?[ \t\n\r]*</.test(text);

/** @throws RelaxNgError at the word that breaks the grammar */
export function readCompactSchema(text: string, uri: string): SchemaElement {
  return new CompactReader(tokenize(text, uri), uri).topLevel();
}

/** A namespace that comes down from the file that includes this one. */
const INHERIT = Symbol('inherit');
type Namespace = string | typeof INHERIT;

class CompactReader {
  private readonly tokens: readonly Token[];
  private readonly uri: string;
  private at = 0;
  private depth = 0;
  /** The last pattern that an annotation followed. */
  private lastFollowed: SchemaElement | undefined;
  private readonly namespaces = new Map<string, Namespace>([['xml', XML_NAMESPACE]]);
  private readonly libraries = new Map<string, string>([['xsd', XSD_DATATYPES]]);
  private defaultNamespace: Namespace = INHERIT;
  private readonly resolvePrefix = (prefix: string): string | undefined => {
    const uri = this.namespaces.get(prefix);
    return typeof uri === 'string' ? uri : undefined;
  };

  constructor(tokens: readonly Token[], uri: string) {
    this.tokens = tokens;
    this.uri = uri;
  }

  // ---- words

  private get token(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)]!;
  }

  private next(): Token {
    const { token } = this;
    this.at++;
    return token;
  }

  private fail(message: string, token: Token = this.token): never {
    throw new RelaxNgError(message, token);
  }

  private is(kind: TokenKind, text?: string, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    return token !== undefined && token.kind === kind && (text === undefined || token.text === text);
  }

  private take(kind: TokenKind, text: string): boolean {
    if (!this.is(kind, text)) return false;
    this.at++;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.take('symbol', symbol)) this.fail(`"${this.token.text}" is not expected; expected "${symbol}"`);
  }

  private element(
    name: string,
    at: Token,
    attributes: Record<string, string> = {},
    children: SchemaElement[] = [],
    text = '',
    datatypeLibrary = '',
  ): SchemaElement {
    return {
      name,
      attributes: new Map(Object.entries(attributes)),
      children,
      text,
      datatypeLibrary,
      base: this.uri,
      resolvePrefix: this.resolvePrefix,
      annotated: false,
      uri: at.uri,
      line: at.line,
      column: at.column,
    };
  }

  /** identifierOrKeyword */
  private anyIdentifier(): string {
    if (!this.is('identifier') && !this.is('keyword')) this.fail(`"${this.token.text}" is no identifier`);
    return this.next().text;
  }

  /** literal ::= literalSegment ("~" literalSegment)* */
  private literal(): string {
    if (!this.is('literal'))
      this.fail(`"${this.token.text}" is not expected; expected a text in quotation marks`);
    let value = this.next().text;
    while (this.is('symbol', '~')) {
      this.at++;
      if (!this.is('literal')) this.fail('expected a text in quotation marks after "~"');
      value += this.next().text;
    }
    return value;
  }

  // ---- declarations

  /** topLevel ::= decl* (pattern | grammarContent*) */
  topLevel(): SchemaElement {
    const { token } = this;
    this.declarations();
    const start = this.at;
    this.annotations();
    const isGrammar = this.is('end') || this.startsGrammarContent();
    this.at = start;
    const root = isGrammar ? this.element('grammar', token, {}, this.grammarContents('end')) : this.pattern();
    if (!this.is('end')) this.fail(`"${this.token.text}" is not expected`);
    if (root === this.lastFollowed) this.fail('no annotation can follow the whole schema');
    return root;
  }

  private declarations(): void {
    for (;;) {
      const start = this.at;
      this.annotations();
      const { token } = this;
      if (this.take('keyword', 'namespace')) {
        const prefix = this.anyIdentifier();
        this.expect('=');
        this.declareNamespace(prefix, this.namespaceUri(), token);
      } else if (this.is('keyword', 'default') && this.is('keyword', 'namespace', 1)) {
        this.at += 2;
        const prefix = this.is('symbol', '=') ? undefined : this.anyIdentifier();
        this.expect('=');
        if (this.defaultNamespace !== INHERIT) this.fail('the default namespace is declared twice', token);
        this.defaultNamespace = this.namespaceUri();
        if (prefix !== undefined) this.declareNamespace(prefix, this.defaultNamespace, token);
      } else if (this.take('keyword', 'datatypes')) {
        const prefix = this.anyIdentifier();
        this.expect('=');
        const library = this.literal();
        if (!isDatatypeLibrary(library)) this.fail(`"${library}" is no absolute URI without fragment`, token);
        const known = this.libraries.get(prefix);
        if (known !== undefined && known !== library) {
          this.fail(`the prefix "${prefix}" for datatypes is declared already`, token);
        }
        this.libraries.set(prefix, library);
      } else {
        this.at = start;
        break;
      }
    }
  }

  private namespaceUri(): Namespace {
    return this.take('keyword', 'inherit') ? INHERIT : this.literal();
  }

  private declareNamespace(prefix: string, uri: Namespace, token: Token): void {
    if (prefix === 'xmlns') this.fail('the prefix "xmlns" cannot be declared', token);
    if ((prefix === 'xml') !== (uri === XML_NAMESPACE)) {
      this.fail(`the prefix "xml" and the namespace ${XML_NAMESPACE} belong together`, token);
    }
    if (prefix !== 'xml' && this.namespaces.has(prefix))
      this.fail(`the prefix "${prefix}" is declared twice`, token);
    this.namespaces.set(prefix, uri);
  }

  private namespaceOf(prefix: string, token: Token): Namespace {
    return this.namespaces.get(prefix) ?? this.fail(`the prefix "${prefix}" is not declared`, token);
  }

  // ---- annotations, read and left out

  /** annotations ::= ["[" annotationAttribute* annotationElement* "]"] */
  private annotations(): void {
    if (!this.take('symbol', '[')) return;
    const names = new Set<string>();
    while (!this.take('symbol', ']')) {
      const { token } = this;
      if (this.is('symbol', '[', 1)) this.annotationElement(true);
      else if (this.is('symbol', '=', 1)) this.annotationAttribute(names, token, true);
      else this.fail(`"${token.text}" is not expected in an annotation`);
    }
  }

  private annotationAttribute(names: Set<string>, token: Token, onSchema: boolean): void {
    const { uri, local } = this.annotationName();
    this.expect('=');
    this.literal();
    if (onSchema && uri === '') this.fail(`the annotation "${local}" must be in a namespace`, token);
    if (uri === '' && local === 'xmlns') this.fail('no attribute can be named "xmlns"', token);
    if (uri === 'http://www.w3.org/2000/xmlns')
      this.fail(`no attribute can be in the namespace ${uri}`, token);
    if (onSchema && uri === RELAXNG_NAMESPACE)
      this.fail('an annotation cannot be in the namespace of RELAX NG', token);
    const key = `{${String(uri)}}${local}`;
    if (names.has(key)) this.fail(`the annotation "${local}" is there twice`, token);
    names.add(key);
  }

  /** annotationElement ::= name "[" annotationAttribute* (annotationElement | literal)* "]" */
  private annotationElement(onSchema: boolean): void {
    if (++this.depth > MAX_NESTING) this.fail(`annotations are nested deeper than ${MAX_NESTING}`);
    const { token } = this;
    const { uri } = this.annotationName();
    if (onSchema && uri === RELAXNG_NAMESPACE)
      this.fail('an annotation cannot be in the namespace of RELAX NG', token);
    this.expect('[');
    const names = new Set<string>();
    let inContent = false;
    while (!this.take('symbol', ']')) {
      const start = this.token;
      if (this.is('literal')) this.literal();
      else if (this.is('symbol', '[', 1)) this.annotationElement(false);
      else if (!inContent && this.is('symbol', '=', 1)) {
        this.annotationAttribute(names, start, false);
        continue;
      } else this.fail(`"${start.text}" is not expected in an annotation`);
      inContent = true;
    }
    this.depth--;
  }

  private annotationName(): { uri: Namespace; local: string } {
    if (!this.is('cname')) return { uri: '', local: this.anyIdentifier() };
    const token = this.next();
    const [prefix, local] = token.text.split(':') as [string, string];
    return { uri: this.namespaceOf(prefix, token), local };
  }

  /** followAnnotation ::= ">>" annotationElement */
  private followAnnotations(): boolean {
    let any = false;
    for (; this.take('symbol', '>>'); any = true) this.annotationElement(true);
    return any;
  }

  // ---- grammars

  private startsGrammarContent(): boolean {
    if (this.is('keyword', 'start') || this.is('keyword', 'div') || this.is('keyword', 'include'))
      return true;
    if (this.is('identifier')) return ['=', '|=', '&=', '['].some((symbol) => this.is('symbol', symbol, 1));
    return this.is('cname') && this.is('symbol', '[', 1);
  }

  private grammarContents(until: '}' | 'end', inInclude = false): SchemaElement[] {
    if (++this.depth > MAX_NESTING) this.fail(`the schema is nested deeper than ${MAX_NESTING} levels`);
    const contents: SchemaElement[] = [];
    while (!(until === 'end' ? this.is('end') : this.take('symbol', '}'))) {
      // An annotation element may stand by itself here.
      if ((this.is('identifier') || this.is('cname')) && this.is('symbol', '[', 1)) {
        this.annotationElement(true);
        continue;
      }
      this.annotations();
      contents.push(this.grammarContent(inInclude));
    }
    this.depth--;
    return contents;
  }

  /** grammarContent ::= start | define | "div" "{" ... "}" | "include" ... */
  private grammarContent(inInclude: boolean): SchemaElement {
    const { token } = this;
    if (this.take('keyword', 'div')) {
      this.expect('{');
      return this.element('div', token, {}, this.grammarContents('}', inInclude));
    }
    if (!inInclude && this.take('keyword', 'include')) {
      const attributes = this.reference();
      const children = this.take('symbol', '{') ? this.grammarContents('}', true) : [];
      return this.element('include', token, attributes, children);
    }
    const name = this.take('keyword', 'start')
      ? undefined
      : this.is('identifier')
        ? this.next().text
        : this.unexpected();
    const method = this.next();
    if (method.kind !== 'symbol' || !['=', '|=', '&='].includes(method.text)) {
      this.fail(`"${method.text}" is not expected; expected "=", "|=" or "&="`, method);
    }
    const combine: Record<string, string> =
      method.text === '=' ? {} : { combine: method.text === '|=' ? 'choice' : 'interleave' };
    const pattern = this.pattern();
    return name === undefined
      ? this.element('start', token, combine, [pattern])
      : this.element('define', token, { name, ...combine }, [pattern]);
  }

  private unexpected(): never {
    return this.fail(`"${this.token.text}" is not expected`);
  }

  /** anyURILiteral [inherit]: without `inherit` the default namespace goes along */
  private reference(): Record<string, string> {
    const href = this.literal();
    let namespace = this.defaultNamespace;
    if (this.take('keyword', 'inherit')) {
      this.expect('=');
      const { token } = this;
      namespace = this.namespaceOf(this.anyIdentifier(), token);
    }
    return typeof namespace === 'string' ? { href, ns: namespace } : { href };
  }

  // ---- patterns

  /** pattern ::= particle | particle ("|" particle)+ | particle ("," particle)+ | particle ("&" particle)+ | dataExcept */
  private pattern(): SchemaElement {
    if (++this.depth > MAX_NESTING) this.fail(`the schema is nested deeper than ${MAX_NESTING} levels`);
    const { token } = this;
    const first = this.particle(true);
    let result = first;
    const kinds: Record<string, string> = { '|': 'choice', ',': 'group', '&': 'interleave' };
    const operator = this.token;
    const kind = operator.kind === 'symbol' ? kinds[operator.text] : undefined;
    if (kind !== undefined && !isDataExcept(first)) {
      const parts = [first];
      while (this.take('symbol', operator.text)) parts.push(this.particle(false));
      if (this.token.kind === 'symbol' && kinds[this.token.text] !== undefined) {
        this.fail(`"${operator.text}" and "${this.token.text}" must be kept apart with parentheses`);
      }
      result = this.element(kind, token, {}, parts);
    }
    this.depth--;
    return result;
  }

  /** particle ::= annotated primary ["*" | "+" | "?"] */
  private particle(exceptAllowed: boolean): SchemaElement {
    this.annotations();
    const { token } = this;
    let result = this.primary(exceptAllowed);
    if (this.followAnnotations()) this.lastFollowed = result;
    const kinds: Record<string, string> = { '*': 'zeroOrMore', '+': 'oneOrMore', '?': 'optional' };
    const kind = this.token.kind === 'symbol' ? kinds[this.token.text] : undefined;
    if (kind !== undefined && !isDataExcept(result)) {
      this.at++;
      result = this.element(kind, token, {}, [result]);
      if (this.followAnnotations()) this.lastFollowed = result;
    }
    return result;
  }

  private primary(exceptAllowed: boolean): SchemaElement {
    const { token } = this;
    if (token.kind === 'keyword') return this.keywordPattern(exceptAllowed);
    if (token.kind === 'identifier') {
      this.at++;
      return this.element('ref', token, { name: token.text });
    }
    if (token.kind === 'literal') return this.value(token, undefined, '');
    if (token.kind === 'cname') {
      this.at++;
      const [prefix, type] = token.text.split(':') as [string, string];
      const library =
        this.libraries.get(prefix) ??
        this.fail(`the prefix "${prefix}" for datatypes is not declared`, token);
      return this.data(token, type, library, exceptAllowed);
    }
    if (this.take('symbol', '(')) {
      const pattern = this.pattern();
      this.expect(')');
      // In parentheses an exception stands by itself and may be combined.
      return isDataExcept(pattern) ? this.element('group', token, {}, [pattern]) : pattern;
    }
    return this.unexpected();
  }

  private keywordPattern(exceptAllowed: boolean): SchemaElement {
    const token = this.next();
    switch (token.text) {
      case 'element':
      case 'attribute': {
        const name = this.nameClass(token.text);
        return this.element(token.text, token, {}, [name, this.braced()]);
      }
      case 'list':
      case 'mixed':
        return this.element(token.text, token, {}, [this.braced()]);
      case 'empty':
      case 'text':
      case 'notAllowed':
        return this.element(token.text, token);
      case 'parent': {
        if (!this.is('identifier')) this.unexpected();
        return this.element('parentRef', token, { name: this.next().text });
      }
      case 'external':
        return this.element('externalRef', token, this.reference());
      case 'grammar':
        this.expect('{');
        return this.element('grammar', token, {}, this.grammarContents('}'));
      case 'string':
      case 'token':
        return this.data(token, token.text, '', exceptAllowed);
    }
    return this.fail(`"${token.text}" is not expected`, token);
  }

  private braced(): SchemaElement {
    this.expect('{');
    const pattern = this.pattern();
    this.expect('}');
    return pattern;
  }

  private value(token: Token, type: string | undefined, library: string): SchemaElement {
    const text = this.literal();
    const attributes: Record<string, string> = type === undefined ? {} : { type };
    if (typeof this.defaultNamespace === 'string') attributes.ns = this.defaultNamespace;
    return this.element('value', token, attributes, [], text, library);
  }

  /** datatypeName literal | datatypeName ["{" param* "}"] ["-" primary] */
  private data(token: Token, type: string, library: string, exceptAllowed: boolean): SchemaElement {
    if (this.is('literal')) return this.value(token, type, library);
    const children: SchemaElement[] = [];
    if (this.take('symbol', '{')) {
      while (!this.take('symbol', '}')) {
        this.annotations();
        const start = this.token;
        const name = this.anyIdentifier();
        this.expect('=');
        children.push(this.element('param', start, { name }, [], this.literal()));
      }
    }
    if (exceptAllowed && this.is('symbol', '-')) {
      const start = this.next();
      this.annotations();
      const excluded = this.primary(false);
      this.followAnnotations();
      children.push(this.element('except', start, {}, [excluded]));
    }
    return this.element('data', token, { type }, children, '', library);
  }

  // ---- name classes

  /** nameClass ::= basic ("|" basic)* | anyName or nsName with "-" basic */
  private nameClass(around: string): SchemaElement {
    if (++this.depth > MAX_NESTING) this.fail(`the schema is nested deeper than ${MAX_NESTING} levels`);
    const { token } = this;
    const first = this.basicNameClass(around, true);
    let result = first;
    if (first.children[0]?.name !== 'except' && this.is('symbol', '|')) {
      const parts = [first];
      while (this.take('symbol', '|')) parts.push(this.basicNameClass(around, false));
      result = this.element('choice', token, {}, parts);
    }
    this.depth--;
    return result;
  }

  private basicNameClass(around: string, exceptAllowed: boolean): SchemaElement {
    this.annotations();
    const token = this.next();
    let result: SchemaElement;
    if (token.kind === 'identifier' || token.kind === 'keyword') {
      const namespace = around === 'attribute' ? '' : this.defaultNamespace;
      result = this.nameElement('name', token, namespace, token.text);
    } else if (token.kind === 'cname') {
      const [prefix, local] = token.text.split(':') as [string, string];
      result = this.nameElement('name', token, this.namespaceOf(prefix, token), local);
    } else if (token.kind === 'nsName') {
      result = this.nameElement('nsName', token, this.namespaceOf(token.text.slice(0, -2), token), '');
    } else if (token.kind === 'symbol' && token.text === '*') result = this.element('anyName', token);
    else if (token.kind === 'symbol' && token.text === '(') {
      const inner = this.nameClass(around);
      this.expect(')');
      result = inner.children[0]?.name === 'except' ? this.element('choice', token, {}, [inner]) : inner;
    } else return this.fail(`"${token.text}" is no name class`, token);
    this.followAnnotations();
    const mayExclude = result.name === 'anyName' || result.name === 'nsName';
    if (exceptAllowed && mayExclude && this.is('symbol', '-')) {
      const start = this.next();
      result.children.push(this.element('except', start, {}, [this.basicNameClass(around, false)]));
    }
    return result;
  }

  private nameElement(
    name: 'name' | 'nsName',
    token: Token,
    namespace: Namespace,
    text: string,
  ): SchemaElement {
    return this.element(name, token, typeof namespace === 'string' ? { ns: namespace } : {}, [], text);
  }
}

const isDataExcept = (element: SchemaElement): boolean =>
  element.name === 'data' && element.children.at(-1)?.name === 'except';
