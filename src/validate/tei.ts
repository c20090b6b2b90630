/**
 * A TEI file through every check in one reading: well-formed, TEI at all, our grammar, then the rules and the
 * link graph over the tree that was built meanwhile.
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Diagnostic, Position } from '../diagnostic.ts';
import { hasAdditions } from '../xml/additions.ts';
import { decodeXml } from '../xml/decode.ts';
import type { RelaxNgFinding } from '../xml/relaxng/messages.ts';
import { RelaxNgValidator } from '../xml/relaxng/validator.ts';
import { positionsIn } from '../xml/scan.ts';
import { elementPath, parseXml, teiNamespace, type XmlElement, type XmlListener } from '../xml/tree.ts';
import { heldForAnyTei, rulesForAnyTei } from './any-tei.ts';
import { attributePlace } from './attribute-place.ts';
import { type TeiFile, teiFile } from './file.ts';
import { grammarFix, sentence } from './grammar-words.ts';
import type { ValidateOptions } from './options.ts';
import { registerRules } from './register-rules.ts';
import type { RuleDescription, RuleFinding } from './rule.ts';
import { rules } from './rules.ts';
import { teiGrammar } from './schema.ts';
import { schematronFindings } from './schematron-findings.ts';

/** More of one kind of mistake than anybody reads. */
const maxFindings = 200;

export function validateTei(
  artifact: Artifact,
  context: Context,
  options: ValidateOptions,
): readonly Diagnostic[] {
  const file = artifact.path;
  let xml: string;
  if (typeof artifact.content === 'string') xml = artifact.content;
  else {
    const decoded = decodeXml(artifact.content, file);
    if ('diagnostic' in decoded) return [decoded.diagnostic];
    xml = decoded.text;
  }

  // What was enriched follows a schema of its own, and is asked only what every TEI must answer.
  const enriched = options.grammar === undefined && options.grammars === undefined && hasAdditions(xml);
  const foreign = options.foreign === true || enriched;
  const schemas = options.grammars ?? (enriched ? [] : [options.grammar ?? teiGrammar()]);
  const grammars = schemas.map((schema) => new RelaxNgValidator(schema, { maxFindings }));
  const { root, diagnostics } = parseXml(xml, file, feeding(grammars));
  if (!root) return /<TEI\.2[\s/>]/.test(xml) ? [...diagnostics, p4(file)] : diagnostics;
  const strange = foreign ? notTeiAtAll(root, file) : notTei(root, file);
  if (strange) return [...diagnostics, strange];

  const found: Diagnostic[] = [...diagnostics];
  const place = (element: XmlElement, name?: string): Partial<Diagnostic> => {
    const at = name === undefined ? undefined : attributePlace(xml, element, name);
    const source = options.locate?.(element);
    return {
      position: at?.position ?? { line: element.line, column: element.column },
      span: at?.span ?? { start: element.offset, end: element.contentOffset },
      element: elementPath(element),
      ...(source ? { source } : {}),
    };
  };
  const tei = teiFile(root);
  for (const grammar of grammars) found.push(...grammarFindings(grammar.end(), tei, file, place));
  // An attribute misspelt is told already; that it is missing follows from it.
  const misspelt = new Set(found.filter((f) => f.rule === 'attribute-not-allowed').map((f) => f.element));

  const positionOf = positionsIn(xml);
  options.onElements?.(tei.elements);
  const add = (rule: RuleDescription, finding: Omit<RuleFinding, 'assert'>): void => {
    if (rule.id === 'evidence' && misspelt.size > 0 && misspelt.has(elementPath(finding.element))) return;
    found.push({
      code: finding.code ?? rule.code,
      rule: rule.id,
      severity: finding.severity ?? rule.severity,
      message: finding.message,
      file,
      fix: finding.fix,
      ...place(finding.element, finding.attribute),
      ...(finding.text && placeIn(positionOf, finding.text)),
    });
  };
  for (const rule of foreign ? rulesForAnyTei : rules) {
    for (const finding of foreign ? heldForAnyTei(rule.check(tei), tei) : rule.check(tei)) add(rule, finding);
  }
  for (const rule of registerRules) {
    for (const finding of rule.check(tei, context.register)) add(rule, finding);
  }
  const { schematron = [], uri, onSchematron: tell } = options;
  found.push(...schematronFindings(schematron, { xml, root, file, uri, place, tell }));
  return found.sort(byPlace);
}

