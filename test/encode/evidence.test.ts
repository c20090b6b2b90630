/** Every assertion shows its evidence: a walk over whole TEI files, header, text and lists. */
import { expect, test } from 'vitest';
import { encodeSource } from '../../src/pipeline.ts';
import {
  ancestorsOrSelf,
  attribute,
  elementsOf,
  parseXml,
  tokens,
  type XmlElement,
} from '../../src/xml/tree.ts';
import { bare, cable, context, sourceOf } from '../helpers/document.ts';

/** What the settings, the program or the file itself say, not a rule about the words. */
const notAsserted = [
  'publicationStmt',
  'encodingDesc',
  'revisionDesc',
  'editor',
  // The row of a catalogue, column by column, word for word.
  'bibl[catalogue]',
  // The file: name, checksum, size.
  'bibl[file]',
];

/** Attributes that say something of the document which its characters alone do not. */
const asserting =
  'who toWhom ref when when-iso from to notBefore notAfter dur-iso atLeast atMost sameAs role target scheme form mainLang ident reason'.split(
    ' ',
  );

/** Elements that are an assertion whatever their attributes. */
const asserted = new Set(
  'author abstract catRef language textLang objectDesc institution repository idno msName correspAction setting person org place event bibl persName orgName placeName roleName rs said sp date time seg sic gap mentioned soCalled'.split(
    ' ',
  ),
);

const nameOf = (e: XmlElement): string => {
  const type = attribute(e, 'type');
  return type === undefined ? e.name : `${e.name}[${type}]`;
};

/** Maker, certainty and a rule that the header describes. */
const isEvident = (e: XmlElement, rules: ReadonlySet<string>): boolean =>
  tokens(e, 'resp').length > 0 &&
  attribute(e, 'cert') !== undefined &&
  tokens(e, 'ana').some((pointer) => rules.has(pointer.slice(1)));

/** Assertions with no evidence of their own nor of what holds them, as `name@attribute`. */
function unfounded(tei: string): readonly string[] {
  const { root } = parseXml(tei, 'tei.xml');
  if (!root) throw new Error('not well-formed');
  const all = [...elementsOf(root)];
  const rules = new Set(
    all
      .filter(
        (e) =>
          e.name === 'category' && [...ancestorsOrSelf(e)].some((t) => attribute(t, 'xml:id') === 'rules'),
      )
      .flatMap((e) => attribute(e, 'xml:id') ?? []),
  );
  const found: string[] = [];
  for (const element of all) {
    const attributes = asserting.filter((name) => attribute(element, name) !== undefined);
    if (attributes.length === 0 && !asserted.has(element.name)) continue;
    const holders = [...ancestorsOrSelf(element)];
    if (holders.some((e) => notAsserted.includes(e.name) || notAsserted.includes(nameOf(e)))) continue;
    // The piece of the page as a whole is a place in the source; a redaction's words stand beside its gap.
    if (['bibl[archive-page]', 'seg[gap]'].includes(nameOf(element))) continue;
    // In the text each answers for itself, but for the parts of a name; in header and lists for what it holds.
    const inText = holders.some((e) => e.name === 'text');
    const answering = inText ? holders.filter((e) => e === element || e.name === 'persName') : holders;
    if (!answering.some((e) => isEvident(e, rules))) found.push(`${nameOf(element)}@${attributes.join('+')}`);
  }
  return found;
}

const cables = {
  'the first cable': String(encodeSource(cable, context).tei.content),
  'the same without a register': String(encodeSource(cable, bare).tei.content),
  'a cablegram with its holder below': String(
    encodeSource(
      sourceOf(
        [
          '34 Mr A. B. Carver to Department of External Affairs',
          '',
          'Cablegram 21 LONDON, 3 May 1946, 6.10 p.m.',
          '',
          'IMMEDIATE SECRET',
          '',
          'Mr Carver said that he would stay 2 to 3 days. [1 line not declassified]',
          '',
          '[AA : A1838, 250/10/7]',
        ].join('\n'),
      ),
      bare,
    ).tei.content,
  ),
  'a telegram with turns and a note': String(
    encodeSource(
      sourceOf(
        [
          'CONFIDENTIAL',
          'PAGE 01 OSLO 01234 221500Z',
          'R 221430Z JUL 78',
          'FM AMEMBASSY OSLO',
          'TO SECSTATE WASHDC PRIORITY 1234',
          'C O N F I D E N T I A L OSLO 1234',
          'SUBJECT: TALKS ON FISHERIES',
          'REF: OSLO 1200',
          '',
          '1. FOREIGN MINISTER LIND TOLD AMBASSADOR ON JULY 20 THAT NORWAY WOULD ANSWER IN TWO DAYS.',
          '2. (C) EMBASSY WILL REPORT.',
          'MOORE',
          'CONFIDENTIAL',
          'NNNN',
        ].join('\n'),
        'sources/1978OSLO01234.txt',
      ),
      bare,
    ).tei.content,
  ),
};

for (const [name, tei] of Object.entries(cables))
  test(`${name}: no assertion without evidence`, () => expect(unfounded(tei)).toEqual([]));

test('an assertion that loses its evidence is found, wherever it stands', () => {
  const tei = cables['the first cable'];
  const without = (element: RegExp): readonly string[] => {
    const changed = tei.replace(element, (tag) => tag.replace(/ (?:cert|resp|ana)="[^"]*"/g, ''));
    expect(changed).not.toBe(tei);
    return unfounded(changed);
  };
  expect(without(/<person xml:id="han-nianlong"[^>]*>/)).toContain('person@sameAs+role');
  expect(without(/<catRef scheme="#classification"[^>]*>/)).toContain('catRef@target+scheme');
  expect(without(/<setting [^>]*>/)).toEqual(['setting@', 'date@when']);
  expect(without(/<institution [^>]*>/)).toEqual(['institution@ref']);
  expect(without(/<said xml:id="u4"[^>]*>/)).toContain('said@who+toWhom');
  expect(without(/<seg type="sent" xml:id="h\.sent"[^>]*>/)).toEqual(['seg[sent]@']);
});
