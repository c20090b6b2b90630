/**
 * The first document of a process: CPU, wall clock and memory from the start of Node to three editions.
 *
 *     node bench/spike/cold.js TEI            runs itself for each engine, five times in turn
 *     node bench/spike/cold.js TEI saxon      once, with SaxonJS
 *     node bench/spike/cold.js TEI FILE       once, with the compiled style sheet that FILE holds
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [tei, engine] = process.argv.slice(2);
const lib = (path) => import(new URL(`../../lib/${path}`, import.meta.url).href);

async function once() {
  const { withDigest } = await lib('transform/digest/index.js');
  const { wordsFor } = await lib('transform/words/index.js');
  const xml = withDigest(readFileSync(tei, 'utf8'), tei, 'en');
  const parameters = { id: 'x', outputs: 'html text jsonld', 'edition-title': 'Edition' };
  if (engine === 'saxon') {
    const saxon = createRequire(import.meta.url)('saxon-js');
    const sef = readFileSync(new URL('../../lib/xslt/edition.sef.json', import.meta.url), 'utf8');
    const params = { words: JSON.stringify(wordsFor('en')) };
    const words = saxon.XPath.evaluate('parse-json($words)', null, { params, resultForm: 'xdm' });
    saxon.transform({
      stylesheetInternal: JSON.parse(sef),
      sourceText: xml,
      destination: 'serialized',
      stylesheetParams: { ...parameters, words },
      deliverResultDocument: () => ({ destination: 'serialized', save: () => {} }),
    });
  } else {
    const { parseXml } = await lib('xml/tree.js');
    const runtime = await import('./runtime/index.js');
    const { run } = new Function('R', readFileSync(engine, 'utf8'))(runtime);
    const words = new Map(Object.entries(wordsFor('en')));
    run(runtime.documentOf(parseXml(xml, tei).root), { ...parameters, words });
  }
  const { user, system } = process.cpuUsage();
  const wall = performance.now();
  console.log(
    JSON.stringify({ cpu: (user + system) / 1000, wall, rss: process.memoryUsage().rss / 1048576 }),
  );
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

async function all() {
  const { compileStylesheet } = await import('./compile/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'chancery-spike-'));
  const code = join(folder, 'edition.js');
  const sef = readFileSync(new URL('../../lib/xslt/edition.sef.json', import.meta.url), 'utf8');
  writeFileSync(code, compileStylesheet(JSON.parse(sef)));
  const figures = { saxon: [], [code]: [] };
  for (let i = 0; i < 5; i += 1)
    for (const way of Object.keys(figures)) {
      const out = execFileSync(process.execPath, [fileURLToPath(import.meta.url), tei, way], {
        encoding: 'utf8',
      });
      figures[way].push(JSON.parse(out));
    }
  rmSync(folder, { recursive: true });
  for (const [way, list] of Object.entries(figures)) {
    const of = (key) => median(list.map((figure) => figure[key])).toFixed(0);
    console.log(
      `${way === 'saxon' ? 'SaxonJS' : 'compiled'}: ${of('cpu')} ms CPU, ${of('wall')} ms, ${of('rss')} MiB`,
    );
  }
}

await (engine === undefined ? all() : once());
