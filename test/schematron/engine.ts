import { schematronCompiler } from '../../src/cli/schematron-compiler.ts';
import {
  type Resolver,
  readSchematron,
  Schematron,
  type SchematronResult,
} from '../../src/xml/schematron/index.ts';
import { parseXml } from '../../src/xml/tree.ts';

export interface Making {
  readonly phase?: string;
  readonly uri?: string;
  readonly resolve?: Resolver;
  readonly fired?: boolean;
}

export function make(text: string, { phase, fired, ...reading }: Making = {}): Schematron {
  const schema = readSchematron(text, { uri: '/schemas/x.sch', ...reading });
  if (!schema) throw new Error('There is no Schematron');
  const compiler = schematronCompiler({ read: () => undefined, write: () => {} });
  return new Schematron(schema, {
    compiler,
    ...(phase === undefined ? {} : { phase }),
    ...(fired ? { fired } : {}),
  });
}

export function run(schematron: Schematron, xml: string): SchematronResult {
  const { root } = parseXml(xml, 'x.xml');
  if (!root) throw new Error('not well-formed');
  return schematron.run(schematron.parse(xml, undefined), root);
}

/** `id line:column severity message`: what a person needs. */
export function brief({ failures }: SchematronResult): readonly string[] {
  return failures.map(({ check, element, attribute, message }) => {
    const at = attribute === undefined ? '' : ` @${attribute}`;
    return `${check.id} ${element?.line}:${element?.column}${at} ${check.severity} ${message}`;
  });
}
