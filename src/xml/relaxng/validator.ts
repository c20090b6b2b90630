/**
 * Validates the events of one document after another. A state is kept for each open element; after a mistake the
 * validator goes on with what the author most likely meant, so that one mistake gives one message.
 */

import { completing, holdsText, nextElements, preceding } from './advice.ts';
import type { ValueContext } from './datatypes.ts';
import { type AttributeWay, alternatives, firstElements, type Opened } from './derivative.ts';
import { missingAttributes, possibleAttributes, possibleValues } from './expected.ts';
import { IdCheck } from './id-check.ts';
import { type RelaxNgFinding, type Wording, wordMessage } from './messages.ts';
import { describeName, type QName, writtenNames } from './name-class.ts';
import { isWhiteSpace, XMLNS_NAMESPACE } from './names.ts';
import { likelyMeant, nearestFirst } from './nearest.ts';
import type { Pattern } from './pattern.ts';
import type { Schema } from './schema.ts';
import { ANY_SYMBOL, type NameSymbol } from './symbols.ts';

export interface XmlAttribute {
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

export interface ValidatorOptions {
  /** Findings after this many are not looked for. 1,000 unless told. */
  maxFindings?: number;
}

/** An open element. */
interface Frame {
  readonly parent: Frame | undefined;
  readonly uri: string;
  readonly local: string;
  /** Which of the parent's children of this local name it is, from 1. */
  readonly index: number;
  /** How many children of each local name there were so far. */
  children: Map<string, number> | undefined;
  /** What may come; undefined where anything may, because we do not know what the element is. */
  state: Pattern | undefined;
  /** For each slot of the state, what the parent's state is when this element ends there. */
  readonly afterwards: readonly Pattern[];
  /** The state behind the start tag: what might have come first. */
  beginning: Pattern | undefined;
  /** A child was not allowed: that something is missing at the end may be the same mistake. */
  faulty: boolean;
  /** It was not allowed itself: words that do not belong into it are the same mistake. */
  misplaced: boolean;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

type Report = Omit<RelaxNgFinding, 'message' | 'line' | 'column' | 'path'> & {
  readonly wording?: Partial<Wording>;
};

const MAX_FINDINGS = 1_000;
/** Of a text that only has to be there, so much is kept for the message. */
const SAMPLE = 200;
/** Of more elements that may come next we do not ask which of them changed places with the one that came. */
const MAX_DUE = 20;
/** Names that begin with as many equal letters are alike. */
const ALIKE = 4;
/** An element that may stand in more others than these is not told where. */
const FEW_PARENTS = 4;
const NO_PREFIXES = (): undefined => undefined;
const NOTHING: readonly Pattern[] = [];
const START: Place = { line: 1, column: 1 };

export class RelaxNgValidator {
  private readonly schema: Schema;
  private readonly maxFindings: number;
  private findings: { finding: RelaxNgFinding; frame: Frame }[] = [];
  private frame!: Frame;
  private pendingText = '';
  private textIsBlank = true;
  /** The piece of text that is not blank, and where it and the tag before it end: for the place of a mistake. */
  private firstWords: { readonly text: string; readonly end: Place; readonly before: Place } | undefined;
  /** Where the last tag ended. */
  private tagEnd: Place = START;
  private ids = new IdCheck<Frame>();
  /** Namespaces a document uses where the schema has another for the same names: reported once. */
  private namespaceMeant = new Map<string, string>();
  /** The names of the attributes of one tag, made when the first of them is not allowed. */
  private given: ReadonlySet<string> = new Set();
  private givenTo: readonly XmlAttribute[] | undefined;
  private readonly context: { resolvePrefix: ValueContext['resolvePrefix'] } = { resolvePrefix: NO_PREFIXES };
  private readonly prefixScopes: ValueContext['resolvePrefix'][] = [];

  /**
   * @param schema from `compileRelaxNg` or `loadCompiled`; may be shared by several validators
   */
  constructor(schema: Schema, options: ValidatorOptions = {}) {
    this.schema = schema;
    this.maxFindings = options.maxFindings ?? MAX_FINDINGS;
    this.reset();
  }

  /** Forgets the document; the next event begins another. */
  reset(): void {
    const { table } = this.schema;
    this.findings = [];
    this.frame = {
      parent: undefined,
      uri: '',
      local: '',
      index: 1,
      children: undefined,
      state: table.after(this.schema.start, table.slot(0)),
      afterwards: [table.empty],
      beginning: undefined,
      faulty: false,
      misplaced: false,
    };
    this.pendingText = '';
    this.textIsBlank = true;
    this.ids = new IdCheck();
    this.namespaceMeant.clear();
    this.context.resolvePrefix = NO_PREFIXES;
    this.prefixScopes.length = 0;
  }

