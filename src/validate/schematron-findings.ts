/** What a Schematron says of a file, as findings: the message is the schema's own, the place is ours. */
import type { Diagnostic } from '../diagnostic.ts';
import type {
  Failure,
  Fault,
  SaxonDocument,
  Schematron,
  SchematronError,
  SchematronResult,
} from '../xml/schematron/index.ts';
import type { XmlElement } from '../xml/tree.ts';

export interface SchematronInput {
  readonly xml: string;
  readonly root: XmlElement;
  readonly file: string;
  readonly uri: string | undefined;
  readonly place: (element: XmlElement, attribute?: string) => Partial<Diagnostic>;
  readonly tell: ((schematron: Schematron, result: SchematronResult) => void) | undefined;
}

export function schematronFindings(
  schematrons: readonly Schematron[],
  { xml, root, file, uri, place, tell }: SchematronInput,
): readonly Diagnostic[] {
  if (schematrons.length === 0) return [];
  let document: SaxonDocument | undefined;
  return schematrons.flatMap((schematron) => {
    try {
      document ??= schematron.parse(xml, uri);
      const result = schematron.run(document, root);
      tell?.(schematron, result);
      const at = ({ element, attribute }: Failure | Fault) => place(element ?? root, attribute);
      return [
        ...result.failures.map((f) => ({ ...failure(f), file, ...at(f) })),
        ...result.faults.map((f) => ({ ...fault(f), file, ...at(f) })),
      ];
    } catch (error) {
      if (!isSchematronError(error)) throw error;
      return [{ ...unusable(error), file, position: { line: 1, column: 1 } }];
    }
  });
}

/** By its name: the class would load all of Schematron for files that have none. */
const isSchematronError = (error: unknown): error is SchematronError =>
  error instanceof Error && error.name === 'SchematronError';

/** Id of the assertion, else of its rule, else of its pattern: what settings call it by. */
function idOf({ check, rule, pattern }: Pick<Fault, 'check' | 'rule' | 'pattern'>): string | undefined {
  return check?.id ?? rule.id ?? (pattern.named ? pattern.id : undefined);
}

const named = (id: string | undefined): Pick<Diagnostic, 'rule'> => (id === undefined ? {} : { rule: id });

function failure(found: Failure): Omit<Diagnostic, 'file'> {
  const { check, message, diagnostics } = found;
  const words =
    message.replace(/\.$/, '') ||
    `The test «${check.test.replace(/\s+/g, ' ').trim()}» ${check.kind === 'assert' ? 'does not hold' : 'holds'}`;
  const fix = diagnostics.map((d) => d.text).join(' ');
  return {
    code: 'tei.rule',
    ...named(idOf(found)),
    severity: check.severity,
    message: words,
    ...(fix === '' ? {} : { fix }),
  };
}

function fault(found: Fault): Omit<Diagnostic, 'file'> {
  const { uri, line } = (found.check ?? found.rule).place;
  const test = found.check === undefined ? 'A variable of the rule' : 'The test of the rule';
  return {
    code: 'tei.rule',
    ...named(idOf(found)),
    severity: 'error',
    message: `${test} at ${uri}:${line} cannot be evaluated here: ${found.reason.replace(/\.$/, '')}`,
    fix: 'Correct the value that it looks at, or the rule.',
  };
}

function unusable(error: SchematronError): Omit<Diagnostic, 'file'> {
  return {
    code: 'tei.rule',
    severity: 'error',
    message: `The Schematron cannot be used: ${error.message.replace(/\.$/, '')}`,
    fix: 'Correct the schema at the place named.',
  };
}
