/** The text: a div for each layer, its header lines, headings, paragraphs; speech around what it covers. */
import type { Block, HeaderField, HeaderLine, Layer, Paragraph, Span, Speech } from '../document.ts';
import { type Encoding, sourceNote } from './encoding.ts';
import { type Mark, MarkIndex } from './inline.ts';
import { marksOf, speechAttributes } from './marks.ts';
import { el, type XmlElementNode, type XmlNode } from './node.ts';
import { chained, Paragraphs } from './over-blocks.ts';

/** Header fields that are markings: their value is a category of a taxonomy. */
const schemes = new Set(['classification', 'precedence', 'handling']);

export function encodeText(enc: Encoding, body: readonly Block[]): XmlElementNode {
  const layers = new Set(body.flatMap((b) => ('layer' in b ? [b.layer] : [])));
  const bilingual = layers.has('text') && layers.has('original');
  const isBlockSpeech = blockSpeech(body);
  const paragraphs = new Paragraphs(
    enc.text,
    body.flatMap((b) => (b.kind === 'paragraph' ? [afterLabel(b)] : [])),
  );
  const marks = new MarkIndex(
    enc.document.annotations
      .filter((a) => a.kind !== 'speech' || !isBlockSpeech(a))
      .flatMap((a) => {
        const parts = a.kind === 'speech' ? paragraphs.partsOf(a) : [];
        const own = marksOf(a, enc);
        return parts.length > 0 ? own.flatMap((mark) => chained(mark, parts)) : own;
      }),
  );
  const speeches = new Map(
    enc.document.annotations
      .filter((a): a is Speech => a.kind === 'speech' && isBlockSpeech(a))
      .map((s) => [s.span.start, s]),
  );
  const numbered = new Counter();

  const out: XmlNode[] = [];
  let i = 0;
  while (i < body.length) {
    const block = body[i] as Block;
    if (!('layer' in block)) {
      out.push(...enc.between(block.span));
      i++;
      continue;
    }
    // A run of blocks of one layer, without the white space after its last.
    let end = i;
    for (let j = i; j < body.length; j++) {
      const b = body[j] as Block;
      if (!('layer' in b)) continue;
      if (b.layer !== block.layer) break;
      end = j;
    }
    out.push(division(enc, body.slice(i, end + 1), block.layer, bilingual, marks, speeches, numbered));
    i = end + 1;
  }
  if (!out.some((n) => typeof n !== 'string')) out.push(el('div', {}, el('p')));
  // The first page begins without a form feed.
  const first = enc.document.source.pages?.[0];
  return el(
    'text',
    { 'xml:space': 'preserve' },
    el('body', {}, first?.at === 0 && el('pb', { n: first.n }), out),
  );
}

/** Numbers paragraphs over the whole text. */
class Counter {
  private n = 0;
  next(): string {
    return `p${++this.n}`;
  }
}

/** Does a speech begin and end with whole paragraphs? It then stands around them. */
function blockSpeech(body: readonly Block[]): (speech: { readonly span: Span }) => boolean {
  const paragraphs = body.filter((b) => b.kind === 'paragraph');
  const starts = new Set(paragraphs.map((b) => b.span.start));
  const ends = new Set(paragraphs.map((b) => b.span.end));
  return (speech) => starts.has(speech.span.start) && ends.has(speech.span.end);
}

