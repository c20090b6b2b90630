/**
 * Line and column, from 1, of offsets that only grow, in a text whose lines end with LF: for the readers of plain XML,
 * which ask at every tag and need no object for the answer. `positionsIn` (scan.ts) knows CR and any order.
 */
export class LineCounter {
  line = 1;
  column = 1;
  readonly #text: string;
  #start = 0;
  #next: number;

  constructor(text: string) {
    this.#text = text;
    this.#next = this.#after(0);
  }

  moveTo(offset: number): void {
    while (this.#next <= offset) {
      this.line += 1;
      this.#start = this.#next;
      this.#next = this.#after(this.#next);
    }
    this.column = offset - this.#start + 1;
  }

  #after(from: number): number {
    const found = this.#text.indexOf('\n', from);
    return found === -1 ? Number.POSITIVE_INFINITY : found + 1;
  }
}
