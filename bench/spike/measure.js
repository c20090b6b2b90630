/**
 * CPU time of the same editions by SaxonJS and by the compiled style sheets, in one process, turn by turn.
 *
 *     node --expose-gc bench/spike/measure.js [--rounds N] [--outputs "html text jsonld"] TEI …
 *
 * Printed: milliseconds of CPU for a document and for a KB of TEI, medians over rounds after warming up, with the
 * reading of the XML and without; memory held; sizes; the time the compiler takes.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compileStylesheet, loadStylesheet } from './compile/index.js';
import { byCompiled, bySaxon, digested, outputs, parametersOf, sefOf, treeOf } from './engines.js';

const { defaultSettings, emptyRegister } = await import('../../lib/index.js');
const context = { settings: defaultSettings, register: emptyRegister, version: 'bench' };

const args = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = args.indexOf(name);
  return at === -1 ? otherwise : args.splice(at, 2)[1];
};
const rounds = Number(option('--rounds', '11'));
const wanted = option('--outputs', 'html text jsonld');

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const spread = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length * 0.1)].toFixed(2)}–${sorted[Math.floor(sorted.length * 0.9)].toFixed(2)}`;
};

const files = args
  .flatMap((path) =>
    statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path],
  )
  .filter((file) => file.endsWith('.xml'))
  .sort();
const documents = files.map((file) => {
  const tei = readFileSync(file, 'utf8');
  return {
    id: basename(file, '.xml'),
    size: Buffer.byteLength(tei) / 1024,
    xml: digested(tei, file, context),
  };
});
const size = documents.reduce((n, d) => n + d.size, 0);
console.log(
  `${documents.length} documents, ${(size / documents.length).toFixed(1)} KB of TEI each, Node ${process.version}`,
);

// ---- the compiler
for (const name of Object.keys(outputs)) {
  const sef = sefOf(name);
  const sefSize = statSync(new URL(`../../lib/xslt/${name}.sef.json`, import.meta.url)).size;
  const times = [];
  let code = '';
  for (let i = 0; i < 5; i += 1) {
    const start = cpu();
    code = compileStylesheet(sef);
    times.push(cpu() - start);
  }
  const start = performance.now();
  loadStylesheet(code);
  const load = performance.now() - start;
  console.log(
    `${name}: SEF ${(sefSize / 1024).toFixed(0)} KB, JavaScript ${(code.length / 1024).toFixed(0)} KB, compiled in ${times[0].toFixed(0)} ms (warm ${median(times).toFixed(0)} ms), loaded in ${load.toFixed(1)} ms`,
  );
}

// ---- the engines, turn by turn
const given = documents.map(({ id }) => parametersOf(id, context, wanted));
const ways = {
  SaxonJS: (d, p) => bySaxon('edition', d.xml, p, 'en'),
  compiled: (d, p) => byCompiled('edition', treeOf(d.xml), p, 'en'),
  'compiled, tree at hand': (d, p) => {
    const tree = treeOf(d.xml);
    const start = cpu();
    byCompiled('edition', tree, p, 'en');
    return cpu() - start;
  },
  'SaxonJS, flow': (d, p) => bySaxon('flow', d.xml, p, 'en'),
  'compiled, flow': (d, p) => byCompiled('flow', treeOf(d.xml), p, 'en'),
};
const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
for (let round = -3; round < rounds; round += 1) {
  for (const [name, work] of Object.entries(ways)) {
    const start = cpu();
    let inner = 0;
    documents.forEach((d, i) => {
      const taken = work(d, given[i]);
      if (typeof taken === 'number') inner += taken;
    });
    if (round >= 0) times[name].push((inner || cpu() - start) / documents.length);
  }
}
console.log('\n| | CPU ms a document | 10–90 % | ms a KB of TEI | to SaxonJS |\n|---|---|---|---|---|');
for (const [name, list] of Object.entries(times)) {
  const reference = name.endsWith('flow') ? 'SaxonJS, flow' : 'SaxonJS';
  const paired = median(list.map((t, i) => times[reference][i] / t));
  const m = median(list);
  console.log(
    `| ${name} | ${m.toFixed(2)} | ${spread(list)} | ${((m * documents.length) / size).toFixed(3)} | ${paired.toFixed(1)} : 1 |`,
  );
}

// ---- memory: what one more document leaves behind until the next collection
if (globalThis.gc) {
  for (const name of ['SaxonJS', 'compiled']) {
    const work = ways[name];
    const allocated = documents.map((d, i) => {
      globalThis.gc();
      const before = process.memoryUsage().heapUsed;
      work(d, given[i]);
      return (process.memoryUsage().heapUsed - before) / 1024;
    });
    console.log(
      `${name}: ${median(allocated).toFixed(0)} KB of heap for a document (no collection in between)`,
    );
  }
}
