/** Evidence as TEI attributes, and the record of which rules and categories a document has used. */
import type { Certainty, Evidence } from '../document.ts';
import type { RuleId } from '../rules.ts';

/** Who made an assertion by rule: the `respStmt` of Chancery. */
const machine = '#chancery';

const degrees: readonly Certainty[] = ['low', 'medium', 'high'];

/** The least certainty of several: what rests on all of them is no surer. */
export const least = (all: readonly Certainty[]): Certainty =>
  degrees[Math.min(...all.map((c) => degrees.indexOf(c)))] ?? 'low';

/** The surer of two, the first where they are equally sure. */
export const surer = (a: Evidence, b: Evidence): Evidence =>
  degrees.indexOf(b.certainty) > degrees.indexOf(a.certainty) ? b : a;

export class EvidenceLog {
  readonly rules = new Set<RuleId>();
  /** Categories of the taxonomies that are pointed at: `classification.secret`. */
  readonly categories = new Map<string, { scheme: string; terms: Map<string, string> }>();

  /** `@cert @resp @ana` of an assertion; further categories go before the rule. */
  attributes(rule: RuleId, certainty: Certainty, ...categories: readonly string[]): Record<string, string> {
    this.rules.add(rule);
    return {
      cert: certainty,
      resp: machine,
      ana: [...categories.map((c) => `#${c}`), `#r.${rule}`].join(' '),
    };
  }

  /** A rule beside another: noted, and the category that stands for it. */
  rule(id: RuleId): string {
    this.rules.add(id);
    return `r.${id}`;
  }

  /** Notes a category with its printed term in a language, and gives its id. */
  category(scheme: string, id: string, language?: string, term?: string): string {
    const key = `${scheme}.${id}`;
    const entry = this.categories.get(key) ?? { scheme, terms: new Map<string, string>() };
    this.categories.set(key, entry);
    if (language && term && !entry.terms.has(language)) entry.terms.set(language, term);
    return key;
  }
}
