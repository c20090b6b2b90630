/** The edition for machines, as a part of the edition: its rows are kept where the other parts keep theirs. */
import type { MakePart } from '../part.ts';
import { linkedData } from './index.ts';
import type { Row } from './row.ts';

export const linkedPart: MakePart = ({ context, sorted }) => linkedData(context, sorted<Row>());
