/**
 * Patterns: the simple form of a schema (RELAX NG 1.0, section 5) and what derivatives make of it.
 *
 * Equal patterns are one object ("hash-consed"), so comparing is `===` and results can be kept on the pattern.
 * The constructors apply sections 4.20 (`notAllowed`) and 4.21 (`empty`), and flatten and sort choices, so that
 * there are few different patterns.
 */
import type { Datatype, ValueContext } from './datatypes.ts';
import type { Memo } from './derivative.ts';
import { type NameClass, nameClassKey } from './name-class.ts';

interface Common {
  /** Grows with each new pattern, never used twice. */
  readonly id: number;
  /** Does it match the empty sequence? */
  readonly nullable: boolean;
  /** Is there `data`, `value` or `list` among the content, so that the characters of a text matter? */
  readonly hasData: boolean;
  /** Results of derivatives; belongs to derivative.ts. */
  memo: Memo | undefined;
}

export interface NotAllowed extends Common {
  readonly kind: 'notAllowed';
}
export interface Empty extends Common {
  readonly kind: 'empty';
}
export interface Text extends Common {
  readonly kind: 'text';
}
export interface Choice extends Common {
  readonly kind: 'choice';
  /** At least two, none of them a choice, sorted by id. */
  readonly members: readonly Pattern[];
}
interface Interleave extends Common {
  readonly kind: 'interleave';
  /** At least two, sorted by id, an interleave among them only if it is a long one. */
  readonly members: readonly Pattern[];
}
export interface Group extends Common {
  readonly kind: 'group';
  /** A group only if it is a long one: groups lean to the right. */
  readonly first: Pattern;
  readonly rest: Pattern;
}
interface OneOrMore extends Common {
  readonly kind: 'oneOrMore';
  readonly content: Pattern;
}
interface List extends Common {
  readonly kind: 'list';
  readonly content: Pattern;
}
interface Data extends Common {
  readonly kind: 'data';
  readonly datatype: Datatype;
  readonly except: Pattern | undefined;
}
interface Value extends Common {
  readonly kind: 'value';
  readonly datatype: Datatype;
  /** As the schema has it. */
  readonly text: string;
  /** Canonical form, to compare by (section 6.2.9 `datatypeEqual`). */
  readonly canonical: string;
}
export interface Attribute extends Common {
  readonly kind: 'attribute';
  readonly nameClass: NameClass;
  readonly content: Pattern;
}
export interface Element extends Common {
  readonly kind: 'element';
  readonly nameClass: NameClass;
  /** Set once, when its definition has been read: element patterns are how a schema refers to itself. */
  content: Pattern;
}
/** Clark's After: `content`, the rest of the element that is open, and then `then` in its parent. */
interface After extends Common {
  readonly kind: 'after';
  readonly content: Pattern;
  readonly then: Pattern;
}
/**
 * Stands for "alternative number `index` of the parent". With it a state holds the open element alone, not the
 * chain of its ancestors, and the same state comes back wherever the same element is open.
 */
export interface Slot extends Common {
  readonly kind: 'slot';
  readonly index: number;
}

export type Pattern =
  | NotAllowed
  | Empty
  | Text
  | Choice
  | Interleave
  | Group
  | OneOrMore
  | List
  | Data
  | Value
  | Attribute
  | Element
  | After
  | Slot;

/** Longer ones are kept as they are inside others, not written out. */
const MAX_FLAT_GROUP = 64;
const MAX_FLAT_INTERLEAVE = 2_000;

const byId = (a: Pattern, b: Pattern): number => a.id - b.id;

/** Makes patterns and sees to it that equal ones are one object. */
export class PatternTable {
  private nextId = 0;
  /** Patterns of the schema. They stay. */
  private readonly permanent = new Map<string, Pattern>();
  /** Patterns that derivatives made. They may be forgotten at any time: equality is then lost, truth is not. */
  private readonly derived = new Map<string, Pattern>();
  private sealed = false;
  /** About how much memory the derived patterns hold, in units of one pattern. */
  weight = 0;

