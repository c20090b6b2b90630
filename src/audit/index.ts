/**
 * Audit: proof, from source and TEI alone, that no character was lost, added or changed.
 *
 *     pieces at their places + text in the room between = the source?
 *
 * The comparison knows nothing of how the TEI was made. It holds for a TEI that a person has corrected,
 * annotated and commented since, as long as the original readings are there.
 */
import type { Diagnostic } from '../diagnostic.ts';
import { diagnosticsTable } from '../diagnostics-table.ts';
import type { Span } from '../document.ts';
import { parseXml, type XmlElement } from '../xml/tree.ts';
import { type Class, characters, classify } from './classes.ts';
import { attribute, collect } from './collect.ts';
import { compareExactly, compareReflowed, type Difference, whiteSpace } from './compare.ts';
import { type Assertion, assertionsOf } from './evidence.ts';
import { lossBetween } from './kept.ts';
import { positionIn } from './position.ts';
import { type Weave, weave } from './weave.ts';

export interface AuditedSource {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
  /** For a TEI that was enriched: the file as it came. */
  readonly tei?: { readonly xml: string };
}

export interface AuditOptions {
  /** A run of white space counts as one blank: for files that an editor's tool has re-indented. */
  readonly reflowed?: boolean;
}

export interface AuditReport {
  readonly ok: boolean;
  /** Characters (Unicode) of the source by class; together they are `total`. */
  readonly classes: Readonly<Record<Class, number>>;
  readonly total: number;
  /** What rules have asserted, each with the characters it rests on. */
  readonly assertions: readonly Assertion[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param source the source as its reader gave it
 * @param tei the TEI as text
 * @param teiName its path, for messages
 */
export function audit(
  source: AuditedSource,
  tei: string,
  teiName: string,
  options: AuditOptions = {},
): AuditReport {
  const parsed = parseXml(tei, teiName);
  if (!parsed.root)
    return {
      ok: false,
      classes: classify(source.text, undefined),
      total: characters(source.text),
      assertions: [],
      diagnostics: parsed.diagnostics,
    };
  if (source.tei) return auditEnriched(source, source.tei.xml, tei, parsed.root, teiName);
  const { pieces, text } = collect(parsed.root);
  const woven = weave(pieces, text, source.text);
  const diagnostics: Diagnostic[] = [];

  const difference = options.reflowed
    ? compareReflowed(source.text, woven.text)
    : compareExactly(source.text, woven.text);
  if (difference) diagnostics.push(describe(difference, source, woven, teiName));
  // Where the words differ, the places of all that follows are shifted: only the difference is told.
  if (!difference) diagnostics.push(...woven.misplaced.map((p) => misplaced(p, teiName)));
  const recorded = checksum(parsed.root);
  if (recorded === undefined || recorded !== source.sha256) {
    // Where the words already differ, the checksum says nothing new.
    if (!difference)
      diagnostics.push({
        ...base('audit.checksum', teiName),
        message:
          recorded === undefined
            ? 'the header has no SHA-256 of the source'
            : `the TEI was made from a file with the SHA-256 ${recorded}; ${source.name} has ${source.sha256}`,
        ...(text ? { position: { line: text.element.line, column: text.element.column } } : {}),
      });
  }
  const evidence = assertionsOf(parsed.root, woven, source.text, teiName);
  diagnostics.push(...evidence.diagnostics);
  return {
    ok: diagnostics.every((d) => d.severity !== 'error'),
    classes: classify(source.text, woven),
    total: characters(source.text),
    assertions: evidence.assertions,
    diagnostics,
  };
}

/** Everything of the file as it came is there, and what was added has its evidence. */
function auditEnriched(
  source: AuditedSource,
  before: string,
  tei: string,
  root: XmlElement,
  teiName: string,
): AuditReport {
  const diagnostics: Diagnostic[] = [];
  const loss = lossBetween(before, tei);
  if (loss)
    diagnostics.push({
      ...base('audit.text-differs', teiName),
      message: `of the TEI as it came, ${loss.message}`,
      position: { line: loss.line, column: loss.column },
    });
  const woven = weave([], collect(root).text, '');
  const evidence = assertionsOf(root, woven, source.text, teiName);
  diagnostics.push(...evidence.diagnostics);
  const classes = classify('', undefined);
  const total = characters(source.text);
  const space = characters(source.text) - characters(source.text.replace(whiteSpace, ''));
  return {
    ok: diagnostics.every((d) => d.severity !== 'error'),
    classes: loss ? { ...classes, unaccounted: total } : { ...classes, text: total - space, space },
    total,
    assertions: evidence.assertions,
    diagnostics,
  };
}

const base = (
  code: 'audit.text-differs' | 'audit.white-space' | 'audit.checksum' | 'audit.piece',
  file: string,
) => ({
  code,
  severity: diagnosticsTable[code].severity,
  fix: diagnosticsTable[code].mend,
  file,
});

function misplaced(element: XmlElement, file: string): Diagnostic {
  return {
    ...base('audit.piece', file),
    message: `the piece <${element.name}> at ${attribute(element, 'source')} overlaps another or lies outside the source`,
    position: { line: element.line, column: element.column },
  };
}

/** The SHA-256 that the header records of the source file. */
function checksum(root: XmlElement): string | undefined {
  const stack: XmlElement[] = [root];
  while (stack.length > 0) {
    const element = stack.pop() as XmlElement;
    if (element.name === 'text') continue;
    if (element.name === 'idno' && attribute(element, 'type') === 'sha256')
      return element.children
        .map((c) => (c.type === 'text' ? c.value : ''))
        .join('')
        .trim();
    for (const child of element.children) if (child.type === 'element') stack.push(child);
  }
  return undefined;
}

function describe(difference: Difference, source: AuditedSource, woven: Weave, file: string): Diagnostic {
  const at = woven.locate(difference.tei);
  const span: Span = { start: difference.source, end: Math.min(source.text.length, difference.source + 1) };
  const shown = (text: string, offset: number) => {
    const from = Math.max(0, offset - 18);
    return JSON.stringify(text.slice(from, offset + 18));
  };
  const what = difference.whiteSpaceOnly ? 'white space differs' : 'the text differs';
  return {
    ...base(difference.whiteSpaceOnly ? 'audit.white-space' : 'audit.text-differs', file),
    message: `${what}: the source has ${shown(source.text, difference.source)} where the TEI has ${shown(woven.text, difference.tei)}`,
    ...(at ? { position: at } : {}),
    source: { file: source.name, span, position: positionIn(source.text, difference.source) },
  };
}
