/**
 * Derivatives of patterns, after James Clark, "An algorithm for RELAX NG validation" (2002), whose names the
 * functions have: what a pattern still asks for once a start tag, an attribute, a text, an end tag was read.
 *
 * Every result that depends on a name or on nothing is kept on the pattern. A state of the validator is
 * `After(content, Slot)` or a choice of such: the content still to come in the open element, and which of the
 * alternatives of its parent goes on after it.
 */

import type { ValueContext } from './datatypes.ts';
import { isInfinite, writtenNames } from './name-class.ts';
import { isWhiteSpace, normalizeWhiteSpace } from './names.ts';
import type { Choice, Element, Group, Pattern, PatternTable } from './pattern.ts';
import { ANY_SYMBOL, holds, type NameSymbol } from './symbols.ts';

/** What a start tag leads to: the state inside, and for each slot of it the state of the parent afterwards. */
export interface Opened {
  readonly inside: Pattern;
  readonly afterwards: readonly Pattern[];
}

/** One way to take an attribute: what its value must match, and what is left of the state. */
export interface AttributeWay {
  readonly content: Pattern;
  readonly left: Pattern;
}

/** What is kept on a pattern. */
export class Memo {
  /** Of a long choice: which members begin with which name; under '' those that may begin with any. */
  index: Map<string, Pattern[]> | undefined;
  steps: Map<number, Pattern> | undefined;
  opened: Map<number, Opened | null> | undefined;
  attributes: Map<number, readonly AttributeWay[]> | undefined;
  closed: Pattern | undefined;
  pardoned: Pattern | undefined;
  text: Pattern | undefined;
  relaxed: Pattern | undefined;
  ended: readonly number[] | undefined;
  values: Map<string, boolean> | undefined;
}

/** Derived patterns and kept results beyond this weight are dropped, which costs time later but nothing else. */
const MAX_WEIGHT = 150_000;
/** Values kept with the answer whether they match, over all patterns; and how long they may be. */
const MAX_VALUES = 30_000;
const MAX_VALUE_LENGTH = 100;

/** A choice of so many members is looked up by name. */
const LONG_CHOICE = 16;

const NO_WAYS: readonly AttributeWay[] = [];

export class Derivatives {
  readonly table: PatternTable;
  private weight = 0;
  private values = 0;
  private readonly withValues = new Set<Memo>();
  private readonly maxWeight: number;

  constructor(table: PatternTable, maxWeight = MAX_WEIGHT) {
    this.table = table;
    this.maxWeight = maxWeight;
  }

  /** To be called between two steps of a validator: keeps what is remembered within bounds. */
  keepBounds(): void {
    if (this.table.weight + this.weight < this.maxWeight) return;
    this.weight = 0;
    this.values = 0;
    this.withValues.clear();
    this.table.forget();
  }

  /** How much is remembered, in about the number of patterns and results. */
  get remembered(): number {
    return this.table.weight + this.weight + this.values;
  }

  private memo(pattern: Pattern): Memo {
    if (pattern.memo) return pattern.memo;
    const memo = new Memo();
    pattern.memo = memo;
    this.weight += 1;
    return memo;
  }

  // ---- start tags

  /** Clark's startTagOpenDeriv for a state, its result sorted by what is inside. Null: the element is not allowed. */
  startTagOpen(state: Pattern, name: NameSymbol): Opened | null {
    const memo = this.memo(state);
    memo.opened ??= new Map();
    let result = memo.opened.get(name.id);
    if (result === undefined) {
      result = this.open(state, name);
      memo.opened.set(name.id, result);
      this.weight += 1 + (result?.afterwards.length ?? 0);
    }
    return result;
  }

