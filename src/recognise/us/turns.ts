/** Speakers of a transcript: short labels with a colon that alternate. */
import type { Block, Paragraph, Span } from '../../document.ts';

//   > | Chairman Roe: I agree.        > | R: Yes.        > | MR. DOE (interposing): No.
//       ^^^^^^^^^^^^^                     ^^               ^^^^^^^^^^^^^^^^^^^^^^^
const label =
  /^(?:[•:'"‘“*]\s?)?(?<who>(?:(?:Mr|Mrs|Ms|Miss|Dr|Gen|Amb|Sec|Pres|Sen|Col|Adm)\.?\s)?\p{Lu}[\p{L}.’'ʼ-]*(?:\s\p{Lu}[\p{L}.’'ʼ-]*){0,3}|The \p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,2}|[QA])(?:\s\([^()]{1,40}\))?:(?=\s)/du;

/** Words that end in a colon at the head of a paragraph and are nobody's name. */
const noSpeaker =
  /^(?:Note|Comment|Summary|Subject|Re|Ref|Reference|Conclusion|Recommendation|Problem|Discussion|Background|Source|Action|Participants|Place|Date|Time|To|From|Dear .*|First|Second|Third|Fourth|Finally|Example|Question|Answer|Attachment|Attachments|Enclosure|Tab [A-Z]|Annex|Appendix|Copies?|Cc|Distribution|Findings?|References?|Title|Classification|Begin .*|End .*|Present)$/i;

/** The speaker's label of a paragraph. */
function labelOf(text: string, block: Paragraph): { span: Span; who: string } | undefined {
  if (block.label) return undefined;
  const head = text.slice(block.span.start, Math.min(block.span.end, block.span.start + 90));
  const match = label.exec(head);
  const who = match?.groups?.who;
  if (!match || !who || noSpeaker.test(who)) return undefined;
  // Words after the colon there must be: a label alone heads a list.
  if (block.span.end - block.span.start <= match[0].length) return undefined;
  // Stray signs before the label go with it.
  return { who, span: { start: block.span.start, end: block.span.start + match[0].length } };
}

/**
 * Marks the turns of a transcript. Precision first: a text is one only if at least two labels return, and such
 * paragraphs are many.
 */
export function markTurns(text: string, blocks: readonly Block[]): readonly Block[] {
  const paragraphs = blocks.filter((b): b is Paragraph => b.kind === 'paragraph');
  const labels = new Map<Paragraph, { span: Span; who: string }>();
  const counts = new Map<string, number>();
  for (const block of paragraphs) {
    const found = labelOf(text, block);
    if (!found) continue;
    labels.set(block, found);
    counts.set(found.who, (counts.get(found.who) ?? 0) + 1);
  }
  const returning = [...counts.values()].filter((n) => n >= 2).length;
  if (labels.size < 4 || returning < 2 || labels.size < paragraphs.length * 0.25) return blocks;
  return blocks.map((block) => {
    const found = block.kind === 'paragraph' ? labels.get(block) : undefined;
    return found && block.kind === 'paragraph'
      ? { ...block, speaker: found.span, rule: 'block.turn' as const }
      : block;
  });
}
