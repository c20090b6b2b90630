/**
 * Which documents stand beside a document: before and after it by date, those it refers to, those that refer to it.
 * Only the edition as a whole knows; so the pages of the documents are given it when all of them are there.
 */
import { day, dayKey, dayOf } from '../dates.ts';
import type { Agent } from '../document-facts.ts';
import { compare, sortForm } from '../names.ts';
import { draftOf, type MakePart, valuesOf } from '../part.ts';
import type { Draft, Give, Sheaf } from '../sheaves.ts';
import { type Neighbour, navigation } from './navigation.ts';

interface Known {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
}

/** A document under its number, or the mention of a number in one. */
interface Numbered extends Known {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Absent: it is the document of that number itself. */
  readonly mention?: 'your' | 'my' | 'any';
}

/** Draft of what is no page of its own: the navigation of a document's page. */
export interface NavigationDraft extends Draft {
  readonly navigation: { readonly id: string; readonly markup: string };
}

/** The part whose sheaves are documents with their neighbours. */
export const navigationPart = 'neighbours';

/** By date within a month, from month to month, and by the numbers of telegrams. */
export const neighbourParts: MakePart = ({ words }) => {
  const give = (
    giving: Give,
    of: string,
    order: string,
    relation: Neighbour['relation'],
    other: Known,
  ): void => {
    const { id, title, date } = other;
    giving(navigationPart, of, order, {
      relation,
      id,
      title,
      ...(date !== undefined && { date: day(date, words) }),
    });
  };
  /** What stands beside what; the letter tells who says so. */
  const beside = (giving: Give, by: string, one: Known, next: Known): void => {
    give(giving, one.id, `2${by}`, 'next', next);
    give(giving, next.id, `1${by}`, 'prev', one);
  };
  return [
    {
      name: 'dated',
      share: ({ id, title, date, number, references, from, to }, giving) => {
        const known = { id, title, ...(date !== undefined && { date }) };
        if (date !== undefined && dayOf(date) !== '~')
          giving('dated', dayOf(date).slice(0, 7), `${dayKey(date)}|${id}`, known);
        const numbered = { ...known, from: from.map(party), to: to.map(party) };
        if (number !== undefined) giving('numbers', plain(number), id, numbered);
        for (const [i, { number: named, whose = 'any' }] of (references ?? []).entries())
          giving('numbers', plain(named), `${id} ${i}`, { ...numbered, mention: whose });
      },
      pages({ name: month, rows }: Sheaf<Known>, giving) {
        const all = valuesOf(rows);
        for (const [i, next] of all.entries()) if (i > 0) beside(giving, 'm', all[i - 1] as Known, next);
        giving('months in order', '', month, [all[0], all.at(-1)]);
        return [];
      },
    },
    {
      name: 'months in order',
      pages({ rows }: Sheaf<readonly [Known, Known]>, giving) {
        let before: Known | undefined;
        for (const { value } of rows) {
          if (before !== undefined) beside(giving, 'y', before, value[0]);
          before = value[1];
        }
        return [];
      },
    },
    {
      name: 'numbers',
      pages({ rows }: Sheaf<Numbered>, giving) {
        const numbered = valuesOf(rows);
        const documents = numbered.filter((n) => n.mention === undefined);
        const told = new Set<string>();
        for (const mention of documents.length === 0 ? [] : numbered) {
          if (mention.mention === undefined) continue;
          const [one, ...others] = documents.filter((document) => isMeant(document, mention));
          if (one === undefined || others.length > 0 || told.has(mention.id)) continue;
          told.add(mention.id);
          give(giving, mention.id, `3${one.id}`, 'answers', one);
          give(giving, one.id, `4${dayKey(mention.date)}|${mention.id}`, 'answered-by', mention);
        }
        return [];
      },
    },
    {
      name: navigationPart,
      *pages({ name: id, rows }: Sheaf<Neighbour>): Generator<NavigationDraft> {
        const path = `${id}/index.html`;
        yield {
          ...draftOf(path, '', rows, unmade),
          navigation: { id, markup: navigation(valuesOf(rows), words) },
        };
      },
    },
  ];
};

function unmade(): never {
  throw new Error('The page of a document is made with the document.');
}

/** Of a document's parties: the entry of the register, or the name as documents share it. */
const party = ({ name, register }: Agent): string =>
  register === undefined ? sortForm(name) : `#${register}`;

/** `D. 450` and `D450` are one number. */
const plain = (number: string): string => number.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Is the document the one that is meant? Posts number their telegrams anew each year, and so does every other post:
 * it is only where it passed between the same two parties, in the direction that «your» or «my» says, and is not
 * later than the mention nor more than a year older.
 */
function isMeant(document: Numbered, mention: Numbered): boolean {
  if (document.id === mention.id || document.date === undefined || mention.date === undefined) return false;
  const [sent, told] = [dayOf(document.date), dayOf(mention.date)];
  const year = String(Number(told.slice(0, 4)) - 1).padStart(4, '0');
  if (compare(sent, told) > 0 || compare(sent, year + told.slice(4)) < 0) return false;
  const shared = (one: readonly string[], other: readonly string[]) => one.some((p) => other.includes(p));
  const mine = shared(document.from, mention.from) && shared(document.to, mention.to);
  const yours = shared(document.from, mention.to) && shared(document.to, mention.from);
  return mention.mention === 'my' ? mine : mention.mention === 'your' ? yours : mine || yours;
}
