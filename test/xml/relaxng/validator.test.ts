/** What an editor reads: one mistake, one message, at the right place, with what was most likely meant. */
import { describe, expect, test } from 'vitest';
import {
  compileRelaxNg,
  loadCompiled,
  NotWellFormedError,
  RelaxNgValidator,
  type Schema,
  validateXml,
} from '../../../src/xml/relaxng/index.ts';

/** A cable, much simplified. */
const CABLE = `
default namespace = "http://example.org/cable"
start = element cable {
  attribute xml:id { xsd:ID },
  attribute class { "secret" | "confidential" | "unclassified" },
  element header { element from { text }, element to { text }+, element date { attribute when { xsd:date }, text } },
  element body { (paragraph | element table { element row { element cell { text }+ }+ })+ },
  element note { attribute target { xsd:IDREF }, text }*
}
paragraph = element p { attribute n { xsd:positiveInteger }?, mixed { (element measure { attribute quantity { xsd:decimal }, text } | element name { text })* } }
`;

const schema = compileRelaxNg(CABLE);

function messages(body: string, compiled: Schema = schema): string[] {
  return validateXml(compiled, body).map(({ line, path, message }) => `${line} ${path}: ${message}`);
}

const cable = (parts: { attributes?: string; header?: string; body?: string; notes?: string } = {}): string =>
  `<cable xmlns="http://example.org/cable" ${parts.attributes ?? 'xml:id="c1" class="secret"'}>
${parts.header ?? '<header><from>A</from><to>B</to><date when="1978-07-22">July</date></header>'}
<body>
${parts.body ?? '<p>text</p>'}
</body>
${parts.notes ?? ''}
</cable>`;

test('a valid document gives nothing', () => {
  expect(
    messages(
      cable({
        body: '<p n="1">a <measure quantity="1.5">b</measure> c</p><table><row><cell/></row></table>',
      }),
    ),
  ).toEqual([]);
});

describe('one mistake gives one message', () => {
  test.each<[string, string, string[]]>([
    [
      'an element misspelt, and its content still checked',
      cable({ body: '<p><measur quantity="x">1</measur></p>' }),
      [
        '4 /cable/body/p/measur: element "measur" not allowed here; did you mean "measure"?',
        '4 /cable/body/p/measur: value "x" of attribute "quantity" not allowed; expected decimal',
      ],
    ],
    [
      'an element nobody knows, with its content',
      cable({ body: '<p><foo><bar a="1"/>text</foo> text</p>' }),
      ['4 /cable/body/p/foo: element "foo" not allowed here; expected "name" or "measure"'],
    ],
    [
      'an element of the schema in the wrong place',
      cable({ body: '<p>text</p><cell>text</cell><p>text</p>' }),
      ['4 /cable/body/cell: element "cell" not allowed here; it belongs in "row"; expected "p" or "table"'],
    ],
    [
      'an element missing before another',
      cable({ header: '<header><from/><date when="1978-07-22"/></header>' }),
      ['2 /cable/header/date: element "date" not allowed yet; expected "to" before it'],
    ],
    [
      'two elements in the wrong order',
      cable({ header: '<header><to/><from/><date when="1978-07-22"/></header>' }),
      ['2 /cable/header/to: element "to" not allowed yet; expected "from" before it'],
    ],
    [
      'another element instead of a required one',
      cable({ header: '<header><from/><cell/><date when="1978-07-22"/></header>' }),
      ['2 /cable/header/cell: element "cell" not allowed here; it belongs in "row"; expected "to"'],
    ],
    [
      'an element missing at the end',
      cable({ header: '<header><from/><to/></header>' }),
      ['2 /cable/header: element "header" incomplete; expected "date"'],
    ],
    [
      'an attribute misspelt that is required',
      cable({ attributes: 'xml:id="c1" clas="secret"' }),
      ['1 /cable: attribute "clas" not allowed on element "cable"; did you mean "class"?'],
    ],
    [
      'an attribute without its namespace',
      cable({ attributes: 'id="c1" class="secret"' }),
      ['1 /cable: attribute "id" not allowed on element "cable"; did you mean "xml:id"?'],
    ],
    [
      'an attribute missing',
      cable({ attributes: 'xml:id="c1"' }),
      ['1 /cable: element "cable" lacks the attribute "class"'],
    ],
    [
      'a value misspelt',
      cable({ attributes: 'xml:id="c1" class="sceret"' }),
      ['1 /cable: value "sceret" of attribute "class" not allowed; did you mean "secret"?'],
    ],
    [
      'a value of the wrong kind',
      cable({ header: '<header><from/><to/><date when="22 July"/></header>' }),
      ['2 /cable/header/date: value "22 July" of attribute "when" not allowed; expected date'],
    ],
    [
      'text where none may be',
      cable({ body: '<p/>\nstray\n\n<p/>' }),
      ['5 /cable/body: text "stray" not allowed in element "body"; expected "p"'],
    ],
    [
      'a reference to nothing',
      cable({ notes: '<note target="c1"/>\n<note target="c2"/>' }),
      ['7 /cable/note[2]: there is no ID "c2"'],
    ],
  ])('%s', (_, xml, expected) => {
    expect(messages(xml)).toEqual(expected);
  });

  test('the wrong namespace, said once for the whole document', () => {
    const xml = cable().replace('xmlns="http://example.org/cable" ', '');
    expect(messages(xml)).toEqual([
      '1 /cable: element "cable" is in no namespace; expected it in "http://example.org/cable"',
    ]);
    expect(messages(cable({ body: '<q/>' }).replace('xmlns="http://example.org/cable" ', ''))).toHaveLength(
      2,
    );
  });

  test('several mistakes give several messages', () => {
    const xml = cable({
      attributes: 'xml:id="c1" class="x"',
      body: '<p n="0"/><foo/><p><measure>1</measure></p>',
    });
    expect(validateXml(schema, xml).map(({ kind }) => kind)).toEqual([
      'attribute-value',
      'attribute-value',
      'element-not-allowed',
      'missing-attribute',
    ]);
  });
});

