/**
 * Agreement with dates that experts set, and no surprise on real documents. The corpus is kept outside the
 * project; without it these tests are skipped, but never in continuous integration.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findDates, isEdtf, parseDate } from '../../../src/annotate/dates/index.ts';

const corpus = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));
const present = existsSync(corpus);

describe('the corpus', () => {
  it.runIf(process.env.CHANCERY_CI === '1')('is there', () => {
    expect(present).toBe(true);
  });
});

describe.skipIf(!present)('printed dates of the Foreign Relations of the United States', () => {
  const rows = present
    ? readFileSync(join(corpus, 'frus/when_vs_printed.tsv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t') as [when: string, printed: string])
    : [];
  const day = (value: string | undefined) => value?.slice(0, 10);

  it('agree with the expert in the day, 97 in 100', () => {
    const agreed = rows.filter(([when, printed]) => {
      const mention = parseDate(printed);
      return day(mention?.when ?? mention?.from) === day(when);
    });
    expect(agreed.length / rows.length).toBeGreaterThanOrEqual(0.97);
  });

  // The list was drawn up of dates outside the years of their volumes: many of the expert's values are slips.
  it('otherwise only where the expert overlooked a bracket or a digit, or added a day nobody printed', () => {
    const disagreed = rows.filter(([when, printed]) => {
      const mention = parseDate(printed);
      if (day(mention?.when ?? mention?.from) === day(when)) return false;
      const corrected = /\[\d+\??\]/.test(printed);
      const coarser = mention?.when !== undefined && when.startsWith(mention.when);
      const yearless = !/\d{4}/.test(printed);
      const slip = mention?.when !== undefined && printed.includes(mention.when.slice(0, 4));
      return !(corrected || coarser || yearless || slip);
    });
    expect(disagreed).toEqual([]);
  });

  it('read the time of day where one is printed', () => {
    const timed = rows.filter(([, printed]) => /[ap]\.m\.|noon|midnight/.test(printed));
    const read = timed.filter(([, printed]) => parseDate(printed)?.when?.includes('T'));
    expect(read.length).toBe(timed.length);
  });
});

describe.skipIf(!present)('datelines of the Documents on Australian Foreign Policy', () => {
  it('agree with the date of the catalogue, 99 in 100', () => {
    let all = 0;
    let agreed = 0;
    for (const text of documents('dfat', '.md')) {
      const date = /^doc_date: *"?(\d{4}-\d\d-\d\d)/m.exec(text)?.[1];
      const dateline =
        /^(?:#+ )?(?:Cablegram|Letter|Memorandum|Dispatch|Circular cablegram) .{0,60}[A-Z]{4,}, .{0,40}$/m.exec(
          text,
        )?.[0];
      const mention = dateline === undefined ? undefined : parseDate(dateline);
      if (date === undefined || mention?.when === undefined) continue;
      all += 1;
      if (mention.when.startsWith(date)) agreed += 1;
    }
    expect(all).toBeGreaterThan(1500);
    expect(agreed / all).toBeGreaterThanOrEqual(0.99);
  });
});

describe.skipIf(!present)('every text of the corpus', () => {
  it.each([
    ['dfat', '.md'],
    ['frus', '.txt'],
    ['us-telegrams/plain', '.txt'],
    ['us-telegrams/annotated', '.txt'],
    ['ocr', '.md'],
    ['wilson-center', '.txt'],
  ])('%s is read without failure, spans in order and values legal', (folder, ending) => {
    for (const text of documents(folder, ending)) {
      let last = 0;
      for (const mention of findDates(text, {
        anchorAt: () => ({ date: '1961-07-22', label: 'document', certainty: 'high' }),
      })) {
        if (mention.span.start < last || mention.span.end > text.length) expect.fail(JSON.stringify(mention));
        last = mention.span.end;
        if (mention.edtf !== undefined && !isEdtf(mention.edtf)) expect.fail(JSON.stringify(mention));
      }
    }
  });
});

function* documents(folder: string, ending: string): Generator<string> {
  for (const name of readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith(ending)) yield readFileSync(join(corpus, folder, name), 'utf8');
  }
}

describe('the work', () => {
  it('grows with the text and no faster', () => {
    const sentence =
      'On the 3rd of May, at 5:30 p.m., he met them again for two hours; he will return on Monday. ';
    const time = (times: number) => {
      const text = sentence.repeat(times);
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 3; run++) {
        const start = process.cpuUsage();
        findDates(text, { anchorAt: () => ({ date: '1961-07-22', label: 'document', certainty: 'high' }) });
        const used = process.cpuUsage(start);
        best = Math.min(best, used.user + used.system);
      }
      return best;
    };
    time(200);
    // Four times the text: far below the sixteen of a quadratic pass, with room for a busy machine.
    expect(time(2000) / time(500)).toBeLessThan(10);
  });
});