  readonly notAllowed: NotAllowed;
  readonly empty: Empty;
  readonly text: Text;

  constructor() {
    this.notAllowed = this.add('notAllowed', (id) => ({
      kind: 'notAllowed',
      id,
      nullable: false,
      hasData: false,
      memo: undefined,
    }));
    this.empty = this.add('empty', (id) => ({
      kind: 'empty',
      id,
      nullable: true,
      hasData: false,
      memo: undefined,
    }));
    this.text = this.add('text', (id) => ({
      kind: 'text',
      id,
      nullable: true,
      hasData: false,
      memo: undefined,
    }));
  }

  private add<P extends Pattern>(key: string, make: (id: number) => P): P {
    const known = this.permanent.get(key) ?? this.derived.get(key);
    if (known) return known as P;
    const pattern = make(this.nextId++);
    if (this.sealed) {
      this.derived.set(key, pattern);
      this.weight += 1;
    } else this.permanent.set(key, pattern);
    return pattern;
  }

  /** From now on new patterns count as derived. */
  seal(): void {
    this.sealed = true;
  }

  /** All patterns of the schema, parts before wholes (element patterns aside). */
  schemaPatterns(): IterableIterator<Pattern> {
    return this.permanent.values();
  }

  /** Forgets derived patterns and every result kept on the schema's own. */
  forget(): void {
    this.derived.clear();
    this.weight = 0;
    for (const pattern of this.permanent.values()) pattern.memo = undefined;
  }

  /** Choice of any number; 4.20: `notAllowed` falls out, 4.21: `empty` once at most. */
  choice(patterns: readonly Pattern[]): Pattern {
    const first = patterns[0];
    if (first === undefined) return this.notAllowed;
    if (patterns.length === 1) return first;
    const set = new Set<Pattern>();
    for (const pattern of patterns) {
      if (pattern.kind === 'choice') for (const member of pattern.members) set.add(member);
      else if (pattern.kind !== 'notAllowed') set.add(pattern);
    }
    // Where something else matches the empty sequence already, `empty` says nothing new.
    if (set.size > 1 && set.has(this.empty)) {
      for (const member of set) {
        if (member !== this.empty && member.nullable && member.kind !== 'after') {
          set.delete(this.empty);
          break;
        }
      }
    }
    const members = [...set];
    if (members.length === 0) return this.notAllowed;
    if (members.length === 1) return members[0]!;
    members.sort(byId);
    this.weigh(members);
    return this.add(`|${ids(members)}`, (id) => ({
      kind: 'choice',
      id,
      nullable: members.some((member) => member.nullable),
      hasData: members.some((member) => member.hasData),
      memo: undefined,
      members,
    }));
  }

  optional(pattern: Pattern): Pattern {
    return pattern.nullable && pattern.kind !== 'after' ? pattern : this.choice([pattern, this.empty]);
  }

  group(first: Pattern, rest: Pattern): Pattern {
    if (first === this.notAllowed || rest === this.notAllowed) return this.notAllowed;
    if (first === this.empty) return rest;
    if (rest === this.empty) return first;
    // (a, b), c = a, (b, c). Only so far: definitions that double one another would make it too long to write out.
    const heads: Pattern[] = [];
    let last = first;
    while (last.kind === 'group' && heads.length < MAX_FLAT_GROUP) {
      heads.push(last.first);
      last = last.rest;
    }
    let result = this.pair(last, rest);
    for (let i = heads.length - 1; i >= 0; i--) result = this.pair(heads[i]!, result);
    return result;
  }

  private pair(first: Pattern, rest: Pattern): Pattern {
    return this.add(`,${first.id},${rest.id}`, (id) => ({
      kind: 'group',
      id,
      nullable: first.nullable && rest.nullable,
      hasData: first.hasData || rest.hasData,
      memo: undefined,
      first,
      rest,
    }));
  }

