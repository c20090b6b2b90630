/** Findings of the grammar in our words: what is wrong, and what to do about it. */
import type { RelaxNgFinding } from '../xml/relaxng/index.ts';

const shown = 8;

/** The finding's sentence, begun with a capital. */
export function sentence(finding: RelaxNgFinding): string {
  return finding.message.charAt(0).toUpperCase() + finding.message.slice(1);
}

export function grammarFix(finding: RelaxNgFinding): string {
  const { kind, name = '', expected, suggestion } = finding;
  switch (kind) {
    case 'element-not-allowed':
      if (suggestion !== undefined) return `Write <${suggestion}>.`;
      if (expected.length === 0) return `Remove <${name}>, or move it.`;
      return `Remove <${name}> or move it; allowed here: ${listed(expected.map((e) => `<${e}>`))}.`;
    case 'attribute-not-allowed':
      if (suggestion !== undefined) return `Write @${suggestion}.`;
      return `Remove @${name}; allowed here: ${listed(expected.map((e) => `@${e}`))}.`;
    case 'attribute-value':
    case 'content-value':
      if (suggestion !== undefined) return `Write «${suggestion}».`;
      return expected.length === 0 ? 'Correct the value.' : `Write ${listed(expected.map(value), 'or')}.`;
    case 'missing-attribute':
      return `Add ${listed(expected.map((e) => `@${e}`))}.`;
    case 'text-not-allowed':
      return expected.length === 0
        ? 'Remove the text, or move it into an element that holds text.'
        : `Put the text into an element: ${listed(expected.map((e) => `<${e}>`))}.`;
    case 'incomplete':
      return `Add what is missing: ${listed(expected.map((e) => `<${e}>`))}.`;
    case 'duplicate-id':
      return 'Rename one of the two.';
    case 'unresolved-idref':
      return 'Correct the id, or add what it names.';
  }
}

function listed(names: readonly string[], last = 'and'): string {
  if (names.length > shown) return `${names.slice(0, shown).join(', ')} ${last} ${names.length - shown} more`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
}

/** Datatypes of XML Schema in words; other names are values as they are. */
const datatypes: Readonly<Record<string, string>> = {
  '': 'nothing',
  ID: 'an id: letters, digits, points and hyphens, beginning with a letter',
  anyURI: 'a pointer: #id or an address',
  boolean: 'true or false',
  date: 'a day (1978-07-22)',
  dateTime: 'a point in time (1978-07-22T19:40:00+08:00)',
  decimal: 'a number',
  double: 'a number from 0 to 1',
  duration: 'a duration (PT2H)',
  gDay: 'a day of the month (---22)',
  gMonth: 'a month (--07)',
  gMonthDay: 'a day without a year (--07-22)',
  gYear: 'a year (1978)',
  gYearMonth: 'a month of a year (1978-07)',
  language: 'a language tag (en, zh-Hant)',
  nonNegativeInteger: 'a whole number',
  time: 'a time (19:40:00)',
  token: 'a value of the form the schema asks for',
};

function value(name: string): string {
  return datatypes[name] ?? name;
}
