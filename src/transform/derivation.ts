/** An edition that a function makes from the TEI and from editions made before it. */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { XmlElement } from '../xml/tree.ts';

export interface Derivable {
  /** The document's id: its folder's name and the stem of its files. */
  readonly id: string;
  /** Name of the TEI's file, for findings. */
  readonly file: string;
  /** The TEI as its text, and as a tree (read once, when first asked for). */
  readonly tei: string;
  readonly root: () => XmlElement;
  /** The content of an edition named in `from`. */
  readonly edition: (name: string) => string;
  /** Media type and path (relative to the document's folder) of each edition that the settings ask for. */
  readonly files: readonly PublishedFile[];
  readonly context: Context;
}

export interface PublishedFile {
  readonly format: string;
  readonly path: string;
  readonly mediaType: string;
}

export interface Derivation {
  /** Formats that must be made before. */
  readonly from: readonly string[];
  /** None where there is nothing to make: no images, no address. */
  readonly make: (document: Derivable) => Derived;
}

export interface Derived {
  /** Content by path relative to `dist/`. */
  readonly artifacts: readonly Artifact[];
  readonly diagnostics?: readonly Diagnostic[];
}
