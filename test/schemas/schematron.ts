/**
 * A Schematron engine of a few lines, for one test: chancery.sch becomes a style sheet (as the XSLT binding of ISO
 * Schematron has it), SaxonJS runs it. It knows what that file uses: ns, let, pattern, rule, assert.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attribute, childElements, parseXml, type XmlElement } from '../../src/xml/tree.ts';

const require = createRequire(import.meta.url);
interface Saxon {
  transform(options: object): { principalResult: string | null };
}

export interface Assertion {
  readonly id: string;
  readonly role: string;
  readonly pattern: string;
  readonly diagnostic: string;
}

export interface Failed {
  readonly assert: string;
  /** Number of the element in document order, from 0. */
  readonly element: number;
}

export class Schematron {
  readonly assertions: readonly Assertion[];
  readonly diagnostics: ReadonlySet<string>;
  private readonly compiled: object;

  constructor(text: string) {
    const { root } = parseXml(text, 'chancery.sch');
    if (!root) throw new Error('The Schematron is not well-formed');
    this.assertions = childElements(root, 'pattern').flatMap((pattern) =>
      childElements(pattern, 'rule').flatMap((rule) =>
        childElements(rule, 'assert').map((assert) => ({
          id: attribute(assert, 'id')!,
          role: attribute(assert, 'role')!,
          pattern: attribute(pattern, 'id')!,
          diagnostic: attribute(assert, 'diagnostics')!,
        })),
      ),
    );
    const diagnostics = childElements(root, 'diagnostics').flatMap((d) => childElements(d, 'diagnostic'));
    this.diagnostics = new Set(diagnostics.map((d) => attribute(d, 'id')!));
    this.compiled = compile(transpile(root));
  }

  /** The assertions that do not hold. */
  run(xml: string): readonly Failed[] {
    const saxon = require('saxon-js') as Saxon;
    const options = { stylesheetInternal: this.compiled, sourceText: xml, destination: 'serialized' };
    const lines = (saxon.transform(options).principalResult ?? '').trim().split('\n').filter(Boolean);
    return lines.map((line) => {
      const [assert = '', element] = line.split(' ');
      return { assert, element: Number(element) };
    });
  }
}

const escape_ = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function transpile(schema: XmlElement): string {
  const variables = (e: XmlElement): string =>
    childElements(e, 'let')
      .map(
        (l) => `<xsl:variable name="${attribute(l, 'name')}" select="${escape_(attribute(l, 'value')!)}"/>`,
      )
      .join('\n');
  const namespaces = childElements(schema, 'ns').map(
    (n) => `xmlns:${attribute(n, 'prefix')}="${attribute(n, 'uri')}"`,
  );
  const patterns = childElements(schema, 'pattern');
  const modes = patterns.map((pattern, i) => {
    const rules = childElements(pattern, 'rule').map((rule) => {
      const tests = childElements(rule, 'assert').map(
        (a) =>
          `<xsl:if test="not(${escape_(attribute(a, 'test')!)})"><xsl:value-of select="'${attribute(a, 'id')}', count(ancestor::*) + count(preceding::*)"/><xsl:text>\n</xsl:text></xsl:if>`,
      );
      return `<xsl:template mode="p${i}" match="${escape_(attribute(rule, 'context')!)}">${variables(rule)}${tests.join('')}<xsl:apply-templates mode="#current"/></xsl:template>`;
    });
    return `<xsl:mode name="p${i}" on-no-match="shallow-skip"/>${rules.join('\n')}`;
  });
  const calls = patterns.map((_, i) => `<xsl:apply-templates mode="p${i}"/>`);
  return `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" ${namespaces.join(' ')}>
<xsl:output method="text"/>
${variables(schema)}
<xsl:template match="/">${calls.join('')}</xsl:template>
${modes.join('\n')}
</xsl:stylesheet>`;
}

function compile(stylesheet: string): object {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-schematron-'));
  try {
    writeFileSync(join(folder, 'rules.xsl'), stylesheet);
    const compiler = require.resolve('xslt3/xslt3.js');
    const target = join(folder, 'rules.sef.json');
    execFileSync(process.execPath, [
      compiler,
      `-xsl:${join(folder, 'rules.xsl')}`,
      `-export:${target}`,
      '-nogo',
    ]);
    return JSON.parse(readFileSync(target, 'utf8')) as object;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
