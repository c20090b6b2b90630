/**
 * The page of documentation of each rule: docs/rules/ID.md, and what `chancery validate --explain ID` prints. What the
 * rule says stands in its own file; here is why it is there, and a wrong and a right example.
 */
import { type Code, diagnosticsTable } from '../diagnostics-table.ts';
import { everyRule, widerRules } from './every-rule.ts';
import { grammarRules } from './grammar-rules.ts';
import type { RuleDescription } from './rule.ts';

export interface Page {
  readonly why: string;
  readonly wrong: string;
  readonly right: string;
}

export const pages: Readonly<Record<string, Page>> = {
  ids: {
    why: 'A pointer #p3 must mean one place. Two elements with one id usually come from copying a paragraph.',
    wrong: '<p xml:id="p3">…</p> <p xml:id="p3">…</p>',
    right: '<p xml:id="p3">…</p> <p xml:id="p4">…</p>',
  },
  'pointers-resolve': {
    why: 'A name that points nowhere is an unresolved name that nobody notices. A prefix (reg:) means something only where a prefixDef in the header says what.',
    wrong: '<persName ref="#sato-shojo">Sato</persName>',
    right: '<persName ref="#sato-shoji">Sato</persName> … <person xml:id="sato-shoji">',
  },
  'pointer-kinds': {
    why: 'Editions and indexes take the ref of a placeName for a place. One that leads to a person puts a person on the map.',
    wrong: '<placeName ref="#sato-shoji">Peking</placeName>',
    right: '<placeName ref="#beijing">Peking</placeName>',
  },
  evidence: {
    why: 'What a rule asserts must be told apart from what a person asserts, and be checkable: who says so (resp), how surely (cert), by which rule (ana).',
    wrong: '<persName ref="#ogawa" resp="#chancery">Ogawa</persName>',
    right:
      '<persName ref="#ogawa" cert="high" resp="#chancery" ana="#r.name.titled">Ogawa</persName>\n<persName ref="#ogawa" resp="#editor">Ogawa</persName>',
  },
  'rule-described': {
    why: 'A reader who meets ana="#r.name.titled" must be able to read what that rule looks for, in the same file.',
    wrong: '<category xml:id="r.name.titled"/>',
    right:
      '<category xml:id="r.name.titled"><catDesc>An office before capitalised names is a person.</catDesc></category>',
  },
  'category-in-scheme': {
    why: 'Classification, precedence and handling are three schemes. A category of one under the heading of another is a slip.',
    wrong: '<catRef scheme="#classification" target="#precedence.urgent"/>',
    right: '<catRef scheme="#precedence" target="#precedence.urgent"/>',
  },
  pieces: {
    why: 'The audit puts the pieces of the archive’s page back where they stood. Without their places, or with two at one place, it cannot prove that nothing was lost.',
    wrong: '<note type="furniture">Search in</note>',
    right: '<note type="furniture" xml:space="preserve" source="src:0,9">Search in</note>',
  },
  redaction: {
    why: 'What was withheld is part of the document: the printed words that say so must not vanish into an empty element.',
    wrong: '<gap reason="redacted" quantity="1"/>',
    right: '<gap reason="redacted" quantity="1" unit="lines"><desc>[1 line not declassified]</desc></gap>',
  },
  dates: {
    why: 'A span that ends before it begins, or two values that name different instants, sort and filter wrongly everywhere.',
    wrong: '<date from="1978-07-22" to="1978-07-21">',
    right: '<date from="1978-07-21" to="1978-07-22">',
  },
  chronology: {
    why: 'A telegram is received after it is sent, reckoned with the zones of both places; a weekday that does not fit its date shows that one of them was misread; and yesterday is not tomorrow. What the source has printed wrong is a warning, and the document is published; where the words of a date state another day than its value, the encoding is wrong, and that is an error.',
    wrong: '<date when="1978-07-22">Friday, 22 July 1978</date>',
    right: '<date when="1978-07-22">Saturday, 22 July 1978</date>',
  },
  language: {
    why: 'Browsers, search engines and screen readers go by xml:lang. Japanese letters tagged as English are read out as noise.',
    wrong: '<p xml:lang="ja">Kakubetsu no koto desu.</p>',
    right: '<p xml:lang="ja-Latn">Kakubetsu no koto desu.</p>',
  },
  numbering: {
    why: 'A gap in the numbers of paragraphs is a paragraph that was lost, withheld or misread. A count may go on from the division before, begin at 2 after an opening paragraph without number, or begin anew at 1.',
    wrong: '<p n="1"><label>1.</label>…</p> <p n="3"><label>3.</label>…</p>',
    right: '<p n="1"><label>1.</label>…</p> <p n="2"><label>2.</label>…</p>',
  },
  quotation: {
    why: 'Who speaks where hangs on quotation marks. One that is missing makes the narrator’s words somebody’s speech. A paragraph may stay open where the next begins with an opening mark again.',
    wrong: '<p>He said, “I think so, and left.</p>',
    right: '<p>He said, “I think so,” and left.</p>',
  },
  'header-fields': {
    why: 'Original and translation of one header were typed by different hands. Where they disagree on a date, a number, a name or a marking, one of them is wrong, and a reader should know.',
    wrong: '<seg type="sent" corresp="#h.sent"><date when="1978-07-23">…   (the translation: 1978-07-22)',
    right: '<seg type="sent" corresp="#h.sent"><date when="1978-07-22">…',
  },
  classification: {
    why: 'The level in the header is what readers filter by; it must be one that the document bears. An archive’s record that says otherwise, or a paragraph marked higher than the whole, points at a misreading or at a later regrading.',
    wrong:
      '<catRef scheme="#classification" target="#classification.confidential"/>  with  <seg type="classification" ana="#classification.secret">SECRET</seg>',
    right: '<catRef scheme="#classification" target="#classification.secret"/>',
  },
  'ocr-confusions': {
    why: 'Scanners and typewriters confuse l, I and 1, O and 0. In a number that is a wrong figure; in a date, no date at all. The words of the source stay; choice says what was meant.',
    wrong: '<date>l3 July 1976</date>, 3O years',
    right: '<date when="1976-07-13"><choice><sic>l3</sic><corr>13</corr></choice> July 1976</date>',
  },
  'revision-status': {
    why: 'Reviewed is said by a person on a day. The status of the whole is that of its newest change.',
    wrong: '<revisionDesc status="reviewed"><change status="unreviewed" who="#chancery">',
    right:
      '<revisionDesc status="reviewed"><change status="reviewed" who="#editor" when="2026-05-04">Read against the page.</change>',
  },
  unreviewed: {
    why: 'A status of reviewed or published is a promise about every assertion. Those that bear the program’s name alone have been read by nobody, or nobody has said so.',
    wrong: '<revisionDesc status="reviewed">…  with  <persName ref="#ogawa" cert="low" resp="#chancery" …>',
    right: '<persName ref="#ogawa" cert="high" resp="#chancery #editor" …>',
  },
  'register-links': {
    why: 'The entities of a document are joined to those of the edition by sameAs. One that leads nowhere, or to an entry of another kind, falls out of every index.',
    wrong: '<person xml:id="sato" sameAs="reg:sato-shojo">',
    right: '<person xml:id="sato" sameAs="reg:sato-shoji">',
  },
  lifetimes: {
    why: 'A letter by somebody who was dead, or signed as ambassador years after the term, has a wrong date or a wrong person. The dead may be named and quoted; only sending, receiving and turns of talk are theirs no more.',
    wrong:
      '<correspAction type="sent"><persName ref="#sato">Ambassador Sato</persName><date when="1984-03-01"/>  (term 1977 to 1979)',
    right:
      '<correspAction type="sent"><persName ref="#sato">Ambassador Sato</persName><date when="1978-03-01"/>',
  },
  'edition-links': {
    why: 'Pointers from one document into another break when files are renamed and paragraphs numbered anew; no check of single files sees it.',
    wrong: '<ref target="1978-07-21-sato-1373.xml#p99">',
    right: '<ref target="1978-07-21-sato-1373.xml#p9">',
  },
  'one-entry': {
    why: 'reg:sato-shoji must mean one entry, in whichever of the registers it stands.',
    wrong: '<person xml:id="sato-shoji"> in register.xml and in people.xml',
    right: '<person xml:id="sato-shoji"> in register.xml',
  },
  orphans: {
    why: 'An entry that nothing points to is a leftover, or the other end of a pointer with a slip in it. Only told where the whole edition is at hand.',
    wrong: '<place xml:id="karuizawa"> that no document mentions',
    right:
      'Remove the entry, or point to it: <placeName ref="#karuizawa">; or leave it for documents to come.',
  },
  'reference-order': {
    why: 'A post numbers its telegrams through the year. One number among many that is out of order was misread, or its date was. Series of which less than four fifths are in order are left alone.',
    wrong: '1390 of 25 July, 1348 of 26 July, 1402 of 28 July',
    right: '1390 of 25 July, 1398 of 26 July, 1402 of 28 July',
  },
  'redactions-shown': {
    why: 'A reader must see in every edition that something was withheld. A style sheet of one’s own that drops gaps would hide it.',
    wrong: '<xsl:template match="gap"/>',
    right: '<xsl:template match="gap"><span class="gap {@reason}">…</span></xsl:template>',
  },
  'element-not-allowed': {
    why: 'The name is misspelt, the element stands in the wrong place, or something that must come before it is missing («not allowed yet»).',
    wrong: '<p><lsit><item>…</item></lsit></p>',
    right: '<p><list><item>…</item></list></p>',
  },
  'attribute-not-allowed': {
    why: 'The name is misspelt, or belongs to another element.',
    wrong: '<persName reff="#sato">',
    right: '<persName ref="#sato">',
  },
  'attribute-value': {
    why: 'The schema has a list of values, or a form: a date is written 1978-07-22, a pointer without blanks.',
    wrong: '<date when="22 July 1978">',
    right: '<date when="1978-07-22">22 July 1978</date>',
  },
  'missing-attribute': {
    why: 'Without it the element does not say what it is for.',
    wrong: '<catRef target="#classification.secret"/>  (schema of Chancery)',
    right: '<catRef scheme="#classification" target="#classification.secret"/>',
  },
  'text-not-allowed': {
    why: 'Elements such as div, list or body hold elements; words need a paragraph or another element around them.',
    wrong: '<div>I replied to Vice Minister Han.</div>',
    right: '<div><p>I replied to Vice Minister Han.</p></div>',
  },
  'content-value': {
    why: 'The content of the element is data, not prose: a number, a date, one of a list.',
    wrong: '<geo>39° 54′ N</geo>  (where the schema asks for numbers)',
    right: '<geo>39.9 116.4</geo>',
  },
  incomplete: {
    why: 'The element ends before all is there that the schema asks for.',
    wrong: '<fileDesc><titleStmt>…</titleStmt></fileDesc>',
    right:
      '<fileDesc><titleStmt>…</titleStmt><publicationStmt>…</publicationStmt><sourceDesc>…</sourceDesc></fileDesc>',
  },
  'duplicate-id': {
    why: 'An ID names one element. For TEI the rule ids tells it, with the place of the other one.',
    wrong: '<p xml:id="p3"/> <p xml:id="p3"/>',
    right: '<p xml:id="p3"/> <p xml:id="p4"/>',
  },
  'unresolved-idref': {
    why: 'The attribute is declared as a reference to an ID of the same file.',
    wrong: '<note target="n9"/>  without  xml:id="n9"',
    right: '<note target="n9"/> … <p xml:id="n9">',
  },
};