  private get full(): boolean {
    return this.findings.length >= this.maxFindings;
  }

  /**
   * A start tag.
   * @param attributes without namespace declarations, or with them: they are left out
   * @param line of the end of the tag, from 1
   * @param resolvePrefix the namespaces in scope, for values of the type QName
   */
  startElement(
    uri: string,
    local: string,
    attributes: readonly XmlAttribute[],
    line: number,
    column: number,
    resolvePrefix?: (prefix: string) => string | undefined,
  ): void {
    if (this.full) return;
    const place = { line, column };
    const { derivatives } = this.schema;
    derivatives.keepBounds();
    this.textBeforeTag(place);
    this.tagEnd = place;
    if (resolvePrefix) this.context.resolvePrefix = resolvePrefix;
    this.prefixScopes.push(this.context.resolvePrefix);

    const parent = this.frame;
    parent.children ??= new Map();
    const index = (parent.children.get(local) ?? 0) + 1;
    parent.children.set(local, index);
    const name = this.symbol(uri, local);
    const opened = parent.state && derivatives.startTagOpen(parent.state, name);
    const frame: Frame = {
      parent,
      uri,
      local,
      index,
      children: undefined,
      state: opened?.inside,
      afterwards: opened?.afterwards ?? NOTHING,
      beginning: undefined,
      faulty: false,
      misplaced: false,
    };
    if (opened) {
      this.frame = frame;
      this.attributes(attributes, place);
    } else {
      const meant = parent.state
        ? this.elementNotAllowed(frame, name, attributes, place)
        : this.onItsOwn(name);
      this.frame = meant ? { ...frame, state: meant.inside, afterwards: meant.afterwards } : frame;
      if (meant && meant.inside.kind !== 'notAllowed') this.attributes(attributes, place);
    }
  }

  /**
   * Character data; may come in any number of pieces. Comments and processing instructions do not part a text.
   * @param line of the end of the text, from 1
   */
  text(text: string, line: number, column: number): void {
    const { state } = this.frame;
    if (state === undefined || this.full) return;
    if (this.textIsBlank && !isWhiteSpace(text)) {
      this.textIsBlank = false;
      if (!state.hasData) this.pendingText = '';
      this.firstWords = { text, end: { line, column }, before: this.tagEnd };
    }
    // Whole texts are kept only where their characters matter.
    if (state.hasData || this.pendingText.length < SAMPLE) this.pendingText += text;
  }

  /** An end tag; line and column are those of its end, from 1. */
  endElement(line: number, column: number): void {
    if (this.full) return;
    const place = { line, column };
    const { table, derivatives } = this.schema;
    const { frame } = this;
    const { parent } = frame;
    if (!parent) return;
    if (frame.children) this.textBeforeTag(place);
    else this.onlyText(place);
    this.tagEnd = place;

    const { state, afterwards } = frame;
    let ends: readonly Pattern[] = afterwards;
    if (state !== undefined) {
      const slots = derivatives.endTag(state);
      if (slots.length > 0) ends = slots.map((slot) => afterwards[slot]!);
      else this.incomplete(state, place);
    }
    if (parent.state !== undefined && ends.length > 0) {
      parent.state = ends.length === 1 ? ends[0]! : table.choice(ends);
    }
    this.frame = parent;
    this.prefixScopes.pop();
    this.context.resolvePrefix = this.prefixScopes.at(-1) ?? NO_PREFIXES;
  }

  /** The end of the document. All findings, in the order they were met; then references to IDs that are not there. */
  end(): readonly RelaxNgFinding[] {
    for (const { value, frame, place, name } of this.ids.unresolved()) {
      this.report({ kind: 'unresolved-idref', name, value, expected: [] }, place, frame);
    }
    for (const { finding, frame } of this.findings) finding.path = pathOf(frame);
    return this.findings.map(({ finding }) => finding);
  }

  // ---- names

  private symbol(uri: string, local: string): NameSymbol {
    const { alphabet } = this.schema;
    if (this.namespaceMeant.size > 0) {
      const meant = this.namespaceMeant.get(uri);
      if (meant !== undefined) return alphabet.symbol(meant, local);
    }
    return alphabet.symbol(uri, local);
  }

  // ---- attributes

