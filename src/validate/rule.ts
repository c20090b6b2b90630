/** What a rule is: one file in rules/, one line in rules.ts, one pattern in schemas/chancery.sch. */
import type { Code, Severity } from '../diagnostic.ts';
import type { Register } from '../register.ts';
import type { XmlElement, XmlText } from '../xml/tree.ts';
import type { TeiFile } from './file.ts';

export interface RuleFinding {
  /** Id of the assert or report in chancery.sch that says the same. */
  readonly assert: string;
  readonly element: XmlElement;
  /** The attribute concerned, where the finding is about one. */
  readonly attribute?: string;
  /** The words concerned, where the finding is about some in a text. */
  readonly text?: { readonly node: XmlText; readonly index: number };
  /** One sentence without final stop. */
  readonly message: string;
  readonly fix: string;
  /** Where these are not the rule's own. */
  readonly code?: Code;
  readonly severity?: Severity;
}

/** What every rule says of itself, wherever it is asked. */
export interface RuleDescription {
  /** Id of the pattern in chancery.sch, folder in test/rules/, page in docs/rules/. */
  readonly id: string;
  readonly code: Code;
  readonly severity: Severity;
  /** What holds, in one sentence. */
  readonly says: string;
  /** Where it comes from. */
  readonly basis: string;
}

/** A rule about one file by itself: these are in chancery.sch too. */
export interface Rule extends RuleDescription {
  check(file: TeiFile): Iterable<RuleFinding>;
}

/** A rule that needs the register of the edition besides. */
export interface RegisterRule extends RuleDescription {
  check(file: TeiFile, register: Register): Iterable<Omit<RuleFinding, 'assert'>>;
}
