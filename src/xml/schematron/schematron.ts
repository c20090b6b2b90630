/** A Schematron made ready, and what it says of a document. */
import { attribute, childElements, parseXml, textOf, type XmlElement } from '../tree.ts';
import { type Located, locate, namesIn } from './locate.ts';
import { type Check, type Pattern, type Rule, SchematronError, type SchematronSchema } from './model.ts';
import { parseForSaxon, runCompiled, runText, type SaxonDocument } from './saxon.ts';
import { resultNamespace, type Transpiled, transpile } from './transpile.ts';

/** An assertion that failed, or a report that was successful. */
export interface Failure extends Partial<Located> {
  readonly check: Check;
  readonly rule: Rule;
  readonly pattern: Pattern;
  /** As XPath's `path()` writes it. */
  readonly path: string;
  /** White space normalised. */
  readonly message: string;
  readonly diagnostics: readonly { readonly id: string; readonly text: string }[];
}

/** A test that could not be evaluated. */
export interface Fault extends Partial<Located> {
  /** Absent where a variable of the rule was at fault. */
  readonly check?: Check;
  readonly rule: Rule;
  readonly pattern: Pattern;
  readonly path: string;
  readonly reason: string;
}

type SchematronEvent =
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'rule'; readonly rule: Rule; readonly path: string }
  | { readonly kind: 'failure'; readonly failure: Failure };

export interface SchematronResult {
  readonly failures: readonly Failure[];
  readonly faults: readonly Fault[];
  /** In order; the rules that fired only where they were asked for. */
  readonly events: readonly SchematronEvent[];
}

/** Makes SEF of a style sheet; nothing where there is no compiler. It throws the compiler's words. */
export type Compiler = (xslt: string, uri: string) => object | undefined;

/** The style sheet in one of its forms, compiled where there is a compiler. */
interface Form {
  readonly transpiled: Transpiled;
  readonly sef: object | undefined;
}

export interface SchematronOptions {
  readonly phase?: string;
  readonly compiler?: Compiler;
  /** Tell the rules that fired too, as SVRL does. */
  readonly fired?: boolean;
}

export class Schematron {
  readonly schema: SchematronSchema;
  readonly options: SchematronOptions;
  private quick: Form | undefined;
  private careful: Form | undefined;

  constructor(schema: SchematronSchema, options: SchematronOptions = {}) {
    this.schema = schema;
    this.options = options;
  }

  /** Compiles now what would be compiled with the first document. @throws SchematronError */
  prepare(): void {
    this.quick ??= this.form(false);
  }

  /** A document as `run` takes it, for any number of schemas. */
  parse(xml: string, uri: string | undefined): SaxonDocument {
    return parseForSaxon(xml, uri);
  }

  /**
   * @param document from `parse`
   * @param root the same document as our tree, for the places
   * @throws SchematronError if the schema cannot be compiled
   */
  run(document: SaxonDocument, root: XmlElement): SchematronResult {
    this.quick ??= this.form(false);
    const names = namesIn(root);
    const { patterns } = this.quick.transpiled;
    const active = patterns.flatMap((p, n) =>
      p.names?.some((name) => names.has(name)) === false ? [] : [n],
    );
    if (active.length === 0) return { failures: [], faults: [], events: [] };
    try {
      return this.read(this.quick, document, root, active);
    } catch (error) {
      if (!isDynamic(error)) throw this.explained(error, this.quick.transpiled);
    }
    // A test could not be evaluated on this document: once more, each test by itself.
    this.careful ??= this.form(true);
    try {
      return this.read(this.careful, document, root, active);
    } catch (error) {
      throw this.explained(error, this.careful.transpiled);
    }
  }

  private form(careful: boolean): Form {
    const { phase, fired = false, compiler } = this.options;
    const transpiled = transpile(this.schema, { ...(phase === undefined ? {} : { phase }), fired, careful });
    try {
      return { transpiled, sef: compiler?.(transpiled.xslt, this.schema.uri) };
    } catch (error) {
      throw this.explained(error, transpiled);
    }
  }

  private read(
    { transpiled, sef }: Form,
    document: SaxonDocument,
    root: XmlElement,
    active: readonly number[],
  ): SchematronResult {
    const { rules, checks, patterns, xslt } = transpiled;
    const result = sef
      ? runCompiled(sef, document, active, resultNamespace)
      : runText(xslt, this.schema.uri, document, active, resultNamespace);
    const { root: findings, diagnostics } = parseXml(result, 'result');
    if (!findings) throw new Error(diagnostics[0]?.message ?? 'The rules gave no result');
    const failures: Failure[] = [];
    const faults: Fault[] = [];
    const events: SchematronEvent[] = [];
    for (const found of childElements(findings)) {
      const at = attribute(found, 'at') ?? '/';
      const check = checks[Number(attribute(found, 'c'))];
      const rule = check ?? rules[Number(attribute(found, 'r') ?? attribute(found, 'n'))];
      if (found.name === 'p') {
        const pattern = patterns[Number(attribute(found, 'n'))]?.pattern;
        if (pattern) events.push({ kind: 'pattern', pattern });
      } else if (found.name === 'r' && rule) events.push({ kind: 'rule', rule: rule.rule, path: at });
      else if (found.name === 'f' && check) {
        const failure: Failure = {
          ...check,
          path: at,
          ...locate(root, at),
          message: words(found, 'd'),
          diagnostics: childElements(found, 'd').map((d) => ({
            id: attribute(d, 'n') ?? '',
            text: words(d),
          })),
        };
        failures.push(failure);
        events.push({ kind: 'failure', failure });
      } else if (found.name === 'e' && rule) {
        faults.push({ ...rule, path: at, ...locate(root, at), reason: words(found) });
      }
    }
    return { failures, faults, events };
  }

  /** The compiler names a line of the style sheet: the place in the schema that made it. */
  private explained(error: unknown, transpiled: Transpiled): SchematronError {
    if (error instanceof SchematronError) return error;
    const said = error instanceof Error ? error.message : String(error);
    const line = Number(/\bon line (\d+)/.exec(said)?.[1] ?? /\bline (\d+)/.exec(said)?.[1]);
    const place = transpiled.places.get(line) ?? { uri: this.schema.uri, line: 1, column: 1 };
    const expression = /\{([\s\S]*)\}: /.exec(said)?.[1];
    const reason = said
      .replace(/^[\s\S]*?\{[\s\S]*\}: /, '')
      .replace(/\s*Failed to compile stylesheet\s*$/, '')
      .replace(/\s+/g, ' ')
      .trim();
    const what = expression === undefined ? '' : ` in «${expression.trim()}»`;
    return new SchematronError(`${reason}${what}`, place);
  }
}

/** An error of evaluation, not of the schema: the static ones begin with XPST and XTSE. */
function isDynamic(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return !/Static error|XPST|XTSE/.test(`${String(code)} ${String(message)}`);
}

/** Text with its white space normalised, without the Chancery elements of a name inside. */
function words(element: XmlElement, without?: string): string {
  const inside = element.children.map((c) => {
    if (c.type === 'text') return c.value;
    return c.type === 'element' && !(c.name === without && c.uri === resultNamespace) ? textOf(c) : '';
  });
  return inside.join('').replace(/\s+/g, ' ').trim();
}
