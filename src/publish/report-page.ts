/** `report.html`: what was found, document by document, for people. */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import { diagnosticsTable } from '../diagnostics-table.ts';
import type { DocumentReport, Finding, Question, Report } from '../report.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

export function reportPage(report: Report, context: Context): Artifact {
  const { totals } = report;
  const figures: readonly (readonly [string, number | string])[] = [
    ['Documents', totals.documents],
    ['Published', totals.published],
    ['Errors', totals.errors],
    ['Warnings', totals.warnings],
    ['Notes', totals.infos],
    ['Open questions', totals.questions],
    ['Checks passed', `${totals.checksPassed}/${totals.checks}`],
    ['Characters accounted for', accounted(totals)],
  ];
  const main = html`<header class="masthead"><p class="kicker">${report.title}</p><h1>Report</h1></header>
<section aria-label="Totals"><dl class="totals">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>
${report.findings.length > 0 && html`<section class="back" aria-labelledby="edition-findings"><h2 id="edition-findings">The edition as a whole</h2>${report.findings.map(finding)}</section>`}
${report.documents.map(section)}`;
  return page({ path: 'report.html', title: 'Report', main }, context);
}

function section(document: DocumentReport): Html {
  const { id, published, source, tei, dialect, audit, checks, findings, questions, difference } = document;
  const facts: readonly (readonly [string, Html | string | undefined])[] = [
    ['Published', published ? html`<a href="${id}/index.html">yes</a>` : 'no'],
    ['Source', source && `${source.path}, ${grouped(source.characters)} characters, ${source.encoding}`],
    [
      'Encoding',
      tei && `${tei.path}, ${tei.by === 'editor' ? 'changed by an editor' : 'as the encoder wrote it'}`,
    ],
    ['Layout', dialect && `${dialect.id} (${Math.round(dialect.score * 100)} %): ${dialect.why}`],
    [
      'Characters',
      audit &&
        `${audit.ok ? 'all accounted for' : 'not all accounted for'}: ${Object.entries(audit.classes)
          .map(([name, n]) => `${name} ${grouped(n)}`)
          .join(', ')}`,
    ],
    ['Checks', checks.length === 0 ? undefined : checks.map((c) => `${c.name} ${c.result}`).join(', ')],
  ];
  return html`<section class="back" id="${id}" aria-labelledby="title-${id}"><h2 id="title-${id}">${id}</h2>
<dl class="rules">${facts.map(([name, value]) => value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${findings.length > 0 && html`<h3>Findings</h3>${findings.map(finding)}`}
${questions.length > 0 && html`<h3>Open questions</h3>${questions.map(question)}`}
${difference && html`<details><summary>What the encoder would do differently now</summary><pre tabindex="0">${difference}</pre></details>`}
</section>
`;
}

const severities = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** Where, what, and what to do about it. */
function finding(found: Finding): Html {
  const fix = found.fix ?? diagnosticsTable[found.code]?.mend;
  return html`<div class="finding ${found.severity}"><p><span class="severity">${severities[found.severity]}</span> ${found.message}.</p>
<p class="quiet"><code>${place(found)}</code> · ${found.rule !== undefined && html`<code>${found.rule}</code> · `}<code>${found.code}</code></p>
${fix && html`<p>${fix}</p>`}</div>
`;
}

function place({ file, position }: Finding): string {
  return position === undefined ? file : `${file}:${position.line}:${position.column}`;
}

function question({ question: asked, words, line, column, candidates, kind }: Question): Html {
  return html`<div class="finding question"><p><span class="severity">${kind}</span> ${asked}</p>
${words && html`<p><q>${words}</q></p>`}
${candidates.length > 0 && html`<p class="quiet">Candidates: ${candidates.join(', ')}</p>`}
<p class="quiet"><code>line ${line}, column ${column}</code></p></div>
`;
}

function accounted({ characters, charactersAccounted }: Report['totals']): string {
  if (characters === 0) return '–';
  const all = characters === charactersAccounted;
  return all ? `all ${grouped(characters)}` : `${grouped(charactersAccounted)} of ${grouped(characters)}`;
}

/** 10743 → 10 743, with narrow no-break spaces. */
function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
