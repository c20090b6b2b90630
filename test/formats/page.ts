/** docs/formats.md, made from the tables of readers and formats. */
import { type Aspect, aspects, recognised } from '../../src/aspects.ts';
import { leavesOut, writable } from '../../src/cli/formats.ts';
import { tableNames, tables } from '../../src/publish/tables/columns.ts';
import { dictionaryOf } from '../../src/publish/tables/describe.ts';
import { formats as readers } from '../../src/read/formats.ts';

type Reader = (typeof readers)[number];

const all = Object.keys(aspects) as readonly Aspect[];

/** What a pair keeps: what the reader takes, or the rules find, and the format writes. */
export function kept(reader: Reader, format: string): readonly Aspect[] {
  const keeps = writable.find(({ name }) => name === format)?.keeps ?? [];
  const given: readonly Aspect[] = [...recognised, ...reader.takes];
  return all.filter((a) => given.includes(a) && keeps.includes(a));
}

/** One letter for each aspect, a stop for one that is lost. */
const letters: Readonly<Record<Aspect, string>> = {
  words: 'W',
  spacing: 'B',
  paragraphs: 'P',
  catalogue: 'C',
  facts: 'F',
  names: 'N',
  speech: 'S',
  evidence: 'E',
};

const code = (reader: Reader, format: string): string => {
  const has = kept(reader, format);
  return `\`${all.map((a) => (has.includes(a) ? letters[a] : '·')).join('')}\``;
};

export function pairsPage(): string {
  return `<!-- Made from the tables of the program: CHANCERY_EXPECT=write npx vitest run test/formats -->
# Formats

\`chancery convert\` takes anything of the first table to anything of the second:

    chancery convert papers --to tei,markdown -o out                  a folder, its tree kept
    chancery convert 'papers/**/*.docx' box.zip --to html -o out      a pattern, and an archive
    chancery convert tei --to csv,parquet -o out                      tables, see below
    chancery convert - --from docx --to jsonld < cable.docx           standard input

It needs no project; within one, its settings and register hold. A document's results lie in a folder of its id, at the place in the tree where it was found: \`papers/1978/a.txt\` becomes \`out/1978/1978-a/1978-a.xml\`. The id is that of a build of the same folder, and so are the bytes. One folder is the tree; of several inputs each folder keeps its name. An archive (\`.zip\`, \`.tar\`, \`.tar.gz\`, \`.tgz\`) is a folder of its own name; the records of a table lie where the table does. One document that cannot be converted is told and stops no other; the exit code is then 1. Of 24 documents and more, all cores convert; \`--jobs N\` says how many threads, and the bytes are the same whatever their number (a PDF is printed by one). Files of folders and archives that no reader knows are named in a warning. Names that lead out of an archive are refused, and nothing is written outside the output folder.

## Read

| reader | endings | left behind |
|---|---|---|
${readers.map((r) => `| ${r.name} | ${r.endings.join(' ')} | ${r.leaves} |`).join('\n')}

TEI that Chancery made is not read again: it is taken as it is.

## Written

| format | what | leaves out |
|---|---|---|
${writable.map((f) => `| ${f.name} | ${f.about} | ${leavesOut(f).join(', ') || 'nothing'} |`).join('\n')}

\`chancery convert --help\` says the same. What is left out stays in the TEI. \`chancery build\` makes those that the setting \`formats\` names, and the TEI and the graph in any case.

## What a pair keeps

${all.map((a) => `- **${letters[a]}** ${a}: ${aspects[a]}`).join('\n')}

A letter: kept. A stop: lost on this way, and still in the TEI if it was there. A test converts a document of each reader to each format and looks for each letter, and that nothing is there which the table calls lost.

| | ${readers.map((r) => r.name).join(' | ')} |
|---|${readers.map(() => '---').join('|')}|
${writable.map((f) => `| **${f.name}** | ${readers.map((r) => code(r, f.name)).join(' | ')} |`).join('\n')}

## Tables

\`--to csv\`, \`jsonl\`, \`parquet\` take all documents together: \`out/tables/\` has four tables in each of these formats, a data dictionary (\`README.md\`), a Frictionless Data Package (\`datapackage.json\`) and, for CSV, metadata of CSV on the Web (\`csv-metadata.json\`). Rows are in the order of the ids, whatever the order of the files, and a million documents need no more memory than ten. Several values of one cell are parted by \`; \`; what is not known is empty.
${tableNames.map((name) => `\n### ${name}\n\n${tables[name].about}\n\n${dictionaryOf(name).join('\n')}\n`).join('')}`;
}