  private open(state: Pattern, name: NameSymbol): Opened | null {
    const byContent = new Map<Pattern, Pattern[]>();
    for (const way of alternatives(this.step(state, name))) {
      if (way.kind !== 'after') continue;
      const list = byContent.get(way.content);
      if (list) list.push(way.then);
      else byContent.set(way.content, [way.then]);
    }
    if (byContent.size === 0) return null;
    const inside: Pattern[] = [];
    const afterwards: Pattern[] = [];
    for (const [content, then] of byContent) {
      inside.push(this.table.after(content, this.table.slot(afterwards.length)));
      afterwards.push(this.table.choice(then));
    }
    return { inside: this.table.choice(inside), afterwards };
  }

  /** Clark's startTagOpenDeriv: a choice of After(content of the element, what follows it). */
  private step(pattern: Pattern, name: NameSymbol): Pattern {
    const { table } = this;
    switch (pattern.kind) {
      case 'element':
        return holds(pattern.nameClass, name) ? table.after(pattern.content, table.empty) : table.notAllowed;
      case 'choice':
      case 'interleave':
      case 'group':
      case 'oneOrMore':
      case 'after': {
        const memo = this.memo(pattern);
        memo.steps ??= new Map();
        let result = memo.steps.get(name.id);
        if (result === undefined) {
          result = this.stepInside(pattern, name);
          memo.steps.set(name.id, result);
          this.weight += 1;
        }
        return result;
      }
      default:
        return table.notAllowed;
    }
  }

  private stepInside(pattern: Pattern, name: NameSymbol): Pattern {
    const { table } = this;
    switch (pattern.kind) {
      case 'choice':
        return table.choice(this.membersFor(pattern, name).map((member) => this.step(member, name)));
      case 'group': {
        const ways: Pattern[] = [];
        let part: Pattern = pattern;
        // (a, b): a step into a; if a can be empty, a step into b
        for (; part.kind === 'group'; part = part.rest) {
          const { first, rest }: Group = part;
          ways.push(this.applyAfter(this.step(first, name), (then) => table.group(then, rest)));
          if (!first.nullable) return table.choice(ways);
        }
        ways.push(this.step(part, name));
        return table.choice(ways);
      }
      case 'interleave': {
        const { members } = pattern;
        return table.choice(
          members.map((member, index) =>
            this.applyAfter(this.step(member, name), (then) =>
              table.interleave(replaced(members, index, then)),
            ),
          ),
        );
      }
      case 'oneOrMore':
        return this.applyAfter(this.step(pattern.content, name), (then) =>
          table.group(then, table.optional(pattern)),
        );
      case 'after':
        return this.applyAfter(this.step(pattern.content, name), (then) => table.after(then, pattern.then));
      default:
        return table.notAllowed;
    }
  }

  /** The members of a choice that may begin with the name; of a short one all. */
  private membersFor(choice: Choice, name: NameSymbol): readonly Pattern[] {
    if (choice.members.length < LONG_CHOICE || name === ANY_SYMBOL) return choice.members;
    const memo = this.memo(choice);
    memo.index ??= this.indexOf(choice);
    const named = memo.index.get(`{${name.uri}}${name.local}`) ?? [];
    return [...named, ...(memo.index.get('') ?? [])];
  }

  private indexOf(choice: Choice): Map<string, Pattern[]> {
    const index = new Map<string, Pattern[]>();
    for (const member of choice.members) {
      const keys = new Set<string>();
      for (const { nameClass } of firstElements(member)) {
        if (isInfinite(nameClass)) keys.add('');
        else for (const { uri, local } of writtenNames(nameClass)) keys.add(`{${uri}}${local}`);
      }
      for (const key of keys.has('') ? [''] : keys) {
        const list = index.get(key);
        if (list) list.push(member);
        else index.set(key, [member]);
        this.weight += 1;
      }
    }
    return index;
  }

  /** Clark's applyAfter */
  private applyAfter(ways: Pattern, change: (then: Pattern) => Pattern): Pattern {
    if (ways.kind === 'notAllowed') return ways;
    if (ways.kind === 'after') return this.table.after(ways.content, change(ways.then));
    return this.table.choice(alternatives(ways).map((way) => this.applyAfter(way, change)));
  }

