/**
 * `report.html`: figures, findings and questions by kind, and the way to each document's report; `report/ID.html`
 * for a document, with every finding, check and open question.
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import { diagnosticsTable } from '../diagnostics-table.ts';
import type { DocumentReport, Finding, Question, Report } from '../report.ts';
import { counted, fill, spaced, vocabularyOf, type Words } from '../words/index.ts';
import { bound } from './binding.ts';
import { type Html, html } from './html.ts';
import { compare } from './names.ts';
import { masthead, page } from './page.ts';
import { neighbours, pagePath, pager } from './paging.ts';
import { count, draftOf } from './part.ts';
import { type Part, PassingStore, type Row, type Sheaf } from './sheaves.ts';
import { portions, Sorted } from './sorted.ts';

/** A document's line in the table, and what is counted in its report. */
interface Line {
  readonly id: string;
  readonly published: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly questions: number;
  readonly kinds: readonly string[];
  readonly codes: readonly string[];
}

/** What is told of the edition as a whole. */
export type Told = Pick<Report, 'title' | 'totals' | 'findings' | 'suppressed'>;

/** A document as its report knows it. */
export interface Reported {
  readonly report: DocumentReport;
}

const linesPerPage = 400;

/**
 * A page of each document, then the report itself, which counts them.
 *
 * @param told asked for when the report is made
 */
export function reportParts(context: Context, told: () => Told): readonly Part<Reported>[] {
  const { words } = vocabularyOf(context);
  return [
    {
      name: 'report',
      share: ({ report }, give) => {
        give('report', report.id, '', report);
        give('reports', '', report.id, lineOf(report));
      },
      *pages({ name: id, rows }: Sheaf<DocumentReport>) {
        const [row] = rows;
        if (row) yield draftOf(`report/${id}.html`, '', [row], () => documentPage(row.value, words, context));
      },
    },
    {
      name: 'reports',
      always: [''],
      *pages({ size, rows }: Sheaf<Line>) {
        const report = told();
        const of = Math.max(1, Math.ceil(size / linesPerPage));
        const tallies = talliesOf(rows);
        let number = 0;
        for (const portion of size === 0 ? [[]] : portions(rows, linesPerPage)) {
          const leaf = { path: 'report.html', number: ++number, of };
          const path = pagePath(leaf.path, number);
          const facts = [of, report.title, leaf.number === 1 && [report, tallies]];
          yield draftOf(path, facts, portion, () => {
            const main = html`${masthead(words.reportTitle, { above: html`<a href="index.html">${report.title}</a>` })}
${
  leaf.number === 1 &&
  html`${totals(report, words)}
${editionFindings(report, words)}${tally('questions-by-kind', words.questionsByKind, tallies.questions, (kind) => questionName(kind, words))}${tally('findings-by-code', words.findingsByCode, tallies.findings, (code) => code)}`
}<section class="back"><h2 id="by-document">${words.documentsReport}</h2>
${pager(leaf, words)}
<section class="table" aria-labelledby="by-document" tabindex="0"><table class="report"><thead><tr><th scope="col">${words.document}</th><th scope="col">${words.published}</th><th scope="col">${words.errors}</th><th scope="col">${words.warnings}</th><th scope="col">${words.openQuestions}</th></tr></thead>
<tbody>${portion.map((line) => row(line.value, words))}</tbody></table></section>
${pager(leaf, words, true)}</section>`;
            return page({ path, title: words.reportTitle, main, ...neighbours(leaf) }, context);
          });
        }
      },
    },
  ];
}

/** How many questions there are of each kind, and findings of each code. */
function talliesOf(lines: Iterable<Row<Line>>) {
  const questions: Record<string, number> = {};
  const findings: Record<string, number> = {};
  for (const { value } of lines) {
    for (const kind of value.kinds) count(questions, kind);
    for (const code of value.codes) count(findings, code);
  }
  return { questions, findings };
}

/** The report of an edition that is made once. */
export function* reportPages(
  report: Report,
  context: Context,
  { scratch }: { readonly scratch: string },
): Generator<Artifact> {
  const changes = report.documents.map((document) => ({ id: document.id, document: { report: document } }));
  const parts = reportParts(context, () => report);
  const store = new PassingStore();
  for (const { draft } of bound({ parts, changes, store, sorted: () => new Sorted(scratch), anew: true }))
    if (draft) yield draft.make();
}

