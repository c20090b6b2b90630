/** The styles of the Word document: few, named, each based on the one before, so that a house style can replace them. */
import { type Element, el } from './element.ts';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  /** In twentieths of a point. */
  readonly before?: number;
  readonly after?: number;
  /** In half points. */
  readonly size?: number;
  readonly bold?: true;
  readonly italic?: true;
  /** Level in the outline, from 0. */
  readonly outline?: number;
  readonly keepNext?: true;
  readonly centred?: true;
  /** A line beneath. */
  readonly rule?: true;
}

const styles: readonly Style[] = [
  { id: 'Normal', name: 'Normal', after: 120 },
  { id: 'Title', name: 'Title', basedOn: 'Normal', size: 36, bold: true, after: 240, keepNext: true },
  {
    id: 'Heading1',
    name: 'heading 1',
    basedOn: 'Normal',
    size: 28,
    bold: true,
    before: 240,
    outline: 0,
    keepNext: true,
  },
  { id: 'Heading2', name: 'heading 2', basedOn: 'Heading1', size: 25, outline: 1 },
  { id: 'Heading3', name: 'heading 3', basedOn: 'Heading2', size: 23, italic: true, outline: 2 },
  { id: 'BodyText', name: 'Body Text', basedOn: 'Normal' },
  { id: 'HeaderLine', name: 'Header Line', basedOn: 'Normal', after: 40 },
  { id: 'ListItem', name: 'List Item', basedOn: 'BodyText', after: 60 },
  { id: 'TableRow', name: 'Table Row', basedOn: 'BodyText', after: 40 },
  { id: 'NoteText', name: 'Note', basedOn: 'BodyText', size: 19 },
  { id: 'Speaker', name: 'Speaker', basedOn: 'BodyText', bold: true, before: 120, after: 40, keepNext: true },
  { id: 'Fact', name: 'Fact', basedOn: 'Normal', size: 20, after: 20 },
  { id: 'Rule', name: 'Rule', basedOn: 'Normal', rule: true },
  { id: 'Footer', name: 'footer', basedOn: 'Normal', size: 18, centred: true },
];

export function docxStyles(namespace: string, language: string): Element {
  const fonts = el('w:rFonts', {
    ...{ 'w:ascii': 'Georgia', 'w:hAnsi': 'Georgia', 'w:cs': 'Times New Roman', 'w:eastAsia': 'Yu Mincho' },
  });
  const defaults = el(
    'w:docDefaults',
    {},
    el(
      'w:rPrDefault',
      {},
      el(
        'w:rPr',
        {},
        fonts,
        el('w:sz', { 'w:val': '22' }),
        el('w:lang', { 'w:val': language, 'w:eastAsia': 'ja' }),
      ),
    ),
    el('w:pPrDefault', {}, el('w:pPr', {}, el('w:spacing', { 'w:line': '288', 'w:lineRule': 'auto' }))),
  );
  return el('w:styles', { 'xmlns:w': namespace }, defaults, styles.map(styleElement), editionWords());
}

/** Children in the order of the schema (section 17.7.4.17 and those it refers to). */
function styleElement(style: Style): Element {
  const border = { 'w:val': 'single', 'w:sz': '4', 'w:space': '1', 'w:color': '999999' };
  const spacing = {
    'w:before': style.before === undefined ? undefined : String(style.before),
    'w:after': style.after === undefined ? undefined : String(style.after),
  };
  const paragraph = [
    style.keepNext ? [el('w:keepNext')] : [],
    style.rule ? [el('w:pBdr', {}, el('w:bottom', border))] : [],
    (style.before ?? style.after) ? [el('w:spacing', spacing)] : [],
    style.centred ? [el('w:jc', { 'w:val': 'center' })] : [],
    style.outline === undefined ? [] : [el('w:outlineLvl', { 'w:val': String(style.outline) })],
  ].flat();
  const run = [
    style.bold ? [el('w:b')] : [],
    style.italic ? [el('w:i')] : [],
    style.size === undefined ? [] : [el('w:sz', { 'w:val': String(style.size) })],
  ].flat();
  return el(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': style.id, 'w:default': style.id === 'Normal' ? '1' : undefined },
    el('w:name', { 'w:val': style.name }),
    style.basedOn === undefined ? [] : el('w:basedOn', { 'w:val': style.basedOn }),
    el('w:qFormat'),
    paragraph.length > 0 ? el('w:pPr', {}, paragraph) : [],
    run.length > 0 ? el('w:rPr', {}, run) : [],
  );
}

/** What the edition says within the text: grey, and in ⟦ ⟧ as everywhere. */
function editionWords(): Element {
  return el(
    'w:style',
    { 'w:type': 'character', 'w:styleId': 'EditionWords' },
    el('w:name', { 'w:val': 'Edition Words' }),
    el('w:qFormat'),
    el('w:rPr', {}, el('w:color', { 'w:val': '5F5F5F' })),
  );
}
