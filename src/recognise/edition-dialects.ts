/**
 * The dialects of an edition: those of its settings, made of patterns, and those of its modules. They come before
 * ours, and what goes wrong in one is told of it and leaves the document whole.
 */
import type { Dialect, Page, Reading } from '../dialect.ts';
import type { Block, HeaderField, HeaderLine, Span } from '../document.ts';
import { rules } from '../rules.ts';
import type { DialectSettings, LinePattern, Settings } from '../settings.ts';
import type { Line } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Longer lines are prose: no pattern is tried on them, so that none can take for ever. */
const longestLine = 1000;

/** Dialects of the settings, in their order. */
export const dialectsOfSettings = (settings: Settings): readonly Dialect[] =>
  (settings.dialects ?? []).map(dialectOf);

//   > | { "id": "press-release", "when": ["^FOR IMMEDIATE RELEASE$"],
//   > |   "header": [{ "line": "^No\\. (\\d+)$", "facts": ["document-number"] }] }
function dialectOf(settings: DialectSettings): Dialect {
  const when = settings.when.map((p) => new RegExp(p, 'u'));
  const within = settings.within ?? 12;
  const header = compiled(settings.header);
  const closer = compiled(settings.closer);
  const furniture = (settings.furniture ?? []).map((f) => ({ ...f, pattern: new RegExp(f.line, 'u') }));
  return {
    id: settings.id,
    name: settings.name ?? settings.id,
    recognise(page) {
      const lines = page.lines.filter((l) => l.text !== '' && l.text.length <= longestLine).slice(0, within);
      const missing = when.find((p) => !lines.some((l) => p.test(l.text)));
      return missing
        ? { score: 0, why: `no line matches ${missing.source}` }
        : { score: settings.score ?? 0.9, why: `matches the ${when.length} patterns of the settings` };
    },
    read(page) {
      const blocks: Block[] = [];
      const own = new Set<Line>();
      for (const line of page.lines) {
        if (line.text === '' || line.text.length > longestLine) continue;
        const hit = furniture.find((f) => f.pattern.test(line.text));
        if (!hit) continue;
        own.add(line);
        blocks.push({
          kind: 'furniture',
          class: hit.class ?? 'other',
          span: line.inner,
          rule: 'header.of-edition',
          certainty: 'high',
        });
      }
      const chunks = page.chunks.flatMap((chunk) => {
        const lines = chunk.lines.filter((l) => !own.has(l));
        const [first, last] = [lines[0], lines.at(-1)];
        if (!first || !last) return [];
        if (lines.length === chunk.lines.length) return [chunk];
        // Furniture amid a paragraph parts it.
        return lines.map((l) => ({ span: l.inner, text: l.text, lines: [l] }));
      });
      let begin = 0;
      for (; begin < chunks.length; begin++) {
        const lines = chunks[begin]?.lines.map((l) => headerLine(l, header)) ?? [];
        if (!lines.every((l) => l !== undefined)) break;
        blocks.push(...lines);
      }
      let end = chunks.length;
      for (; end > begin; end--) {
        const lines = chunks[end - 1]?.lines.map((l) => headerLine(l, closer, 'closer')) ?? [];
        if (!lines.every((l) => l !== undefined)) break;
        blocks.push(...lines);
      }
      const body = paragraphsOf(page.text, chunks.slice(begin, end));
      return {
        blocks: [...blocks, ...body.blocks],
        catalogue: [],
        questions: body.questions,
        language: settings.language ?? 'en',
      };
    },
  };
}

interface Compiled {
  readonly pattern: RegExp;
  readonly facts: NonNullable<LinePattern['facts']>;
}

const compiled = (patterns: readonly LinePattern[] = []): readonly Compiled[] =>
  patterns.map(({ line, facts = [] }) => ({ pattern: new RegExp(line, 'du'), facts }));

function headerLine(line: Line, patterns: readonly Compiled[], position?: 'closer'): HeaderLine | undefined {
  if (line.text.length > longestLine) return undefined;
  for (const { pattern, facts } of patterns) {
    const match = pattern.exec(line.text);
    if (!match) continue;
    const fields = facts.flatMap((name, i): readonly HeaderField[] => {
      const at = match.indices?.[i + 1];
      const value = match[i + 1] ?? '';
      if (!at || value.trim() === '') return [];
      return [
        {
          name,
          value: value.replace(/\s+/g, ' ').trim(),
          span: trimmed(line, at, value),
          layer: 'text',
          rule: 'header.of-edition',
          certainty: 'high',
        },
      ];
    });
    return {
      kind: 'header',
      layer: 'text',
      span: line.inner,
      fields,
      rule: 'header.of-edition',
      certainty: 'high',
      ...(position ? { position } : {}),
    };
  }
  return undefined;
}

function trimmed(line: Line, [start]: readonly [number, number], value: string): Span {
  const from = line.inner.start + start + value.length - value.trimStart().length;
  return { start: from, end: from + value.trim().length };
}

/**
 * What a dialect of the edition read, checked as strictly as a stranger's work must be.
 *
 * @throws Error in words for the editor: what the module did that it must not
 */
export function checkedReading(dialect: Dialect, page: Page): Reading {
  const reading = dialect.read(page);
  if (!Array.isArray(reading?.blocks)) throw new Error('read() gave no list of blocks');
  let end = 0;
  for (const block of [...reading.blocks].sort((a, b) => a.span.start - b.span.start)) {
    const { span, kind } = block;
    if (!(Number.isInteger(span?.start) && Number.isInteger(span?.end) && span.start < span.end))
      throw new Error(`a ${kind} has no sound span`);
    if (span.start < end) throw new Error(`two blocks overlap at ${span.start}`);
    if (span.end > page.text.length) throw new Error(`a ${kind} ends behind the text`);
    end = span.end;
    for (const found of [block, ...('fields' in block ? block.fields : [])])
      if (!Object.hasOwn(rules, found.rule))
        throw new Error(`there is no rule ${JSON.stringify(found.rule)}`);
  }
  return {
    blocks: reading.blocks,
    catalogue: reading.catalogue ?? [],
    questions: reading.questions ?? [],
    language: reading.language ?? 'en',
    ...(reading.annotations ? { annotations: reading.annotations } : {}),
  };
}