/** The whole report as one page, for who asks for it on the command line. */
export function reportPage(report: Report, context: Context): Artifact {
  const { words } = vocabularyOf(context);
  const main = html`${masthead(words.reportTitle, { above: report.title })}
${totals(report, words)}
${editionFindings(report, words)}${report.documents.map(
  (
    d,
  ) => html`<section class="back" id="${d.id}" aria-labelledby="title-${d.id}"><h2 id="title-${d.id}">${d.id}</h2>${body(d, words, { up: '', prefix: `${d.id}-` })}</section>
`,
)}`;
  return page({ path: 'report.html', title: words.reportTitle, main }, context);
}

function editionFindings(
  { findings, suppressed }: Pick<Report, 'findings' | 'suppressed'>,
  words: Words,
): Html {
  return html`${findings.length > 0 && html`<section class="back" aria-labelledby="edition-findings"><h2 id="edition-findings">${words.editionFindings}</h2>${findings.map((f) => finding(f, words))}</section>\n`}${silent(suppressed, 'edition-', words)}`;
}

/** What the settings keep silent, each with its reason. */
function silent(suppressed: DocumentReport['suppressed'], prefix: string, words: Words): Html | undefined {
  if (suppressed === undefined) return undefined;
  return html`<section class="back" aria-labelledby="${prefix}suppressed"><h2 id="${prefix}suppressed">${words.suppressed}</h2>${suppressed.map(
    ({ finding: found, reason }) => html`<div class="finding info"><p>${found.message}.</p>
<p class="quiet">${tags(found)}</p>
<p>${reason}</p></div>
`,
  )}</section>
`;
}

function lineOf({ id, published, findings, questions }: DocumentReport): Line {
  const count = (severity: string): number => findings.filter((f) => f.severity === severity).length;
  return {
    id,
    published,
    errors: count('error'),
    warnings: count('warning'),
    questions: questions.length,
    kinds: questions.map((q) => q.kind),
    codes: findings.map((f) => f.code),
  };
}

function row({ id, published, errors, warnings, questions }: Line, words: Words): Html {
  return html`<tr class="${errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'well'}"><th scope="row"><a href="report/${id}.html">${id}</a></th><td>${published ? words.yes : words.no}</td><td class="sum">${errors}</td><td class="sum">${warnings}</td><td class="sum">${questions}</td></tr>
`;
}

