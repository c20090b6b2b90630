/** JSON for people and programs: two blanks of indent, keys in the order given, empty lists left out. */
export function json(value: object): string {
  return `${JSON.stringify(value, withoutEmpty, 2)}\n`;
}

function withoutEmpty(_key: string, value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}
