/** What every stage may know besides its document: the edition's settings, its register, our own version. */
import type { Dialect } from './dialect.ts';
import type { Register } from './register.ts';
import type { Settings } from './settings.ts';

export interface Context {
  readonly settings: Settings;
  readonly register: Register;
  /** Version of Chancery that goes into `appInfo`. */
  readonly version: string;
  /** Date and time of the build (ISO 8601, UTC), only where `SOURCE_DATE_EPOCH` gives it: nothing reads a clock. */
  readonly built?: string;
  /** The source a TEI was encoded from, where it is at hand: findings then name the place in it. */
  readonly sourceOf?: (
    teiPath: string,
  ) =>
    | { readonly name: string; readonly text: string; readonly sha256: string; readonly tei?: object }
    | undefined;
  /** The edition's own dialects (`dialects/*.js` of the project): asked before ours. */
  readonly dialects?: readonly Dialect[];
  /** Files of the edition's own `assets/`, in the place of ours: name to content. */
  readonly assets?: ReadonlyMap<string, Uint8Array>;
  /** Words of the pages in the place of ours, by their keys. */
  readonly words?: Readonly<Record<string, string>>;
  /** Style sheets with modules of the edition's own (`xslt/` of the project), compiled; the package's for the others. */
  readonly stylesheets?: Readonly<Partial<Record<StylesheetName, object>>>;
}

/** `xslt/edition.xsl`: pages, plain text, citations; `xslt/flow.xsl`: the reading text for EPUB, DOCX and Markdown. */
export const stylesheetNames = ['edition', 'flow'] as const;
export type StylesheetName = (typeof stylesheetNames)[number];