function totals({ totals: sums }: Pick<Report, 'totals'>, words: Words): Html {
  const figures: readonly (readonly [string, number | string])[] = [
    [words.documents, spaced(sums.documents)],
    [words.published, spaced(sums.published)],
    [words.errors, spaced(sums.errors)],
    [words.warnings, spaced(sums.warnings)],
    [words.notes, spaced(sums.infos)],
    [words.openQuestions, spaced(sums.questions)],
    [words.checksPassed, `${spaced(sums.checksPassed)}/${spaced(sums.checks)}`],
    [words.accountedFor, accounted(sums, words)],
  ];
  return html`<section aria-label="${words.total}"><dl class="totals">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

function accounted({ characters, charactersAccounted }: Report['totals'], words: Words): string {
  if (characters === 0) return '–';
  return characters === charactersAccounted
    ? fill(words.allOfThem, { n: spaced(characters) })
    : fill(words.someOfThem, { n: spaced(charactersAccounted), m: spaced(characters) });
}

function tally(
  id: string,
  title: string,
  counts: Readonly<Record<string, number>>,
  say: (name: string) => string,
): Html | undefined {
  const ordered = Object.entries(counts).sort(([a, n], [b, m]) => m - n || compare(a, b));
  if (ordered.length === 0) return undefined;
  return html`<section class="back" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<ul class="tiles">${ordered.map(([name, n]) => html`<li>${say(name)} <span class="quiet">${spaced(n)}</span></li>`)}</ul></section>
`;
}

function questionName(kind: string, words: Words): string {
  return (words as Readonly<Record<string, string>>)[`question.${kind}`] ?? kind;
}

function documentPage(document: DocumentReport, words: Words, context: Context): Artifact {
  const { id } = document;
  const main = html`${masthead(id, { above: html`<a href="../report.html">${words.reportTitle}</a>` })}
${body(document, words, { up: '../', prefix: '' })}`;
  return page({ path: `report/${id}.html`, title: `${words.reportTitle}: ${id}`, main }, context);
}

/** Facts, findings, questions and difference of one document. */
function body(
  document: DocumentReport,
  words: Words,
  { up, prefix }: { readonly up: string; readonly prefix: string },
): Html {
  const { findings, questions, difference } = document;
  const part = (name: string, title: string, content: readonly Html[] | Html): Html =>
    html`<section class="back" aria-labelledby="${prefix}${name}"><h2 id="${prefix}${name}">${title}</h2>${content}</section>
`;
  return html`<dl class="rules">${factsOf(document, up, words).map(([name, value]) => value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${
  findings.length > 0 &&
  part(
    'findings',
    words.findings,
    findings.map((f) => finding(f, words)),
  )
}${silent(document.suppressed, prefix, words)}${
  questions.length > 0 &&
  part(
    'questions',
    words.openQuestions,
    byKind(questions).map(
      ([kind, own]) =>
        html`<h3>${questionName(kind, words)} <span class="quiet">${own.length}</span></h3>${own.map((q) => question(q, words))}`,
    ),
  )
}${difference && part('difference', words.difference, html`<pre tabindex="0">${difference}</pre>`)}`;
}

function factsOf(
  { id, published, source, tei, dialect, audit, checks }: DocumentReport,
  up: string,
  words: Words,
): readonly (readonly [string, Html | string | undefined])[] {
  return [
    [words.published, published ? html`<a href="${up}${id}/index.html">${words.yes}</a>` : words.no],
    [
      words.source,
      source && `${source.path}, ${counted(words.nCharacters, source.characters)}, ${source.encoding}`,
    ],
    [words.encoding, tei && `${tei.path}, ${tei.by === 'editor' ? words.byEditor : words.byEncoder}`],
    [words.layout, dialect && `${dialect.id} (${Math.round(dialect.score * 100)} %): ${dialect.why}`],
    [
      words.characters,
      audit &&
        `${audit.ok ? words.allAccounted : words.notAllAccounted}: ${Object.entries(audit.classes)
          .map(([name, n]) => `${name} ${spaced(n)}`)
          .join(', ')}`,
    ],
    [words.checks, checks.length === 0 ? undefined : checks.map((c) => `${c.name} ${c.result}`).join(', ')],
  ];
}

function byKind(questions: readonly Question[]): readonly (readonly [string, readonly Question[]])[] {
  const kinds = new Map<string, Question[]>();
  for (const question of questions) kinds.set(question.kind, [...(kinds.get(question.kind) ?? []), question]);
  return [...kinds].sort(([a], [b]) => compare(a, b));
}

/** Where, what, and what to do about it. */
function finding(found: Finding, words: Words): Html {
  const fix = found.fix ?? diagnosticsTable[found.code]?.mend;
  return html`<div class="finding ${found.severity}"><p><span class="severity">${words[`severity.${found.severity}`]}</span> ${found.message}.</p>
<p class="quiet">${tags(found)}</p>
${fix && html`<p>${fix}</p>`}</div>
`;
}

/** Place, rule and code. */
function tags(found: Finding): Html {
  return html`<code>${place(found)}</code> · ${found.rule !== undefined && html`<code>${found.rule}</code> · `}<code>${found.code}</code>`;
}

function place({ file, position }: Finding): string {
  return position === undefined ? file : `${file}:${position.line}:${position.column}`;
}

function question({ question: asked, words: found, line, column, candidates }: Question, words: Words): Html {
  return html`<div class="finding question"><p>${asked}</p>
${found && html`<p><q>${found}</q></p>`}
${candidates.length > 0 && html`<p class="quiet">${fill(words.candidates, { list: candidates.join(', ') })}</p>`}
<p class="quiet"><code>${fill(words.lineColumn, { line, column })}</code></p></div>
`;
}
