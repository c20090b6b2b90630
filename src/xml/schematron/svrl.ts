/** Findings as SVRL, the report language of ISO/IEC 19757-3, annex D. */
import type { Rule, SchematronSchema } from './model.ts';
import type { SchematronResult } from './schematron.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const attributes = (given: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(given)
    .map(([name, value]) => (value === undefined || value === '' ? '' : ` ${name}="${escaped(value)}"`))
    .join('');

const namespace = 'http://purl.oclc.org/dsdl/svrl';

/** One document against one schema: the patterns in order, the rules that fired, what failed. */
export function svrlOutput(
  schema: SchematronSchema,
  result: SchematronResult,
  document: string,
  phase?: string,
): string {
  const lines = [
    `<svrl:schematron-output${attributes({ 'xmlns:svrl': namespace, title: schema.title, phase })}>`,
  ];
  for (const [prefix, uri] of schema.namespaces) {
    lines.push(`  <svrl:ns-prefix-in-attribute-values${attributes({ prefix, uri })}/>`);
  }
  for (const event of result.events) {
    if (event.kind === 'pattern') {
      const { id, named, title } = event.pattern;
      lines.push(
        `  <svrl:active-pattern${attributes({ id: named ? id : undefined, name: title, documents: document })}/>`,
      );
    } else if (event.kind === 'rule') lines.push(`  <svrl:fired-rule${ruleAttributes(event.rule)}/>`);
    else {
      const { check, path, message, diagnostics } = event.failure;
      const name = check.kind === 'assert' ? 'failed-assert' : 'successful-report';
      const { id, role, flag, test } = check;
      lines.push(`  <svrl:${name}${attributes({ id, location: path, role, flag, test })}>`);
      for (const d of diagnostics) {
        lines.push(
          `    <svrl:diagnostic-reference${attributes({ diagnostic: d.id })}>${text(d.text)}</svrl:diagnostic-reference>`,
        );
      }
      lines.push(`    ${text(message)}`, `  </svrl:${name}>`);
    }
  }
  lines.push('</svrl:schematron-output>');
  return lines.join('\n');
}

const text = (words: string): string => `<svrl:text>${escaped(words)}</svrl:text>`;

function ruleAttributes({ id, context, role }: Rule): string {
  return attributes({ id, context: context.replace(/\s+/g, ' '), role });
}
