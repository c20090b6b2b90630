/**
 * Regular expressions of XML Schema (Part 2, appendix F): read, and matched against a whole text in time
 * proportional to its length whatever the expression. They have neither back-references nor look-around, so an
 * automaton is enough; its deterministic states are made as they are met.
 */
import { NAME_CHAR, NAME_START } from './names.ts';
import { unicodeBlock } from './unicode-blocks.ts';

/** An expression that breaks the grammar of appendix F, or is too large. */
export class XsdRegexError extends Error {
  override readonly name = 'XsdRegexError';
}

type CharTest = (char: string) => boolean;

type Node =
  | { readonly kind: 'char'; readonly test: CharTest }
  | { readonly kind: 'branch'; readonly pieces: readonly Node[] }
  | { readonly kind: 'choice'; readonly branches: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly min: number; readonly max: number };

const MAX_DEPTH = 200;
const MAX_STATES = 20_000;

/** Inside of a class for `u`: a single character, made safe. */
const literal = (char: string): string => `\\u{${char.codePointAt(0)!.toString(16)}}`;

/** Reads an expression (F, productions 1 to 37). */
class Parser {
  private at = 0;
  private depth = 0;
  private readonly chars: readonly string[];
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
    this.chars = [...source];
  }

  parse(): Node {
    const node = this.regExp();
    if (this.at < this.chars.length) this.fail(`"${this.chars[this.at]}" is not expected`);
    return node;
  }

  private fail(what: string): never {
    throw new XsdRegexError(`${what} at character ${this.at + 1} of pattern "${this.source}"`);
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  /** [1] regExp ::= branch ( '|' branch )* */
  private regExp(): Node {
    if (++this.depth > MAX_DEPTH) this.fail('parentheses are nested too deep');
    const branches = [this.branch()];
    while (this.peek() === '|') {
      this.at++;
      branches.push(this.branch());
    }
    this.depth--;
    return branches.length === 1 ? branches[0]! : { kind: 'choice', branches };
  }

  /** [2] branch ::= piece*, [3] piece ::= atom quantifier? */
  private branch(): Node {
    const pieces: Node[] = [];
    for (let c = this.peek(); c !== undefined && c !== '|' && c !== ')'; c = this.peek()) {
      pieces.push(this.quantified(this.atom(c)));
    }
    return { kind: 'branch', pieces };
  }

  /** [4] quantifier ::= [?*+] | '{' quantity '}' */
  private quantified(node: Node): Node {
    const c = this.peek();
    if (c === '?' || c === '*' || c === '+') {
      this.at++;
      return { kind: 'repeat', node, min: c === '+' ? 1 : 0, max: c === '?' ? 1 : Number.POSITIVE_INFINITY };
    }
    if (c !== '{') return node;
    const close = this.chars.indexOf('}', this.at);
    const match = /^(\d+)(?:(,)(\d*))?$/.exec(this.chars.slice(this.at + 1, close).join(''));
    if (close < 0 || !match) this.fail('a quantity such as {2}, {2,} or {2,5} is expected');
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] ? Number(match[3]) : Number.POSITIVE_INFINITY;
    if (max < min) this.fail('the quantity ends below its beginning');
    this.at = close + 1;
    return { kind: 'repeat', node, min, max };
  }

  /** [9] atom ::= Char | charClass | ( '(' regExp ')' ) */
  private atom(c: string): Node {
    if (c === '(') {
      this.at++;
      const node = this.regExp();
      if (this.peek() !== ')') this.fail('")" is missing');
      this.at++;
      return node;
    }
    if (c === '[') return { kind: 'char', test: this.classExpression() };
    if (c === '\\') return { kind: 'char', test: regExpTest(this.escape()) };
    if ('?*+]'.includes(c)) this.fail(`"${c}" is not expected`);
    this.at++;
    if (c === '.') return { kind: 'char', test: (char) => char !== '\n' && char !== '\r' };
    return { kind: 'char', test: (char) => char === c };
  }

  /** [12] charClassExpr ::= '[' charGroup ']', with subtraction [15]: '[a-z-[aeiou]]' */
  private classExpression(): CharTest {
    if (++this.depth > MAX_DEPTH) this.fail('classes are nested too deep');
    this.at++;
    const negative = this.peek() === '^';
    if (negative) this.at++;
    let inside = '';
    let except: CharTest | undefined;
    for (;;) {
      const c = this.peek();
      if (c === undefined) this.fail('"]" is missing');
      if (c === ']') {
        if (inside === '') this.fail('the class is empty');
        break;
      }
      if (c === '-' && this.chars[this.at + 1] === '[' && inside !== '') {
        this.at++;
        except = this.classExpression();
        if (this.peek() !== ']') this.fail('"]" is missing');
        break;
      }
      inside += this.range(c);
    }
    this.at++;
    this.depth--;
    const test = regExpTest(`${negative ? '^' : ''}${inside}`);
    return except ? (char) => test(char) && !except(char) : test;
  }

  /** One escape, character or range [17] of a class, as the inside of a class of JavaScript. */
  private range(c: string): string {
    if (c === '[') this.fail('"[" is not expected inside a class');
    if (c === '\\' && !this.isSingleEscape()) return this.escape();
    const first = this.classChar(c);
    const next = this.chars[this.at + 1];
    if (this.peek() !== '-' || next === ']' || next === '[' || next === undefined) return literal(first);
    if (next === '\\') {
      this.at++;
      if (!this.isSingleEscape()) this.fail('a range must end in a character');
    } else this.at++;
    const last = this.classChar(this.peek()!);
    if (first.codePointAt(0)! > last.codePointAt(0)!) this.fail('the range ends before its beginning');
    return `${literal(first)}-${literal(last)}`;
  }

  private classChar(c: string): string {
    if (c !== '\\') {
      this.at++;
      return c;
    }
    const char = this.chars[this.at + 1]!;
    this.at += 2;
    return SINGLE_ESCAPES[char] ?? char;
  }

  private isSingleEscape(): boolean {
    const c = this.chars[this.at + 1];
    return c !== undefined && (SINGLE_ESCAPES[c] !== undefined || '\\|.?*+(){}-[]^$/'.includes(c));
  }

  /** [23] to [37]: an escape, as the inside of a class of JavaScript. */
  private escape(): string {
    if (this.isSingleEscape()) return literal(this.classChar('\\'));
    const c = this.chars[this.at + 1];
    this.at += 2;
    if (c === 'p' || c === 'P') {
      const close = this.chars.indexOf('}', this.at);
      if (this.peek() !== '{' || close < 0) this.fail('a category such as \\p{Lu} is expected');
      const name = this.chars.slice(this.at + 1, close).join('');
      this.at = close + 1;
      return this.property(name, c === 'P');
    }
    const multi = MULTI_ESCAPES[c ?? ''];
    if (multi === undefined) this.fail(`"\\${c ?? ''}" is no escape`);
    return multi;
  }

  private property(name: string, negative: boolean): string {
    if (name.startsWith('Is')) {
      const block = unicodeBlock(name.slice(2));
      if (!block) this.fail(`there is no Unicode block "${name.slice(2)}"`);
      const [first, last] = block;
      const hex = (code: number): string => `\\u{${code.toString(16)}}`;
      if (!negative) return `${hex(first)}-${hex(last)}`;
      return `${first > 0 ? `\\u{0}-${hex(first - 1)}` : ''}${last < 0x10ffff ? `${hex(last + 1)}-\\u{10ffff}` : ''}`;
    }
    if (!/^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/.test(name)) {
      this.fail(`there is no category "${name}"`);
    }
    return `\\${negative ? 'P' : 'p'}{${name}}`;
  }
}

