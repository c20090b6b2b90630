/** Small changes to an XML text, as slips and malice make them: still well-formed most of the time. */
import type { Random } from './generate.ts';

const names = [
  'p',
  'date',
  'said',
  'persName',
  'note',
  'gap',
  'div',
  'seg',
  'label',
  'bogus',
  'choice',
  'list',
];
const values = [
  '',
  'x',
  '#chancery',
  '#han',
  '1978-07-22',
  '1978-13-01',
  'high',
  'true',
  'reg:x',
  'zz:x',
  '1',
  'a b',
];

export function mutate(xml: string, random: Random): string {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const attributes = [...xml.matchAll(/ ([\w:-]+)="([^"]*)"/g)].filter(
    (m) => m[1] !== 'xmlns' && !m[1]!.startsWith('xmlns:'),
  );
  const bodyAt = xml.indexOf('<teiHeader');
  const later = attributes.filter((m) => m.index > bodyAt);
  switch (Math.floor(random() * 6)) {
    case 0: {
      const m = pick(later);
      return splice(xml, m.index, m[0].length, '');
    }
    case 1: {
      const m = pick(later);
      return splice(xml, m.index, m[0].length, ` ${m[1]}="${pick(values)}"`);
    }
    case 2: {
      const one = pick(later);
      const other = pick(later);
      return splice(xml, one.index, one[0].length, ` ${one[1]}="${other[2]}"`);
    }
    case 3: {
      const found = [...xml.matchAll(/<([A-Za-z]+)((?: [^<>]*)?)>([^<>]*)<\/\1>/g)].filter(
        (m) => m.index > bodyAt,
      );
      const m = pick(found);
      const name = pick(names);
      return splice(xml, m.index, m[0].length, `<${name}${m[2]}>${m[3]}</${name}>`);
    }
    case 4: {
      const found = [...xml.matchAll(/<([A-Za-z]+)(?: [^<>]*)?>[^<>]*<\/\1>/g)].filter(
        (m) => m.index > bodyAt,
      );
      const m = pick(found);
      return splice(
        xml,
        m.index,
        m[0].length,
        random() < 0.5 ? '' : m[0].replace(/ xml:id="[^"]*"/, '').repeat(2),
      );
    }
    default: {
      const found = [...xml.matchAll(/>([^<>]+)</g)].filter((m) => m.index > bodyAt);
      const m = pick(found);
      return splice(
        xml,
        m.index + 1,
        m[1]!.length,
        `${m[1]}${pick(['“', '”', '"', ' Monday', '<lb/>', '<note>n</note>'])}`,
      );
    }
  }
}

function splice(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length);
}
