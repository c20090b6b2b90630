/** No family we know: the text whole, in paragraphs, without a header. It is always there, and never scores. */
import type { Dialect } from '../dialect.ts';
import { paragraphsOf } from '../paragraphs.ts';

export const unknown: Dialect = {
  id: 'unknown',
  name: 'unknown layout',
  recognise: () => ({ score: 0, why: 'nothing looked for' }),
  read(page) {
    const body = paragraphsOf(page.text, page.chunks);
    return { blocks: body.blocks, catalogue: [], questions: body.questions, language: 'en' };
  },
};
