/**
 * Schema to XSLT 3.0 (ISO/IEC 19757-3, annex on the XSLT binding). Each pattern is a mode; each of its rules a
 * template of that mode, the first with the highest priority, so that the first that matches wins (5.4.13). The
 * nodes are not walked from one to the next: a pattern is applied to those that its contexts can match.
 *
 * Every construct of the schema takes one line, and `places` knows which: so that an error of the compiler is told
 * at its place in the schema.
 */
import { reachOf } from './contexts.ts';
import {
  type Check,
  type Let,
  type Pattern,
  type Piece,
  type Rule,
  type SchemaPlace,
  SchematronError,
  type SchematronSchema,
} from './model.ts';
import { xsltNamespace } from './node.ts';
import { escapeXml } from './read.ts';

/** Namespace of what the style sheet gives back, and of its own parameters. */
export const resultNamespace = 'urn:x-chancery:schematron';

interface NumberedRule {
  readonly rule: Rule;
  readonly pattern: Pattern;
}

interface NumberedCheck extends NumberedRule {
  readonly check: Check;
}

export interface Transpiled {
  readonly xslt: string;
  /** By line of the style sheet, from 1. */
  readonly places: ReadonlyMap<number, SchemaPlace>;
  readonly patterns: readonly { readonly pattern: Pattern; readonly names?: readonly string[] }[];
  readonly rules: readonly NumberedRule[];
  readonly checks: readonly NumberedCheck[];
}

/** Prefixes that need no sch:ns. */
const ownPrefixes: Readonly<Record<string, string>> = {
  xs: 'http://www.w3.org/2001/XMLSchema',
  fn: 'http://www.w3.org/2005/xpath-functions',
  map: 'http://www.w3.org/2005/xpath-functions/map',
  array: 'http://www.w3.org/2005/xpath-functions/array',
  math: 'http://www.w3.org/2005/xpath-functions/math',
};

export interface TranspileOptions {
  /** A phase of the schema, `#ALL`, or `#DEFAULT`, which is meant where nothing is said. */
  readonly phase?: string;
  /** Tell each rule that fired (SVRL). */
  readonly fired?: boolean;
  /**
   * Let each test fail by itself: for documents where one could not be evaluated. It makes a style sheet twice as
   * long, so it is not the first choice.
   */
  readonly careful?: boolean;
}

/** @throws SchematronError if there is no such phase, or a reference in the schema leads nowhere */
export function transpile(schema: SchematronSchema, options: TranspileOptions = {}): Transpiled {
  const { phase = '#DEFAULT', fired = false, careful = false } = options;
  const { patterns, lets: phaseLets } = activeIn(schema, phase);
  const out = new Lines();
  const namespaces = new Map([...Object.entries(ownPrefixes), ...schema.namespaces]);
  const declared = [...namespaces]
    .filter(([prefix]) => !['xsl', 'xml', '_c', '_e'].includes(prefix))
    .map(([prefix, uri]) => ` xmlns:${prefix}="${escapeXml(uri)}"`);
  const byDefault = schema.defaultNamespace;
  out.add(
    `<xsl:stylesheet version="3.0" xmlns:xsl="${xsltNamespace}" xmlns:_c="${resultNamespace}" xmlns:_e="http://www.w3.org/2005/xqt-errors"${declared.join('')} exclude-result-prefixes="#all"${byDefault === undefined ? '' : ` xpath-default-namespace="${escapeXml(byDefault)}"`}>`,
  );
  out.add('<xsl:output method="xml" indent="no" omit-xml-declaration="yes"/>');
  out.add('<xsl:param name="_c:active" select="()"/>');

  for (const p of schema.passed) out.add(p.xml, p.place);
  // A variable of a pattern is global, so that contexts can use it, unless patterns have different ones of a name.
  const uses = new Map<string, Set<string>>();
  const globals = [...schema.lets, ...phaseLets];
  for (const l of [...globals, ...patterns.flatMap((p) => p.lets)]) {
    const same = uses.get(l.name) ?? new Set();
    uses.set(l.name, same.add(`${l.value ?? ''} ${l.content ?? ''}`));
  }
  const done = new Set<string>();
  const isLocal = (l: Let): boolean => (uses.get(l.name)?.size ?? 0) > 1;
  for (const l of globals) if (!done.has(l.name)) out.add(variable(l), l.place) && done.add(l.name);
  for (const l of patterns.flatMap((p) => p.lets)) {
    if (!isLocal(l) && !done.has(l.name)) out.add(variable(l), l.place) && done.add(l.name);
  }

  const reaches = patterns.map((p) => reachOf(p.rules.map((r) => r.context)));
  out.add('<xsl:template match="/"><_c:findings>');
  patterns.forEach((pattern, p) => {
    const local = pattern.lets.filter(isLocal);
    const apply = `<xsl:apply-templates mode="_c:p${p}" select="${escapeXml(reaches[p]!.select)}">${local.map((l) => `<xsl:with-param name="${l.name}" select="$${l.name}" tunnel="yes"/>`).join('')}</xsl:apply-templates>`;
    out.add(`<xsl:if test="empty($_c:active) or $_c:active = ${p}"><_c:p n="${p}"/>`);
    for (const l of local) out.add(variable(l), l.place);
    out.add(`${apply}</xsl:if>`, pattern.place);
  });
  out.add('</_c:findings></xsl:template>');

  const rules: NumberedRule[] = [];
  const checks: NumberedCheck[] = [];
  patterns.forEach((pattern, p) => {
    out.add(`<xsl:mode name="_c:p${p}" on-no-match="deep-skip"/>`);
    const local = pattern.lets.filter(isLocal);
    pattern.rules.forEach((rule, r) => {
      const priority = pattern.rules.length - r;
      const n = rules.push({ rule, pattern }) - 1;
      out.add(
        `<xsl:template mode="_c:p${p}" priority="${priority}" match="${escapeXml(flat(rule.context))}">`,
        rule.place,
      );
      for (const l of local) out.add(`<xsl:param name="${l.name}" tunnel="yes"/>`, l.place);
      if (fired) out.add(`<_c:r n="${n}" at="{path(.)}"/>`);
      if (careful) out.add('<xsl:try>');
      for (const l of rule.locals) out.add('xml' in l ? l.xml : variable(l), l.place);
      for (const check of rule.checks) {
        const number = checks.push({ check, rule, pattern }) - 1;
        writeCheck(out, check, number, schema, careful);
      }
      if (careful)
        out.add(`<xsl:catch errors="*"><_c:e r="${n}" at="{path(.)}">${thrown}</_c:e></xsl:catch></xsl:try>`);
      out.add('</xsl:template>');
    });
  });
  out.add('</xsl:stylesheet>');
  const numbered = patterns.map((pattern, p) => ({ pattern, ...reachNames(reaches[p]?.names) }));
  return { xslt: out.text, places: out.places, patterns: numbered, rules, checks };
}