const SINGLE_ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** [37] \s \i \c \d \w and their complements. */
const MULTI_ESCAPES: Record<string, string> = {
  s: '\\u{20}\\t\\n\\r',
  S: '\\u{0}-\\u{8}\\u{b}\\u{c}\\u{e}-\\u{1f}\\u{21}-\\u{10ffff}',
  i: `:${NAME_START}`,
  I: complement(`:${NAME_START}`),
  c: `:${NAME_CHAR}`,
  C: complement(`:${NAME_CHAR}`),
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '\\p{L}\\p{M}\\p{N}\\p{S}',
  W: '\\p{P}\\p{Z}\\p{C}',
};

/** The complement of a class given as ranges, as ranges. */
function complement(inside: string): string {
  const code = '(?:\\\\u\\{([0-9A-Fa-f]+)\\}|\\\\?(.))';
  const ranges = [...inside.matchAll(new RegExp(`${code}(?:-${code})?`, 'gu'))].map((m) => {
    const value = (hex?: string, char?: string): number | undefined =>
      hex ? Number.parseInt(hex, 16) : char?.codePointAt(0);
    const first = value(m[1], m[2])!;
    return [first, value(m[3], m[4]) ?? first] as const;
  });
  ranges.sort((a, b) => a[0] - b[0]);
  let next = 0;
  let result = '';
  for (const [first, last] of ranges) {
    if (first > next) result += `\\u{${next.toString(16)}}-\\u{${(first - 1).toString(16)}}`;
    next = Math.max(next, last + 1);
  }
  return `${result}\\u{${next.toString(16)}}-\\u{10ffff}`;
}