function division(
  enc: Encoding,
  blocks: readonly Block[],
  layer: Layer,
  bilingual: boolean,
  marks: MarkIndex,
  speeches: ReadonlyMap<number, Speech>,
  numbered: Counter,
): XmlElementNode {
  const top: XmlNode[] = [];
  const sections: XmlNode[][] = [];
  const foot: XmlNode[] = [];
  const begin = topEnd(blocks);
  const end = Math.max(begin, tailStart(blocks));
  let children = top;
  let i = 0;
  while (i < blocks.length) {
    const block = blocks[i] as Block;
    if (i >= end) children = foot;
    else if (i >= begin && block.kind === 'heading') {
      children = [];
      sections.push(children);
    }
    if (block.kind === 'header') {
      const role = headerRole(block);
      const run = runOf(blocks, i, (b) => b === block || (b.kind === 'header' && headerRole(b) === role));
      const lines = role === 'head' || role === 'note' ? [block] : run;
      children.push(
        headerElement(enc, role, block, i < begin, i >= end, () =>
          lines.flatMap((b) => headerNodes(enc, b, marks, bilingual)),
        ),
      );
      i += lines.length;
      continue;
    }
    if (block.kind === 'paragraph' && block.speaker) {
      const run = runOf(
        blocks,
        i,
        (b) => b === block || b.kind === 'page-break' || (b.kind === 'paragraph' && !b.speaker),
      );
      children.push(turn(enc, run, marks, speeches, numbered));
      i += run.length;
      continue;
    }
    const speech = speeches.get(block.span.start);
    if (speech) {
      const run = runOf(
        blocks,
        i,
        (b) => b.span.end <= speech.span.end && b.kind !== 'heading' && b.kind !== 'header',
      );
      children.push(
        el(
          'said',
          { 'xml:id': enc.utterance(speech), ...speechAttributes(speech, enc) },
          run.flatMap((b) => blockNodes(enc, b, marks, numbered)),
        ),
      );
      i += run.length;
      continue;
    }
    children.push(...blockNodes(enc, block, marks, numbered));
    i++;
  }
  const ids: Record<Layer, string> = { text: 'translation', original: 'original' };
  return el(
    'div',
    bilingual
      ? {
          type: ids[layer],
          'xml:id': enc.ids.fresh(ids[layer]),
          'xml:lang': layer === 'text' ? enc.document.language : 'ja',
          corresp: `#${ids[layer === 'text' ? 'original' : 'text']}`,
        }
      : { type: 'document', 'xml:id': enc.ids.fresh('text'), 'xml:lang': enc.document.language },
    top,
    sections.map((s) => el('div', { type: 'section' }, s)),
    foot,
  );
}

/** Where the lines that may stand at the top of a div end (TEI class model.divTop). */
function topEnd(blocks: readonly Block[]): number {
  const at = blocks.findIndex(
    (b) =>
      !['space', 'heading', 'page-break'].includes(b.kind) &&
      (b.kind !== 'header' || b.position === 'closer'),
  );
  return at < 0 ? blocks.length : at;
}

/** Where the lines that may stand at the foot of a div begin (TEI class model.divBottom): closers and notes. */
function tailStart(blocks: readonly Block[]): number {
  let at = blocks.length;
  while (at > 0) {
    const b = blocks[at - 1] as Block;
    if (!['space', 'note', 'page-break'].includes(b.kind) && (b.kind !== 'header' || b.position !== 'closer'))
      break;
    at--;
  }
  return at;
}

type HeaderRole = 'head' | 'note' | 'opener' | 'closer';

/** A line with the title of the document is its head; the note on its source is a note; others open or close. */
function headerRole(line: HeaderLine): HeaderRole {
  if (line.fields.some((f) => f.name === 'title')) return 'head';
  if (line.fields.some((f) => f.name === 'source-note')) return 'note';
  return line.position ?? 'opener';
}

/** Lines of the header as the element for them; amid the text, where TEI has no opener or closer, a block of their own. */
function headerElement(
  enc: Encoding,
  role: HeaderRole,
  line: HeaderLine,
  above: boolean,
  below: boolean,
  nodes: () => readonly XmlNode[],
): XmlElementNode {
  if (role === 'note')
    return el(
      'note',
      { type: 'source', 'xml:id': enc.noteId(sourceNote), source: enc.sourcePointer(line.span) },
      nodes(),
    );
  if (role === 'head' && above)
    return el('head', { 'xml:id': enc.ids.fresh('h.title'), ...enc.evidence(line) }, nodes());
  if ((role === 'opener' && above) || (role === 'closer' && below)) return el(role, {}, nodes());
  return el('ab', { type: role === 'head' ? 'opener' : role }, nodes());
}

/** Blocks from `start` for which the test holds, with the white space between but not after them. */
function runOf(blocks: readonly Block[], start: number, test: (block: Block) => boolean): readonly Block[] {
  let end = start;
  for (let i = start; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'space') continue;
    if (!test(block)) break;
    end = i;
  }
  return blocks.slice(start, end + 1);
}