  // ---- attributes

  /** Clark's attDeriv without the value: the ways to take an attribute of this name. */
  attributeWays(pattern: Pattern, name: NameSymbol): readonly AttributeWay[] {
    switch (pattern.kind) {
      case 'attribute':
        return holds(pattern.nameClass, name)
          ? [{ content: pattern.content, left: this.table.empty }]
          : NO_WAYS;
      case 'choice':
      case 'interleave':
      case 'group':
      case 'oneOrMore':
      case 'after': {
        const memo = this.memo(pattern);
        memo.attributes ??= new Map();
        let result = memo.attributes.get(name.id);
        if (result === undefined) {
          result = this.merge(this.attributeWaysInside(pattern, name));
          memo.attributes.set(name.id, result);
          this.weight += 1 + result.length;
        }
        return result;
      }
      default:
        return NO_WAYS;
    }
  }

  private attributeWaysInside(pattern: Pattern, name: NameSymbol): readonly AttributeWay[] {
    const { table } = this;
    const change = (part: Pattern, left: (left: Pattern) => Pattern): readonly AttributeWay[] => {
      const ways = this.attributeWays(part, name);
      return ways.length === 0 ? ways : ways.map((way) => ({ content: way.content, left: left(way.left) }));
    };
    switch (pattern.kind) {
      case 'choice':
        return pattern.members.flatMap((member) => this.attributeWays(member, name));
      case 'group': {
        const parts: Pattern[] = [];
        let part: Pattern = pattern;
        for (; part.kind === 'group'; part = part.rest) parts.push(part.first);
        parts.push(part);
        return parts.flatMap((member, index) =>
          change(member, (left) => this.groupOf(replaced(parts, index, left))),
        );
      }
      case 'interleave': {
        const { members } = pattern;
        return members.flatMap((member, index) =>
          change(member, (left) => table.interleave(replaced(members, index, left))),
        );
      }
      case 'oneOrMore':
        return change(pattern.content, (left) => table.group(left, table.optional(pattern)));
      case 'after':
        return change(pattern.content, (left) => table.after(left, pattern.then));
      default:
        return NO_WAYS;
    }
  }

  /** Ways with the same content are one way. */
  private merge(ways: readonly AttributeWay[]): readonly AttributeWay[] {
    if (ways.length < 2) return ways;
    const byContent = new Map<Pattern, Pattern[]>();
    for (const { content, left } of ways) {
      const list = byContent.get(content);
      if (list) list.push(left);
      else byContent.set(content, [left]);
    }
    return [...byContent].map(([content, left]) => ({ content, left: this.table.choice(left) }));
  }

  private groupOf(parts: readonly Pattern[]): Pattern {
    let result: Pattern = this.table.empty;
    for (let i = parts.length - 1; i >= 0; i--) result = this.table.group(parts[i]!, result);
    return result;
  }

  /** Clark's startTagCloseDeriv: no more attributes come. */
  startTagClose(pattern: Pattern): Pattern {
    const memo = this.memo(pattern);
    memo.closed ??= this.withoutAttributes(pattern, this.table.notAllowed, (part) =>
      this.startTagClose(part),
    );
    return memo.closed;
  }

  /** As startTagClose, but attributes that are missing are pardoned: how we go on after the message. */
  startTagPardon(pattern: Pattern): Pattern {
    const memo = this.memo(pattern);
    memo.pardoned ??= this.withoutAttributes(pattern, this.table.empty, (part) => this.startTagPardon(part));
    return memo.pardoned;
  }