  private attributes(attributes: readonly XmlAttribute[], place: Place): void {
    const { derivatives, alphabet, table } = this.schema;
    let state = this.frame.state!;
    for (const attribute of attributes) {
      if (attribute.uri === XMLNS_NAMESPACE) continue;
      const ways = derivatives.attributeWays(state, alphabet.symbol(attribute.uri, attribute.local));
      if (ways.length === 0) state = this.attributeNotAllowed(state, attribute, attributes, place);
      else state = this.attributeValue(ways, attribute, place);
    }
    const closed = derivatives.startTagClose(state);
    if (closed !== table.notAllowed) this.frame.state = closed;
    else {
      const missing = missingAttributes(state, derivatives);
      const expected = missing
        .map((names) => names.map((name) => describeName(name, '')).join(' or '))
        .sort();
      this.report({ kind: 'missing-attribute', name: this.frame.local, expected }, place);
      this.frame.state = derivatives.startTagPardon(state);
    }
    this.frame.beginning = this.frame.state;
  }

  private attributeValue(ways: readonly AttributeWay[], attribute: XmlAttribute, place: Place): Pattern {
    const { derivatives, table } = this.schema;
    const { value } = attribute;
    const first = ways[0]!;
    let left: Pattern[] | undefined;
    if (ways.length === 1) {
      if (derivatives.matchesValue(first.content, value, this.context)) {
        this.checkIds(first.content, attribute, place);
        return first.left;
      }
    } else {
      const matching = ways.filter((way) => derivatives.matchesValue(way.content, value, this.context));
      for (const way of matching) this.checkIds(way.content, attribute, place);
      if (matching.length > 0) left = matching.map((way) => way.left);
    }
    if (!left) {
      const contents = ways.map((way) => way.content);
      this.valueNotAllowed('attribute-value', describeName(attribute, ''), value, contents, place);
      left = ways.map((way) => way.left);
    }
    return table.choice(left);
  }

  /** The result is the state to go on with: as if the attribute most likely meant had been given. */
  private attributeNotAllowed(
    state: Pattern,
    attribute: XmlAttribute,
    all: readonly XmlAttribute[],
    place: Place,
  ): Pattern {
    const { derivatives, alphabet, table } = this.schema;
    const name = describeName(attribute, '');
    if (this.givenTo !== all) {
      this.givenTo = all;
      this.given = new Set(all.map((other) => describeName(other, '')));
    }
    const { given } = this;
    const possible = new Map<string, QName>();
    for (const { nameClass } of possibleAttributes(state)) {
      for (const qName of writtenNames(nameClass)) {
        const written = describeName(qName, '');
        if (!given.has(written)) possible.set(written, qName);
      }
    }
    const sameLocal = [...possible].find(([, qName]) => qName.local === attribute.local);
    const suggestion = sameLocal?.[0] ?? likelyMeant(name, possible.keys());
    const expected = nearestFirst(name, possible.keys());
    this.report({ kind: 'attribute-not-allowed', name, expected, ...suggested(suggestion) }, place);
    const meant = suggestion === undefined ? undefined : possible.get(suggestion);
    if (!meant) return state;
    const ways = derivatives.attributeWays(state, alphabet.symbol(meant.uri, meant.local));
    return ways.length === 0 ? state : table.choice(ways.map((way) => way.left));
  }

  private checkIds(content: Pattern, attribute: XmlAttribute, place: Place): void {
    if (!this.ids.concerns(content)) return;
    const name = describeName(attribute, '');
    const duplicate = this.ids.add(content, attribute.value, { frame: this.frame, place, name });
    if (duplicate !== undefined)
      this.report({ kind: 'duplicate-id', name, value: duplicate, expected: [] }, place);
  }

  // ---- elements

