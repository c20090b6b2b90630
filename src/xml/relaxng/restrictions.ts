/** Restrictions on the simple form: RELAX NG 1.0, section 7. */
import { isInfinite, nameClassKey, OTHER_LOCAL, OverlapFinder, type QName } from './name-class.ts';
import type { Attribute, Element, Pattern } from './pattern.ts';
import type { SchemaElement } from './schema-element.ts';
import { fail } from './syntax.ts';

/** 7.2: what the content of an element may be put together from; in this order, a choice is its greatest member. */
type ContentType = 'empty' | 'complex' | 'simple';
const GREATNESS: Record<ContentType, number> = { empty: 0, complex: 1, simple: 2 };

/** Where a pattern stands, as far as the prohibited paths (7.1) ask: a set of bits. */
const IN_ATTRIBUTE = 1;
const IN_ONE_OR_MORE = 2;
/** oneOrMore//group or oneOrMore//interleave */
const IN_REPEATED_GROUP = 4;
const IN_LIST = 8;
const IN_EXCEPT = 16;
const IN_START = 32;

/** No restriction of the specification, but of ours: what derivatives make can be as long as the square of it. */
const MAX_LENGTH = 10_000;

/** @throws RelaxNgError at the element whose content breaks a restriction */
export function checkRestrictions(
  root: SchemaElement,
  start: Pattern,
  places: ReadonlyMap<Element, SchemaElement>,
): void {
  const checker = new ContentChecker(root);
  checker.check(start, IN_START);
  // The list grows while it is walked.
  for (const element of checker.elements) {
    if (element.content.kind === 'notAllowed') continue;
    checker.place = places.get(element) ?? root;
    checker.check(element.content, 0);
  }
}

/** Checks the contents of elements. Parts that come again are looked at once. */
class ContentChecker {
  /** The element whose content is being checked. */
  place: SchemaElement;
  private readonly seenAt = new Map<Pattern, Set<number>>();
  private readonly types = new Map<Pattern, ContentType | undefined>();
  private readonly lengths = new Map<Pattern, number>();
  private readonly checkedAttributes = new Map<Pattern, readonly Attribute[]>();
  /** All elements met so far. */
  readonly elements = new Set<Element>();

  constructor(place: SchemaElement) {
    this.place = place;
  }

  check(content: Pattern, where: number): void {
    if (this.length(content) > MAX_LENGTH) {
      this.fail(`with all references followed, the content has more than ${MAX_LENGTH} parts`);
    }
    this.paths(content, where);
    if (this.contentType(content) === undefined) {
      this.fail('data, a value or a list stands beside other content (7.2)');
    }
    this.attributes(content);
  }

  /** How many parts the longest way through a pattern has; definitions that double one another make it grow fast. */
  private length(pattern: Pattern): number {
    let length = this.lengths.get(pattern);
    if (length === undefined) {
      length = this.computeLength(pattern);
      this.lengths.set(pattern, length);
    }
    return length;
  }

  private computeLength(pattern: Pattern): number {
    switch (pattern.kind) {
      case 'choice':
        return pattern.members.reduce((most, member) => Math.max(most, this.length(member)), 0);
      case 'interleave':
      case 'group':
        return partsOf(pattern).reduce((sum, part) => sum + this.length(part), 0);
      case 'oneOrMore':
      case 'list':
      case 'attribute':
        return Math.max(1, this.length(pattern.content));
      default:
        return 1;
    }
  }

  private fail(message: string): never {
    return fail(this.place, message);
  }

