/** Findings of the grammar in our words: what is wrong, and what to do about it. */
import type { RelaxNgFinding } from '../xml/relaxng/index.ts';

const shown = 8;

/** The finding's sentence, begun with a capital. */
export function sentence(finding: RelaxNgFinding): string {
  return finding.message.charAt(0).toUpperCase() + finding.message.slice(1);
}

/**
 * @param ids those of the file: a pointer without its number sign is known by them
 */
export function grammarFix(finding: RelaxNgFinding, ids: ReadonlyMap<string, unknown> = new Map()): string {
  const { kind, name = '', expected, suggestion } = finding;
  switch (kind) {
    case 'element-not-allowed':
      return elementFix(finding);
    case 'attribute-not-allowed': {
      const meant = suggestion ?? htmlAttributes[name];
      if (meant !== undefined && (suggestion !== undefined || expected.includes(meant)))
        return `Write @${meant}.`;
      return `Remove @${name}; allowed here: ${listed(expected.map((e) => `@${e}`))}.`;
    }
    case 'attribute-value':
    case 'content-value':
      return valueFix(finding, ids);
    case 'missing-attribute':
      return `Add ${listed(expected.map((e) => `@${e}`))}.`;
    case 'text-not-allowed':
      return expected.length === 0
        ? 'Remove the text, or move it into an element that holds text.'
        : `Put the text into an element: ${listed(
            expected.map((e) => `<${e}>`),
            'or',
          )}.`;
    case 'incomplete':
      return `Add what is missing: ${listed(
        expected.map((e) => `<${e}>`),
        'or',
      )}.`;
    case 'duplicate-id':
      return 'Rename one of the two.';
    case 'unresolved-idref':
      return 'Correct the id, or add what it names.';
  }
}

/** What editors write who know HTML better. */
const htmlElements: Readonly<Record<string, { readonly name: string; readonly written: string }>> = {
  a: { name: 'ref', written: '<ref target="…">' },
  b: { name: 'hi', written: '<hi rend="bold">' },
  blockquote: { name: 'quote', written: '<quote>' },
  br: { name: 'lb', written: '<lb/>' },
  em: { name: 'hi', written: '<hi rend="italic">' },
  i: { name: 'hi', written: '<hi rend="italic">' },
  li: { name: 'item', written: '<item>' },
  ol: { name: 'list', written: '<list>' },
  span: { name: 'seg', written: '<seg>' },
  strong: { name: 'hi', written: '<hi rend="bold">' },
  td: { name: 'cell', written: '<cell>' },
  th: { name: 'cell', written: '<cell role="label">' },
  tr: { name: 'row', written: '<row>' },
  u: { name: 'hi', written: '<hi rend="underline">' },
  ul: { name: 'list', written: '<list>' },
};

const htmlAttributes: Readonly<Record<string, string>> = {
  class: 'rend',
  colspan: 'cols',
  href: 'target',
  rowspan: 'rows',
  src: 'url',
  style: 'rend',
};

function elementFix({
  name = '',
  expected,
  suggestion,
  missingBefore,
  atBeginningOf,
  parents,
}: RelaxNgFinding): string {
  if (suggestion !== undefined) return `Write <${suggestion}>.`;
  const html = htmlElements[name];
  if (html !== undefined && expected.includes(html.name)) return `Write ${html.written}, as TEI has it.`;
  if (missingBefore !== undefined) {
    return `Put ${listed(
      missingBefore.map((e) => `<${e}>`),
      'or',
    )} before <${name}>, or move <${name}> behind it.`;
  }
  if (atBeginningOf !== undefined)
    return `Move <${name}> to the beginning of <${atBeginningOf}>, or remove it.`;
  if (parents !== undefined) {
    const here = parents.filter((parent) => expected.includes(parent));
    const into = listed(
      (here.length > 0 ? here : parents).map((e) => `<${e}>`),
      'or',
    );
    return here.length > 0 ? `Put <${name}> into ${into}.` : `Move <${name}> into ${into}, or remove it.`;
  }
  if (expected.length === 0) return `Remove <${name}>, or move it.`;
  return `Remove <${name}> or move it; allowed here: ${listed(expected.map((e) => `<${e}>`))}.`;
}

