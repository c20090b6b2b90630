/** What the linked data of the edition keeps of a document. */
import type { Correspondence } from './correspondence.ts';

export interface Row {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly number?: string;
  readonly date?: string;
  readonly abstract?: string;
  readonly correspondence: Correspondence;
  /** Names of entries of the register that it mentions. */
  readonly subjects: readonly string[];
}
