/**
 * What was withheld is shown in every edition: each redaction of the TEI is a gap of the page, and the words printed
 * in its place stand as often in the page and in the plain text as in the document.
 *
 *     <seg type="gap"><gap reason="redacted"/>[1 line not declassified]</seg>   <span class="gap printed redacted">…
 */
import type { Artifact } from '../artifact.ts';
import type { Diagnostic } from '../diagnostic.ts';
import {
  attribute,
  childElements,
  closest,
  elementsOf,
  parseXml,
  textOf,
  type XmlElement,
} from '../xml/tree.ts';
import type { RuleDescription } from './rule.ts';

export const redactionsShown: RuleDescription = {
  id: 'redactions-shown',
  code: 'redaction.lost',
  severity: 'error',
  says: 'Each redaction of the document is shown in its pages and in its plain text.',
  basis: 'TEI chapter 12.3.1 (gap); the editions’ promise to lose nothing',
};

/** Most documents have none: then no edition need be looked at. */
export function hasRedactions(tei: Artifact): boolean {
  return /\breason\s*=\s*["']redacted/.test(text(tei));
}

/** The editions of a TEI that show fewer redactions than it has. */
export function redactionsMissing(tei: Artifact, editions: readonly Artifact[]): readonly Diagnostic[] {
  if (editions.length === 0 || !hasRedactions(tei)) return [];
  const { root } = parseXml(text(tei), tei.path);
  if (!root) return [];
  const gaps = [...elementsOf(root)].filter(
    (e) => e.name === 'gap' && attribute(e, 'reason') === 'redacted' && closest(e, 'text'),
  );
  return editions.flatMap((edition) => missingIn(edition, gaps));
}

function missingIn(edition: Artifact, gaps: readonly XmlElement[]): readonly Diagnostic[] {
  const isPage = edition.mediaType === 'text/html';
  if (!isPage && edition.mediaType !== 'text/plain') return [];
  // It has the words of the source line by line, and no gaps.
  if (edition.path.endsWith('/source.html')) return [];
  const content = text(edition);
  const say = (message: string): Diagnostic => ({
    code: redactionsShown.code,
    rule: redactionsShown.id,
    severity: redactionsShown.severity,
    file: edition.path,
    message,
    fix: 'If you override style sheets in xslt/, look there first: each gap must be shown.',
  });
  // The page of the source has its lines as they are printed, and makes nothing of them.
  const isSource = isPage && /(?:^|\/)source\.html$/.test(edition.path);
  if (isPage && !isSource) {
    const shown = content.match(/class="gap(?: [a-z]+)* redacted/g)?.length ?? 0;
    if (shown < gaps.length)
      return [say(`The page shows ${shown} redactions; the document has ${gaps.length}`)];
  }
  const lines = isSource ? Array.from(content.matchAll(/<code>([^<]*)/g), (m) => m[1]).join('') : content;
  const words = plain(isPage ? lines.replace(/<[^>]*>/g, '') : lines);
  const printed = new Map<string, number>();
  for (const gap of gaps) {
    const said = printedWords(gap);
    if (plain(said) !== '') printed.set(said, (printed.get(said) ?? 0) + 1);
  }
  return [...printed]
    .filter(([said, times]) => words.split(plain(said)).length - 1 < times)
    .map(([said, times]) =>
      say(`The words of a redaction, «${said}», are not there ${times === 1 ? 'at all' : `${times} times`}`),
    );
}

/** What is printed in place of the words withheld: beside the gap, or in its desc. */
function printedWords(gap: XmlElement): string {
  const { parent } = gap;
  if (parent?.name === 'seg' && attribute(parent, 'type') === 'gap') return oneLine(textOf(parent));
  return oneLine(childElements(gap, 'desc').map(textOf).join(' '));
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Without white space, which the editions lay out anew; the references that style sheets write are resolved. */
function plain(words: string): string {
  return words
    .replace(/&(lt|gt|amp|quot|#160|nbsp);/g, (_, name: string) => references[name] ?? '')
    .replace(/\s+/g, '');
}

const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function text({ content }: Artifact): string {
  return typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content);
}