function valueFix(
  { name, value: found = '', expected, suggestion }: RelaxNgFinding,
  ids: ReadonlyMap<string, unknown>,
): string {
  if (suggestion !== undefined) return `Write «${suggestion}».`;
  if (expected.length === 0) return 'Correct the value.';
  if (expected.some((e) => /^anyURI\b/.test(e)) && ids.has(found))
    return `Write «#${found}»: a pointer into the file begins with #.`;
  const isoDate = expected.some((e) => dateTypes.has(e)) ? dateMeant(found) : undefined;
  if (isoDate !== undefined) return `Write «${isoDate}».`;
  const truth = { yes: 'true', no: 'false' }[found.toLowerCase()];
  if (truth !== undefined && expected.includes(truth)) return `Write «${truth}».`;
  if (name === 'xml:id') {
    const id = idMeant(found);
    return `Write ${datatypes.ID}${id === undefined ? '' : `: «${id}»`}.`;
  }
  // The one word that TEI asks for in @type, @rend and others (teidata.enumerated).
  if (expected.length === 1 && expected[0] === oneWord) {
    const word = found.trim().replace(/[\p{C}\p{Z}]+/gu, '-');
    return `Write one word without blanks${word === '' ? '' : `: «${word}»`}.`;
  }
  const words = [...new Set(expected.map(value))];
  const dates = expected.filter((e) => dateTypes.has(e));
  if (dates.length < 4) return `Write ${listed(words, 'or')}.`;
  const others = expected.filter((e) => !dateTypes.has(e)).map(value);
  return `Write ${listed([...datesInWords, ...others], 'or')}.`;
}

const oneWord = String.raw`token matching [^\p{C}\p{Z}]+`;

/** The types that TEI lets a date have (teidata.temporal.w3c). */
const dateTypes = new Set(['date', 'dateTime', 'gDay', 'gMonth', 'gMonthDay', 'gYear', 'gYearMonth', 'time']);
const datesInWords = [
  'a day (1978-07-22)',
  'a month (1978-07)',
  'a year (1978)',
  'a point in time (1978-07-22T19:40:00+08:00)',
];

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/**
 * `22 July 1978`, `July 22, 1978`, `1978-7-22`, `1978-22-07`, `22.7.1978`, `7/22/1978`: what can be meant by it is one
 * day only. `7/8/1978` may be two.
 */
function dateMeant(found: string): string | undefined {
  const text = found.trim();
  const day = /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(\p{L}+)\.?,?\s+(\d{4})$/u.exec(text);
  if (day) return dayOf(day[3], monthOf(day[2]), day[1]);
  const american = /^(\p{L}+)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text);
  if (american) return dayOf(american[3], monthOf(american[1]), american[2]);
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (yearFirst) {
    const [, year, a, b] = yearFirst;
    return dayOf(year, a, b) ?? dayOf(year, b, a);
  }
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (!yearLast) return undefined;
  const [, a, mark, b, year] = yearLast;
  const readings = [dayOf(year, b, a), ...(mark === '.' || a === b ? [] : [dayOf(year, a, b)])];
  const days = readings.filter((reading) => reading !== undefined);
  return days.length === 1 ? days[0] : undefined;
}

/** The day as XML Schema writes it, if there is such a day. */
function dayOf(y: string | undefined, m: string | undefined, d: string | undefined): string | undefined {
  if (y === undefined || m === undefined || d === undefined) return undefined;
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

function monthOf(name = ''): string | undefined {
  const at = months.findIndex(
    (month) => month === name.toLowerCase() || (name.length >= 3 && month.startsWith(name.toLowerCase())),
  );
  return at < 0 ? undefined : String(at + 1);
}

function idMeant(found: string): string | undefined {
  const joined = found.trim().replace(/[^\p{L}\p{Nd}._-]+/gu, '-');
  const id = /^[\p{L}_]/u.test(joined) ? joined : `p${joined}`;
  return /^[\p{L}_][\p{L}\p{Nd}._-]*$/u.test(id) ? id : undefined;
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
  if (/^anyURI\b/.test(name)) return 'a pointer: #id or an address';
  const facet = /^(decimal|double|integer|nonNegativeInteger|positiveInteger)\b.*/.exec(name);
  return datatypes[name] ?? (facet ? (datatypes[facet[1]!] ?? name) : name);
}