  /** Reports the element; the result is how to go on inside it and after it, undefined if we know nothing of it. */
  private elementNotAllowed(
    frame: Frame,
    name: NameSymbol,
    attributes: readonly XmlAttribute[],
    place: Place,
  ): Opened | undefined {
    const { derivatives, table, alphabet } = this.schema;
    const parent = frame.parent!;
    const state = parent.state!;
    const home = parent.parent ? parent.uri : frame.uri;
    const possible = nextElements(state, home);
    const report = { kind: 'element-not-allowed' as const, name: frame.local };

    const elsewhere = [...possible.values()].find(
      ({ local, uri }) => local === frame.local && uri !== frame.uri,
    );
    if (elsewhere && !name.written) {
      this.report({ ...report, expected: [elsewhere.uri], wording: { namespace: frame.uri } }, place, frame);
      this.namespaceMeant.set(frame.uri, elsewhere.uri);
      return derivatives.startTagOpen(state, alphabet.symbol(elsewhere.uri, elsewhere.local)) ?? undefined;
    }

    // A name that the schema knows is no slip of the pen: the element stands in the wrong place, unless it has
    // attributes that it cannot have, and another of like name can: then it is the name that is wrong.
    const later = derivatives.startTagOpen(derivatives.relaxed(state), name);
    const own = later ?? this.onItsOwn(name);
    const isOther = name.written && attributes.length > 0 && own && !this.takes(own, attributes);
    const suggestion = name.written
      ? isOther
        ? this.alike(frame.local, state, possible, attributes)
        : undefined
      : likelyMeant(frame.local, possible.keys());
    const tooEarly = later !== null && possible.size > 0;
    const before = tooEarly ? preceding(this.schema, state, possible, name) : [];
    const tooLate =
      !tooEarly &&
      frame.index === 1 &&
      parent.beginning !== undefined &&
      derivatives.startTagOpen(parent.beginning, name) !== null;
    const advice =
      before.length > 0
        ? { missingBefore: before }
        : tooLate
          ? { atBeginningOf: parent.local }
          : this.whereElse(name);
    const expected = nearestFirst(frame.local, before.length > 0 ? before : possible.keys());
    this.report(
      { ...report, expected, ...suggested(suggestion), ...advice, wording: { tooEarly } },
      place,
      frame,
    );
    parent.faulty = true;
    if (suggestion !== undefined) {
      const meant = possible.get(suggestion)!;
      const opened = derivatives.startTagOpen(state, alphabet.symbol(meant.uri, meant.local));
      if (opened) return opened;
    }

    // The element may be one too many, or stand for another, or follow on something that is missing.
    const instead = derivatives.startTagOpen(state, ANY_SYMBOL);
    const ways = [state, ...(instead?.afterwards ?? []), ...(later?.afterwards ?? [])];
    // ... or have changed places with what was due.
    if (tooEarly && possible.size <= MAX_DUE) {
      const due = [...possible.values()].map((qName) => alphabet.symbol(qName.uri, qName.local));
      ways.push(derivatives.swapped(state, name, due));
    }
    parent.state = table.choice(ways);
    if (isOther) return undefined;
    frame.misplaced = true;
    return own && { inside: own.inside, afterwards: [...own.afterwards.map(() => parent.state!)] };
  }

  private takes({ inside }: Opened, attributes: readonly XmlAttribute[]): boolean {
    const { derivatives, alphabet } = this.schema;
    return attributes.every(
      ({ uri, local }) =>
        uri === XMLNS_NAMESPACE || derivatives.attributeWays(inside, alphabet.symbol(uri, local)).length > 0,
    );
  }

  /** The element whose name begins alike and that may have these attributes: `persName` for `person`. */
  private alike(
    local: string,
    state: Pattern,
    possible: ReadonlyMap<string, QName>,
    attributes: readonly XmlAttribute[],
  ): string | undefined {
    const { derivatives, alphabet } = this.schema;
    const names = [...possible].filter(([, other]) => {
      if (other.local.slice(0, ALIKE) !== local.slice(0, ALIKE)) return false;
      const opened = derivatives.startTagOpen(state, alphabet.symbol(other.uri, other.local));
      return opened !== null && this.takes(opened, attributes);
    });
    return nearestFirst(
      local,
      names.map(([written]) => written),
    )[0];
  }

  /** For a name that the schema knows: the elements it may stand in, where they are few. */
  private whereElse(name: NameSymbol): { parents?: readonly string[] } {
    if (!name.written) return {};
    const parents = this.schema.parentsOf(name);
    return parents.length === 0 || parents.length > FEW_PARENTS ? {} : { parents };
  }

  /** The element as it is defined anywhere in the schema, without a parent to go back to. */
  private onItsOwn(name: NameSymbol): Opened | undefined {
    const { table } = this.schema;
    const contents = this.schema.definitionsOf(name).map((element) => element.content);
    if (contents.length === 0) return undefined;
    return { inside: table.after(table.choice(contents), table.slot(0)), afterwards: NOTHING };
  }

  private incomplete(state: Pattern, place: Place): void {
    const { frame } = this;
    if (frame.faulty || frame.misplaced) return;
    const possible = nextElements(state, frame.uri);
    const enough = completing(this.schema, state, possible);
    const names = enough.length > 0 ? enough : possible.keys();
    const { values, datatypes } = possibleValues(state);
    const expected = [...nearestFirst('', [...names, ...values]), ...datatypes.sort()];
    this.report({ kind: 'incomplete', name: frame.local, expected, wording: { datatypes } }, place);
  }

  // ---- text

