/** One document as a text, read and fed to the validator. */
import { NotWellFormedError } from './errors.ts';
import type { RelaxNgFinding } from './messages.ts';
import type { Schema } from './schema.ts';
import { RelaxNgValidator, type ValidatorOptions } from './validator.ts';
import { readXmlEvents } from './xml-events.ts';

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
  readXmlEvents(xml, validator, (message, line, column) => {
    throw new NotWellFormedError(message, line, column);
  });
  return validator.end();
}
