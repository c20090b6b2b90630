/**
 * ISO Schematron (ISO/IEC 19757-3) on SaxonJS: `.sch` files and what is embedded in RELAX NG, query bindings xslt2,
 * xslt3, xpath2, xpath3; XPath 1.0 is run as XPath 3.1. No network; no files but those a resolver gives, and those
 * that the rules themselves ask for with `doc()`.
 *
 *     schema text -> node -> read (includes, abstract patterns and rules) -> transpile -> XSLT 3.0 -> SaxonJS -> locate
 */
export { SchematronError } from './model.ts';
export type { Resolver } from './node.ts';
export { readSchematron } from './read.ts';
export type { SaxonDocument } from './saxon.ts';
export { type Compiler, type Failure, type Fault, Schematron, type SchematronResult } from './schematron.ts';
export { svrlOutput } from './svrl.ts';
export { transpile } from './transpile.ts';
