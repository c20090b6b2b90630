/** Where something stands in a schema: address of the file, line and column from 1. */
export interface SchemaPlace {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

/** An incorrect schema: what is wrong with it, and where. */
export class RelaxNgError extends Error {
  override readonly name = 'RelaxNgError';
  readonly uri: string;
  readonly line: number;
  readonly column: number;

  constructor(message: string, place: SchemaPlace) {
    super(message);
    this.uri = place.uri;
    this.line = place.line;
    this.column = place.column;
  }
}

/** An XML document that is not well-formed, so that there is nothing to validate. */
export class NotWellFormedError extends Error {
  override readonly name = 'NotWellFormedError';
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
