/** Documents the editions are tested with: the first cable, and one that has what other families bring. */
import { readFileSync } from 'node:fs';
import type { Artifact } from '../../src/artifact.ts';
import type { Context } from '../../src/context.ts';
import { emptyRegister } from '../../src/register.ts';
import { defaultSettings, type Settings } from '../../src/settings.ts';

export function contextWith(settings: Partial<Settings> = {}): Context {
  return {
    settings: { ...defaultSettings, title: 'Test edition', publisher: 'Tests', ...settings },
    register: emptyRegister,
    version: '0.0.0',
  };
}

export function artifact(id: string, content: string): Artifact {
  return { path: `${id}.xml`, mediaType: 'application/tei+xml', content };
}

export const cable = artifact(
  '1978-07-22-sato-1384',
  readFileSync(new URL('../../tei/1978-07-22-sato-1384.xml', import.meta.url), 'utf8'),
);

/** A TEI with this content of `text` and of `standOff`; the header is as small as a header can be. */
export function teiWith(text: string, standOff = '', title = 'A letter'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d" xml:lang="en"><teiHeader><fileDesc><titleStmt><title type="main">${title}</title>
<respStmt xml:id="chancery"><resp>Encoded by rule</resp><name>Chancery</name></respStmt></titleStmt>
<publicationStmt><publisher>Tests</publisher></publicationStmt><sourceDesc><p>Made up.</p></sourceDesc></fileDesc></teiHeader>
<text xml:space="preserve"><body>${text}</body></text><standOff>${standOff}</standOff></TEI>`;
}

/** Everything the pages of a cable do not show. */
export const variety = artifact(
  'variety',
  teiWith(
    `<div type="letter"><opener><dateline><placeName>London</placeName>, <date when="1947-03-02">2 March 1947</date></dateline>
<salute>My dear Evatt,</salute></opener>
<head>Minutes</head>
<p xml:id="p1"><label>1.</label> He said that <said xml:id="u1" direct="false" resp="#chancery" cert="low" ana="#r.x">they would come</said> <hi rend="italic">soon</hi><ref type="note" target="#n1">1</ref>.</p>
<sp xml:id="u2" who="#kissinger" resp="#chancery" cert="high" ana="#r.x"><speaker>KISSINGER:</speaker> <p xml:id="p2">We shall <choice><sic>recieve</sic><corr resp="#ed">receive</corr></choice> <choice><abbr>H.M.G.</abbr><expan>His Majesty’s Government</expan></choice><supplied reason="omitted" resp="#ed">’s</supplied> reply.</p></sp>
<said xml:id="u3" who="#kissinger" toWhom="#evatt" direct="true" resp="#chancery" cert="medium" ana="#r.x"><p xml:id="p3">First paragraph.</p>
<p xml:id="p4">Second, with a list: <list><head>Points</head><label>(a)</label> <item>one</item>
<label>(b)</label> <item>two <persName ref="#evatt">Dr <roleName ref="#minister">Minister</roleName> Evatt</persName></item></list> and an end.</p></said>
<p xml:id="p5"><seg type="gap"><gap reason="redacted" quantity="1" unit="line" resp="#chancery" cert="high" ana="#r.x"/>[1 line not declassified]</seg> then <gap reason="illegible" quantity="2" unit="words"><desc>two words under a stamp</desc></gap> and <unclear>perhaps</unclear>
<add>this</add> <del>that</del> <foreign xml:lang="fr">aide-mémoire</foreign> <zork>odd element</zork><note type="editorial" resp="#ed">See the draft.</note></p>
<table><head>Votes</head><row role="label"><cell>State</cell><cell>Vote</cell></row>
<row><cell>Burma</cell><cell cols="1">yes</cell></row></table>
<lg><l>A line of verse,</l>
<l>and another.</l></lg>
<pb n="2"/><fw type="page">- 2 -</fw>
<quote><p xml:id="p6">A quoted paragraph.</p></quote>
<closer><salute>Yours sincerely,</salute>
<signed>J. B. CHIFLEY</signed></closer>
<note place="bottom" n="1" xml:id="n1" source="src:1,2"><label>1</label> A footnote, <title>with a title</title>.</note></div>`,
    `<listPerson><person xml:id="kissinger"><persName>Kissinger</persName></person><person xml:id="evatt" sameAs="reg:evatt"><persName>Evatt</persName></person></listPerson>
<listOrg><org xml:id="minister" type="office"><orgName>Minister</orgName></org></listOrg>`,
  ),
);

/** What a source could bring to harm whoever reads the page. */
export const hostile = artifact(
  'hostile',
  teiWith(
    `<p xml:id="p1">&lt;script&gt;alert(1)&lt;/script&gt; <ref target="javascript:alert(2)">click</ref> <ref target="JaVaScRiPt:alert(3)">again</ref>
<ref target="data:text/html,x">data</ref> <persName ref="#x" resp="#chancery" cert="high" ana="#r.x">&lt;img src=x onerror=alert(4)&gt;</persName>
<ref target="https://example.org/?a=1&amp;b=%22%3E">good</ref> ${'"quoted" \u2028 &amp; \\ back'}</p>`,
    `<listPerson><person xml:id="x" sameAs="reg:&quot;&gt;&lt;script&gt;"><persName>&lt;/script&gt;&lt;script&gt;alert(5)&lt;/script&gt;</persName></person></listPerson>`,
    '&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(6)&lt;/script&gt;',
  ),
);