  /** Text before a child or after one: it is `text` or nothing (7.2 keeps data and elements apart). */
  private textBeforeTag(place: Place): void {
    if (!this.textIsBlank) {
      const { derivatives, table } = this.schema;
      const { state } = this.frame;
      if (state !== undefined) {
        const left = derivatives.text(state, this.pendingText, this.context);
        if (left === table.notAllowed)
          this.textNotAllowed(state, state.hasData ? place : this.endOfWords(place));
        else this.frame.state = left;
      }
      this.textIsBlank = true;
    }
    this.pendingText = '';
  }

  private endOfWords(place: Place): Place {
    const { text, end, before } = this.firstWords ?? { text: '', end: place, before: place };
    return endOfFirstLine(text, end, before);
  }

  /** All the content of an element without children (Clark's childrenDeriv for a single text). */
  private onlyText(place: Place): void {
    const { state } = this.frame;
    if (!state?.hasData) {
      this.textBeforeTag(place);
      return;
    }
    const { derivatives, table } = this.schema;
    const text = this.pendingText;
    const left = derivatives.text(state, text, this.context);
    const next = this.textIsBlank ? table.choice([state, left]) : left;
    if (next === table.notAllowed || (this.textIsBlank && !this.frame.faulty && !this.canEnd(next, state))) {
      const contents = alternatives(state).flatMap((way) => (way.kind === 'after' ? [way.content] : []));
      this.valueNotAllowed('content-value', this.frame.local, text, contents, place);
      this.frame.state = undefined;
    } else this.frame.state = next;
    this.pendingText = '';
    this.textIsBlank = true;
  }

  /** False if nothing but a value is missing, so that the message is about the value. */
  private canEnd(next: Pattern, state: Pattern): boolean {
    return this.schema.derivatives.endTag(next).length > 0 || firstElements(state).length > 0;
  }

  private textNotAllowed(state: Pattern, place: Place): void {
    if (this.frame.misplaced) return;
    if (state.hasData && firstElements(state).length === 0) {
      const contents = alternatives(state).flatMap((way) => (way.kind === 'after' ? [way.content] : []));
      this.valueNotAllowed('content-value', this.frame.local, this.pendingText, contents, place);
      return;
    }
    const { uri, local } = this.frame;
    const possible = nextElements(state, uri);
    const holding = [...possible]
      .filter(([, name]) => holdsText(this.schema, name))
      .map(([written]) => written);
    const expected = nearestFirst('', holding.length > 0 ? holding : possible.keys());
    this.report({ kind: 'text-not-allowed', name: local, value: this.pendingText.trim(), expected }, place);
  }

  private valueNotAllowed(
    kind: 'attribute-value' | 'content-value',
    name: string,
    value: string,
    contents: readonly Pattern[],
    place: Place,
  ): void {
    const { values, datatypes } = possibleValues(this.schema.table.choice(contents));
    const expected = [...nearestFirst(value, values), ...datatypes.sort()];
    const suggestion = likelyMeant(value, values);
    this.report({ kind, name, value, expected, ...suggested(suggestion), wording: { datatypes } }, place);
  }

  // ---- findings

  private report(report: Report, place: Place, frame: Frame = this.frame): void {
    if (this.full) return;
    const { wording, ...facts } = report;
    const message = wordMessage(facts, { element: frame.local, ...wording });
    this.findings.push({ finding: { ...facts, ...place, path: '', message }, frame });
  }
}

/** The end of the first line of a text that is not blank; `end` is where the text ends, `before` the tag before it. */
function endOfFirstLine(text: string, end: Place, before: Place): Place {
  const first = text.search(/[^ \t\n\r]/);
  const lineEnd = text.indexOf('\n', first);
  if (lineEnd < 0) return end;
  let line = end.line;
  for (let i = lineEnd; i >= 0; i = text.indexOf('\n', i + 1)) line--;
  const lineStart = text.lastIndexOf('\n', first) + 1;
  return { line, column: lineEnd - lineStart + (lineStart > 0 ? 1 : before.column) };
}

const suggested = (suggestion: string | undefined): { suggestion?: string } =>
  suggestion === undefined ? {} : { suggestion };

/** An XPath of local names, with a number where the parent has more than one child of the name. */
function pathOf(frame: Frame): string {
  const steps: string[] = [];
  for (let at = frame; at.parent; at = at.parent) {
    const only = (at.parent.children?.get(at.local) ?? 1) === 1;
    steps.push(only ? at.local : `${at.local}[${at.index}]`);
  }
  return `/${steps.reverse().join('/')}`;
}
