/** Who wrote to whom, as the description of the correspondence says it: each once. */
import { describe, expect, it } from 'vitest';
import { encodeSource } from '../../src/pipeline.ts';
import { bare, sourceOf } from '../helpers/document.ts';

/** The actions of a document, each as its type and the names in it. */
function actionsOf(text: string): readonly string[] {
  const { tei } = encodeSource(sourceOf(text, 'sources/test.md'), bare);
  return [
    ...String(tei.content).matchAll(/<correspAction type="(\w+)"[^>]*>([\s\S]*?)<\/correspAction>/g),
  ].map(([, type, inner]) =>
    [type, ...[...(inner ?? '').matchAll(/<(?:\w+Name|name)\b[^>]*>([^<]*)</g)].map((m) => m[1])].join(' '),
  );
}

const cablegram = (title: string, attention: string) => `# 410 Cablegram to ${title}

Wellington, 21 January 1963

1207 SECRET

## ${attention}

I saw the Ambassador on Thursday. He knew nothing of it.

[NAA: A1838, 3038/10/1]
`;

describe('correspAction', () => {
  it('has the post and the person who is addressed at it in one', () => {
    expect(actionsOf(cablegram('Canberra', 'For Harwood from Pelling'))).toEqual([
      'sent Pelling Wellington',
      'received Canberra Harwood',
    ]);
  });

  it('has an action for each of two posts', () => {
    expect(actionsOf(cablegram('Lisbon and Jakarta', 'Relief'))).toEqual([
      'sent Wellington',
      'received Lisbon',
      'received Jakarta',
    ]);
  });
});
