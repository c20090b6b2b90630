/**
 * The flow as CommonMark 0.31: title, facts, the text between two thematic breaks, where it comes from. Between the
 * two breaks every word is the document's, but for those in ⟦ ⟧. Speech at length is a block quotation.
 */
import { type Flow, type Line, linkedIds, type Mark, type Paragraph, type Run } from './flow.ts';

export function markdown(flow: Flow): string {
  const linked = linkedIds(flow);
  const blocks = [
    `# ${escaped(flow.title)}`,
    listOf(flow.facts),
    '---',
    ...flow.paragraphs.map((paragraph) => block(paragraph, linked)),
    '---',
    listOf(flow.about),
  ];
  const text = blocks.filter((b) => b !== '').reduce((all, next) => all + between(all, next) + next, '');
  return `${text}\n`;
}

/** Two block quotations that follow one another are one: the empty line between them bears the smaller depth. */
function between(before: string, next: string): string {
  if (before === '') return '';
  const depthOf = (line: string): number => /^(?:> )*/.exec(line)?.[0].length ?? 0;
  const depth = Math.min(depthOf(before.slice(before.lastIndexOf('\n') + 1)), depthOf(next)) / 2;
  return `\n${'> '.repeat(depth).trimEnd()}\n`;
}

function listOf(lines: readonly Line[]): string {
  return lines.map(({ label, value }) => `- **${escaped(label)}:** ${escaped(value)}`).join('\n');
}

function block(paragraph: Paragraph, linked: ReadonlySet<string>): string {
  const anchors = paragraph.ids.filter((id) => linked.has(id)).map((id) => `<a id="${id}"></a>`);
  const heading = paragraph.kind === 'head';
  const words = inline(paragraph.runs, heading, linked);
  const start = heading ? `${'#'.repeat(Math.min(6, paragraph.level + 1))} ` : '';
  const lines = (anchors.join('') + safeEnds(words))
    .split('\n')
    .map((line) => (heading ? line : safeStart(line)));
  const quoted = '> '.repeat(paragraph.depth);
  return lines.map((line) => quoted + start + line).join('\n');
}

function inline(runs: readonly Run[], heading: boolean, linked: ReadonlySet<string>): string {
  let out = '';
  runs.forEach((run, index) => {
    if (run === 'break') {
      out += heading ? ' ' : '\\\n';
      return;
    }
    const next = runs[index + 1];
    const words = marked(run.text, run.marks, out, next === undefined || next === 'break' ? '' : next.text);
    const address = run.href;
    if (address === undefined || (address.startsWith('#') && !linked.has(address.slice(1)))) out += words;
    else out += `[${words}](<${address.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
  });
  return out;
}

/** Emphasis as asterisks where CommonMark is sure to take them for emphasis (section 6.2), as an HTML tag elsewhere. */
function marked(text: string, marks: readonly Mark[], before: string, after: string): string {
  if (marks.includes('ed')) return escaped(`⟦${text}⟧`);
  const [, lead = '', core = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
  if (core === '') return escaped(text);
  let words = escaped(core);
  for (const mark of marks) {
    const asterisks = mark === 'b' ? '**' : mark === 'i' ? '*' : '';
    const sure =
      asterisks !== '' &&
      marks.length === 1 &&
      /^[\p{L}\p{N}]/u.test(core) &&
      /[\p{L}\p{N}]$/u.test(core) &&
      (lead !== '' || !before.endsWith('*')) &&
      (tail !== '' || !after.startsWith('*'));
    const tag = tags[mark];
    if (sure) words = asterisks + words + asterisks;
    else if (tag !== undefined) words = `<${tag}>${words}</${tag}>`;
  }
  return escaped(lead) + words + escaped(tail);
}

/** HTML that CommonMark passes through; small capitals have no tag and are left as words. */
const tags: Readonly<Partial<Record<Mark, string>>> = {
  b: 'strong',
  i: 'em',
  u: 'u',
  s: 's',
  sup: 'sup',
  sub: 'sub',
};

/** Backslashes before what could be mark-up anywhere in a line (CommonMark, section 2.4). */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>&~#|$]|!$/g, '\\$&');

/** Parsers differ in whether a no-break space is white space that may go at the ends of a line: it is written out. */
const safeEnds = (words: string): string => words.replace(/^\u00a0|\u00a0(?=\n|\\?$)/gm, '&nbsp;');

/** What would begin a list, a heading, a rule or code if it stands first in a line. */
function safeStart(line: string): string {
  return line
    .replace(/^[ \t]+/, '')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');
}