/** A place within a text; its beginning, where references or CDATA make that differ from what is written. */
function placeIn(
  positionOf: (offset: number) => Position,
  { node, index }: NonNullable<RuleFinding['text']>,
): Partial<Diagnostic> {
  const start = node.offset + (node.end - node.offset === node.value.length ? index : 0);
  return { position: positionOf(start), span: { start, end: start } };
}

/** Every grammar hears the same events. */
function feeding(grammars: readonly RelaxNgValidator[]): XmlListener {
  if (grammars.length === 0) return {};
  return {
    startElement(e) {
      for (const grammar of grammars) {
        grammar.startElement(e.uri, e.name, e.attributes, e.line, e.column, e.resolvePrefix);
      }
    },
    text(t) {
      for (const grammar of grammars) grammar.text(t.value, t.line, t.column);
    },
    endElement(_name, _uri, place) {
      for (const grammar of grammars) grammar.endElement(place.line, place.column);
    },
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [p, q] = [a.position, b.position];
  return (p?.line ?? 0) - (q?.line ?? 0) || (p?.column ?? 0) - (q?.column ?? 0);
}

type Place = (element: XmlElement, name?: string) => Partial<Diagnostic>;

function p4(file: string): Diagnostic {
  return {
    code: 'tei.namespace',
    severity: 'error',
    file,
    message: 'The file is TEI P4 (root <TEI.2>); Chancery reads TEI P5',
    fix: 'Convert it with the TEI Consortium’s p4top5 style sheet first.',
  };
}

/** With a schema of its own a file may have any root; that the TEI namespace is missing is still one mistake. */
function notTeiAtAll(root: XmlElement, file: string): Diagnostic | undefined {
  const isTei = ['TEI', 'TEI.2', 'teiCorpus'].includes(root.name);
  return isTei && root.uri !== teiNamespace ? notTei(root, file) : undefined;
}

/** TEI P4, no namespace, another vocabulary: one finding instead of one for each element. */
function notTei(root: XmlElement, file: string): Diagnostic | undefined {
  if (root.uri === teiNamespace && root.name === 'TEI') return undefined;
  const base = {
    code: 'tei.namespace',
    severity: 'error',
    file,
    position: { line: root.line, column: root.column },
    element: elementPath(root),
  } as const;
  if (root.name === 'TEI.2') return { ...base, ...p4(file) };
  if (root.name === 'teiCorpus' && root.uri === teiNamespace) {
    return {
      ...base,
      message: 'The root is teiCorpus; Chancery takes one TEI in one file',
      fix: 'Put each TEI into a file of its own.',
    };
  }
  if (root.name === 'TEI' || root.name === 'teiCorpus') {
    const found = root.uri === '' ? 'no namespace' : `the namespace ${root.uri}`;
    return {
      ...base,
      message: `<${root.name}> is in ${found} instead of ${teiNamespace}`,
      fix: `Write <${root.name} xmlns="${teiNamespace}">.`,
    };
  }
  return {
    ...base,
    message: `The root is <${root.name}>${root.uri === '' ? '' : ` in the namespace ${root.uri}`}, not TEI`,
    fix: 'Check that this is the file you mean.',
  };
}

function grammarFindings(
  findings: readonly RelaxNgFinding[],
  tei: TeiFile,
  file: string,
  place: Place,
): readonly Diagnostic[] {
  if (findings.length === 0) return [];
  const starts = new Map<string, XmlElement>();
  for (const e of tei.elements) starts.set(`${e.line}:${e.column}`, e);
  return (
    findings
      // The rule `ids` says where the other one is; the rule `language` asks more of a tag than the grammar does.
      .filter((f) => f.kind !== 'duplicate-id' && !(f.kind === 'attribute-value' && f.name === 'xml:lang'))
      .map((finding) => {
        const element = starts.get(`${finding.line}:${finding.column}`);
        const onAttribute = finding.kind === 'attribute-not-allowed' || finding.kind === 'attribute-value';
        const isStart = finding.kind !== 'text-not-allowed' && finding.kind !== 'incomplete';
        return {
          code: 'tei.schema' as const,
          rule: finding.kind,
          severity: 'error' as const,
          message: sentence(finding),
          file,
          fix: grammarFix(finding, tei.ids),
          position: { line: finding.line, column: finding.column },
          ...(element && isStart ? place(element, onAttribute ? finding.name : undefined) : {}),
          element: finding.path,
        };
      })
  );
}