/** A turn of a transcript (TEI chapter 8): the label as `speaker`, then its paragraphs. */
function turn(
  enc: Encoding,
  run: readonly Block[],
  marks: MarkIndex,
  speeches: ReadonlyMap<number, Speech>,
  numbered: Counter,
): XmlElementNode {
  const [first, ...rest] = run as readonly [Paragraph, ...Block[]];
  const label = first.speaker as Span;
  const speech = speeches.get(first.span.start);
  const words = { start: label.end, end: first.span.end };
  let at = words.start;
  while (at < words.end && /\s/u.test(enc.text[at] ?? '')) at++;
  return el(
    'sp',
    speech
      ? { 'xml:id': enc.utterance(speech), who: enc.ids.pointer(speech.who), ...enc.evidence(speech) }
      : {},
    el('speaker', {}, enc.inline(label, marks.within(label))),
    enc.text.slice(label.end, at),
    el(
      'p',
      { 'xml:id': enc.ids.fresh(numbered.next()), n: first.n },
      enc.inline({ start: at, end: words.end }, marks.within({ start: at, end: words.end })),
    ),
    ...rest.map((b) => blockNodes(enc, b, marks, numbered)),
  );
}

function blockNodes(enc: Encoding, block: Block, marks: MarkIndex, numbered: Counter): readonly XmlNode[] {
  const words = () => enc.inline(block.span, marks.within(block.span));
  switch (block.kind) {
    case 'space':
    case 'furniture':
    case 'catalogue':
      return enc.between(block.span);
    case 'paragraph':
      return [paragraph(enc, block, marks, numbered)];
    case 'heading':
      return [el('head', { 'xml:id': enc.ids.fresh('h.title'), ...enc.evidence(block) }, words())];
    case 'header':
      return [el('ab', { type: block.position ?? 'opener' }, headerNodes(enc, block, marks, false))];
    case 'note': {
      const label: readonly Mark[] = block.label
        ? [{ span: block.label, rank: 0, name: 'label', attributes: {} }]
        : [];
      return [
        el(
          'note',
          {
            place: 'bottom',
            n: block.n,
            'xml:id': enc.noteId(block.n, block.span.start),
            source: enc.sourcePointer(block.span),
          },
          enc.inline(block.span, [...label, ...marks.within(afterLabel(block))]),
        ),
      ];
    }
    case 'page-break':
      return [el('pb', { n: block.n }), el('fw', { type: 'page', ...enc.evidence(block) }, words())];
    case 'unrecognised':
      return [
        el(
          'ab',
          { 'xml:id': enc.ids.fresh(numbered.next()), type: 'unrecognised', ...enc.evidence(block) },
          words(),
        ),
      ];
  }
}

function paragraph(enc: Encoding, block: Paragraph, marks: MarkIndex, numbered: Counter): XmlElementNode {
  const label: readonly Mark[] = block.label
    ? [{ span: block.label, rank: 0, name: 'label', attributes: {} }]
    : [];
  return el(
    'p',
    { 'xml:id': enc.ids.fresh(numbered.next()), n: block.n },
    enc.inline(block.span, [...label, ...markingOf(enc, block), ...marks.within(afterLabel(block))]),
  );
}

/** Words of a block without its printed number: «1 October 17-31» is note 1 on days of October. */
const afterLabel = ({ span, label }: { readonly span: Span; readonly label?: Span }): Span =>
  label && label.start === span.start ? { start: label.end, end: span.end } : span;

/** The marking of a paragraph alone, `(C)`. */
function markingOf(enc: Encoding, { marking }: Paragraph): readonly Mark[] {
  if (!marking) return [];
  const term = enc.text.slice(marking.span.start, marking.span.end);
  const category = enc.log.category('classification', marking.value, enc.document.language, term);
  return [
    {
      span: marking.span,
      rank: 0,
      name: 'seg',
      attributes: { type: 'classification', ...enc.evidence(marking, category) },
    },
  ];
}

/**
 * A line of the header: label and values, each value a `seg` of its own, aligned with its counterpart in the
 * other language.
 */
