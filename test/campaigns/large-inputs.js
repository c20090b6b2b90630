/**
 * Large inputs, of every kind of file that is read: time and memory for one size and for four times as much. What is
 * linear takes four times as long, what is quadratic sixteen times. Not part of continuous integration; run by hand:
 *
 *     npm run build && node test/campaigns/large-inputs.js [MEGABYTES=10] [KIND …]
 *
 * Each file is encoded by the command line in a process of its own; the words are the cables of bench/corpus.js.
 * Fails (1) where a process fails or four times the input takes more than ten times the processor's time.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { cables } from '../../bench/corpus.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [megabytes = '10', ...wanted] = process.argv.slice(2);

/** Paragraphs of cables, as many as make so many characters. */
function paragraphs(size) {
  const all = [];
  let length = 0;
  for (const { text } of cables(size / 4000 + 10))
    for (const p of text.split(/\n{2,}/)) {
      if (length >= size) return all;
      all.push(p);
      length += p.length + 2;
    }
  return all;
}

/** Whole cables: a record for each. */
function records(size) {
  const all = [];
  let length = 0;
  for (const { name, text } of cables(size / 4000 + 10)) {
    if (length >= size) return all;
    all.push({ id: name, title: `Cable ${name}`, date: '1978-07-22', text });
    length += text.length;
  }
  return all;
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const tagged = (name, size) =>
  paragraphs(size)
    .map((p) => `<${name}>${escaped(p)}</${name}>\n`)
    .join('');

function docx(size) {
  const body = paragraphs(size)
    .map((p) => `<w:p><w:r><w:t xml:space="preserve">${escaped(p)}</w:t></w:r></w:p>`)
    .join('');
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(`<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`),
  });
}

/** A text layer in one of the fonts every reader has; forty lines to the page. */
function pdf(size) {
  const lines = paragraphs(size).flatMap((p) => [
    ...(p.replace(/[^\x20-\x7e]/g, ' ').match(/.{1,90}(?:\s|$)/g) ?? []),
    '',
  ]);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
  ];
  const pages = [];
  for (let i = 0; i < lines.length; i += 40) {
    const shown = lines
      .slice(i, i + 40)
      .map((l) => `(${l.replace(/[\\()]/g, '\\$&')}) Tj T*`)
      .join('\n');
    const stream = `BT /F1 10 Tf 12 TL 40 800 Td\n${shown}\nET`;
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 620 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length} 0 R >>`,
    );
    pages.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${pages.join(' ')}] >>`;
  const parts = ['%PDF-1.4\n'];
  const starts = [];
  let at = parts[0].length;
  for (const [i, object] of objects.entries()) {
    const part = `${i + 1} 0 obj\n${object}\nendobj\n`;
    starts.push(at);
    parts.push(part);
    at += part.length;
  }
  const table = starts.map((s) => `${String(s).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
  );
  return parts.join('');
}

const kinds = {
  text: ['txt', (size) => paragraphs(size).join('\n\n')],
  markdown: ['md', (size) => `# Cables\n\n${paragraphs(size).join('\n\n')}`],
  html: [
    'html',
    (size) =>
      `<!DOCTYPE html><html><head><title>Cables</title></head><body><main>${tagged('p', size)}</main></body></html>`,
  ],
  json: ['json', (size) => JSON.stringify(records(size))],
  jsonl: [
    'jsonl',
    (size) =>
      records(size)
        .map((r) => `${JSON.stringify(r)}\n`)
        .join(''),
  ],
  csv: [
    'csv',
    (size) =>
      `id,title,date,text\n${records(size)
        .map((r) => `${Object.values(r).map(quoted).join(',')}\n`)
        .join('')}`,
  ],
  tei: [
    'xml',
    (size) =>
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Cables</title></titleStmt><publicationStmt><p>None</p></publicationStmt><sourceDesc><p>None</p></sourceDesc></fileDesc></teiHeader><text><body>${tagged('p', size)}</body></text></TEI>`,
  ],
  docx: ['docx', docx],
  pdf: ['pdf', pdf],
};

const report = `data:text/javascript,${encodeURIComponent(
  'process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write(["\\n#usage",u.userCPUTime+u.systemCPUTime,u.maxRSS].join(" ")+"\\n")})',
)}`;

function encoded(folder, kind, size) {
  const [extension, make] = kinds[kind];
  const file = join(folder, `${kind}.${extension}`);
  writeFileSync(file, make(size));
  const out = join(folder, `out-${kind}-${size}`);
  mkdirSync(out);
  const run = spawnSync(
    process.execPath,
    ['--import', report, join(root, 'bin/chancery.js'), 'encode', file, '-o', out, '--quiet', '--jobs', '1'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 1_800_000 },
  );
  const usage = [...(run.stderr ?? '').matchAll(/#usage (\d+) (\d+)/g)].at(-1);
  return {
    words: size,
    bytes: statSync(file).size,
    status: run.status ?? run.signal,
    seconds: usage ? Number(usage[1]) / 1e6 : Number.NaN,
    memory: usage ? Number(usage[2]) / 1024 : Number.NaN,
    documents: readdirSync(out, { recursive: true }).filter((f) => f.endsWith('.xml')).length,
    said: `${run.stdout ?? ''}${run.stderr ?? ''}`.replace(/#usage.*\n/g, '').trim(),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'chancery-large-'));
const size = Number(megabytes) * 1e6;
console.log(
  '| kind | MB of file | documents | CPU s | CPU s / 100 KB of words | memory MB | times a quarter | exit |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const kind of wanted.length > 0 ? wanted : Object.keys(kinds)) {
  const quarter = encoded(folder, kind, size / 4);
  const whole = encoded(folder, kind, size);
  const times = whole.seconds / quarter.seconds;
  for (const [r, grown] of [
    [quarter, ''],
    [whole, times.toFixed(1)],
  ])
    console.log(
      `| ${kind} | ${(r.bytes / 1e6).toFixed(1)} | ${r.documents} | ${r.seconds.toFixed(1)} | ${((r.seconds * 1e5) / r.words).toFixed(2)} | ${r.memory.toFixed(0)} | ${grown} | ${r.status} |`,
    );
  for (const r of [quarter, whole]) if (r.status !== 0) console.error(`${kind}: ${r.said.slice(0, 600)}`);
  if (!(quarter.status === 0 && whole.status === 0 && times < 10)) process.exitCode = 1;
}
rmSync(folder, { recursive: true });
