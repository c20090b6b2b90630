/** The forms that are made from the flow: to add one, a writer here and a line in `../formats.ts`. */
import type { Context } from '../../context.ts';
import { docx } from './docx.ts';
import { epubOfOne } from './epub.ts';
import type { Flow } from './flow.ts';
import { markdown } from './markdown.ts';

export type FlowFormat = 'markdown' | 'epub' | 'docx';

/** Pure functions: the same flow, the same bytes. */
export const writers: Readonly<Record<FlowFormat, (flow: Flow, context: Context) => string | Uint8Array>> = {
  markdown,
  epub: (flow) => epubOfOne(flow, 'Contents'),
  docx,
};
