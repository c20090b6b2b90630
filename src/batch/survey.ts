/** What one look over all that is remembered of the documents tells: sums, a fingerprint, who has findings. */
import { createHash } from 'node:crypto';
import type { Store } from '../publish/sheaves.ts';
import type { Totals } from '../report.ts';
import type { Counts, Entry } from './memory.ts';

/** Findings about the edition as a whole count too. */
interface Severe {
  readonly severity: 'error' | 'warning' | 'info';
}

/** Of a document's record, as the pages of the edition were made from it. */
export const markOf = ({ record, published }: Entry): string => `${record.sha256.slice(0, 24)} ${published}`;

export class Survey {
  /** Documents with findings. */
  readonly telling: string[] = [];
  readonly #hash = createHash('sha256');
  readonly #sum: { -readonly [K in keyof Totals]-?: number } = {
    documents: 0,
    published: 0,
    failed: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
    suppressed: 0,
    questions: 0,
    checks: 0,
    checksPassed: 0,
    characters: 0,
    charactersAccounted: 0,
  };
  #fingerprint: string | undefined;

  /** Documents whose records are not those that the pages of the edition were made from. */
  readonly changed: string[] = [];

  /** @param marks of the records that the pages were made from */
  constructor(entries: Iterable<Entry>, marks?: Pick<Store, 'get'>) {
    for (const entry of entries) {
      this.#add(entry);
      if (marks && marks.get(entry.id) !== markOf(entry)) this.changed.push(entry.id);
    }
  }

  #add({ id, record, published, counts }: Entry): void {
    const sum = this.#sum;
    sum.documents += 1;
    sum[published ? 'published' : 'failed'] += 1;
    for (const key of Object.keys(counts) as (keyof Counts)[]) sum[key] += counts[key] ?? 0;
    if (counts.errors + counts.warnings + counts.infos > 0) this.telling.push(id);
    this.#hash.update(`${id} ${record.sha256} ${published}\n`);
  }

  /** Changes with everything that pages of the edition tell of documents. */
  get fingerprint(): string {
    this.#fingerprint ??= this.#hash.digest('hex');
    return this.#fingerprint;
  }

  /** With findings about the edition as a whole, and how many of these the settings keep silent. */
  totals(findings: readonly Severe[], silent = 0): Totals {
    const { suppressed: ofDocuments, ...sum } = this.#sum;
    for (const { severity } of findings) sum[`${severity}s`] += 1;
    const suppressed = ofDocuments + silent;
    return { ...sum, ...(suppressed > 0 && { suppressed }) };
  }
}
