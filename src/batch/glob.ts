/** Patterns for names of files: `*` and `?` within a name, `**` over folders. */

export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}

export function matcherOf(pattern: string): (path: string | undefined) => boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (sign) =>
      sign === '**/' ? '(?:.*/)?' : sign === '**' ? '.*' : sign === '*' ? '[^/]*' : '[^/]',
    );
  const expression = new RegExp(`^${source}(?:/.*)?$`, 's');
  return (path) => path !== undefined && expression.test(path);
}
