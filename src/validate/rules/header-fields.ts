/**
 * The header of the original and that of the translation say the same, field by field: dates, numbers, people and
 * places, markings. Fields are joined by @corresp.
 *
 *     <seg type="sent" xml:id="o.sent" corresp="#h.sent"><date when="1978-07-22T19:40:00+08:00">…
 *     <seg type="sent" xml:id="h.sent" corresp="#o.sent"><date when="1978-07-22T19:40:00+08:00">…
 */
import { attribute, closest, elementsOf, textOf, tokens, type XmlElement } from '../../xml/tree.ts';
import { pointed } from '../file.ts';
import type { Rule } from '../rule.ts';

/** What a field says, by kind. */
const facts: readonly {
  readonly words: string;
  /** Values differ where none is in both (names), or where they are not the same (dates, numbers). */
  readonly exact: boolean;
  readonly of: (field: XmlElement) => readonly string[];
}[] = [
  {
    words: 'the date',
    exact: true,
    of: (field) =>
      inside(field, 'date').flatMap((date) => {
        const when = attribute(date, 'when');
        return when === undefined ? [] : [when];
      }),
  },
  {
    words: 'the number',
    exact: true,
    of: (field) => inside(field, 'idno').map((idno) => number(textOf(idno))),
  },
  {
    words: 'the name',
    exact: false,
    of: (field) =>
      inside(field, 'persName', 'orgName', 'placeName', 'roleName').flatMap((name) => tokens(name, 'ref')),
  },
  {
    words: 'the marking',
    exact: true,
    of: (field) => tokens(field, 'ana').filter((a) => a.startsWith(`#${attribute(field, 'type')}.`)),
  },
];

function inside(field: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return [...elementsOf(field)].filter((e) => names.includes(e.name));
}

/** Without blanks and punctuation, digits of full width as others. */
function number(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s.,()（）\-–]/g, '')
    .toUpperCase();
}

function differ(a: readonly string[], b: readonly string[], exact: boolean): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if (!exact) return !a.some((value) => b.includes(value));
  return !(a.every((value) => b.includes(value)) && b.every((value) => a.includes(value)));
}

export const headerFields: Rule = {
  id: 'header-fields',
  code: 'header.differs',
  severity: 'warning',
  says: 'Each field of the original’s header says the same as its counterpart in the translation.',
  basis: 'TEI chapter 17.4 (Correspondence and Alignment), att.global.linking/@corresp',
  *check(file) {
    for (const field of file.named('seg')) {
      const original = closest(field, 'div');
      if (!original || attribute(original, 'type') !== 'original' || !attribute(field, 'type')) continue;
      for (const pointer of tokens(field, 'corresp')) {
        const other = pointed(file, pointer);
        if (other?.name !== 'seg') continue;
        for (const { words, exact, of } of facts) {
          const [here, there] = [of(field), of(other)];
          if (!differ(here, there, exact)) continue;
          yield {
            assert: 'header-field',
            element: field,
            message: `The header of the original has ${here.join(', ')} as ${words} of the field ${attribute(field, 'type')}, that of the translation ${there.join(', ')} (line ${other.line})`,
            fix: 'Compare both with the page; correct the value that is wrong, or mark the slip with sic.',
          };
        }
        if (attribute(other, 'type') !== attribute(field, 'type')) {
          yield {
            assert: 'header-field-type',
            element: field,
            attribute: 'corresp',
            message: `The field ${attribute(field, 'type')} of the original corresponds to the field ${attribute(other, 'type') ?? 'without type'} of the translation`,
            fix: 'Point to the field of the same type.',
          };
        }
      }
    }
  },
};
