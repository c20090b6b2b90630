/**
 * Reads the prose cases. The format, for those who extend them:
 *
 *     # Title of the file
 *     Words between headings explain; they are not cases.
 *
 *     ## A kind of expression
 *     anchor: 1978-07-22 meeting        the day relative words are reckoned from, and its label; `none` for none
 *     zone: Asia/Shanghai               optional
 *
 *     - The meeting of {the 22nd|1978-07-22} lasted {two hours|PT2H}.
 *
 * Each line that begins with `- ` is a text. What the engine must find is in braces, with its value after the bar;
 * anything found outside braces is a failure, and so is anything missed. A text may end with ` «rule»`, which
 * then must have made its first mention. Values:
 *
 *     1978-07-22                day; likewise 1978-07, 1978, 1978-07-22T15:00, 15:00
 *     1978-06-03/1978-06-05     from and to
 *     1978-06-01..1978-06-10    not before, not after
 *     PT10M-PT15M               least and most of a length
 *     ?                         found, and rightly left without a value
 *
 * `\n` in a text is a line end.
 */
import type { DateMention } from '../../../src/document.ts';

export interface Expected {
  readonly printed: string;
  readonly start: number;
  readonly value: string;
}

export interface Case {
  readonly kind: string;
  readonly line: number;
  readonly anchor:
    | { readonly date: string; readonly label: 'document' | 'sent' | 'meeting' | 'speech' }
    | undefined;
  readonly zone: string | undefined;
  readonly text: string;
  readonly expected: readonly Expected[];
  readonly rule: string | undefined;
}

export function readCases(source: string): Case[] {
  const cases: Case[] = [];
  let kind = '';
  let anchor: Case['anchor'];
  let zone: string | undefined;
  source.split('\n').forEach((line, index) => {
    const told = /^anchor: (\S+)(?: (document|sent|meeting|speech))?/.exec(line);
    if (line.startsWith('## ')) {
      kind = line.slice(3).trim();
      anchor = undefined;
      zone = undefined;
    } else if (told) {
      const label = (told[2] ?? 'document') as 'document' | 'sent' | 'meeting' | 'speech';
      anchor = told[1] === 'none' ? undefined : { date: told[1] ?? '', label };
    } else if (line.startsWith('zone: ')) {
      zone = line.slice(6).trim();
    } else if (line.startsWith('- ')) {
      const rule = / «([a-z.-]+)»$/.exec(line);
      const body = line.slice(2, rule ? rule.index : undefined);
      cases.push({ kind, line: index + 1, anchor, zone, rule: rule?.[1], ...readText(body) });
    }
  });
  return cases;
}

function readText(body: string): Pick<Case, 'text' | 'expected'> {
  let text = '';
  const expected: Expected[] = [];
  for (const part of body.replaceAll('\\n', '\n').split(/(\{[^{}|]*\|[^{}|]*\})/)) {
    const marked = /^\{([^|]*)\|([^|]*)\}$/.exec(part);
    if (marked) {
      expected.push({ printed: marked[1] ?? '', start: text.length, value: marked[2] ?? '' });
      text += marked[1];
    } else {
      text += part;
    }
  }
  return { text, expected };
}

/** The value of a mention in the notation of the cases. */
export function shownValue(mention: DateMention): string {
  if (mention.when !== undefined) return mention.when;
  if (mention.from !== undefined) return `${mention.from}/${mention.to}`;
  if (mention.notBefore !== undefined) return `${mention.notBefore}..${mention.notAfter}`;
  if (mention.duration !== undefined) {
    return mention.durationMax ? `${mention.duration}-${mention.durationMax}` : mention.duration;
  }
  return '?';
}
