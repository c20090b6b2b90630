/** The documents of a plan, a million of them if need be: one string each, in the order of their ids. */

export interface Planned {
  readonly id: string;
  /** Relative to the project; in a container, `FILE#KEY`. Absent: there is a TEI only. */
  readonly source?: string;
  /** Relative to the project. */
  readonly tei: string;
  /** For a document in a container: the beginning of the SHA-256 of its bytes. */
  readonly member?: string;
}

/** No file name has it. */
const separator = '\0';

export class Documents implements Iterable<Planned> {
  readonly #lines: readonly string[];
  readonly #folder: string;

  /** @param lines as `lineOf` makes them, in order */
  constructor(lines: readonly string[], teiFolder: string) {
    this.#lines = lines;
    this.#folder = teiFolder;
  }

  /** A document as it is kept: id, source, checksum, and the TEI where its name does not follow from the id. */
  static lineOf({ id, source = '', member = '' }: Planned, ownTei = ''): string {
    return [id, source, member, ownTei].join(separator);
  }

  get size(): number {
    return this.#lines.length;
  }

  *[Symbol.iterator](): Generator<Planned> {
    for (const line of this.#lines) yield this.#planned(line);
  }

  has(id: string): boolean {
    let [low, high] = [0, this.#lines.length];
    const wanted = id + separator;
    while (low < high) {
      const middle = (low + high) >> 1;
      const line = this.#lines[middle] ?? '';
      if (line.startsWith(wanted)) return true;
      if (line < wanted) low = middle + 1;
      else high = middle;
    }
    return false;
  }

  filter(wanted: (document: Planned) => boolean): Documents {
    return new Documents(
      this.#lines.filter((line) => wanted(this.#planned(line))),
      this.#folder,
    );
  }

  #planned(line: string): Planned {
    const [id = '', source = '', member = '', ownTei = ''] = line.split(separator);
    return {
      id,
      tei: ownTei === '' ? `${this.#folder}/${id}.xml` : ownTei,
      ...(source !== '' && { source }),
      ...(member !== '' && { member }),
    };
  }
}
