/** One document as a text: parsed with saxes, fed to the validator. */
import { SaxesParser } from 'saxes';
import { NotWellFormedError } from './errors.ts';
import type { RelaxNgFinding } from './messages.ts';
import { type Namespaces, NO_NAMESPACES, namespacesInScope } from './namespaces.ts';
import type { Schema } from './schema.ts';
import { RelaxNgValidator, type ValidatorOptions } from './validator.ts';

/**
 * Validates a whole document.
 * @param schema from `compileRelaxNg` or `loadCompiled`
 * @param xml the document; entities it declares are not expanded, its DTD is not read
 * @returns the findings, none if the document is valid
 * @throws NotWellFormedError with line and column
 */
export function validateXml(
  schema: Schema,
  xml: string,
  options?: ValidatorOptions,
): readonly RelaxNgFinding[] {
  const validator = new RelaxNgValidator(schema, options);
  const parser = new SaxesParser({ xmlns: true, position: true });
  /** Namespaces in scope, for each open element. */
  const scopes: Namespaces[] = [NO_NAMESPACES];
  parser.on('error', (error) => {
    throw new NotWellFormedError(error.message.replace(/^\d+:\d+: /, ''), parser.line, parser.column + 1);
  });
  const resolvePrefix = (prefix: string): string | undefined => parser.resolve(prefix);
  parser.on('opentag', (tag) => {
    tag.ns = namespacesInScope(tag.ns, scopes.at(-1)!);
    scopes.push(tag.ns);
    validator.startElement(
      tag.uri,
      tag.local,
      Object.values(tag.attributes),
      parser.line,
      parser.column + 1,
      resolvePrefix,
    );
  });
  const text = (value: string): void => {
    // The parser has read the "<" after the text by now.
    if (scopes.length > 1) validator.text(value, parser.line, parser.column);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    scopes.pop();
    validator.endElement(parser.line, parser.column + 1);
  });
  parser.write(xml).close();
  return validator.end();
}
