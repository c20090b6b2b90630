/**
 * The flow as a Word document (ECMA-376, 5th edition, transitional), for colleagues who comment there: named styles,
 * languages, headings for the outline, bookmarks with the ids of the TEI, so that a comment can be found there again.
 */
import { serialise } from '../../xml/serialise.ts';
import { docxStyles } from './docx-styles.ts';
import { type Element, el } from './element.ts';
import { type Flow, type Line, linkedIds, type Mark, type Paragraph, type Run } from './flow.ts';
import { type Part, zipOf } from './zip.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const offices = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

export function docx(flow: Flow): Uint8Array {
  const links = new Map<string, string>();
  const linked = linkedIds(flow);
  let bookmarks = 0;
  const bookmark = (): string => String(bookmarks++);
  const linkOf = (address: string): string => {
    const id = links.get(address) ?? `link${links.size + 1}`;
    links.set(address, id);
    return id;
  };
  const body = [
    paragraphOf('Title', [el('w:r', {}, text(flow.title))]),
    ...flow.facts.map(factOf),
    paragraphOf('Rule', []),
    ...flow.paragraphs.map((p) => bodyParagraph(p, linked, bookmark, linkOf)),
    paragraphOf('Rule', []),
    ...flow.about.map(factOf),
    section(),
  ];
  const document = el('w:document', { 'xmlns:w': word, 'xmlns:r': offices }, el('w:body', {}, body));
  return zipOf([
    { path: '[Content_Types].xml', content: serialise(contentTypes()) },
    part(
      '_rels/.rels',
      relationships([
        ['main', 'officeDocument', 'word/document.xml'],
        ['core', 'core', 'docProps/core.xml'],
      ]),
    ),
    part('docProps/core.xml', core(flow)),
    part('word/document.xml', document),
    part('word/styles.xml', docxStyles(word, flow.language)),
    part('word/footer1.xml', footer(flow.title)),
    part(
      'word/_rels/document.xml.rels',
      relationships([
        ['styles', 'styles', 'styles.xml'],
        ['footer', 'footer', 'footer1.xml'],
        ...[...links].map(([address, id]): Relationship => [id, 'hyperlink', address]),
      ]),
    ),
  ]);
}

const part = (path: string, root: Element): Part => ({ path, content: serialise(root) });

const styleOf: Readonly<Record<Paragraph['kind'], string>> = {
  head: 'Heading1',
  line: 'HeaderLine',
  item: 'ListItem',
  row: 'TableRow',
  note: 'NoteText',
  speaker: 'Speaker',
  voice: 'Speaker',
  text: 'BodyText',
};

function bodyParagraph(
  paragraph: Paragraph,
  linked: ReadonlySet<string>,
  bookmark: () => string,
  linkOf: (address: string) => string,
): Element {
  const style =
    paragraph.kind === 'head'
      ? `Heading${Math.min(3, Math.max(1, paragraph.level))}`
      : styleOf[paragraph.kind];
  const runs = paragraph.runs.map((run) => runOf(run, paragraph.language, linked, linkOf));
  // A bookmark's name has at most 40 characters (section 17.13.6.2).
  const marks = paragraph.ids.map((id) => ({ id: bookmark(), name: bookmarkName(id) }));
  return paragraphOf(
    style,
    [
      ...marks.map(({ id, name }) => el('w:bookmarkStart', { 'w:id': id, 'w:name': name })),
      ...runs,
      ...marks.map(({ id }) => el('w:bookmarkEnd', { 'w:id': id })),
    ],
    paragraph.depth,
  );
}

const bookmarkName = (id: string): string => id.replace(/[^\p{L}\p{N}_]/gu, '_').slice(0, 40);

function paragraphOf(style: string, children: readonly Element[], depth = 0): Element {
  const indent = depth > 0 ? [el('w:ind', { 'w:left': String(depth * 454) })] : [];
  return el('w:p', {}, el('w:pPr', {}, el('w:pStyle', { 'w:val': style }), indent), children);
}

function factOf({ label, value }: Line): Element {
  return paragraphOf('Fact', [
    el('w:r', {}, el('w:rPr', {}, el('w:b')), text(`${label}: `)),
    el('w:r', {}, text(value)),
  ]);
}

