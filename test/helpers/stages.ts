/** Stages that are quick and simple, so that tests of the batch test the batch. */
import type { Stages } from '../../src/batch/stages.ts';
import type { Document } from '../../src/document.ts';
import type { Part, Sheaf } from '../../src/publish/sheaves.ts';
import { read } from '../../src/read/index.ts';
import { documentId } from '../../src/recognise/id.ts';
import { emptyRegister } from '../../src/register.ts';
import { EditionCheck, shareOfXml } from '../../src/validate/index.ts';

/** How often each stage was called, with the names of what it was called for. */
export interface Calls {
  readonly encoded: string[];
  readonly published: string[];
}

/**
 * The TEI is the source's text in one `p`; editions are made of it. A text with `CRASH` makes the encoder
 * throw, one with `INVALID` makes the validator object.
 */
export function simpleStages(calls: Calls = { encoded: [], published: [] }, version = ''): Stages {
  return {
    readRegister: () => ({ register: emptyRegister, diagnostics: [] }),
    stylesheetsOf: async () => undefined,
    read,
    encodeSource: (source) => {
      calls.encoded.push(source.name);
      if (source.text.includes('CRASH')) throw new Error('encoder fell over');
      const id = documentId(source.name);
      const document = {
        id,
        source,
        dialect: 'simple',
        dialectEvidence: { score: 1, why: 'test' },
        questions: [],
      };
      const content = `<TEI xml:id="${id}">\n<p>${version}${source.text.trim()}</p>\n</TEI>\n`;
      return {
        document: document as unknown as Document,
        tei: { path: `${id}.xml`, mediaType: 'application/tei+xml', content },
      };
    },
    audit: (source) => ({
      ok: true,
      total: source.text.length,
      classes: { text: source.text.length },
      diagnostics: [],
    }),
    validate: () => [],
    checkResults: (_, diagnostics) => [
      { name: 'simple', result: diagnostics.length > 0 ? 'failed' : 'passed' },
    ],
    shareOf: shareOfXml,
    editionCheck: () => new EditionCheck(),
    publishTei: (tei, formats, _, standsAs) => {
      if (standsAs?.([])) return { editions: [], diagnostics: [], stands: true };
      calls.published.push(tei.path);
      const id = tei.path.replace(/^.*\/|\.xml$/g, '');
      const content = String(tei.content);
      if (content.includes('INVALID')) {
        const diagnostics = [
          { code: 'tei.schema', severity: 'error', message: 'Not valid.', file: tei.path } as const,
        ];
        return { editions: [], diagnostics };
      }
      const editions = [
        { path: `${id}/index.html`, mediaType: 'text/html', content: `<html>${content}</html>` },
        { path: `${id}/${id}.txt`, mediaType: 'text/plain', content: content.replace(/<[^>]+>/g, '') },
      ] as const;
      return {
        editions: editions.filter((e) => e.mediaType !== 'text/plain' || formats.includes('text')),
        diagnostics: [],
      };
    },
    factsOf: (_, id) => ({ id }),
    siteParts: () => [listPart((f: { id: string }) => f.id)],
    siteFiles: () => [],
    reportParts: (_, told) => [
      {
        name: 'reports',
        always: [''],
        *pages() {
          yield {
            path: 'report.html',
            make: () => ({
              path: 'report.html',
              mediaType: 'text/html',
              content: JSON.stringify(told().totals),
            }),
          };
        },
      },
    ],
    publish: () => [],
    reportPages: () => [],
  };
}

/** `index.html`, which lists all documents by a line of each. */
export function listPart<D extends { readonly id: string }>(
  lineOf: (facts: D) => string,
  head?: string,
): Part<never> {
  const part: Part<D> = {
    name: 'index',
    always: [''],
    share: (facts, give) => give('index', '', facts.id, lineOf(facts)),
    *pages({ rows }: Sheaf<string>) {
      const path = 'index.html';
      const lines = Array.from(rows, (row) => row.value);
      yield {
        path,
        make: () => ({
          path,
          mediaType: 'text/html',
          content: [...(head === undefined ? [] : [head]), ...lines].join('\n'),
        }),
      };
    },
  };
  return part as Part<never>;
}
