/** A build with the real batch and stages that cost nothing: node cheap-build.js PROJECT [QUEUE STORE]. */

import { build } from '../../lib/batch/build.js';
import { openStore } from '../../lib/batch/queue/store.js';
import { read } from '../../lib/read/index.js';
import { documentId } from '../../lib/recognise/id.js';
import { emptyRegister } from '../../lib/register.js';

const signals = new AbortController();
for (const name of ['SIGTERM', 'SIGINT']) process.on(name, () => signals.abort());

const artifact = (path, mediaType, content) => ({ path, mediaType, content });

const draft = (path, content) => ({ path, make: () => artifact(path, 'text/html', content()) });

/** `index.html`, with the ids of all documents. */
const list = {
  name: 'index',
  always: [''],
  share: ({ id }, give) => give('index', '', id, id),
  pages: ({ rows }) => [draft('index.html', () => Array.from(rows, ({ order }) => order).join('\n'))],
};

export const stages = {
  readRegister: () => ({ register: emptyRegister, diagnostics: [] }),
  stylesheetsOf: async () => undefined,
  read,
  encodeSource: (source) => {
    const id = documentId(source.name);
    const document = {
      id,
      source,
      dialect: 'cheap',
      dialectEvidence: { score: 1, why: 'cheap' },
      questions: [],
    };
    const content = `<TEI xml:id="${id}">\n<p>${source.text.trim()}</p>\n</TEI>\n`;
    return { document, tei: artifact(`${id}.xml`, 'application/tei+xml', content) };
  },
  audit: ({ text }) => ({ ok: true, total: text.length, classes: { text: text.length }, diagnostics: [] }),
  validate: () => [],
  checkResults: () => [{ name: 'cheap', result: 'passed' }],
  siteParts: () => [list],
  siteFiles: () => [],
  reportParts: (_, told) => [
    {
      name: 'reports',
      always: [''],
      pages: () => [draft('report.html', () => JSON.stringify(told().totals))],
    },
  ],
  publishTei: (tei) => {
    const id = tei.path.replace(/^.*\/|\.xml$/g, '');
    const content = String(tei.content);
    const editions = [
      artifact(`${id}/index.html`, 'text/html', content),
      artifact(`${id}/${id}.txt`, 'text/plain', content),
      artifact(`${id}/${id}.jsonld`, 'application/ld+json', content),
    ];
    return { editions, diagnostics: [] };
  },
  shareOf: () => undefined,
  editionCheck: () => ({ take: () => {}, findings: () => [] }),
  factsOf: (_, id) => ({ id }),
  publish: () => [],
  reportPages: () => [],
};

if (process.argv[1]?.endsWith('cheap-build.js')) {
  const [, , project = '.', queue, store] = process.argv;
  const over = queue && { queue: { queue, store: await openStore(store ?? ''), fingerprint: 'cheap' } };
  const outcome = await build({ project, stages, signal: signals.signal, ...over });
  process.exitCode = outcome.interrupted ? 130 : 0;
}
