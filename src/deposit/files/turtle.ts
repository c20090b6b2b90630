/** RDF 1.1 Turtle: one block for each subject, in the order given, predicates of one namespace. */

/** Terms of one subject by predicate; `a` is the type. */
export type Predicates = Readonly<Record<string, string | readonly string[]>>;

/** `<…>`, with what an IRI reference may not hold percent-encoded (Turtle, section 6.5, IRIREF). */
export function iri(address: string): string {
  return `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)}>`;
}

/** `"…"@en`, `"…"^^xsd:date` or `"…"`. */
export function literal(text: string, language?: string, type?: string): string {
  const escaped = text.replace(/[\u0000-\u001f"\\\u007f]/g, (c) => {
    return c === '"' || c === '\\'
      ? `\\${c}`
      : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;
  });
  if (type !== undefined) return `"${escaped}"^^${type}`;
  return language === undefined ? `"${escaped}"` : `"${escaped}"@${language}`;
}

/** @param prefixes the empty one is that of the predicates */
export function turtle(
  prefixes: Readonly<Record<string, string>>,
  subjects: ReadonlyMap<string, Predicates>,
): string {
  const head = Object.entries(prefixes).map(([name, address]) => `@prefix ${name}: ${iri(address)} .`);
  const blocks = [...subjects].map(([subject, predicates]) => {
    const lines = Object.entries(predicates).flatMap(([name, given]) => {
      const terms = [...new Set(typeof given === 'string' ? [given] : given)];
      return terms.length === 0 ? [] : [`    ${name === 'a' ? 'a' : `:${name}`} ${terms.join(', ')}`];
    });
    return `${iri(subject)}\n${lines.join(' ;\n')} .\n`;
  });
  return `${head.join('\n')}\n\n${blocks.join('\n')}`;
}
