/**
 * IIIF Presentation 3.0: images of a document with the words of each page, for viewers. Only where the TEI has
 * `facsimile/surface/graphic` with a size, for a canvas must have one; and only with an address, for ids must be
 * addresses. The words of a page are those from the `pb` that points at its surface to the next.
 */
import { documentBase } from '../linked/vocabulary.ts';
import { attribute, childElements, elementsOf, textOf, type XmlElement } from '../xml/tree.ts';
import type { Derivable, Derivation } from './derivation.ts';
import { languageOf } from './dts/units.ts';

export const iiif: Derivation = {
  from: [],
  make: (document) => {
    const { id, context } = document;
    const pages = context.settings.baseUrl === undefined ? [] : pagesOf(document);
    if (pages.length === 0) return { artifacts: [] };
    const content = `${JSON.stringify(manifest(document, pages), null, 2)}\n`;
    return { artifacts: [{ path: `${id}/iiif.json`, mediaType: 'application/json', content }] };
  },
};

interface Page {
  readonly label: string;
  readonly image: string;
  readonly format: string;
  readonly width: number;
  readonly height: number;
  readonly words: string;
}

const formats: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  gif: 'image/gif',
  webp: 'image/webp',
};

function pagesOf({ id, context, root }: Derivable): readonly Page[] {
  const base = documentBase(id, context.settings.baseUrl);
  const tei = root();
  const surfaces = [...elementsOf(tei)].filter((e) => e.name === 'surface');
  const words = wordsByPage(tei);
  return surfaces.flatMap((surface, index): readonly Page[] => {
    const graphic = childElements(surface, 'graphic')[0];
    const url = graphic && attribute(graphic, 'url');
    const [width, height] = [pixels(graphic, 'width'), pixels(graphic, 'height')];
    if (url === undefined || width === undefined || height === undefined) return [];
    const image = addressOf(url, base);
    if (image === undefined) return [];
    const ending = /\.([a-z]+)(?:[?#].*)?$/i.exec(image)?.[1]?.toLowerCase() ?? '';
    const names = [`#${attribute(surface, 'xml:id')}`, url];
    return [
      {
        label: attribute(surface, 'n') ?? String(index + 1),
        image,
        format: formats[ending] ?? 'image/jpeg',
        width,
        height,
        words: names.map((name) => words.get(name)).find((w) => w !== undefined) ?? '',
      },
    ];
  });
}

/** `1240px` or `1240`; other units say nothing of pixels. */
function pixels(graphic: XmlElement | undefined, name: string): number | undefined {
  const match = /^(\d+)(?:px)?$/.exec((graphic && attribute(graphic, name)) ?? '');
  return match && Number(match[1]) > 0 ? Number(match[1]) : undefined;
}

function addressOf(url: string, base: string): string | undefined {
  try {
    const address = new URL(url, base);
    return /^https?:$/.test(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

/** The words after each page break, by what the break points at. */
function wordsByPage(root: XmlElement): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  let page: string | undefined;
  const visit = (element: XmlElement): void => {
    if (element.name === 'pb') page = attribute(element, 'facs');
    for (const child of element.children) {
      if (child.type === 'element') visit(child);
      else if (child.type === 'text' && page !== undefined)
        pages.set(page, (pages.get(page) ?? '') + child.value);
    }
  };
  for (const text of childElements(root, 'text')) visit(text);
  return pages;
}

function manifest({ id, context, files, root }: Derivable, pages: readonly Page[]): object {
  const { settings } = context;
  const base = documentBase(id, settings.baseUrl);
  const tei = root();
  const language = languageOf(tei) ?? 'none';
  const title = [...elementsOf(tei)].find((e) => e.name === 'title' && e.parent?.name === 'titleStmt');
  const label = { [language]: [(title && textOf(title).replace(/\s+/g, ' ').trim()) || id] };
  const licence = settings.licence.url ?? '';
  const rights = /^https?:\/\/(?:creativecommons\.org|rightsstatements\.org)\//.test(licence);
  const file = (format: string): string => base + (files.find((f) => f.format === format)?.path ?? '');
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: `${base}iiif.json`,
    type: 'Manifest',
    label,
    // IIIF wants these addresses with http:, as the licences themselves give them.
    ...(rights && { rights: licence.replace(/^https:/, 'http:') }),
    ...(settings.rights && {
      requiredStatement: { label: { en: ['Rights'] }, value: { en: [settings.rights] } },
    }),
    homepage: [{ id: base, type: 'Text', format: 'text/html', label }],
    seeAlso: [
      { id: file('tei'), type: 'Dataset', format: 'application/tei+xml', label: { en: ['TEI'] } },
      { id: file('jsonld'), type: 'Dataset', format: 'application/ld+json', label: { en: ['Linked data'] } },
    ],
    items: pages.map((page, index) => canvas(page, `${base}canvas/${index + 1}`, language)),
  };
}

function canvas({ label, image, format, width, height, words }: Page, id: string, language: string): object {
  const transcript = words.replace(/[ \t]+/g, ' ').trim();
  return {
    id,
    type: 'Canvas',
    label: { none: [label] },
    height,
    width,
    items: [
      {
        id: `${id}/images`,
        type: 'AnnotationPage',
        items: [
          {
            id: `${id}/image`,
            type: 'Annotation',
            motivation: 'painting',
            body: { id: image, type: 'Image', format, height, width },
            target: id,
          },
        ],
      },
    ],
    ...(transcript && {
      annotations: [
        {
          id: `${id}/words`,
          type: 'AnnotationPage',
          items: [
            {
              id: `${id}/transcript`,
              type: 'Annotation',
              motivation: 'supplementing',
              body: {
                type: 'TextualBody',
                value: transcript,
                format: 'text/plain',
                ...(language !== 'none' && { language }),
              },
              target: id,
            },
          ],
        },
      ],
    }),
  };
}
