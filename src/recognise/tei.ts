/**
 * A TEI that was encoded before: its blocks are those of its mark-up, and nothing is recognised anew. The day of
 * the document, from which days in the text are reckoned, is the one the mark-up gives, else that of the dateline.
 */
import type { Block, HeaderField, HeaderLine, Source, TeiSource } from '../document.ts';
import type { Reading } from './dialect.ts';

export const teiDialect = 'tei';

export function readTei(source: Source, tei: TeiSource): Reading {
  const blocks: Block[] = [];
  let dated = tei.date !== undefined;
  for (const { name, start, end } of tei.blocks) {
    const span = { start, end };
    const common = { layer: 'text', span, rule: 'block.of-markup', certainty: 'high' } as const;
    if (name === 'head') blocks.push({ kind: 'heading', ...common });
    else if (name === 'note') blocks.push({ kind: 'note', ...common });
    else if (name === 'dateline' && !dated) {
      dated = true;
      blocks.push(line(source, span, 'place-date'));
    } else if (name === 'signed') blocks.push({ ...line(source, span, 'signature'), position: 'closer' });
    else if (name === 'salute') blocks.push(line(source, span, 'salutation'));
    else blocks.push({ kind: 'paragraph', ...common });
  }
  return { blocks, catalogue: [], questions: [], language: 'en' };
}

function line(source: Source, span: HeaderLine['span'], name: HeaderField['name']): HeaderLine {
  const value = source.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const found = { layer: 'text', span, rule: 'block.of-markup', certainty: 'high' } as const;
  return { kind: 'header', ...found, fields: [{ name, value, ...found }] };
}
