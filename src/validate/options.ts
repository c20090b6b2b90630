import type { Diagnostic } from '../diagnostic.ts';
import type { Schema } from '../xml/relaxng/index.ts';
import type { XmlElement } from '../xml/tree.ts';

export interface ValidateOptions {
  /** Another grammar than ours (`--schema`), compiled by `compileRelaxNg`. */
  readonly grammar?: Schema;
  /** Place in the source page that an element of the TEI was made from: the audit knows it. */
  readonly locate?: (element: XmlElement) => Diagnostic['source'] | undefined;
}