/** The page in Markdown; nothing where there is no such rule. */
export function rulePage(id: string): string | undefined {
  const rule = everyRule.find((r) => r.id === id);
  const page = pages[id];
  if (!rule || !page) return undefined;
  return `# ${rule.id}

${rule.says}

${page.why}

Wrong:

${indented(page.wrong)}

Right:

${indented(page.right)}

* Code: \`${rule.code}\`, severity: ${rule.severity}
* After: ${rule.basis}
* ${asked(rule)}
* Another severity, for one run: \`--severity ${rule.id}=warning\` (error, warning, info, off); for all: \`"validation": { "severity": { "${rule.id}": "warning" } }\` in chancery.json
* Where it is meant so: \`"validation": { "suppress": [{ "rule": "${rule.id}", "file": "tei/NAME.xml", "reason": "…" }] }\`
`;
}

/** What `--explain` says of a code: what it means, how to mend it, and the rules that use it. */
export function codePage(code: string): string | undefined {
  if (!Object.hasOwn(diagnosticsTable, code)) return undefined;
  const { means, mend, severity } = diagnosticsTable[code as Code];
  const own = everyRule.filter((rule) => rule.code === code).map((rule) => rule.id);
  const rules = own.length === 0 ? '' : `\nRules with this code: ${own.join(', ')}.\n`;
  return `# ${code}\n\n${means}\n\n${mend}\n\nSeverity: ${severity}.\n${rules}`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

function asked(rule: RuleDescription): string {
  if (grammarRules.includes(rule)) return 'Asked of: every file, by the schema it is held against';
  if (rule.id === 'redactions-shown')
    return 'Asked of: editions, when they are made and when dist/ is validated';
  if (['ids', 'pointers-resolve', 'dates', 'language'].includes(rule.id)) return 'Asked of: every TEI';
  if (!widerRules.includes(rule)) return 'Asked of: TEI that Chancery wrote; also in schemas/chancery.sch';
  return ['register-links', 'lifetimes'].includes(rule.id)
    ? 'Asked of: TEI of a project with a register'
    : 'Asked of: several files, or a folder, given to `chancery validate`';
}