test('a finding has its facts apart from its sentence', () => {
  const [finding] = validateXml(schema, cable({ body: '<p/>\n<p><measur quantity="1"/></p>' }));
  expect(finding).toEqual({
    kind: 'element-not-allowed',
    line: 5,
    column: 26,
    path: '/cable/body/p[2]/measur',
    name: 'measur',
    expected: ['measure', 'name'],
    suggestion: 'measure',
    message: 'element "measur" not allowed here; did you mean "measure"?',
  });
});

test('IDs: twice the same, and references of either kind', () => {
  const ids = compileRelaxNg(
    `element r { element a { attribute id { xsd:ID }?, attribute ref { xsd:IDREF }?, attribute refs { xsd:IDREFS }? }* }`,
  );
  const found = validateXml(ids, '<r><a ref="y"/><a id="x"/>\n<a id=" x "/><a id="y" refs="x z"/></r>');
  expect(found.map(({ kind, value, line }) => [kind, value, line])).toEqual([
    ['duplicate-id', 'x', 2],
    ['unresolved-idref', 'z', 2],
  ]);
});

test('content that is a value', () => {
  const dates = compileRelaxNg(
    'element r { element d { xsd:date }*, element e { list { xsd:int, xsd:int } }? }',
  );
  expect(messages('<r><d> 2000-02-29 </d><d>2001-02-29</d><d/><e>1 2</e></r>', dates)).toEqual([
    '1 /r/d[2]: content "2001-02-29" of element "d" not allowed; expected date',
    '1 /r/d[3]: content "" of element "d" not allowed; expected date',
  ]);
  expect(messages('<r><e>1 2 3</e></r>', dates)).toHaveLength(1);
});

describe('the push interface', () => {
  test('text in pieces, declarations among the attributes, and use again', () => {
    const validator = new RelaxNgValidator(compileRelaxNg('element r { xsd:int }'));
    for (let i = 0; i < 2; i++) {
      validator.startElement(
        '',
        'r',
        [{ uri: 'http://www.w3.org/2000/xmlns/', local: 'xmlns', value: 'x' }],
        1,
        4,
      );
      validator.text('1', 1, 5);
      validator.text('2', 1, 6);
      validator.endElement(1, 10);
      expect(validator.end()).toEqual([]);
      validator.reset();
    }
    validator.startElement('', 'x', [], 1, 4);
    validator.endElement(1, 8);
    expect(validator.end()).toHaveLength(1);
    validator.reset();
    expect(validator.end()).toEqual([]);
  });

  test('QName values resolve their prefix', () => {
    const names = compileRelaxNg('namespace p = "u"\nelement r { attribute a { xsd:QName "p:x" } }');
    expect(validateXml(names, '<r xmlns:q="u" a="q:x"/>')).toEqual([]);
    expect(validateXml(names, '<r xmlns:q="v" a="q:x"/>')).toHaveLength(1);
  });

  test('no more findings than asked for', () => {
    expect(validateXml(schema, cable({ body: '<a/><b/><c/>' }), { maxFindings: 2 })).toHaveLength(2);
  });

  test('two validators of one schema at the same time', () => {
    const one = new RelaxNgValidator(schema);
    const other = new RelaxNgValidator(schema);
    for (const validator of [one, other])
      validator.startElement('http://example.org/cable', 'cable', [], 1, 1);
    for (const validator of [one, other]) validator.endElement(1, 1);
    expect(one.end()).toEqual(other.end());
  });
});

test('what is not well-formed is an error with its place', () => {
  expect(() => validateXml(schema, '<a>\n<b></a>')).toThrow(NotWellFormedError);
  try {
    validateXml(schema, '<a>\n<b></a>');
  } catch (error) {
    expect(error).toMatchObject({ line: 2 });
  }
});

test('the stored form finds the same, and another version is refused', () => {
  const loaded = loadCompiled(JSON.parse(JSON.stringify(schema)));
  const xml = cable({
    attributes: 'xml:id="c1" class="x"',
    body: '<p n="0"/><foo/><p><measure>1</measure></p>',
  });
  expect(validateXml(loaded, xml)).toEqual(validateXml(schema, xml));
  expect(() => loadCompiled({ format: 'chancery-relaxng', version: 0 })).toThrow(/compile it again/);
  expect(() => loadCompiled(null)).toThrow(/not a compiled schema/);
});
