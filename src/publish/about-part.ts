/** `about.html`: what the edition is, and how its text was established, in the words of the TEI headers. */
import type { Artifact } from '../artifact.ts';
import { counted, type Words } from '../words/index.ts';
import { type Html, html } from './html.ts';
import { compare } from './names.ts';
import { masthead } from './page.ts';
import { count, counting, draftOf, type MakePart, type Site } from './part.ts';

interface Declared {
  readonly about: string;
  readonly text: string;
  readonly documents: number;
}

/** Declarations that differ from document to document are shown up to this number; each is in its TEI anyway. */
const mostTexts = 12;

export const aboutPart: MakePart = (site) =>
  counting(
    'declarations',
    ({ declarations }) => {
      const counts: Record<string, number> = {};
      for (const { about, text } of declarations) count(counts, `${about}\t${text}`);
      return counts;
    },
    (sums) => {
      const declared = Array.from(sums, ([key, documents]): Declared => {
        const at = key.indexOf('\t');
        return { about: key.slice(0, at), text: key.slice(at + 1), documents };
      });
      const names = [...new Set(declared.map((d) => d.about))].sort(
        (a, b) => rank(a) - rank(b) || compare(a, b),
      );
      const groups = names.map((about) => ({
        about,
        texts: declared
          .filter((d) => d.about === about)
          .sort((a, b) => b.documents - a.documents || compare(a.text, b.text))
          .slice(0, mostTexts),
      }));
      return [draftOf('about.html', groups, [], () => aboutPage(groups, site))];
    },
  );

/** As the Guidelines order them: purpose first (TEI chapter 2.3). */
const known = [
  'projectDesc',
  'correction',
  'normalization',
  'punctuation',
  'quotation',
  'hyphenation',
  'segmentation',
  'stdVals',
  'interpretation',
];

function rank(name: string): number {
  const at = known.indexOf(name);
  return at < 0 ? known.length : at;
}

function aboutPage(
  groups: readonly { readonly about: string; readonly texts: readonly Declared[] }[],
  { context, page, words }: Site,
): Artifact {
  const { settings } = context;
  const editors = settings.editors.map(
    ({ name, orcid }, i) =>
      html`${i > 0 && ', '}${orcid ? html`<a href="https://orcid.org/${orcid.replace(/^https:\/\/orcid\.org\//, '')}" rel="noreferrer">${name}</a>` : name}`,
  );
  const main = html`${masthead(words.about, { below: words.aboutIntro })}
<section aria-labelledby="edition"><h2 id="edition">${words.theEdition}</h2>
<p><strong>${settings.title}.</strong> ${settings.description}</p>
<dl class="facts-list"><div><dt>${words.publisher}</dt><dd>${settings.publisher}</dd></div>
${editors.length > 0 && html`<div><dt>${words.editors}</dt><dd>${editors}</dd></div>\n`}<div><dt>${words.licence}</dt><dd>${settings.licence.name}</dd></div>
<div><dt>${words.rights}</dt><dd>${settings.rights}</dd></div></dl></section>
${
  groups.length > 0 &&
  html`<section class="back" aria-labelledby="declarations"><h2 id="declarations">${words.declarations}</h2>
${groups.map(({ about, texts }) => html`<h3>${titleOf(about, words)}</h3>${texts.map((d) => declaration(d, words))}`)}</section>
`
}<section class="back" aria-labelledby="certainty"><h2 id="certainty">${words.certaintyTitle}</h2><p>${words.certaintyText}</p>
<ul class="legend">${(['high', 'medium', 'low', 'unknown'] as const).map((level) => html`<li><span class="certainty ${level}">${words[`certainty.${level}`]}</span></li>`)}</ul></section>
<section class="back" aria-labelledby="addresses"><h2 id="addresses">${words.citeTitle}</h2><p>${words.citeText}</p></section>
<section class="back" aria-labelledby="files"><h2 id="files">${words.filesTitle}</h2><p>${words.filesText}</p>
<ul class="plain"><li><a href="report.html">${words.report}</a>: ${words.aboutReport}</li><li><a href="statistics.html">${words.statistics}</a>: ${words.aboutStatistics}</li><li><a href="feed.xml">${words.feed}</a></li></ul></section>`;
  return page({ path: 'about.html', title: words.about, main });
}

function titleOf(about: string, words: Words): string {
  return (words as Readonly<Record<string, string>>)[`decl.${about}`] ?? about;
}

function declaration({ text, documents }: Declared, words: Words): Html {
  return html`<p>${text} <span class="quiet">(${counted(words.declaredIn, documents)})</span></p>
`;
}
