/** A deposited edition as it lies on the disk, for those who judge it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

export class Package {
  readonly bag: string;
  readonly name: string;
  readonly crate: string;
  /** Paths below `data/`, in order. */
  readonly paths: readonly string[];

  constructor(bag: string) {
    this.bag = bag;
    this.name = basename(bag);
    this.crate = join(bag, 'data');
    this.paths = readdirSync(this.crate, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.crate, join(entry.parentPath, entry.name)))
      .sort();
  }

  text(path: string): string {
    return readFileSync(join(this.crate, path), 'utf8');
  }

  json(path: string) {
    return JSON.parse(this.text(path));
  }

  file(path: string): string {
    return join(this.crate, path);
  }

  /** Files that are there whose path fits. */
  matching(pattern: RegExp): readonly string[] {
    return this.paths.filter((path) => pattern.test(path));
  }

  /** Ids of the documents. */
  get documents(): readonly string[] {
    const documents: readonly { readonly id: string }[] = this.json(
      'reports/ledger-of-fidelity.json',
    ).documents;
    return documents.map(({ id }) => id);
  }

  /** A file of a document's edition. */
  own(id: string, ending: string): string {
    return `edition/${id}/${id}.${ending}`;
  }
}
