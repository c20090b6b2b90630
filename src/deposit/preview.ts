/**
 * `ro-crate-preview.html`: the package for a person with a browser. One file: its style is in it, it loads
 * nothing, it runs nothing, and every link leads into the package or to a person, a licence or a DOI.
 */
import { type Html, html } from '../html.ts';
import { warning } from './files/datacite.ts';
import { totals, verdictOf } from './files/ledger.ts';
import { roleNames } from './files/readme.ts';
import type { Agent, Deposit, PackageFile, PackedDocument, Role } from './model.ts';
import { previewStyle } from './preview-style.ts';
import { citation, count, dateInWords, grouped, invalidOf, series } from './words.ts';

export const previewFile = 'ro-crate-preview.html';

/** More documents than this are shown folded, year by year. */
const manyDocuments = 60;

/** Of more files than this each folder has one line; the documents lead to their own files in any case. */
const manyFiles = 1000;

export function previewOf(deposit: Deposit): string {
  const { metadata: m, documents, files, selection } = deposit;
  const invalid = invalidOf(deposit);
  const kicker =
    documents.length === 1
      ? 'An edition of one document'
      : `An edition of ${count(documents.length, 'document')}`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${m.title}</title>
<meta name="description" content="${m.description}">
<link rel="describedby" href="ro-crate-metadata.json" type="application/ld+json">
<style>${previewStyle}</style>
</head>
<body>
<a class="skip" href="#documents">Skip to the documents</a>
<header>
<p class="kicker">${kicker}${selection ? ', a selection' : ''}</p>
<h1 lang="${m.language}">${m.title}</h1>
<p class="by">${people(m.creators)}</p>
<p class="lead" lang="${m.language}">${m.description}</p>
${invalid.length > 0 && html`<p class="warning" role="note"><strong>Not valid.</strong> ${warning(invalid.length)}</p>`}
<p class="actions">${actions(files)}</p>
</header>
<main>
<section aria-labelledby="h-facts"><h2 id="h-facts">About this package</h2>
${facts(deposit)}
</section>
<section aria-labelledby="h-cite"><h2 id="h-cite">How to cite</h2>
<p class="citation">${citation(m)}</p>
<p class="quiet">Ready for reference managers: ${links(files, ['metadata/citation.ris', 'metadata/citation.bib', 'metadata/citation-csl.json', 'CITATION.cff'])}</p>
</section>
<section aria-labelledby="h-trust"><h2 id="h-trust">How far it can be trusted</h2>
${trust(deposit)}
</section>
<section aria-labelledby="documents"><h2 id="documents" tabindex="-1">Documents</h2>
${documentList(documents)}
</section>
<section aria-labelledby="h-inside"><h2 id="h-inside">What is inside</h2>
${inside(files)}
</section>
</main>
<footer>
<p>A bag (BagIt 1.0) with a research object (RO-Crate ${m.crateVersion}): <a href="ro-crate-metadata.json">description for programs</a>. To see whether every byte is as it was packed, go to the folder above this one and run <code>sha512sum -c manifest-sha512.txt</code>, or <code>chancery verify</code> on any system.</p>
<p>Made with Chancery ${m.program}.</p>
</footer>
</body>
</html>
`.text;
}

function people(agents: readonly Agent[]): readonly (Html | string)[] {
  return agents.flatMap((a, at) => {
    const name = a.orcid
      ? html`<a href="https://orcid.org/${a.orcid}">${a.name}</a>`
      : a.ror
        ? html`<a href="${a.ror}">${a.name}</a>`
        : a.name;
    const where = a.affiliation ? html` <span class="quiet">(${a.affiliation.name})</span>` : '';
    return [at === 0 ? '' : at === agents.length - 1 ? ' and ' : ', ', html`${name}${where}`];
  });
}

/** Where a reader goes first. */
function actions(files: readonly PackageFile[]): readonly Html[] {
  const targets: readonly (readonly [string, string])[] = [
    ['edition/index.html', 'Read the edition'],
    ['edition/register/index.html', 'People and places'],
    ['edition/report.html', 'Report'],
    ['CHANGES.md', 'What has changed'],
    ['README.md', 'Read me'],
  ];
  const there = new Set(files.map((f) => f.path));
  return targets
    .filter(([path]) => there.has(path) || path === 'README.md')
    .map(([path, words]) => html`<a href="${path}">${words}</a> `);
}

function facts({ metadata: m, previous, withoutSources }: Deposit): Html {
  const rows: readonly (readonly [string, Html | string | undefined | readonly (Html | string)[]])[] = [
    ['Version', `${m.version}, ${dateInWords(m.date)}`],
    [
      'Follows',
      previous &&
        (previous.doi
          ? html`<a href="https://doi.org/${previous.doi}">${previous.version ?? previous.name}</a>`
          : (previous.version ?? previous.name)),
    ],
    ['Published by', m.publisher],
    [
      'With',
      m.contributors.length > 0
        ? series(m.contributors.map((c) => `${c.name} (${c.role.replace('-', ' ')})`))
        : undefined,
    ],
    ['Licence', m.licence.url ? html`<a href="${m.licence.url}">${m.licence.name}</a>` : m.licence.name],
    ['Rights', m.rights],
    ['DOI', m.doi && html`<a href="https://doi.org/${m.doi}">${m.doi}</a>`],
    ['Online', m.url && html`<a href="${m.url}">${m.url}</a>`],
    [
      'Contact',
      m.contact && html`${m.contact.name}, <a href="mailto:${m.contact.email}">${m.contact.email}</a>`,
    ],
    [
      'Funded by',
      m.funders.length > 0
        ? series(m.funders.map((f) => [f.name, f.award].filter(Boolean).join(', ')))
        : undefined,
    ],
    ['Keywords', m.keywords.length > 0 ? m.keywords.join(', ') : undefined],
    ['Sources', withoutSources ? 'not packed; every character of them is in the TEI' : undefined],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function trust(deposit: Deposit): Html {
  const t = totals(deposit.documents);
  const figures: readonly (readonly [string, string])[] = [
    [
      'characters accounted for',
      t.characters === t.charactersAccounted
        ? `all ${grouped(t.characters)}`
        : `${grouped(t.charactersAccounted)} of ${grouped(t.characters)}`,
    ],
    [
      t.documents === 1 ? 'document passes every check' : 'documents pass every check',
      t.invalid === 0
        ? t.documents === 1
          ? 'the one'
          : `all ${grouped(t.documents)}`
        : `${grouped(t.documents - t.invalid)} of ${grouped(t.documents)}`,
    ],
    ['assertions made by rule', grouped(t.assertions)],
    ['confirmed by a person', grouped(t.confirmedByAPerson)],
    ['open questions', grouped(t.openQuestions)],
  ];
  return html`<dl class="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p class="quiet">Document by document: ${links(deposit.files, ['reports/ledger-of-fidelity.csv', 'reports/validation.txt', 'edition/report.html'])}</p>`;
}

