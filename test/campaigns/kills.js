/**
 * Builds that are killed at random moments, again and again, while the project changes: whatever happens, the
 * next build that is left alone must end in the bytes of one that was never killed.
 *
 *     node test/campaigns/kills.js [--kills 200] [--seed 1] [--documents 60] [--real]
 *
 * With --real it is the whole program that is killed, threads and style sheets and all; else the batch with
 * stages that cost nothing, so that nearly every moment is one of writing.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    documents: { type: 'string', default: '60' },
    real: { type: 'boolean', default: false },
  },
});
const [kills, documents] = [Number(values.kills), Number(values.documents)];

let state = Number(values.seed) >>> 0;
/** mulberry32: the same seed, the same campaign. */
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);

const folder = mkdtempSync(join(tmpdir(), 'chancery-kills-'));
const project = join(folder, 'project');
const source = (i) => join(project, 'sources', `d${String(i).padStart(4, '0')}.txt`);
const write = (i) =>
  writeFileSync(source(i), `Telegram ${i}\n\nThe talks went on for ${below(1000)} hours.\n`);

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
function start(where) {
  const args = values.real
    ? [here('../../bin/chancery.js'), 'build', '--quiet', '--jobs', String(1 + below(2)), '--project', where]
    : [here('cheap-build.js'), where];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (part) => {
    words += part;
  });
  const ended = new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, words })),
  );
  return { child, ended };
}

async function whole(where) {
  const { code, words } = await start(where).ended;
  if (code !== 0 && !(values.real && code === 1)) throw new Error(`A build ended with ${code}: ${words}`);
}

function contents(where) {
  const found = {};
  for (const part of ['dist', 'tei']) {
    for (const entry of readdirSync(join(where, part), { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) continue;
      const path = join(entry.parentPath, entry.name);
      found[path.slice(where.length)] = createHash('sha256').update(readFileSync(path)).digest('hex');
    }
  }
  return found;
}

async function compare(count) {
  await whole(project);
  const clean = join(folder, 'clean');
  rmSync(clean, { recursive: true, force: true });
  mkdirSync(clean);
  for (const part of ['sources', 'tei', 'chancery.json']) {
    cpSync(join(project, part), join(clean, part), { recursive: true });
  }
  await whole(clean);
  const [mended, expected] = [contents(project), contents(clean)];
  const wrong = [...new Set([...Object.keys(mended), ...Object.keys(expected)])].filter(
    (path) => mended[path] !== expected[path],
  );
  if (wrong.length > 0) {
    throw new Error(
      `After ${count} kills (seed ${values.seed}) these differ: ${wrong.join(', ')}; see ${folder}`,
    );
  }
}

mkdirSync(join(project, 'sources'), { recursive: true });
mkdirSync(join(project, 'tei'), { recursive: true });
writeFileSync(join(project, 'chancery.json'), '{"title": "Kills"}');
for (let i = 0; i < documents; i++) write(i);
const began = performance.now();
await whole(project);
let length = performance.now() - began;

let [killed, early] = [0, 0];
while (killed < kills) {
  for (let n = below(documents); n >= 0; n--) {
    if (random() < 0.1) rmSync(source(below(documents)), { force: true });
    else write(below(documents));
  }
  const { child, ended } = start(project);
  await Promise.race([setTimeout(random() * length), ended]);
  child.kill('SIGKILL');
  const { signal } = await ended;
  if (signal === 'SIGKILL') killed++;
  else {
    early++;
    length *= 0.95;
  }
  if (killed % 20 === 0 && signal === 'SIGKILL') {
    await compare(killed);
    process.stdout.write(`${killed} kills, the same bytes\n`);
  }
}
await compare(killed);
process.stdout.write(`${killed} kills (and ${early} builds that ended before): the same bytes\n`);
rmSync(folder, { recursive: true, force: true });
