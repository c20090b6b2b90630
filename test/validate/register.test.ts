/** tei/register.xml as data. */
import { describe, expect, test } from 'vitest';
import { validate } from '../../src/validate/index.ts';
import { readRegister } from '../../src/xml/register.ts';
import { check, context, read } from './context.ts';

const own = readRegister(read('tei/register.xml'), 'tei/register.xml');
const entry = (id: string) => own.register.entries.find((e) => e.id === id);

const small = (lists: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff>${lists}</standOff></TEI>`;

describe('the register that ships', () => {
  test('is valid TEI of ours and reads without a word', () => {
    expect(check(read('tei/register.xml'))).toEqual([]);
    expect(own.diagnostics).toEqual([]);
  });

  test('knows what the first cable names', () => {
    const ids = [
      'sato-shoji',
      'han-nianlong',
      'foreign-minister-japan',
      'mofa-japan',
      'diplomatic-archives-japan',
    ];
    const more = [
      'government-japan',
      'government-china',
      'china',
      'japan',
      'tokyo',
      'united-states',
      'soviet-union',
    ];
    const documents = ['joint-statement-1972', 'japan-us-security-treaty', 'treaty-of-peace-and-friendship'];
    for (const id of [...ids, ...more, ...documents]) expect(entry(id), id).toBeDefined();
    expect(entry('sato-shoji')).toMatchObject({
      kind: 'person',
      name: 'Sato Shoji',
      offices: [
        { title: 'Ambassador of Japan to China', office: 'ambassador-japan-china', from: '1977', to: '1979' },
      ],
    });
    expect(entry('sato-shoji')?.names.map((n) => n.text)).toContain('佐藤正二');
    expect(entry('foreign-minister-japan')?.kind).toBe('office');
    expect(entry('china')).toMatchObject({ zone: 'Asia/Shanghai', authorities: { wikidata: 'Q148' } });
    expect(entry('tokyo')?.geo).toEqual([35.6895, 139.6917]);
    expect(entry('mofa-japan')?.seat).toBe('tokyo');
    expect(entry('joint-statement-1972')).toMatchObject({ kind: 'document', date: '1972-09-29' });
  });
});

describe('a faulty register', () => {
  test.each([
    [
      'an id twice',
      '<listPerson><person xml:id="a"><persName>A</persName></person><person xml:id="a"><persName>B</persName></person></listPerson>',
      'link.duplicate-id',
      /stands twice/,
    ],
    ['no name', '<listPerson><person xml:id="a"/></listPerson>', 'register.entry', /has no name/],
    [
      'no id',
      '<listPerson><person><persName>A</persName></person></listPerson>',
      'register.entry',
      /has no xml:id/,
    ],
    [
      'no time zone',
      '<listPlace><place xml:id="a"><placeName>A</placeName><idno type="tz">Peking</idno></place></listPlace>',
      'register.entry',
      /no IANA name/,
    ],
    [
      'no position',
      '<listPlace><place xml:id="a"><placeName>A</placeName><location><geo>north</geo></location></place></listPlace>',
      'register.entry',
      /as position/,
    ],
    [
      'a link to nothing',
      '<listOrg><org xml:id="a"><orgName>A</orgName><placeName type="seat" ref="#b">B</placeName></org></listOrg>',
      'register.entry',
      /not in the register/,
    ],
    ['not well-formed', '<listOrg>', 'xml.not-well-formed', /still open/],
  ])('%s', (_, lists, code, says) => {
    const { diagnostics } = readRegister(small(lists), 'register.xml');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code });
    expect(diagnostics[0]?.message).toMatch(says);
    expect(diagnostics[0]?.fix).toMatch(/\.$/);
  });

  test('numbers and blanks stay as written', () => {
    const { register } = readRegister(
      small(
        '<listOrg><org xml:id="a"><orgName>0078  <hi>A</hi> B</orgName><idno type="x">007</idno></org></listOrg>',
      ),
      'register.xml',
    );
    expect(register.entries[0]).toMatchObject({ name: '0078 A B', authorities: { x: '007' } });
  });
});

test('a link into the register is followed', () => {
  const xml = read('test/rules/pointers-resolve/valid.xml');
  const tei = (content: string) =>
    validate(
      { path: 'x.xml', mediaType: 'application/tei+xml', content },
      { ...context, register: own.register },
    );
  expect(tei(xml)).toEqual([]);
  const wrong = tei(xml.replace('reg:han-nianlong', 'reg:han'));
  expect(wrong).toMatchObject([{ code: 'link.unresolved', message: 'reg:han is no entry of the register' }]);
  const kind = tei(xml.replace('reg:han-nianlong', 'reg:tokyo'));
  expect(kind).toMatchObject([
    { code: 'link.kind', message: 'reg:tokyo is a place in the register, here a person' },
  ]);
});