  /** 7.1: prohibited paths, and 7.3: an attribute with infinitely many names must repeat */
  private paths(pattern: Pattern, where: number): void {
    let seen = this.seenAt.get(pattern);
    if (!seen) {
      seen = new Set();
      this.seenAt.set(pattern, seen);
    }
    if (seen.has(where)) return;
    seen.add(where);
    if (where !== 0) this.prohibit(pattern, where);
    if (pattern.kind === 'interleave' && seen.size === 1) this.checkInterleave(pattern.members);
    switch (pattern.kind) {
      case 'choice':
        for (const member of pattern.members) this.paths(member, where);
        return;
      case 'interleave': {
        const inside = where & IN_ONE_OR_MORE ? where | IN_REPEATED_GROUP : where;
        for (const member of pattern.members) this.paths(member, inside);
        return;
      }
      case 'group': {
        const inside = where & IN_ONE_OR_MORE ? where | IN_REPEATED_GROUP : where;
        let rest: Pattern = pattern;
        for (; rest.kind === 'group'; rest = rest.rest) this.paths(rest.first, inside);
        this.paths(rest, inside);
        return;
      }
      case 'oneOrMore':
        this.paths(pattern.content, where | IN_ONE_OR_MORE);
        return;
      case 'list':
        this.paths(pattern.content, where | IN_LIST);
        return;
      case 'data':
        if (pattern.except) this.paths(pattern.except, where | IN_EXCEPT);
        return;
      case 'attribute':
        if (isInfinite(pattern.nameClass) && !(where & IN_ONE_OR_MORE)) {
          this.fail('an attribute with "anyName" or "nsName" must stand in "oneOrMore" (7.3)');
        }
        this.paths(pattern.content, IN_ATTRIBUTE);
        return;
      case 'element':
        this.elements.add(pattern);
        return;
    }
  }

  private prohibit(pattern: Pattern, where: number): void {
    const { kind } = pattern;
    const what = kind === 'element' ? 'ref' : kind;
    const path = (section: string, ...around: string[]): never =>
      this.fail(`the path ${[...around, what].join('//')} is not allowed (${section})`);
    if (where & IN_ATTRIBUTE && (kind === 'element' || kind === 'attribute')) path('7.1.1', 'attribute');
    if (where & IN_REPEATED_GROUP && kind === 'attribute') path('7.1.2', 'oneOrMore', 'group');
    if (where & IN_LIST && LIST_PROHIBITS.has(kind)) path('7.1.3', 'list');
    if (where & IN_EXCEPT && EXCEPT_PROHIBITS.has(kind)) path('7.1.4', 'data/except');
    if (where & IN_START && START_PROHIBITS.has(kind)) path('7.1.5', 'start');
  }

  /** 7.2: undefined if data, values or lists stand beside something that makes up the content with them. */
  private contentType(pattern: Pattern): ContentType | undefined {
    if (this.types.has(pattern)) return this.types.get(pattern);
    const type = this.computeContentType(pattern);
    this.types.set(pattern, type);
    return type;
  }

  private computeContentType(pattern: Pattern): ContentType | undefined {
    switch (pattern.kind) {
      case 'text':
      case 'element':
        return 'complex';
      case 'value':
      case 'list':
        return 'simple';
      case 'data':
        return pattern.except && this.contentType(pattern.except) === undefined ? undefined : 'simple';
      case 'attribute':
        return this.contentType(pattern.content) === undefined ? undefined : 'empty';
      case 'oneOrMore': {
        const type = this.contentType(pattern.content);
        return groupable(type, type);
      }
      case 'choice': {
        let greatest: ContentType = 'empty';
        for (const member of pattern.members) {
          const type = this.contentType(member);
          if (type === undefined) return undefined;
          if (GREATNESS[type] > GREATNESS[greatest]) greatest = type;
        }
        return greatest;
      }
      case 'interleave':
        return pattern.members.map((member) => this.contentType(member)).reduce(groupable, 'empty');
      case 'group': {
        let type: ContentType | undefined = 'empty';
        let rest: Pattern = pattern;
        for (; rest.kind === 'group'; rest = rest.rest) type = groupable(type, this.contentType(rest.first));
        return groupable(type, this.contentType(rest));
      }
      default:
        return 'empty';
    }
  }

