/**
 * A schema as it is written, in the XML syntax: what schema-reader.ts reads and compact.ts translates into.
 * Annotations are gone (section 4.1), `datatypeLibrary` has come down to each element (4.3), and each element
 * knows the address to resolve `href` against (4.5).
 */
import type { SchemaPlace } from './errors.ts';

export interface SchemaElement extends SchemaPlace {
  /** Local name of an element of the RELAX NG namespace. */
  readonly name: string;
  /** Attributes without a namespace; those with one are annotations. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: SchemaElement[];
  /** Character content, all of it. */
  text: string;
  readonly datatypeLibrary: string;
  /** Address that `href` is relative to: that of the file, changed by xml:base. */
  readonly base: string;
  /** The namespace that a prefix stands for, or undefined; '' is the default namespace. */
  readonly resolvePrefix: (prefix: string) => string | undefined;
  /** True if an element of another namespace stood inside. */
  annotated: boolean;
}