/** In the order that the schema of w:rPr asks for (section 17.3.2.28). */
const markProperties: readonly (readonly [Mark, Element])[] = [
  ['ed', el('w:rStyle', { 'w:val': 'EditionWords' })],
  ['b', el('w:b')],
  ['i', el('w:i')],
  ['sc', el('w:smallCaps')],
  ['s', el('w:strike')],
  ['u', el('w:u', { 'w:val': 'single' })],
  ['sup', el('w:vertAlign', { 'w:val': 'superscript' })],
  ['sub', el('w:vertAlign', { 'w:val': 'subscript' })],
];

function runOf(
  run: Run,
  language: string | undefined,
  linked: ReadonlySet<string>,
  linkOf: (address: string) => string,
): Element {
  if (run === 'break') return el('w:r', {}, el('w:br'));
  const properties = markProperties
    .filter(([mark]) => run.marks.includes(mark))
    .map(([, property]) => property);
  const script = language === undefined ? [] : [el('w:lang', { 'w:val': language, 'w:eastAsia': language })];
  const all = [...properties, ...script];
  const words = run.marks.includes('ed') ? `⟦${run.text}⟧` : run.text;
  const element = el('w:r', {}, all.length > 0 ? el('w:rPr', {}, all) : [], text(words));
  if (run.href === undefined) return element;
  if (!run.href.startsWith('#')) return el('w:hyperlink', { 'r:id': linkOf(run.href) }, element);
  const id = run.href.slice(1);
  return linked.has(id) ? el('w:hyperlink', { 'w:anchor': bookmarkName(id) }, element) : element;
}

const text = (words: string): Element => el('w:t', { 'xml:space': 'preserve' }, words);

/** A4, with the footer. */
function section(): Element {
  return el(
    'w:sectPr',
    {},
    el('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
    el('w:pgSz', { 'w:w': '11906', 'w:h': '16838' }),
    el('w:pgMar', {
      ...{ 'w:top': '1417', 'w:right': '1701', 'w:bottom': '1417', 'w:left': '1701' },
      ...{ 'w:header': '708', 'w:footer': '708', 'w:gutter': '0' },
    }),
  );
}

/** The title, and which page of how many. */
function footer(title: string): Element {
  const field = (name: string) => el('w:fldSimple', { 'w:instr': name }, el('w:r', {}, text('1')));
  return el(
    'w:ftr',
    { 'xmlns:w': word, 'xmlns:r': offices },
    paragraphOf('Footer', [
      el('w:r', {}, text(`${title} · `)),
      field('PAGE'),
      el('w:r', {}, text(' / ')),
      field('NUMPAGES'),
    ]),
  );
}

type Relationship = readonly [id: string, type: string, target: string];

function relationships(all: readonly Relationship[]): Element {
  return el(
    'Relationships',
    { xmlns: `${packages}/relationships` },
    all.map(([Id, type, Target]) =>
      el('Relationship', {
        Id,
        Type: type === 'core' ? `${packages}/relationships/metadata/core-properties` : `${offices}/${type}`,
        Target,
        TargetMode: type === 'hyperlink' ? 'External' : undefined,
      }),
    ),
  );
}

function contentTypes(): Element {
  const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const types: readonly (readonly [string, string])[] = [
    ['/word/document.xml', `${office}.document.main+xml`],
    ['/word/styles.xml', `${office}.styles+xml`],
    ['/word/footer1.xml', `${office}.footer+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  return el(
    'Types',
    { xmlns: `${packages}/content-types` },
    el('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    types.map(([PartName, ContentType]) => el('Override', { PartName, ContentType })),
  );
}

/** No date of making: nothing here looks at a clock. */
function core(flow: Flow): Element {
  return el(
    'cp:coreProperties',
    {
      'xmlns:cp': `${packages}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    el('dc:title', {}, flow.title),
    flow.creators.length > 0 ? el('dc:creator', {}, flow.creators.join('; ')) : [],
    el('dc:identifier', {}, flow.id),
    el('dc:language', {}, flow.language),
  );
}