function headerNodes(enc: Encoding, block: Block, marks: MarkIndex, bilingual: boolean): readonly XmlNode[] {
  if (block.kind !== 'header') return enc.between(block.span);
  const own: Mark[] = [];
  // A label needs its value beside it: TEI has it in a seg, not in the line itself.
  if (block.label && block.fields.length > 0)
    own.push({ span: block.label, rank: -1, name: 'label', attributes: {} });
  const only = block.fields.length === 1 ? block.fields[0] : undefined;
  for (const field of block.fields) {
    // A line of one fact is one seg with its label inside; else each fact is a seg, and a label stays with the first.
    const span: Span = only && !block.announces ? block.span : fieldSpan(block, field);
    own.push({ span, rank: -2, name: 'seg', attributes: fieldAttributes(enc, field, bilingual) });
    for (const label of field.labels ?? []) own.push({ span: label, rank: 3, name: 'label', attributes: {} });
    // An idno holds no element of the text: where one stands in the number, the seg alone says what it is.
    const plain =
      !block.fields.some((f) => f !== field && inside(f.span, field.span)) &&
      marks.within(field.span).every((m) => m.name !== 'ref' && m.name !== 'date' && m.name !== 'time');
    if (numbers.has(field.name) && plain)
      own.push({
        span: field.span,
        rank: 2,
        name: 'idno',
        attributes: { type: field.name, ...enc.evidence(field) },
      });
  }
  for (const { name, span } of block.announces ?? []) {
    own.push({ span, rank: -2, name: 'seg', attributes: announcement(enc, block, name) });
    own.push({ span, rank: -1, name: 'label', attributes: {} });
  }
  return enc.inline(block.span, [...own, ...marks.within(block.span)]);
}

/** The label of a value on another line is the first part of that field. */
function announcement(
  enc: Encoding,
  line: HeaderLine,
  name: HeaderField['name'],
): Record<string, string | undefined> {
  const { layer } = line;
  const prefix = layer === 'original' ? 'o' : 'h';
  const value = enc.document.header.fields.some((f) => f.name === name && f.layer === layer);
  return {
    type: name,
    'xml:id': enc.ids.fresh(`${prefix}.${name}.label`),
    next: value ? `#${prefix}.${name}` : undefined,
    ...enc.evidence(line),
  };
}

const numbers = new Set<string>(['general-number', 'telegram-number', 'document-number']);
const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** A field takes its labels along, the first that of the line. */
function fieldSpan(line: HeaderLine, field: HeaderField): Span {
  const own = [field.span, ...(field.labels ?? [])];
  if (line.fields[0] === field && line.label && line.label.end <= field.span.start) own.push(line.label);
  return { start: Math.min(...own.map((s) => s.start)), end: Math.max(...own.map((s) => s.end)) };
}

const announced = (enc: Encoding, field: HeaderField): boolean =>
  enc.document.header.fields.find((f) => f.name === field.name && f.layer === field.layer) === field &&
  enc.document.blocks.some(
    (b) => b.kind === 'header' && b.layer === field.layer && b.announces?.some((a) => a.name === field.name),
  );

function fieldAttributes(
  enc: Encoding,
  field: HeaderField,
  bilingual: boolean,
): Record<string, string | undefined> {
  const prefix = field.layer === 'original' ? 'o' : 'h';
  const other = field.layer === 'original' ? 'h' : 'o';
  const paired =
    bilingual && enc.document.header.fields.some((f) => f.name === field.name && f.layer !== field.layer);
  const language = field.layer === 'original' ? 'ja' : enc.document.language;
  const term = enc.text.slice(field.span.start, field.span.end);
  const marking = schemes.has(field.name);
  return {
    type: field.name,
    'xml:id': enc.ids.fresh(`${prefix}.${field.name}`),
    corresp: paired ? `#${other}.${field.name}` : undefined,
    // The first part is its label on another line.
    prev: announced(enc, field) ? `#${prefix}.${field.name}.label` : undefined,
    ...(marking
      ? enc.evidence(field, enc.log.category(field.name, field.value, language, term))
      : enc.evidence(field)),
  };
}