  private withoutAttributes(pattern: Pattern, instead: Pattern, inside: (part: Pattern) => Pattern): Pattern {
    const { table } = this;
    switch (pattern.kind) {
      case 'attribute':
        return instead;
      case 'choice':
        return table.choice(pattern.members.map(inside));
      case 'interleave':
        return table.interleave(pattern.members.map(inside));
      case 'group': {
        const parts: Pattern[] = [];
        let part: Pattern = pattern;
        for (; part.kind === 'group'; part = part.rest) parts.push(inside(part.first));
        parts.push(inside(part));
        return this.groupOf(parts);
      }
      case 'oneOrMore':
        return table.oneOrMore(inside(pattern.content));
      case 'after':
        return table.after(inside(pattern.content), pattern.then);
      default:
        return pattern;
    }
  }

  // ---- text

  /** Clark's textDeriv */
  text(pattern: Pattern, text: string, context: ValueContext): Pattern {
    if (pattern.hasData) return this.textInside(pattern, text, context);
    // Without data the characters do not matter.
    const memo = this.memo(pattern);
    memo.text ??= this.textInside(pattern, text, context);
    return memo.text;
  }

  private textInside(pattern: Pattern, text: string, context: ValueContext): Pattern {
    const { table } = this;
    switch (pattern.kind) {
      case 'text':
        return pattern;
      case 'choice':
        return table.choice(pattern.members.map((member) => this.text(member, text, context)));
      case 'interleave': {
        const { members } = pattern;
        const ways: Pattern[] = [];
        members.forEach((member, index) => {
          const left = this.text(member, text, context);
          if (left !== table.notAllowed) ways.push(table.interleave(replaced(members, index, left)));
        });
        return table.choice(ways);
      }
      case 'group': {
        const ways: Pattern[] = [];
        let part: Pattern = pattern;
        for (; part.kind === 'group'; part = part.rest) {
          ways.push(table.group(this.text(part.first, text, context), part.rest));
          if (!part.first.nullable) return table.choice(ways);
        }
        ways.push(this.text(part, text, context));
        return table.choice(ways);
      }
      case 'oneOrMore':
        return table.group(this.text(pattern.content, text, context), table.optional(pattern));
      case 'after':
        return table.after(this.text(pattern.content, text, context), pattern.then);
      case 'value':
        return pattern.datatype.allows(text, context) &&
          pattern.datatype.canonical(text, context) === pattern.canonical
          ? table.empty
          : table.notAllowed;
      case 'data':
        return pattern.datatype.allows(text, context) &&
          !(pattern.except && this.text(pattern.except, text, context).nullable)
          ? table.empty
          : table.notAllowed;
      case 'list':
        return this.list(pattern.content, text, context) ? table.empty : table.notAllowed;
      default:
        return table.notAllowed;
    }
  }

  /** Clark's listDeriv */
  private list(content: Pattern, text: string, context: ValueContext): boolean {
    let left = content;
    const words = normalizeWhiteSpace(text);
    if (words !== '') {
      for (const word of words.split(' ')) {
        left = this.text(left, word, context);
        if (left === this.table.notAllowed) return false;
      }
    }
    return left.nullable;
  }

  /** Clark's valueMatch: does the pattern match the value of an attribute? */
  matchesValue(pattern: Pattern, value: string, context: ValueContext): boolean {
    if (pattern === this.table.text) return true;
    const memo = this.memo(pattern);
    const known = memo.values?.get(value);
    if (known !== undefined) return known;
    const result = (pattern.nullable && isWhiteSpace(value)) || this.text(pattern, value, context).nullable;
    if (value.length <= MAX_VALUE_LENGTH && !isContextual(pattern)) this.keepValue(memo, value, result);
    return result;
  }

  private keepValue(memo: Memo, value: string, result: boolean): void {
    if (++this.values > MAX_VALUES) {
      for (const other of this.withValues) other.values = undefined;
      this.withValues.clear();
      this.values = 1;
    }
    memo.values ??= new Map();
    memo.values.set(value, result);
    this.withValues.add(memo);
  }

  // ---- end tags

