/**
 * Which documents stand beside a document: before and after it by date, those it refers to, those that refer to it.
 * Only the edition as a whole knows; so the pages of the documents are given it when all of them are there.
 */
import type { Context } from '../../context.ts';
import { vocabularyOf } from '../../words/index.ts';
import { day, dayKey, dayOf } from '../dates.ts';
import type { Agent, DocumentFacts } from '../document-facts.ts';
import { compare, sortForm } from '../names.ts';
import { grouped, Sorted } from '../sorted.ts';
import { type Neighbour, navigation } from './navigation.ts';

export interface NeighbourSearch {
  /** Each document once, in any order. */
  readonly take: (document: DocumentFacts) => void;
  /** The navigation of each document that has neighbours, by the order of ids. */
  readonly finish: () => Iterable<{ readonly id: string; readonly navigation: string }>;
}

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

/** @param scratch a folder for what does not fit in memory */
export function neighbourSearch(context: Context, scratch: string): NeighbourSearch {
  const { words } = vocabularyOf(context);
  const byDate = new Sorted<Known>(scratch);
  const byNumber = new Sorted<Numbered>(scratch);
  const take = (document: DocumentFacts): void => {
    const { id, title, date, number, references } = document;
    const known = { id, title, ...(date !== undefined && { date }) };
    if (date !== undefined && dayOf(date) !== '~') byDate.add(`${dayKey(date)}|${id}`, known);
    const numbered = { ...known, from: document.from.map(party), to: document.to.map(party) };
    if (number !== undefined) byNumber.add(`${plain(number)}\t${id}`, numbered);
    for (const reference of references ?? [])
      byNumber.add(`${plain(reference.number)}\t${id}`, { ...numbered, mention: reference.whose ?? 'any' });
  };
  function* finish(): Generator<{ id: string; navigation: string }> {
    const found = new Sorted<Neighbour>(scratch);
    const add = (of: string, order: string, relation: Neighbour['relation'], other: Known): void => {
      const { id, title, date } = other;
      found.add(`${of}\t${order}`, {
        relation,
        id,
        title,
        ...(date !== undefined && { date: day(date, words) }),
      });
    };
    let before: Known | undefined;
    for (const { value } of byDate) {
      if (before !== undefined) {
        add(before.id, '2', 'next', value);
        add(value.id, '1', 'prev', before);
      }
      before = value;
    }
    for (const { rows } of grouped(byNumber, idOf)) {
      const numbered = Array.from(rows, ({ value }) => value);
      const documents = numbered.filter((n) => n.mention === undefined);
      for (const mention of documents.length === 0 ? [] : numbered) {
        if (mention.mention === undefined) continue;
        const [one, ...others] = documents.filter((document) => isMeant(document, mention));
        if (one === undefined || others.length > 0) continue;
        add(mention.id, `3${one.id}`, 'answers', one);
        add(one.id, `4${dayKey(mention.date)}|${mention.id}`, 'answered-by', mention);
      }
    }
    for (const { group: id, rows } of grouped(found, idOf))
      yield {
        id,
        navigation: navigation(
          Array.from(rows, ({ value }) => value),
          words,
        ),
      };
  }
  return { take, finish };
}

const idOf = (key: string): string => key.slice(0, key.indexOf('\t'));

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
