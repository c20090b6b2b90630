/**
 * The header of a cable of the Japanese Ministry of Foreign Affairs (電信): general number, date of dispatch
 * and receipt with their places, office in charge, addressee, sender, number and markings.
 */
import type { FieldName, HeaderField, HeaderLine, Layer, Span } from '../document.ts';
import type { RuleId } from '../rules.ts';
import type { Line } from './lines.ts';
import { markingFields } from './markings.ts';

/** Han characters, kana or full-width digits make up the line, apart from digits and blanks. */
export const isJapaneseLine = (line: string): boolean => {
  const cjk = line.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
  const latin = line.match(/[A-Za-z]/g)?.length ?? 0;
  return cjk >= 2 && cjk > latin;
};

const rule: RuleId = 'header.japanese-cable';

/** Reads one line of the header; undefined where nothing of it is known. */
export function readJapaneseLine(text: string, line: Line, layer: Layer): HeaderLine | undefined {
  const fields: HeaderField[] = [];
  const announces: { name: FieldName; span: Span }[] = [];
  let label: Span | undefined;
  const at = line.inner.start;
  const within = (start: number, words: string): Span => ({
    start: at + start,
    end: at + start + words.length,
  });
  const add = (name: FieldName, start: number, value: string, ...labels: readonly Span[]) => {
    fields.push({
      name,
      value,
      span: within(start, value),
      layer,
      ...(labels.length > 0 ? { labels } : {}),
      rule,
      certainty: 'high',
    });
  };
  const group = (pattern: RegExp): RegExpExecArray | null => pattern.exec(line.text);

  //   > | 総番号 (TA) R052940  5285  主管      the office in charge stands below, beside the line of receipt
  //       ^^^    ^^^^^^^^^^^^^^^^^^  ^^^^
  const general = group(/^(総番号)\s*(.+?)(?:\s+(主管))?\s*$/du);
  if (general?.indices) {
    label = { start: at, end: at + 3 };
    add('general-number', general.indices[2]?.[0] ?? 0, general[2] ?? '');
    if (general[3])
      announces.push({ name: 'action-office', span: within(general.indices[3]?.[0] ?? 0, general[3]) });
  }
  //   > | 78年  月22日19時40分  中国発
  //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  const moved = group(
    /^([\d０-９昭和大正平成元]+年.*?[日時分])\s+(\S+?)(発|着)(?:\s+(\S*(?:局|部|課|室)長))?/du,
  );
  if (moved?.indices) {
    const end = moved.indices[3]?.[1] ?? 0;
    add(
      moved[3] === '発' ? 'sent' : 'received',
      0,
      line.text.slice(0, end),
      within(moved.indices[3]?.[0] ?? 0, moved[3] ?? ''),
    );
    if (moved[4]) add('action-office', moved.indices[4]?.[0] ?? 0, moved[4]);
  }
  //   > | 外務大臣殿  佐藤大使
  //       ^^^^^^^^^^  ^^^^^^^^
  const persons = group(
    /^(\S+?(?:大臣|大使|総領事|局長|次官))(殿)(?:\s+(\S+?(?:大臣|大使|総領事|公使|臨時代理大使)))?\s*$/du,
  );
  if (persons?.indices) {
    add('to', 0, persons[1] ?? '', within(persons.indices[2]?.[0] ?? 0, '殿'));
    if (persons[3]) add('from', persons.indices[3]?.[0] ?? 0, persons[3]);
  }
  //   > | 第1384号 極秘 大至急
  //       ^^^^^^^^
  const number = group(/^第([\d０-９]+)号/du);
  if (number?.indices) {
    const end = number.indices[1]?.[1] ?? 0;
    add('telegram-number', number.indices[1]?.[0] ?? 0, number[1] ?? '', within(0, '第'), within(end, '号'));
    fields.push(...markingFields(text, { start: at + number[0].length, end: line.inner.end }, layer, rule));
  }
  if (fields.length === 0) return undefined;
  return {
    kind: 'header',
    layer,
    span: line.inner,
    ...(label ? { label } : {}),
    ...(announces.length > 0 ? { announces } : {}),
    fields: fields.sort((a, b) => a.span.start - b.span.start),
    rule,
    certainty: 'high',
  };
}