  interleave(patterns: readonly Pattern[]): Pattern {
    const members: Pattern[] = [];
    for (const pattern of patterns) {
      if (pattern.kind === 'notAllowed') return pattern;
      if (pattern.kind === 'interleave' && members.length + pattern.members.length <= MAX_FLAT_INTERLEAVE) {
        for (const member of pattern.members) members.push(member);
      } else if (pattern.kind !== 'empty') members.push(pattern);
    }
    if (members.length === 0) return this.empty;
    if (members.length === 1) return members[0]!;
    members.sort(byId);
    this.weigh(members);
    return this.add(`&${ids(members)}`, (id) => ({
      kind: 'interleave',
      id,
      nullable: members.every((member) => member.nullable),
      hasData: members.some((member) => member.hasData),
      memo: undefined,
      members,
    }));
  }

  oneOrMore(content: Pattern): Pattern {
    if (content === this.notAllowed || content === this.empty) return content;
    if (content.kind === 'oneOrMore') return content;
    return this.add(`+${content.id}`, (id) => ({
      kind: 'oneOrMore',
      id,
      nullable: content.nullable,
      hasData: content.hasData,
      memo: undefined,
      content,
    }));
  }

  list(content: Pattern): Pattern {
    if (content === this.notAllowed) return content;
    return this.add(`[${content.id}`, (id) => ({
      kind: 'list',
      id,
      nullable: false,
      hasData: true,
      memo: undefined,
      content,
    }));
  }

  data(datatype: Datatype, except: Pattern | undefined): Pattern {
    const exclude = except === this.notAllowed ? undefined : except;
    return this.add(`d${datatype.key}-${exclude?.id ?? ''}`, (id) => ({
      kind: 'data',
      id,
      nullable: false,
      hasData: true,
      memo: undefined,
      datatype,
      except: exclude,
    }));
  }

  /** The text must be in the datatype; `context` resolves prefixes for QName. */
  value(datatype: Datatype, text: string, context: ValueContext): Pattern {
    return this.storedValue(datatype, text, datatype.canonical(text, context));
  }

  storedValue(datatype: Datatype, text: string, canonical: string): Pattern {
    return this.add(`v${datatype.key}=${canonical}`, (id) => ({
      kind: 'value',
      id,
      nullable: false,
      hasData: true,
      memo: undefined,
      datatype,
      text,
      canonical,
    }));
  }

  attribute(nameClass: NameClass, content: Pattern): Pattern {
    if (content === this.notAllowed) return content;
    return this.add(`@${content.id} ${nameClassKey(nameClass)}`, (id) => ({
      kind: 'attribute',
      id,
      nullable: false,
      hasData: false,
      memo: undefined,
      nameClass,
      content,
    }));
  }

  /** Each element pattern is a pattern of its own; its content comes later. */
  element(nameClass: NameClass): Element {
    return this.add(`<${this.nextId}`, (id) => ({
      kind: 'element',
      id,
      nullable: false,
      hasData: false,
      memo: undefined,
      nameClass,
      content: this.notAllowed,
    }));
  }

  after(content: Pattern, then: Pattern): Pattern {
    if (content === this.notAllowed || then === this.notAllowed) return this.notAllowed;
    return this.add(`>${content.id},${then.id}`, (id) => ({
      kind: 'after',
      id,
      nullable: false,
      hasData: content.hasData,
      memo: undefined,
      content,
      then,
    }));
  }

  slot(index: number): Slot {
    return this.add(`#${index}`, (id) => ({
      kind: 'slot',
      id,
      nullable: false,
      hasData: false,
      memo: undefined,
      index,
    }));
  }

  private weigh(members: readonly Pattern[]): void {
    if (this.sealed) this.weight += members.length / 4;
  }
}

function ids(patterns: readonly Pattern[]): string {
  let key = '';
  for (const pattern of patterns) key += `${pattern.id},`;
  return key;
}
