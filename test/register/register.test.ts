/** What the register proposes, and changes that leave the editor's file as it was. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentMentions } from '../../src/register/mentions.ts';
import { mentionsOf } from '../../src/register/mentions.ts';
import { entryId, nameKey } from '../../src/register/names.ts';
import { proposalsFor } from '../../src/register/propose.ts';
import type { Register } from '../../src/register.ts';
import { readRegister } from '../../src/xml/register.ts';
import { emptyRegisterXml, merged, withEntry } from '../../src/xml/register-edit.ts';

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="register" xml:lang="en" type="register">
<teiHeader><fileDesc><titleStmt><title>R</title></titleStmt><publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>
<standOff>
  <!-- people of the boats -->
  <listPerson>
    <person xml:id="marsh">
      <persName>Jane  Marsh</persName><!-- two blanks, as she wrote it -->
      <state type="office" from="1960" to="1962"><label>Ambassador of Ruritania</label></state>
    </person>
    <person xml:id='marsh-2'>
      <persName>MARSH, Jane</persName>
      <persName xml:lang="ja">マーシュ</persName>
      <idno type="viaf">7</idno>
    </person>
  </listPerson>
\t<listPlace/>
</standOff>
</TEI>
`;
const registerOf = (text: string): Register => {
  const { register, diagnostics } = readRegister(text, 'register.xml');
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return register;
};

describe('names', () => {
  test.each([
    ['The Foreign Office', 'foreign office'],
    ['FOREIGN  OFFICE', 'foreign office'],
    ['Satō Shōji', 'sato shoji'],
    ['O’Neill', 'oneill'],
  ])('%s', (name, key) => expect(nameKey(name)).toBe(key));

  test('ids are slugs, numbered where taken, and never empty', () => {
    expect(entryId('person', 'Satō Shōji', new Set())).toBe('sato-shoji');
    expect(entryId('person', 'Satō Shōji', new Set(['sato-shoji']))).toBe('sato-shoji-2');
    expect(entryId('person', '佐藤', new Set())).toBe('person-u4f50-u85e4');
    expect(entryId('org', '3rd Fleet', new Set())).toBe('org-3rd-fleet');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(entryId('place', name, new Set())).toMatch(/^[a-z][a-z0-9-]*$/);
      }),
    );
  });
});

describe('changes', () => {
  test('an entry goes behind the last of its list, with its indent; all else stays', () => {
    const made = withEntry(xml, {
      id: 'grey',
      kind: 'person',
      names: [{ text: 'A. & B. Grey' }, { text: 'グレイ', language: 'ja', type: 'alt' }],
      offices: [{ title: 'Minister', from: '1961-05-05', to: '1961-05-05' }],
    });
    const added = `
    <person xml:id="grey">
      <persName>A. &amp; B. Grey</persName>
      <persName xml:lang="ja" type="alt">グレイ</persName>
      <state type="office" when="1961-05-05"><label>Minister</label></state>
    </person>`;
    expect(made.replace(added, '')).toBe(xml);
    expect(registerOf(made).entries.map((e) => e.id)).toEqual(['marsh', 'marsh-2', 'grey']);
  });

  test('a list that is empty, and one that is not there', () => {
    const place = withEntry(xml, { id: 'streslau', kind: 'place', names: [{ text: 'Streslau' }] });
    expect(place).toContain('\t<listPlace>\n\t  <place xml:id="streslau">');
    const office = withEntry(place, { id: 'minister', kind: 'office', names: [{ text: 'Minister' }] });
    expect(office).toContain('\n\t<listOrg type="offices">\n\t  <org xml:id="minister" type="office">');
    const kinds = registerOf(office).entries.map((e) => [e.id, e.kind]);
    expect(kinds).toContainEqual(['streslau', 'place']);
    expect(kinds).toContainEqual(['minister', 'office']);
  });

  test('every kind, into a register that is new', () => {
    for (const kind of ['person', 'office', 'org', 'place', 'document', 'event'] as const) {
      const made = withEntry(emptyRegisterXml('A & B'), { id: 'x', kind, names: [{ text: 'Name' }] });
      expect(registerOf(made).entries).toMatchObject([{ id: 'x', kind, name: 'Name' }]);
    }
  });

  test('one entry takes up another: what it lacks goes over, pointers follow', () => {
    const pointing = xml.replace(
      '<listPlace/>',
      '<listPlace><place xml:id="p" corresp="#marsh-2 #marsh"><placeName>P</placeName></place></listPlace>',
    );
    const made = merged(pointing, 'marsh', 'marsh-2');
    const register = registerOf(made);
    expect(register.entries.find((e) => e.id === 'marsh')).toMatchObject({
      names: [{ text: 'Jane Marsh' }, { text: 'MARSH, Jane' }, { text: 'マーシュ' }],
      authorities: { viaf: '7' },
    });
    expect(made).toContain('corresp="#marsh #marsh"');
    expect(made).not.toContain('marsh-2');
    expect(made).toContain('<!-- two blanks, as she wrote it -->');
    expect(made).toContain('<!-- people of the boats -->');
  });

  test('what cannot be done is said', () => {
    expect(() => withEntry(xml, { id: 'marsh', kind: 'person', names: [] })).toThrow(/already/);
    expect(() => merged(xml, 'marsh', 'nobody')).toThrow(/no entry nobody/);
    expect(() => merged(xml, 'marsh', 'marsh')).toThrow(/different/);
    const place = withEntry(xml, { id: 'p', kind: 'place', names: [{ text: 'P' }] });
    expect(() => merged(place, 'marsh', 'p')).toThrow(/kinds/);
  });

  test('any names at all: the file stays sound and the names come back', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((s) => /\S/.test(s) && !/[\p{C}\ufffe\uffff]/u.test(s));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        const made = withEntry(xml, { id: 'new', kind: 'person', names: names.map((text) => ({ text })) });
        const entry = registerOf(made).entries.find((e) => e.id === 'new');
        expect(entry?.names.map((n) => n.text)).toEqual(names.map((n) => n.replace(/\s+/g, ' ').trim()));
      }),
      { numRuns: 60 },
    );
  });
});

describe('proposals', () => {
  const document = (
    over: Partial<DocumentMentions['entities'][number]>,
    date = '1961-05-05',
  ): DocumentMentions => ({
    file: 'tei/a.xml',
    date,
    entities: [{ kind: 'person', name: 'Grey', mentions: 2, spellings: [], ...over }],
  });

  test('a name without an entry, with its spellings and the days of its office', () => {
    const documents = [
      { ...document({ office: 'Minister', spellings: ['Mr. Grey'] }), file: 'tei/b.xml' },
      document({ name: 'GREY', office: 'Minister', mentions: 1 }, '1960-01-02'),
    ];
    expect(proposalsFor(registerOf(xml), documents).filter((p) => p.type === 'new')).toEqual([
      {
        type: 'new',
        id: 'grey',
        kind: 'person',
        name: 'GREY',
        aliases: ['Mr. Grey'],
        offices: [{ title: 'Minister', from: '1960-01-02', to: '1961-05-05' }],
        mentions: 3,
        files: ['tei/a.xml', 'tei/b.xml'],
        reasons: ['no entry has this name', '3 mentions in 2 documents'],
      },
    ]);
  });

  test('a name that entries have is a question, with every one of them', () => {
    expect(proposalsFor(registerOf(xml), [document({ name: 'Marsh, Jane' })])[0]).toMatchObject({
      type: 'question',
      candidates: ['marsh-2'],
    });
  });

  test('the family name and the office at the date', () => {
    const held = { name: 'Marsh', office: 'Ambassador' };
    expect(proposalsFor(registerOf(xml), [document(held)])[0]).toMatchObject({
      type: 'question',
      candidates: ['marsh'],
      reasons: ['marsh: Ambassador at 1961-05-05, as «Ambassador of Ruritania» of the register was'],
    });
    // In another year it was somebody else.
    expect(proposalsFor(registerOf(xml), [document(held, '1975-01-01')])[0]).toMatchObject({ type: 'new' });
  });

  test('entries with a name or an identifier in common may be one', () => {
    const twice = xml.replace('<persName>MARSH, Jane</persName>', '<persName>Jane Marsh</persName>');
    expect(proposalsFor(registerOf(twice), [])).toEqual([
      { type: 'merge', keep: 'marsh', drop: 'marsh-2', reasons: ['both are called «Jane Marsh»'] },
    ]);
  });

  test('the order of the documents changes nothing', () => {
    const documents = ['c', 'a', 'b'].map((name) => ({
      ...document({ name: `Grey ${name}` }),
      file: `tei/${name}.xml`,
    }));
    const register = registerOf(xml);
    expect(proposalsFor(register, documents)).toEqual(proposalsFor(register, [...documents].reverse()));
  });
});

test('mentions: what the text points to, what the list says, the date of the header', () => {
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><creation><date when="1961-05-05"/></creation><particDesc><listPerson><person xml:id="a" sameAs="reg:marsh"><persName>Marsh</persName><occupation>Ambassador</occupation></person></listPerson></particDesc></profileDesc></teiHeader><text><body><p><persName ref="#a">Mrs.
  Marsh</persName> and <persName ref="#a">Marsh</persName></p></body></text></TEI>`;
  expect(mentionsOf(tei, 'a.xml')).toEqual({
    file: 'a.xml',
    date: '1961-05-05',
    entities: [
      {
        kind: 'person',
        name: 'Marsh',
        register: 'marsh',
        mentions: 2,
        spellings: ['Mrs. Marsh', 'Marsh'],
        office: 'Ambassador',
      },
    ],
  });
  expect(mentionsOf('<TEI', 'a.xml')).toEqual({ file: 'a.xml', entities: [] });
});
