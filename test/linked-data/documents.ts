/** Documents that the linked data is tested with, and what is made of them. */
import type { Artifact } from '../../src/artifact.ts';
import type { Settings } from '../../src/settings.ts';
import type { FormatName } from '../../src/transform/formats.ts';
import { transform } from '../../src/transform/index.ts';
import { artifact, cable, contextWith, hostile, teiWith, variety } from '../transform/documents.ts';

/** Letters outside the Basic Multilingual Plane, marks of ours in the source, several speakers, an office that speaks. */
const odd = artifact(
  'odd',
  teiWith(
    `<div type="letter" xml:id="d1"><p xml:id="p1">𠮷田 😀 and <persName ref="#yoshida" resp="#chancery" cert="high" ana="#r.x">Mr. 𠮷田</persName> said that
<said xml:id="u1" who="#yoshida #minister" direct="false" resp="#chancery" cert="low" ana="#r.x">they ⟦would⟧ 𝒩ot <gap reason="illegible" resp="#chancery" cert="high" ana="#r.x"/> come</said> ⟦.</p>
<p xml:id="p2">On <date when="1978-07-22T19:40:00" resp="#chancery" cert="medium" ana="#r.x">22 July, 19:40</date> <sic resp="#chancery" cert="low" ana="#r.y">the the</sic>
<choice><sic>recieve</sic><corr resp="#ed" cert="high">receive</corr></choice>.<note resp="#ed" cert="high">So 😀 in the draft.</note></p>
<p xml:id="p3"><said xml:id="u2" who="#minister" direct="true" resp="#chancery #ed" cert="high" ana="#r.x">“No.”</said></p></div>`,
    `<listPerson><person xml:id="yoshida"><persName>Yoshida</persName><persName xml:lang="zh-Hant">𠮷田</persName></person></listPerson>
<listOrg><org xml:id="minister" type="office"><orgName>The Minister</orgName></org></listOrg>`,
    'An odd letter',
  ),
);

export const documents = { cable, variety, hostile, odd };
export { cable, odd };

export const address = { baseUrl: 'https://example.org/edition' };

/** The content of each edition, by format. */
export function editionsOf<F extends FormatName>(
  document: Artifact,
  formats: readonly F[],
  settings: Partial<Settings> = {},
): Readonly<Record<F, string>> {
  const { artifacts, diagnostics } = transform(document, formats, contextWith(settings));
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return Object.fromEntries(formats.map((f, i) => [f, artifacts[i]?.content as string])) as Record<F, string>;
}