const thrown = '<xsl:value-of select="$_e:description"/>';
const reachNames = (names: readonly string[] | undefined) => (names === undefined ? {} : { names });

function writeCheck(
  out: Lines,
  check: Check,
  number: number,
  schema: SchematronSchema,
  careful: boolean,
): void {
  const test = escapeXml(flat(check.test));
  const condition = check.kind === 'assert' ? `not(${test})` : test;
  const diagnostics = check.diagnostics.map((id) => {
    const words = schema.diagnostics.get(id);
    if (!words) throw new SchematronError(`there is no diagnostic "${id}"`, check.place);
    return `<_c:d n="${escapeXml(id)}">${written(words)}</_c:d>`;
  });
  if (careful) out.add('<xsl:try>');
  // In one line: a line end would be a blank in the message.
  out.add(
    `<xsl:if test="${condition}"><_c:f c="${number}" at="{path(.)}">${written(check.message)}${diagnostics.join('')}</_c:f></xsl:if>`,
    check.place,
  );
  if (careful) {
    out.add(
      `<xsl:catch errors="*"><_c:e c="${number}" at="{path(.)}">${thrown}</_c:e></xsl:catch></xsl:try>`,
    );
  }
}

function written(message: readonly Piece[]): string {
  return message
    .map((piece) => {
      if (piece.kind === 'passed') return piece.xml;
      if (piece.kind === 'text') {
        const text = escapeXml(flat(piece.text));
        return text.trim() === '' ? `<xsl:text>${text}</xsl:text>` : text;
      }
      if (piece.kind === 'value-of') return `<xsl:value-of select="${escapeXml(flat(piece.select))}"/>`;
      if (piece.path === undefined) return '<xsl:value-of select="name()"/>';
      // 5.4.9: an expression that gives a name, or the node that has it.
      const path = escapeXml(flat(piece.path));
      return `<xsl:value-of select="for $_c:n in (${path})[1] return if ($_c:n instance of node()) then name($_c:n) else string($_c:n)"/>`;
    })
    .join('');
}

/** A variable; one without a value is a parameter of the schema, empty here. */
function variable(l: Let): string {
  const type = l.type === undefined ? '' : ` as="${escapeXml(l.type)}"`;
  if (l.value !== undefined) {
    return `<xsl:variable name="${escapeXml(l.name)}"${type} select="${escapeXml(flat(l.value))}"/>`;
  }
  if (l.content !== undefined)
    return `<xsl:variable name="${escapeXml(l.name)}"${type}>${l.content}</xsl:variable>`;
  return `<xsl:variable name="${escapeXml(l.name)}" select="()"/>`;
}

const flat = (text: string): string => text.replace(/\s*[\r\n]\s*/g, ' ');

/** 5.4.11, and annex on phases: `#ALL` is every pattern, `#DEFAULT` what the schema says, else every pattern. */
function activeIn(
  schema: SchematronSchema,
  wanted: string,
): { readonly patterns: readonly Pattern[]; readonly lets: readonly Let[] } {
  const id = wanted === '#DEFAULT' ? (schema.defaultPhase ?? '#ALL') : wanted;
  if (id === '#ALL') return { patterns: schema.patterns, lets: [] };
  const start = { uri: schema.uri, line: 1, column: 1 };
  const phase = schema.phases.find((p) => p.id === id);
  if (!phase) {
    const known = schema.phases.map((p) => p.id).join(', ');
    throw new SchematronError(
      `there is no phase "${id}"${known === '' ? '; the schema has none' : `; there are ${known}`}`,
      start,
    );
  }
  for (const active of phase.patterns) {
    if (schema.patterns.some((p) => p.id === active)) continue;
    throw new SchematronError(`phase "${id}" names the pattern "${active}", which there is not`, start);
  }
  return { patterns: schema.patterns.filter((p) => phase.patterns.includes(p.id)), lets: phase.lets };
}

class Lines {
  readonly places = new Map<number, SchemaPlace>();
  private readonly lines: string[] = [];
  private count = 0;

  add(line: string, place?: SchemaPlace): true {
    const from = this.count + 1;
    this.lines.push(line);
    this.count += line.split('\n').length;
    if (place) for (let n = from; n <= this.count; n++) this.places.set(n, place);
    return true;
  }

  get text(): string {
    return `${this.lines.join('\n')}\n`;
  }
}
