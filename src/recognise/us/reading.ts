/** A reading in the making: what every dialect of this family adds to, with the evidence of each addition. */
import type {
  Annotation,
  Block,
  CatalogueFact,
  Certainty,
  FieldName,
  FurnitureClass,
  HeaderField,
  OpenQuestion,
  Span,
} from '../../document.ts';
import type { RuleId } from '../../rules.ts';
import type { Reading } from '../dialect.ts';

interface HeaderOptions {
  readonly label?: Span | undefined;
  readonly closer?: boolean;
  readonly certainty?: Certainty;
}

export class ReadingDraft {
  readonly text: string;
  readonly blocks: Block[] = [];
  readonly catalogue: CatalogueFact[] = [];
  readonly questions: OpenQuestion[] = [];
  readonly annotations: Annotation[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** A line of the header with its facts. */
  header(span: Span, fields: readonly HeaderField[], rule: RuleId, options: HeaderOptions = {}): void {
    if (span.end <= span.start) return;
    this.blocks.push({
      kind: 'header',
      layer: 'text',
      span,
      fields,
      rule,
      certainty: options.certainty ?? 'high',
      ...(options.label ? { label: options.label } : {}),
      ...(options.closer ? { position: 'closer' as const } : {}),
    });
  }

  furniture(span: Span, kind: FurnitureClass, rule: RuleId, certainty: Certainty = 'high'): void {
    if (span.end > span.start) this.blocks.push({ kind: 'furniture', class: kind, span, rule, certainty });
  }

  pageBreak(span: Span, n: string | undefined): void {
    if (span.end > span.start)
      this.blocks.push({
        kind: 'page-break',
        layer: 'text',
        span,
        rule: 'block.page-mark',
        certainty: 'high',
        ...(n ? { n } : {}),
      });
  }

  /** Words of the archive's own form or catalogue, with the facts they state. */
  archive(span: Span, facts: readonly CatalogueFact[]): void {
    if (span.end <= span.start) return;
    this.blocks.push({
      kind: 'catalogue',
      name: 'citation',
      span,
      rule: 'catalogue.form',
      certainty: 'high',
    });
    this.catalogue.push(...facts);
  }

  /** Many blocks at once: a text may have more than a call has room for. */
  add(blocks: readonly Block[], questions: readonly OpenQuestion[] = []): void {
    for (const block of blocks) this.blocks.push(block);
    for (const question of questions) this.questions.push(question);
  }

  ask(kind: OpenQuestion['kind'], span: Span, rule: RuleId, question: string): void {
    this.questions.push({ kind, span, rule, question, candidates: [] });
  }

  reading(language = 'en'): Reading {
    return {
      blocks: this.blocks,
      catalogue: this.catalogue,
      questions: this.questions,
      annotations: this.annotations,
      language,
    };
  }
}

/** A header field whose value is its words on one line, unless another is given. */
export function field(
  name: FieldName,
  text: string,
  span: Span,
  rule: RuleId,
  options: { readonly value?: string; readonly certainty?: Certainty } = {},
): HeaderField {
  return {
    name,
    span,
    layer: 'text',
    rule,
    certainty: options.certainty ?? 'high',
    value: options.value ?? words(text.slice(span.start, span.end)),
  };
}

/** Runs of white space as one blank; marks of an annotated corpus (`[[NAME || 3]]`) left out. */
export const words = (s: string): string =>
  (s.includes('||') ? s.replace(/\s*\|\|\s*\d*/g, '').replace(/[[\]]+/g, '') : s)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** The span of a group of a match against `text.slice(start)`; the pattern has the flag `d`. */
export function groupSpan(match: RegExpExecArray, group: number | string, start: number): Span | undefined {
  const at = typeof group === 'number' ? match.indices?.[group] : match.indices?.groups?.[group];
  return at ? { start: start + at[0], end: start + at[1] } : undefined;
}