  /** 7.3: two attributes of one name never belong to the same element. The result is all attributes inside. */
  private attributes(pattern: Pattern): readonly Attribute[] {
    let result = this.checkedAttributes.get(pattern);
    if (!result) {
      result = this.checkAttributes(pattern);
      this.checkedAttributes.set(pattern, result);
    }
    return result;
  }

  private checkAttributes(pattern: Pattern): readonly Attribute[] {
    switch (pattern.kind) {
      case 'attribute':
        return [pattern];
      case 'oneOrMore':
        return this.attributes(pattern.content);
      case 'choice':
        return unique(pattern.members.map((member) => this.attributes(member)));
      case 'interleave':
      case 'group': {
        const parts = partsOf(pattern).map((part) => this.attributes(part));
        const finder = new OverlapFinder();
        parts.forEach((part, index) => {
          for (const { nameClass } of part) {
            const name = finder.add(nameClass, index);
            if (name) this.fail(`the attribute ${quoted(name)} is there twice (7.3)`);
          }
        });
        return unique(parts);
      }
      default:
        return [];
    }
  }

  /** 7.4: parts of an interleave share neither element names nor text. */
  private checkInterleave(members: readonly Pattern[]): void {
    const finder = new OverlapFinder();
    let texts = 0;
    members.forEach((member, index) => {
      let hasText = false;
      visitContent(member, (part) => {
        if (part.kind === 'text') hasText = true;
        if (part.kind !== 'element') return;
        const name = finder.add(part.nameClass, index);
        if (name) this.fail(`the element ${quoted(name)} stands in two parts of an interleave (7.4)`);
      });
      if (hasText && ++texts > 1) this.fail('"text" stands in two parts of an interleave (7.4)');
    });
  }
}

/** Visits a pattern and its parts, each once; not what is inside elements, attributes, lists and data. */
function visitContent(pattern: Pattern, visit: (part: Pattern) => void): void {
  const seen = new Set<Pattern>([pattern]);
  // The set grows while it is walked.
  for (const part of seen) {
    visit(part);
    if (part.kind === 'group') seen.add(part.first).add(part.rest);
    else if (part.kind === 'oneOrMore') seen.add(part.content);
    else if (part.kind === 'choice' || part.kind === 'interleave')
      for (const member of part.members) seen.add(member);
  }
}

const LIST_PROHIBITS = new Set<Pattern['kind']>(['list', 'element', 'attribute', 'text', 'interleave']);
const EXCEPT_PROHIBITS = new Set<Pattern['kind']>([
  'attribute',
  'element',
  'list',
  'text',
  'oneOrMore',
  'group',
  'interleave',
  'empty',
]);
const START_PROHIBITS = new Set<Pattern['kind']>([
  'attribute',
  'data',
  'value',
  'text',
  'list',
  'group',
  'interleave',
  'oneOrMore',
  'empty',
]);

/** 7.2 */
function groupable(a: ContentType | undefined, b: ContentType | undefined): ContentType | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a === 'empty') return b;
  if (b === 'empty') return a;
  return a === 'complex' && b === 'complex' ? 'complex' : undefined;
}

/** The parts of a choice, an interleave or a whole chain of groups. */
function partsOf(pattern: Pattern): readonly Pattern[] {
  if (pattern.kind === 'choice' || pattern.kind === 'interleave') return pattern.members;
  const parts: Pattern[] = [];
  let rest = pattern as Pattern;
  for (; rest.kind === 'group'; rest = rest.rest) parts.push(rest.first);
  parts.push(rest);
  return parts;
}

/** Each item once; without copying where only one part has any. */
function unique<T>(parts: readonly (readonly T[])[]): readonly T[] {
  const filled = parts.filter((part) => part.length > 0);
  return filled.length <= 1 ? (filled[0] ?? []) : [...new Set(filled.flat())];
}

const quoted = (name: QName): string =>
  `"${nameClassKey({ kind: 'name', ...name })
    .replace(/^\{\}/, '')
    .replace(OTHER_LOCAL, '*')}"`;