function documentList(documents: readonly PackedDocument[]): Html {
  if (documents.length <= manyDocuments) return html`<ol class="documents">${documents.map(item)}</ol>`;
  const years = new Map<string, PackedDocument[]>();
  for (const d of documents) {
    const year = d.description.date?.slice(0, 4) ?? 'Without a date';
    const list = years.get(year);
    if (list) list.push(d);
    else years.set(year, [d]);
  }
  return html`${[...years].map(
    ([year, list]) =>
      html`<details><summary>${year} <span class="quiet">${count(list.length, 'document')}</span></summary><ol class="documents">${list.map(item)}</ol></details>\n`,
  )}`;
}

function item({ id, description: d, files, valid, audit, ...rest }: PackedDocument): Html {
  const title = files.page ? html`<a href="${files.page}">${d.title}</a>` : d.title;
  const who = [series(d.senders), d.recipients.length > 0 ? `to ${series(d.recipients)}` : '']
    .filter(Boolean)
    .join(' ');
  const what = [d.kindName, d.number && `No. ${d.number}`].filter(Boolean).join(' ');
  const forms: readonly (readonly [string | undefined, string])[] = [
    [files.page, 'page'],
    [files.text, 'text'],
    [files.tei, 'TEI'],
    [files.graph, 'linked data'],
    [files.source, 'source'],
  ];
  const verdict = verdictOf({ id, description: d, files, valid, ...(audit && { audit }), ...rest });
  return html`<li>
<p class="title" lang="${d.language}">${title}${!valid && html` <strong class="bad">not valid</strong>`}</p>
<p>${[d.date && dateInWords(d.date), what, who].filter(Boolean).join(' · ')}</p>
${d.abstract && html`<p class="quiet">${d.abstract}</p>`}
<p class="forms">${forms.map(([path, name]) => path && html`<a href="${path}">${name}</a> `)}<span class="quiet">${verdict === 'complete' ? 'every character accounted for' : verdict === 'differs' ? 'differs from its source' : 'no source at hand'}</span></p>
</li>
`;
}

const order: readonly Role[] = [
  'edition',
  'tei',
  'source',
  'report',
  'metadata',
  'schema',
  'stylesheet',
  'settings',
];

function inside(files: readonly PackageFile[]): Html {
  return html`${order.map((role) => {
    const list = files.filter((f) => f.role === role);
    if (list.length === 0) return undefined;
    const table =
      list.length > manyFiles
        ? html`<tr><th scope="col">Folder</th><th scope="col">Files</th><th scope="col" class="number">Size</th></tr></thead><tbody>
${[...byFolder(list)].map(([folder, own]) => html`<tr><td>${folder}</td><td>${grouped(own.length)}</td><td class="number">${size(sizeOf(own))}</td></tr>\n`)}`
        : html`<tr><th scope="col">File</th><th scope="col">What it is</th><th scope="col" class="number">Size</th></tr></thead><tbody>
${list.map((f) => html`<tr><td><a href="${f.path}">${f.path}</a></td><td>${f.title}</td><td class="number">${size(f.bytes)}</td></tr>\n`)}`;
    return html`<details><summary>${roleNames[role]} <span class="quiet">${count(list.length, 'file')}, ${size(sizeOf(list))}</span></summary>
<table><thead>${table}</tbody></table></details>
`;
  })}`;
}

const sizeOf = (files: readonly PackageFile[]): number => files.reduce((n, f) => n + f.bytes, 0);

/** By the first two folders of their paths. */
function byFolder(files: readonly PackageFile[]): ReadonlyMap<string, readonly PackageFile[]> {
  const folders = new Map<string, PackageFile[]>();
  for (const file of files) {
    const parts = file.path.split('/').slice(0, -1);
    const folder = `${parts.slice(0, 2).join('/')}/`;
    const own = folders.get(folder);
    if (own) own.push(file);
    else folders.set(folder, [file]);
  }
  return folders;
}

function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function links(files: readonly PackageFile[], paths: readonly string[]): readonly (Html | string)[] {
  const found = files.filter((f) => paths.includes(f.path));
  return found.flatMap((f, at) => [at === 0 ? '' : ', ', html`<a href="${f.path}">${f.title}</a>`]);
}
