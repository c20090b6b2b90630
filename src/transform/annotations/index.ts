/**
 * `ID.anno.jsonld`: what the TEI asserts of its words, as Web Annotations (W3C, 2017) on the plain-text edition. One
 * for each assertion of the text, and for those of the header that say where in the text they have it from; with its
 * rules and its certainty.
 *
 * Made here and not by XSLT: positions are those in the wrapped file, and only by finding the words in the file as it
 * will be published can each selector be proved (`alignment.ts`).
 */
import { createHash } from 'node:crypto';
import { documentBase, prefixes } from '../../linked/vocabulary.ts';
import { elementsById } from '../../xml/tree.ts';
import type { Derivable, Derivation, Derived } from '../derivation.ts';
import { type Alignment, align } from './alignment.ts';
import { type Assertion, assertionsOf, type Stretch } from './assertions.ts';
import { describe } from './bodies.ts';
import { type Selection, selector } from './selectors.ts';

export const annotations: Derivation = { from: ['text'], make };

function make(document: Derivable): Derived {
  const { id, context } = document;
  const text = document.edition('text');
  const root = document.root();
  const { words, marks, assertions } = assertionsOf(root);
  const alignment = align(words, marks, text);
  if (alignment === undefined) {
    const message = 'There are no annotations: the plain-text edition does not have the words of the TEI';
    return {
      artifacts: [],
      diagnostics: [{ code: 'transform.unaligned', severity: 'warning', file: document.file, message }],
    };
  }
  const base = documentBase(id, context.settings.baseUrl);
  const source = context.settings.baseUrl ? `${base}${id}.txt` : `${base}#this.file.text`;
  const select = selector(text);
  const ids = elementsById(root);
  const items = assertions.map((assertion, index) => ({
    id: `${base}#anno.${index + 1}`,
    type: 'Annotation',
    ...describe(assertion.element, base, ids),
    target: targetOf(assertion, alignment, select, source),
  }));
  const content = written(collection(document, base, source, text), items);
  return {
    artifacts: [{ path: `${id}/${id}.anno.jsonld`, mediaType: 'application/ld+json', content }],
  };
}

function collection({ id, context }: Derivable, base: string, source: string, text: string): Collection {
  return {
    '@context': [
      'http://www.w3.org/ns/anno.jsonld',
      { schema: prefixes.schema, chancery: { '@id': prefixes.chancery, '@prefix': true } },
    ],
    id: `${base}#annotations`,
    type: 'AnnotationCollection',
    label: 'Assertions of the encoding, with their evidence, on the plain-text edition',
    generator: {
      id: `${base}#this.software`,
      type: 'Software',
      name: 'Chancery',
      'schema:softwareVersion': context.version,
    },
    // The file the positions are in, byte for byte.
    'schema:about': {
      id: source,
      'schema:name': `${id}.txt`,
      'schema:encodingFormat': 'text/plain',
      'schema:sha256': createHash('sha256').update(text).digest('hex'),
    },
    first: { id: `${base}#annotations.1`, type: 'AnnotationPage', startIndex: 0 },
  };
}

interface Collection {
  readonly [key: string]: unknown;
  readonly first: object;
}

/** An annotation to a line: to be read by people, and half as long as indented. */
function written({ first, ...head }: Collection, items: readonly object[]): string {
  const lines = items.map((item) => `      ${JSON.stringify(item)}`).join(',\n');
  const page = JSON.stringify({ ...first, items: [] }, null, 2).replace(/\n/g, '\n  ');
  const whole = JSON.stringify({ ...head, total: items.length }, null, 2);
  const filled = page.replace(/\[\]\n {2}\}$/, () => (lines === '' ? '[]\n  }' : `[\n${lines}\n    ]\n  }`));
  return `${whole.slice(0, -2)},\n  "first": ${filled}\n}\n`;
}

function targetOf(
  { stretches }: Assertion,
  alignment: Alignment,
  select: (start: number, end: number) => Selection,
  source: string,
): object {
  const targets = stretches.map((stretch) => {
    const { position, quote } = select(...placeOf(stretch, alignment));
    return { type: 'SpecificResource', source, selector: [position, quote] };
  });
  return targets.length === 1 ? (targets[0] as object) : targets;
}

/** From the first character of the words to after the last. */
function placeOf({ start, end, mark }: Stretch, { places, marks }: Alignment): [number, number] {
  const own = mark === undefined ? undefined : marks[mark];
  if (own) return [own.start, own.end];
  if (end <= start) return [0, 0];
  return [places[start] as number, (places[end - 1] as number) + 1];
}
