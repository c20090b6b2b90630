/**
 * Selectors of the W3C's Web Annotation Data Model (4.2.4, 4.2.5). Positions count Unicode code points from 0, the
 * end exclusive; the quote has the text as it stands in the file, line ends included.
 */
export interface Selection {
  readonly position: { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number };
  readonly quote: {
    readonly type: 'TextQuoteSelector';
    readonly exact: string;
    readonly prefix: string;
    readonly suffix: string;
  };
}

/** How many characters of the surroundings a quote is told apart by. */
const around = 32;

/** Selects stretches of a text, given in UTF-16 units. */
export function selector(text: string): (start: number, end: number) => Selection {
  const points = pointsBefore(text);
  return (start, end) => ({
    position: { type: 'TextPositionSelector', start: points[start] as number, end: points[end] as number },
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: [...text.slice(Math.max(0, start - 2 * around), start)].slice(-around).join(''),
      suffix: [...text.slice(end, end + 2 * around)].slice(0, around).join(''),
    },
  });
}

/** For each UTF-16 unit of the text, and for its end, how many code points come before. */
function pointsBefore(text: string): Int32Array {
  const points = new Int32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    points[i] = count;
    const unit = text.charCodeAt(i);
    const paired = unit >= 0xd800 && unit < 0xdc00 && i + 1 < text.length;
    if (paired) points[++i] = count;
    count++;
  }
  points[text.length] = count;
  return points;
}
