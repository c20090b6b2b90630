/** `README.md`: the package explained to a person who has a text editor and nothing else. */
import type { Deposit, Role } from '../model.ts';
import { citation, count, dateInWords, grouped, heading, invalidOf, series } from '../words.ts';
import { warning } from './datacite.ts';
import { totals } from './ledger.ts';
import { plain } from './markdown.ts';

/** Folders by what is in them, in the order in which a reader wants them. */
export const roleNames: Readonly<Record<Role, string>> = {
  edition: 'reading editions: start at index.html; one folder for each document',
  tei: 'the encoding in TEI P5, with the register of people and places',
  source: 'the documents as they came',
  report: 'validation, and the ledger of fidelity',
  schema: 'grammar and rules the encoding was held against',
  stylesheet: 'the style sheets that made the editions from the TEI',
  settings: 'settings the edition was made with',
  metadata: 'descriptions for repositories and for programs that keep references',
};

export function readme(
  deposit: Deposit,
  made: readonly { readonly path: string; readonly title: string }[],
): string {
  const { metadata: m, documents, files, withoutSources } = deposit;
  const t = totals(documents);
  const invalid = invalidOf(deposit);
  const folders = new Map<string, { role: Role; count: number }>();
  const madeHere = new Set(made.map((f) => f.path));
  for (const { path, role } of files) {
    if (!path.includes('/') && madeHere.has(path)) continue;
    const folder = path.includes('/') ? `${path.slice(0, path.indexOf('/'))}/` : path;
    const before = folders.get(folder);
    folders.set(folder, { role, count: (before?.count ?? 0) + 1 });
  }
  const wide = Math.max(...[...folders.keys()].map((f) => f.length), 10);
  return [
    `# ${plain(m.title)}`,
    '',
    ...(invalid.length > 0 ? [`**${warning(invalid.length)}**`, ''] : []),
    plain(m.description),
    '',
    `- Version ${m.version}, ${dateInWords(m.date)}`,
    `- By ${plain(series(m.creators.map((c) => c.name)))}`,
    ...(m.contributors.length > 0
      ? [`- With ${plain(series(m.contributors.map((c) => `${c.name} (${c.role.replace('-', ' ')})`)))}`]
      : []),
    `- Published by ${plain(m.publisher)}`,
    `- Licence: ${plain(m.licence.name)}${m.licence.url ? ` <${m.licence.url}>` : ''}`,
    `- Rights in the texts: ${plain(m.rights)}`,
    ...(m.doi ? [`- DOI: https://doi.org/${m.doi}`] : []),
    ...(m.contact ? [`- Questions: ${plain(m.contact.name)} <${m.contact.email}>`] : []),
    ...m.funders.map((f) => `- Funded by ${plain([f.name, f.award].filter(Boolean).join(', '))}`),
    '',
    '## How to cite',
    '',
    plain(citation(m)),
    '',
    '## How to read it',
    '',
    'Open `ro-crate-preview.html` in a browser: it shows what is here and leads to every document. No network, no',
    'program and no script is needed. Each document is also there as plain text (`edition/ID/ID.txt`).',
    '',
    '## What is in it',
    '',
    ...[...folders].map(
      ([folder, { role, count: n }]) =>
        `    ${folder.padEnd(wide)}  ${folder.endsWith('/') ? `${roleNames[role]} (${count(n, 'file')})` : roleNames[role]}`,
    ),
    ...made
      .filter((f) => !f.path.includes('/'))
      .map((f) => `    ${f.path.padEnd(wide)}  ${f.title.charAt(0).toLowerCase()}${f.title.slice(1)}`),
    '',
    ...(withoutSources
      ? [
          'The sources as they came are not packed; every character of them is in the TEI, as the ledger shows.',
          '',
        ]
      : []),
    ...renamed(deposit),
    '## How far it can be trusted',
    '',
    ...(t.characters > 0
      ? [
          `${grouped(t.charactersAccounted)} of ${grouped(t.characters)} characters of the sources are accounted for, one by one`,
          `(\`reports/ledger-of-fidelity.csv\`). ${grouped(t.assertions)} assertions (who, when, where, which marking) were made by rule,`,
          `each with its evidence and certainty in the TEI; a person has confirmed ${grouped(t.confirmedByAPerson)} of them so far.`,
        ]
      : []),
    t.openQuestions === 0
      ? 'No question is open.'
      : `${count(t.openQuestions, 'question')} could not be decided by rule and ${t.openQuestions === 1 ? 'is' : 'are'} listed in \`edition/report.html\`.`,
    '',
    '## Whether it is complete and unchanged',
    '',
    'The folder above this one is a bag (BagIt 1.0). In it, on any Unix, macOS or Linux:',
    '',
    '    sha512sum -c manifest-sha512.txt tagmanifest-sha512.txt',
    '',
    '(on macOS `shasum -a 512 -c` in place of `sha512sum -c`), or, with Chancery on any system, `chancery verify FOLDER`.',
    '',
    '## Documents',
    '',
    ...documents.map(
      (d) =>
        `- \`${d.id}\`${d.valid ? '' : ' (NOT VALID)'}: ${plain(d.description.title)}. ${plain(heading(d.description))}.`,
    ),
    '',
  ].join('\n');
}

/** More names than this are told by the crate alone. */
const manyNames = 40;

function renamed({ files }: Deposit): string[] {
  const all = files.flatMap((f) =>
    f.originalName === undefined ? [] : [`- \`${f.path}\` was ${plain(f.originalName)}`],
  );
  if (all.length === 0) return [];
  const more = all.length - manyNames;
  return [
    'These files bear another name than in the project, so that every system can hold them:',
    '',
    ...all.slice(0, manyNames),
    ...(more > 0 ? [`- and ${count(more, 'other')}: \`alternateName\` in \`ro-crate-metadata.json\``] : []),
    '',
  ];
}
