/** The grammar of the XML syntax (RELAX NG 1.0, section 3): which elements and attributes may stand where. */
import { RelaxNgError, type SchemaPlace } from './errors.ts';
import { isNCName, normalizeWhiteSpace, splitQName } from './names.ts';
import type { SchemaElement } from './schema-element.ts';

/** What may stand inside an element. */
type Content =
  | 'nothing'
  | 'text'
  | 'patterns'
  | 'pattern'
  | 'optional pattern'
  | 'named patterns'
  | 'named optional pattern'
  | 'data'
  | 'name classes'
  | 'optional except'
  | 'grammar'
  | 'include';

interface Rule {
  readonly content: Content;
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
}

const many: Rule = { content: 'patterns' };
const none: Rule = { content: 'nothing' };

const PATTERNS: Record<string, Rule> = {
  element: { content: 'named patterns', optional: ['name'] },
  attribute: { content: 'named optional pattern', optional: ['name'] },
  group: many,
  interleave: many,
  choice: many,
  optional: many,
  zeroOrMore: many,
  oneOrMore: many,
  list: many,
  mixed: many,
  ref: { content: 'nothing', required: ['name'] },
  parentRef: { content: 'nothing', required: ['name'] },
  empty: none,
  value: { content: 'text', optional: ['type'] },
  data: { content: 'data', required: ['type'] },
  text: none,
  notAllowed: none,
  externalRef: { content: 'nothing', required: ['href'] },
  grammar: { content: 'grammar' },
};

const PARAM: Rule = { content: 'text', required: ['name'] };
const EXCEPT_PATTERN: Rule = many;

const NAME_CLASSES: Record<string, Rule> = {
  name: { content: 'text' },
  anyName: { content: 'optional except' },
  nsName: { content: 'optional except' },
  choice: { content: 'name classes' },
};
const EXCEPT_NAME: Rule = { content: 'name classes' };

const INCLUDE_CONTENT: Record<string, Rule> = {
  start: { content: 'pattern', optional: ['combine'] },
  define: { content: 'patterns', required: ['name'], optional: ['combine'] },
  div: { content: 'include' },
};
const GRAMMAR_CONTENT: Record<string, Rule> = {
  ...INCLUDE_CONTENT,
  div: { content: 'grammar' },
  include: { content: 'include', required: ['href'] },
};

/** Deeper nesting is refused, so that the steps that follow may call themselves. */
export const MAX_NESTING = 400;

/** Checks a whole file. @throws RelaxNgError at the first place that breaks the grammar */
export function checkSyntax(root: SchemaElement): void {
  check(root, PATTERNS, 'a pattern', 0);
}

export function fail(place: SchemaPlace, message: string): never {
  throw new RelaxNgError(message, place);
}

function check(element: SchemaElement, allowed: Record<string, Rule>, what: string, depth: number): void {
  const rule = Object.hasOwn(allowed, element.name) ? allowed[element.name] : undefined;
  if (!rule) fail(element, `the element "${element.name}" is not allowed here; expected ${what}`);
  checkAs(element, rule, depth);
}

function checkAs(element: SchemaElement, rule: Rule, depth: number): void {
  if (depth > MAX_NESTING) fail(element, `the schema is nested deeper than ${MAX_NESTING} elements`);
  checkAttributes(element, rule);
  const { children } = element;
  const all = (from: number, to: number, allowed: Record<string, Rule>, what: string): void => {
    for (let i = from; i < to; i++) check(children[i]!, allowed, what, depth + 1);
  };
  const patterns = (from: number, min: number, max: number): void => {
    all(from, children.length, PATTERNS, 'a pattern');
    const count = children.length - from;
    if (count < min) fail(element, `a pattern is missing in the element "${element.name}"`);
    if (count > max)
      fail(children[from + max]!, `only one pattern is allowed in the element "${element.name}"`);
  };
  switch (rule.content) {
    case 'nothing':
      if (children[0]) fail(children[0], `the element "${element.name}" must be empty`);
      return;
    case 'text':
      if (children[0] || element.annotated) fail(children[0] ?? element, `"${element.name}" takes text only`);
      if (element.name === 'name' && !splitQName(normalizeWhiteSpace(element.text))) {
        fail(element, `"${element.text}" is no name`);
      }
      return;
    case 'patterns':
      patterns(0, 1, Number.POSITIVE_INFINITY);
      return;
    case 'pattern':
      patterns(0, 1, 1);
      return;
    case 'optional pattern':
      patterns(0, 0, 1);
      return;
    case 'named patterns':
    case 'named optional pattern': {
      let from = 0;
      if (!element.attributes.has('name')) {
        if (!children[0]) fail(element, `the element "${element.name}" needs a name`);
        check(children[0], NAME_CLASSES, 'a name class', depth + 1);
        from = 1;
      }
      if (rule.content === 'named patterns') patterns(from, 1, Number.POSITIVE_INFINITY);
      else patterns(from, 0, 1);
      return;
    }
    case 'data': {
      children.forEach((child, index) => {
        const last = index === children.length - 1;
        if (child.name === 'param') checkAs(child, PARAM, depth + 1);
        else if (child.name === 'except' && last) checkAs(child, EXCEPT_PATTERN, depth + 1);
        else
          fail(child, `the element "${child.name}" is not allowed here; expected "param" or a last "except"`);
      });
      return;
    }
    case 'name classes':
      if (!children[0]) fail(element, `a name class is missing in the element "${element.name}"`);
      all(0, children.length, NAME_CLASSES, 'a name class');
      return;
    case 'optional except':
      children.forEach((child, index) => {
        if (child.name !== 'except' || index > 0) fail(child, 'only one "except" is allowed here');
        checkAs(child, EXCEPT_NAME, depth + 1);
      });
      return;
    case 'grammar':
      all(0, children.length, GRAMMAR_CONTENT, '"start", "define", "div" or "include"');
      return;
    case 'include':
      all(0, children.length, INCLUDE_CONTENT, '"start", "define" or "div"');
      return;
  }
}

function checkAttributes(element: SchemaElement, rule: Rule): void {
  for (const [name, value] of element.attributes) {
    if (name === 'ns' || name === 'datatypeLibrary') continue;
    if (!rule.required?.includes(name) && !rule.optional?.includes(name)) {
      fail(element, `the attribute "${name}" is not allowed on the element "${element.name}"`);
    }
    if (name === 'combine' && value !== 'choice' && value !== 'interleave') {
      fail(element, `"combine" must be "choice" or "interleave", not "${value}"`);
    }
    if (name === 'type' && !isNCName(value)) fail(element, `"${value}" is no name of a datatype`);
    if (name === 'name') {
      const qualified = element.name === 'element' || element.name === 'attribute';
      if (qualified ? !splitQName(value) : !isNCName(value)) fail(element, `"${value}" is no name`);
    }
  }
  for (const name of rule.required ?? []) {
    if (!element.attributes.has(name)) {
      fail(element, `the attribute "${name}" is missing on the element "${element.name}"`);
    }
  }
}
