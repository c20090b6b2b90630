/** `chancery score`: how right the encoder is, against documents that a person has checked. */
import { createHash } from 'node:crypto';
import { Command } from 'commander';
import { CommandError } from '../../batch/errors.ts';
import type { Comparison, Score } from '../../score/compare.ts';
import type { Gold, Item } from '../../score/item.ts';
import { exitCodes } from '../exit.ts';
import { type CommonOptions, examples, withCommonOptions } from '../options.ts';

interface ScoreOptions extends CommonOptions {
  readonly against?: string;
  readonly list?: boolean;
}

export function scoreCommand(): Command {
  const command = new Command('score')
    .description('precision, recall and F1 of the encoder against checked documents')
    .argument('<gold...>', 'checked documents: JSON with stand-off items, or reviewed TEI')
    .option('--against <file>', 'score these items (JSON, as the gold) instead of encoding the sources anew')
    .option('--list', 'list every disagreement with its words');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      examples([
        ['chancery score test/gold/gold.json', 'the encoder, by kind and family'],
        ['chancery score tei/cable.xml --list', 'what the encoder would do otherwise than the reviewed TEI'],
        [
          'chancery score gold.json --against other.json --format json',
          'another tagger on the same documents',
        ],
      ]),
    )
    .action(run);
}

interface Scored {
  readonly source: string;
  readonly family: string;
  readonly comparison: Comparison;
  readonly text: string;
}

async function run(files: readonly string[], options: ScoreOptions): Promise<void> {
  const { readFile } = await import('node:fs/promises');
  const { loadStages } = await import('../../batch/load.ts');
  const { surroundings } = await import('../inputs.ts');
  const { compare } = await import('../../score/compare.ts');
  const { itemsOf } = await import('../../score/extract.ts');
  const gold = await import('../../score/gold.ts');
  const stages = await loadStages('readRegister', 'read', 'encodeSource');
  const { context } = await surroundings(options, stages);

  const against = options.against
    ? gold.goldOf(await readFile(options.against, 'utf8'), options.against)
    : undefined;
  const scored: Scored[] = [];
  const missing: string[] = [];
  for (const file of files) {
    const content = await readFile(file, 'utf8');
    const isTei = content.trimStart().startsWith('<');
    const named = isTei ? gold.sourceNamed(content) : undefined;
    if (isTei && !named)
      throw new CommandError(
        exitCodes.unusable,
        `${file} does not say which source it was made from.`,
        'Give gold in JSON, or a TEI with bibl type="file" in sourceDesc.',
      );
    const documents: readonly (Gold | { readonly source: string; readonly sha256: string })[] = named
      ? [{ source: named.name, sha256: named.sha256 }]
      : gold.goldOf(content, file);
    for (const document of documents) {
      const { bytes, path } = await bytesOf(document.source);
      if (
        !bytes ||
        (document.sha256 && createHash('sha256').update(bytes).digest('hex') !== document.sha256)
      ) {
        missing.push(document.source);
        continue;
      }
      const { sources } = await stages.read(bytes, path, context);
      // A table holds many: gold names its record, `records.csv#7`; without a name there must be only one.
      const source =
        sources.find((s) => s.name === document.source) ?? (sources.length === 1 ? sources[0] : undefined);
      if (!source) {
        missing.push(
          sources.length > 1
            ? `${document.source} (it holds ${sources.length} documents: name one, ${sources[0]?.name})`
            : document.source,
        );
        continue;
      }
      const checked = 'items' in document ? document : gold.goldOfTei(content, document.source, source.text);
      const found: readonly Item[] = against
        ? (against.find((a) => a.source === document.source)?.items ?? [])
        : itemsOf(String(stages.encodeSource(source, context).tei.content), source.text);
      scored.push({
        source: document.source,
        family: checked.family,
        text: source.text,
        comparison: compare(checked.items, found, checked.kinds),
      });
    }
  }
  await print(scored, missing, options);
  if (missing.length > 0 || scored.length === 0) process.exitCode = exitCodes.documentErrors;
}

/** The bytes of a source and the file they are in: `records.csv#7` is a record of `records.csv`. */
async function bytesOf(name: string): Promise<{ readonly bytes: Buffer | undefined; readonly path: string }> {
  const { readFile } = await import('node:fs/promises');
  for (let at = name.length; at > 0; at = name.lastIndexOf('#', at - 1)) {
    const path = name.slice(0, at);
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes) return { bytes, path };
  }
  return { bytes: undefined, path: name };
}

async function print(
  scored: readonly Scored[],
  missing: readonly string[],
  options: ScoreOptions,
): Promise<void> {
  const { f1, precision, recall, total } = await import('../../score/compare.ts');
  const { disagreementLine, scoreTable } = await import('../../score/table.ts');
  const families = [...new Set(scored.map((s) => s.family))].sort();
  const scoresOf = (family?: string): readonly Score[] =>
    total(scored.filter((s) => !family || s.family === family).flatMap((s) => s.comparison.scores));
  if (options.format === 'json') {
    const figures = (scores: readonly Score[]) =>
      scores.map((s) => ({
        ...s,
        precision: precision(s.relaxed, s),
        recall: recall(s.relaxed, s),
        f1: f1(s.relaxed, s),
        f1Exact: f1(s.exact, s),
      }));
    const report = {
      documents: scored.length,
      missing,
      all: figures(scoresOf()),
      families: Object.fromEntries(families.map((f) => [f, figures(scoresOf(f))])),
      disagreements: scored.flatMap((s) =>
        s.comparison.disagreements.map((d) => ({ source: s.source, ...d })),
      ),
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const lines: string[] = [`${scored.length} documents`, '', scoreTable(scoresOf())];
  if (families.length > 1)
    for (const family of families) lines.push('', family, '', scoreTable(scoresOf(family)));
  if (options.list)
    for (const s of scored) {
      if (s.comparison.disagreements.length === 0) continue;
      lines.push('', s.source, ...s.comparison.disagreements.map((d) => `  ${disagreementLine(d, s.text)}`));
    }
  if (missing.length > 0)
    lines.push(
      '',
      `${missing.length} sources are missing, changed or unreadable:`,
      ...missing.map((m) => `  ${m}`),
    );
  process.stdout.write(`${lines.join('\n')}\n`);
}
