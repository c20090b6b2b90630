import type { Diagnostic } from '../diagnostic.ts';
import type { Schema } from '../xml/relaxng/index.ts';
import type { Schematron, SchematronResult } from '../xml/schematron/index.ts';
import type { XmlElement } from '../xml/tree.ts';

export interface ValidateOptions {
  /** Another grammar than ours (`--schema`), compiled by `compileRelaxNg`. */
  readonly grammar?: Schema;
  /** Grammars in place of ours, all in one pass; an empty list: no grammar is asked. */
  readonly grammars?: readonly Schema[];
  /** Schematron to run besides our own rules. */
  readonly schematron?: readonly Schematron[];
  /** Gets what each Schematron gave, for SVRL. */
  readonly onSchematron?: (schematron: Schematron, result: SchematronResult) => void;
  /** The file follows schemas of others: only those rules are asked that hold for every TEI. */
  readonly foreign?: boolean;
  /** Where the file is: what `doc()` in a Schematron is relative to. */
  readonly uri?: string;
  /** Gets all elements of the file when it has been read: for what only several files together can tell. */
  readonly onElements?: (elements: readonly XmlElement[]) => void;
  /** Place in the source page that an element of the TEI was made from: the audit knows it. */
  readonly locate?: (element: XmlElement) => Diagnostic['source'] | undefined;
}