  /** Clark's endTagDeriv for a state: the slots whose content may end here. */
  endTag(state: Pattern): readonly number[] {
    const memo = this.memo(state);
    if (!memo.ended) {
      const slots: number[] = [];
      for (const way of alternatives(state)) {
        if (way.kind === 'after' && way.content.nullable && way.then.kind === 'slot')
          slots.push(way.then.index);
      }
      memo.ended = slots;
    }
    return memo.ended;
  }

  // ---- for going on after a mistake

  /** The pattern with every element optional: a step into it goes past elements that are missing. */
  relaxed(pattern: Pattern): Pattern {
    const memo = this.memo(pattern);
    memo.relaxed ??= this.relax(pattern);
    return memo.relaxed;
  }

  /**
   * The states in which the element came one place too early: what was due before it comes next, then what follows
   * both. `notAllowed` if no element that is due has this one after it.
   */
  swapped(state: Pattern, name: NameSymbol, due: readonly NameSymbol[]): Pattern {
    const { table } = this;
    const states: Pattern[] = [];
    for (const way of alternatives(state)) {
      if (way.kind !== 'after') continue;
      for (const first of due) {
        const element = firstElements(way.content).find(({ nameClass }) => holds(nameClass, first));
        if (!element) continue;
        for (const then of alternatives(this.step(way.content, first))) {
          if (then.kind !== 'after') continue;
          for (const both of alternatives(this.step(then.then, name))) {
            if (both.kind === 'after') states.push(table.after(table.group(element, both.then), way.then));
          }
        }
      }
    }
    return table.choice(states);
  }

  private relax(pattern: Pattern): Pattern {
    const { table } = this;
    switch (pattern.kind) {
      case 'element':
        return table.optional(pattern);
      case 'choice':
        return table.choice(pattern.members.map((member) => this.relaxed(member)));
      case 'interleave':
        return table.interleave(pattern.members.map((member) => this.relaxed(member)));
      case 'group': {
        const parts: Pattern[] = [];
        let part: Pattern = pattern;
        for (; part.kind === 'group'; part = part.rest) parts.push(this.relaxed(part.first));
        parts.push(this.relaxed(part));
        return this.groupOf(parts);
      }
      case 'oneOrMore':
        return table.oneOrMore(this.relaxed(pattern.content));
      case 'after':
        return table.after(this.relaxed(pattern.content), pattern.then);
      default:
        return pattern;
    }
  }
}

export function alternatives(pattern: Pattern): readonly Pattern[] {
  return pattern.kind === 'choice' ? pattern.members : [pattern];
}

function replaced(members: readonly Pattern[], index: number, member: Pattern): Pattern[] {
  const copy = members.slice();
  copy[index] = member;
  return copy;
}

/** Does the answer depend on the namespaces in scope? */
function isContextual(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'data':
      return pattern.datatype.contextual || (pattern.except !== undefined && isContextual(pattern.except));
    case 'value':
      return pattern.datatype.contextual;
    case 'choice':
    case 'interleave':
      return pattern.members.some(isContextual);
    case 'group':
      return isContextual(pattern.first) || isContextual(pattern.rest);
    case 'list':
    case 'oneOrMore':
      return isContextual(pattern.content);
    default:
      return false;
  }
}

/** The element patterns a pattern may begin with, each once. */
export function firstElements(pattern: Pattern): readonly Element[] {
  const result = new Set<Element>();
  const seen = new Set<Pattern>();
  const visit = (part: Pattern): void => {
    if (seen.has(part)) return;
    seen.add(part);
    switch (part.kind) {
      case 'element':
        result.add(part);
        return;
      case 'choice':
      case 'interleave':
        for (const member of part.members) visit(member);
        return;
      case 'group': {
        let rest: Pattern = part;
        for (; rest.kind === 'group'; rest = rest.rest) {
          visit(rest.first);
          if (!rest.first.nullable) return;
        }
        visit(rest);
        return;
      }
      case 'oneOrMore':
      case 'after':
        visit(part.content);
        return;
    }
  };
  visit(pattern);
  return [...result];
}
