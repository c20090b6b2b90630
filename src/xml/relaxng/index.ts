/**
 * RELAX NG 1.0 (OASIS, 2001; ISO/IEC 19757-2): schemas in XML and compact syntax compiled, documents validated
 * with messages for people. No network, no files unless a resolver gives them.
 *
 *     schema text -> schemaReader | compact -> syntax (3) -> simplify (4) -> restrictions (7) -> Schema
 *     document events -> validator -> derivative -> findings
 */
import { isCompactSyntax, readCompactSchema } from './compact.ts';
import { RelaxNgError, type SchemaPlace } from './errors.ts';
import { PatternTable } from './pattern.ts';
import { checkRestrictions } from './restrictions.ts';
import { Schema } from './schema.ts';
import type { SchemaElement } from './schema-element.ts';
import { readSchemaElement } from './schema-reader.ts';
import { simplify } from './simplify.ts';
import { checkSyntax } from './syntax.ts';

export { NotWellFormedError, RelaxNgError } from './errors.ts';
export { fileResolver } from './file-resolver.ts';
export { loadCompiled } from './load.ts';
export type { RelaxNgFinding, RelaxNgFindingKind } from './messages.ts';
export { NO_NAMESPACES, namespacesInScope } from './namespaces.ts';
export type { Schema } from './schema.ts';
export { validateXml } from './validate-xml.ts';
export { RelaxNgValidator, type ValidatorOptions, type XmlAttribute } from './validator.ts';

/** A schema file. */
export interface Resource {
  uri: string;
  text: string;
}

/** Gives the text of an included file by its address; throws if it may not be read. */
export type Resolver = (uri: string) => string;

export interface CompileOptions {
  /** Address of the schema: for messages, and for `include` and `externalRef` to be relative to. */
  uri?: string;
  /** Without one, `include` and `externalRef` are refused. */
  resolve?: Resolver;
  /** Told from the text if not given: XML begins with "<". */
  syntax?: 'xml' | 'compact';
  /** How much derivatives may be remembered before they are dropped, in about patterns; 150,000 unless told. */
  maxRemembered?: number;
}

/**
 * Compiles a schema.
 * @param text the schema in XML syntax (RELAX NG 1.0) or compact syntax (ISO/IEC 19757-2, annex C)
 * @returns the schema, to be used by any number of validators, one after another or at the same time
 * @throws RelaxNgError with address, line and column, if the schema is incorrect (sections 3, 4 and 7)
 */
export function compileRelaxNg(text: string, options: CompileOptions = {}): Schema {
  const { uri = '', resolve = refuse } = options;
  const read = (resource: Resource, syntax: CompileOptions['syntax']): SchemaElement => {
    const compact = syntax === undefined ? isCompactSyntax(resource.text) : syntax === 'compact';
    const root = (compact ? readCompactSchema : readSchemaElement)(resource.text, resource.uri);
    checkSyntax(root);
    return root;
  };
  const load = (address: string, from: SchemaPlace): SchemaElement => {
    let included: string;
    try {
      included = resolve(address);
    } catch (error) {
      throw new RelaxNgError(`the file "${address}" cannot be read: ${(error as Error).message}`, from);
    }
    return read({ uri: address, text: included }, undefined);
  };
  const root = read({ uri, text }, options.syntax);
  const table = new PatternTable();
  const { start, places } = simplify(root, table, load);
  checkRestrictions(root, start, places);
  return new Schema(table, start, options.maxRemembered);
}

const refuse: Resolver = () => {
  throw new Error('no resolver was given');
};
