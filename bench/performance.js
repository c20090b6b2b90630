/**
 * What a build costs, and what a larger one would: measured here, written to docs/performance.md.
 *
 *     npm run bench -- performance [--documents 400] [--tei-all tei_all.rng]
 *
 * Stages are timed warm in this process, builds as processes. A cost model (so much for a build, a document, a KB of
 * TEI) is fitted to the smaller builds and held against the largest. Peers run in the same minutes on the same files;
 * nothing is compared across runs, for machines differ and are shared.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cables } from './corpus.js';
import { letters } from './letters.js';
import { line, median, spread, table } from './statistics.js';

const { values } = parseArgs({
  args: process.argv.slice(process.argv[2] === 'performance' ? 3 : 2),
  options: { documents: { type: 'string', default: '400' }, 'tei-all': { type: 'string' } },
});
const most = Number(values.documents);
const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin/chancery.js');
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
const f = (n, digits = 0) => n.toFixed(digits);

/** Clock, CPU (ms) and greatest memory (MB) of a whole process. */
function processed(command, args, cwd = folder) {
  const result = spawnSync('/usr/bin/time', ['-f', '@%e %U %S %M', command, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const [clock, user, system, kb] = /@([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/
    .exec(result.stderr)
    .slice(1)
    .map(Number);
  return { clock: clock * 1000, cpu: (user + system) * 1000, memory: kb / 1024 };
}
const chancery = (...args) => processed(process.execPath, [program, ...args]);
const middle = (times, what) => median(times.map((t) => t[what]));
const thrice = (work) => [1, 2, 3].map(work);

// ---------------------------------------------------------------- stages

/** CPU of each stage for documents of several lengths, and the straight line through them. */
async function stages(count) {
  const lib = await import(new URL('../lib/index.js', import.meta.url).href);
  const context = { settings: lib.defaultSettings, register: lib.emptyRegister, version: 'bench' };
  const cpu = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  const found = new Map();
  let kb = 0;
  const pending = [];
  const time = async (name, work) => {
    const start = cpu();
    const result = await work();
    pending.push([name, cpu() - start]);
    return result;
  };
  const warm = Math.min(40, count >> 1);
  for (const [i, { name, text }] of [...cables(count, 1, [1, 1, 2, 4, 8])].entries()) {
    const { sources } = await time('read', () => lib.read(Buffer.from(text), `${name}.txt`, context));
    const annotated = await time('recognise, annotate', () =>
      lib.annotate(lib.recognise(sources[0], context), context),
    );
    const tei = await time('encode', () => lib.encode(annotated, context));
    await time('audit', () => lib.audit(sources[0], tei.content, tei.path));
    await time('validate', () => lib.validate(tei, context));
    await time('HTML, text and JSON-LD', () => lib.transform(tei, ['html', 'text', 'jsonld'], context));
    kb = Buffer.byteLength(tei.content) / 1024;
    for (const [stage, ms] of pending.splice(0)) {
      if (i >= warm) found.set(stage, [...(found.get(stage) ?? []), [kb, ms]]);
    }
  }
  return found;
}

// ---------------------------------------------------------------- builds

function projectOf(name, count) {
  const project = join(folder, name);
  mkdirSync(join(project, 'sources'), { recursive: true });
  writeFileSync(join(project, 'chancery.json'), '{"title": "Bench"}');
  for (const { name, text } of cables(count)) writeFileSync(join(project, 'sources', `${name}.txt`), text);
  return project;
}

function build(project, jobs) {
  rmSync(join(project, 'dist'), { recursive: true, force: true });
  rmSync(join(project, '.chancery'), { recursive: true, force: true });
  rmSync(join(project, 'tei'), { recursive: true, force: true });
  return processed(process.execPath, [program, 'build', '--quiet', '--jobs', String(jobs)], project);
}

function rebuild(project, change) {
  const sources = readdirSync(join(project, 'sources')).sort();
  return thrice((n) => {
    for (const name of sources.slice(0, change)) {
      const path = join(project, 'sources', name);
      writeFileSync(path, `${readFileSync(path, 'utf8')}\nChange ${n}.\n`);
    }
    return processed(process.execPath, [program, 'build', '--quiet'], project);
  });
}

// ---------------------------------------------------------------- the measuring

const out = [];
const stageTimes = await stages(Math.min(most, 200));
const sizes = stageTimes.get('encode').map(([kb]) => kb);
out.push(
  '## Stages, warm, one core',
  '',
  `CPU of one document of ${f(median(sizes))} KB of TEI (nine in ten between ${spread(sizes)}), and the line through all lengths.`,
  '',
  table(
    ['stage', 'ms, median', 'nine in ten within', 'ms fixed', 'ms a KB of TEI'],
    [...stageTimes].map(([name, points]) => {
      const { fixed, slope } = line(points);
      const times = points.map(([, ms]) => ms);
      return [name, f(median(times), 2), spread(times, 2), f(fixed, 2), f(slope, 3)];
    }),
  ),
);

const counts = [most / 8, most / 4, most / 2, most].map(Math.ceil);
const projects = counts.map((count) => projectOf(`edition-${count}`, count));
const one = projects.map((project) => build(project, 1));
const two = projects.map((project) => build(project, 2));
const fit = line(counts.slice(0, -1).map((count, i) => [count, one[i].cpu]));
const predicted = fit.fixed + fit.slope * most;
out.push(
  '',
  '## Builds from nothing, every check on',
  '',
  table(
    ['documents', '1 job: s', 'CPU s', 'MB', '2 jobs: s', 'CPU s', 'MB', 'speed-up'],
    counts.map((count, i) => [
      count,
      f(one[i].clock / 1000, 1),
      f(one[i].cpu / 1000, 1),
      f(one[i].memory),
      f(two[i].clock / 1000, 1),
      f(two[i].cpu / 1000, 1),
      f(two[i].memory),
      f(one[i].clock / two[i].clock, 2),
    ]),
  ),
  '',
  `Fitted to the three smaller builds: ${f(fit.fixed / 1000, 1)} s of CPU for a build and ${f(fit.slope, 0)} ms for each document. That predicts ${f(predicted / 1000, 1)} s for ${most} documents; measured were ${f(one.at(-1).cpu / 1000, 1)} s (${f((100 * (one.at(-1).cpu - predicted)) / predicted)} % off).`,
);

const largest = projects.at(-1);
const idle = rebuild(largest, 0);
const hundredth = Math.ceil(most / 100);
const few = rebuild(largest, hundredth);
const cold = two.at(-1).clock;
out.push(
  '',
  '## Builds again',
  '',
  table(
    [`${most} documents`, 's', 'of a build from nothing'],
    [
      ['nothing changed', f(middle(idle, 'clock') / 1000, 2), `1/${f(cold / middle(idle, 'clock'))}`],
      [`${hundredth} changed`, f(middle(few, 'clock') / 1000, 2), `1/${f(cold / middle(few, 'clock'), 1)}`],
    ],
  ),
  '',
  `\`chancery --version\`: ${f(
    middle(
      thrice(() => chancery('--version')),
      'clock',
    ),
  )} ms.`,
);

const schema = values['tei-all'];
if (schema !== undefined && spawnSync('jing', [], { encoding: 'utf8' }).error === undefined) {
  mkdirSync(join(folder, 'letters'));
  const files = [];
  for (const { name, xml } of letters(1000)) {
    files.push(join(folder, 'letters', `${name}.xml`));
    writeFileSync(files.at(-1), xml);
  }
  const rows = [1, 1000].map((count) => {
    const some = files.slice(0, count);
    const ours = [];
    const theirs = [];
    for (let round = 0; round < 3; round++) {
      ours.push(chancery('validate', '--quiet', '--schema', schema, ...some));
      theirs.push(processed('jing', [schema, ...some]));
    }
    return [
      count,
      ...[ours, theirs].flatMap((t) => [
        f(middle(t, 'clock') / 1000, 2),
        f(middle(t, 'cpu') / 1000, 2),
        f(middle(t, 'memory')),
      ]),
      f(middle(theirs, 'clock') / middle(ours, 'clock'), 2),
      f(middle(theirs, 'cpu') / middle(ours, 'cpu'), 2),
    ];
  });
  out.push(
    '',
    '## `chancery validate` beside Jing',
    '',
    'Letters of 12 KB against `tei_all.rng`, whole processes, taken in turns. Jing checks the grammar; `validate` also links, dates, languages and what else holds for any TEI, and keeps the compiled schema from the first run on.',
    '',
    table(
      ['documents', 'Chancery: s', 'CPU s', 'MB', 'Jing: s', 'CPU s', 'MB', 'clock, Jing / Chancery', 'CPU'],
      rows,
    ),
  );
}

const perDocument = two.at(-1).clock / most / 1000;
const hours = (documents, machines) => (documents * perDocument) / 3600 / machines;
out.push(
  '',
  '## What more would take',
  '',
  `At the rate of the largest build here, ${f(1 / perDocument, 1)} documents of ${f(median(sizes))} KB of TEI a second on a machine of two cores; the pages of the edition as a whole are not in it.`,
  '',
  table(
    ['documents', '1 machine', '10 machines', '40 machines'],
    [1e5, 1e6, 1e8].map((n) => [
      n.toLocaleString('en').replaceAll(',', ' '),
      ...[1, 10, 40].map((machines) => {
        const h = hours(n, machines);
        return h < 48 ? `${f(h, 1)} h` : `${f(h / 24, h < 240 ? 1 : 0)} days`;
      }),
    ]),
  ),
);

const head = `# What a build costs

Written by \`npm run bench -- performance\`; do not edit. Node ${process.version}, ${cpus().length} cores (${cpus()[0].model.trim()}), shared with others: ratios and medians within this run mean more than seconds. Documents are the first cable with other names, numbers and lengths (bench/corpus.js), the same on every machine.
`;
writeFileSync(join(root, 'docs/performance.md'), `${head}\n${out.join('\n')}\n`);
console.log(`${head}\n${out.join('\n')}`);
rmSync(folder, { recursive: true, force: true });