function regExpTest(inside: string): CharTest {
  const regExp = new RegExp(`^[${inside}]$`, 'u');
  return (char) => regExp.test(char);
}

/** State of the non-deterministic automaton: `test` to go to `next`; without a test, to all of `next` at once. */
interface NfaState {
  readonly test: CharTest | undefined;
  next: number[];
}

const MATCH = 0;

function buildNfa(root: Node): { states: NfaState[]; start: number } {
  const states: NfaState[] = [{ test: undefined, next: [] }];
  const add = (test: CharTest | undefined, next: number[]): number => {
    if (states.length >= MAX_STATES) throw new XsdRegexError('the pattern is too large');
    return states.push({ test, next }) - 1;
  };
  /** The state that begins a match of the node and goes on to `next`. */
  const build = (node: Node, next: number): number => {
    switch (node.kind) {
      case 'char':
        return add(node.test, [next]);
      case 'branch':
        return node.pieces.reduceRight((after, piece) => build(piece, after), next);
      case 'choice':
        return add(
          undefined,
          node.branches.map((branch) => build(branch, next)),
        );
      case 'repeat': {
        let after = next;
        if (node.max === Number.POSITIVE_INFINITY) {
          const loop = add(undefined, [next]);
          states[loop]!.next.push(build(node.node, loop));
          after = loop;
        } else {
          for (let i = node.min; i < node.max; i++) after = add(undefined, [next, build(node.node, after)]);
        }
        for (let i = 0; i < node.min; i++) after = build(node.node, after);
        return after;
      }
    }
  };
  return { states, start: build(root, MATCH) };
}

interface DfaState {
  /** States of the other automaton that wait for a character. */
  readonly waiting: readonly number[];
  readonly accepts: boolean;
  readonly ascii: (DfaState | undefined)[];
  readonly others: Map<string, DfaState>;
}

const MAX_KEPT = 1_000;

/** A compiled expression. */
export class XsdRegex {
  private readonly states: readonly NfaState[];
  private readonly startState: number;
  private dfa = new Map<string, DfaState>();
  private start: DfaState;
  private kept = 0;

  /** Throws XsdRegexError if the expression breaks the grammar. */
  constructor(source: string) {
    const { states, start } = buildNfa(new Parser(source).parse());
    this.states = states;
    this.startState = start;
    this.start = this.stateOf([start]);
  }

  /** Does the expression match the whole text? */
  matches(text: string): boolean {
    if (this.kept > MAX_KEPT) {
      this.dfa = new Map();
      this.kept = 0;
      this.start = this.stateOf([this.startState]);
    }
    let state = this.start;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 128) {
        state = state.ascii[code] ??= this.step(state, text[i]!);
      } else {
        const char = String.fromCodePoint(text.codePointAt(i)!);
        i += char.length - 1;
        let next = state.others.get(char);
        if (!next) {
          next = this.step(state, char);
          if (this.kept++ < MAX_KEPT) state.others.set(char, next);
        }
        state = next;
      }
      if (state.waiting.length === 0 && !state.accepts) return false;
    }
    return state.accepts;
  }

  private step(state: DfaState, char: string): DfaState {
    const next: number[] = [];
    for (const index of state.waiting) {
      const nfa = this.states[index]!;
      if (nfa.test!(char)) next.push(nfa.next[0]!);
    }
    return this.stateOf(next);
  }

  private stateOf(indexes: readonly number[]): DfaState {
    const seen = new Set<number>();
    const stack = [...indexes];
    for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
      if (seen.has(index)) continue;
      seen.add(index);
      const nfa = this.states[index]!;
      if (!nfa.test) for (const next of nfa.next) stack.push(next);
    }
    const waiting = [...seen].filter((index) => this.states[index]!.test).sort((a, b) => a - b);
    const accepts = seen.has(MATCH);
    const key = `${accepts ? '!' : ''}${waiting.join()}`;
    let state = this.dfa.get(key);
    if (!state) {
      state = { waiting, accepts, ascii: [], others: new Map() };
      // Not kept beyond the bound: the state still serves, it is only made again when it comes back.
      if (this.kept++ < MAX_KEPT) this.dfa.set(key, state);
    }
    return state;
  }
}
