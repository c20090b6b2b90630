/** Functions of XPath that the style sheets call, as calls of the run time or as plain JavaScript. */
import { regex, replacement } from '../runtime/regex.js';
import { pull, pullOne, pullOpt, pullSeq } from './expression.js';
import { isWriting, Unsupported } from './sef.js';
import { asString, value } from './value.js';

const text = (unit, node, scope) => (node === undefined ? undefined : asString(pull(unit, node, scope)));
const constant = (node) => (node?.N === 'str' ? node.val : undefined);

/** A regular expression that is known is made once; one that depends on data is kept by its pattern. */
function expression(unit, pattern, flags, scope) {
  const known = constant(pattern);
  const mode = flags === undefined ? '' : constant(flags);
  if (mode === undefined) throw new Unsupported(flags, 'a computed regular expression flag');
  if (known === undefined) return `regex(${text(unit, pattern, scope)}, "${mode}")`;
  regex(known, mode); // fails now, not at run time
  return unit.hoist('X', `regex(${JSON.stringify(known)}, "${mode}")`);
}

const string = (code) => value(code, 'one', 's');
const optional = (unit, node, scope) => pullOpt(unit, node, scope).code;

function concat(unit, args, scope) {
  return string(`(${args.map((arg) => text(unit, arg, scope)).join(' + ')})`);
}

function stringJoin(unit, [items, separator], scope) {
  const between = separator === undefined ? '' : constant(separator);
  if (items.N === 'sequence' && items.literal !== true && between !== undefined && !isWriting(items)) {
    const values = items.C.map((child) => pull(unit, child, scope));
    if (values.every((v) => v.rep === 'one' && v.kind === 's'))
      return string(
        `(${values.map((v) => v.code).join(between === '' ? ' + ' : ` + ${JSON.stringify(between)} + `)})`,
      );
  }
  const v = pull(unit, items, scope);
  if (v.rep === 'one' || v.rep === 'opt') return string(asString(v));
  const by = between === undefined ? text(unit, separator, scope) : JSON.stringify(between);
  return string(`join(${v.rep === 'seq' ? v.code : `toSeq(${v.code})`}, ${by})`);
}

function replace(unit, [words, pattern, by, flags], scope) {
  const known = constant(by);
  const change =
    known === undefined ? `replacement(${text(unit, by, scope)})` : JSON.stringify(replacement(known));
  return string(
    `replace(${optional(unit, words, scope)}, ${expression(unit, pattern, flags, scope)}, ${change})`,
  );
}

const plainCall =
  (name, kind, rep = 'one') =>
  (unit, args, scope) =>
    value(`${name}(${args.map((arg) => optional(unit, arg, scope)).join(', ')})`, rep, kind);

const extreme =
  (name) =>
  (unit, [items], scope) => {
    const v = pullSeq(unit, items, scope);
    return value(`${name}(${v.code})`, 'opt', v.kind);
  };

export const functions = {
  concat,
  'string-join': stringJoin,
  string: (unit, [item], scope) => string(text(unit, item, scope)),
  data: (unit, [items], scope) => {
    const v = pull(unit, items, scope);
    return v.kind === 's'
      ? v
      : value(`atomsAny(${v.code})`, v.rep === 'one' ? 'one' : v.rep, v.kind === 'N' ? 's' : '*');
  },
  'normalize-space': plainCall('normalizeSpace', 's'),
  'local-name': (unit, [node], scope) => {
    const v = pullOpt(unit, node, scope);
    return string(v.rep === 'one' ? `${v.code}.local` : `(${v.code}?.local ?? "")`);
  },
  position: (_unit, _args, scope) => value(scope.pos, 'one', 'n'),
  last: (_unit, _args, scope) => value(scope.last, 'one', 'n'),
  count: (unit, [items], scope) => value(`${pullSeq(unit, items, scope).code}.length`, 'one', 'n'),
  reverse: (unit, [items], scope) => {
    const v = pull(unit, items, scope);
    if (v.rep === 'one' || v.rep === 'opt') return { ...v, ordered: true };
    return { ...v, code: `[...${v.code}].reverse()`, ordered: items.N === 'axis' };
  },
  tokenize: (unit, [words, pattern, flags], scope) => {
    if (pattern === undefined) return value(`tokens(${optional(unit, words, scope)})`, 'seq', 's');
    return value(
      `split(${optional(unit, words, scope)}, ${expression(unit, pattern, flags, scope)})`,
      'seq',
      's',
    );
  },
  matches: (unit, [words, pattern, flags], scope) =>
    value(`matches(${optional(unit, words, scope)}, ${expression(unit, pattern, flags, scope)})`, 'one', 'b'),
  replace,
  translate: plainCall('translate', 's'),
  substring: plainCall('substring', 's'),
  'substring-after': (unit, [words, mark], scope) =>
    string(`substringAfter(${optional(unit, words, scope)}, ${text(unit, mark, scope)})`),
  'substring-before': (unit, [words, mark], scope) =>
    string(`substringBefore(${optional(unit, words, scope)}, ${text(unit, mark, scope)})`),
  'starts-with': (unit, [words, mark], scope) =>
    value(`${text(unit, words, scope)}.startsWith(${text(unit, mark, scope)})`, 'one', 'b'),
  'ends-with': (unit, [words, mark], scope) =>
    value(`${text(unit, words, scope)}.endsWith(${text(unit, mark, scope)})`, 'one', 'b'),
  contains: (unit, [words, mark], scope) =>
    value(`${text(unit, words, scope)}.includes(${text(unit, mark, scope)})`, 'one', 'b'),
  'contains-token': (unit, [items, token], scope) =>
    value(`containsToken(${pullSeq(unit, items, scope).code}, ${text(unit, token, scope)})`, 'one', 'b'),
  'string-length': plainCall('stringLength', 'n'),
  'upper-case': (unit, [words], scope) => string(`${text(unit, words, scope)}.toUpperCase()`),
  'lower-case': (unit, [words], scope) => string(`${text(unit, words, scope)}.toLowerCase()`),
  'encode-for-uri': plainCall('encodeForUri', 's'),
  'iri-to-uri': plainCall('iriToUri', 's'),
  number: (unit, [item], scope) => value(`toDouble(${optional(unit, item, scope)})`, 'one', 'n'),
  min: extreme('least'),
  max: extreme('greatest'),
  'distinct-values': (unit, [items], scope) => {
    const v = pullSeq(unit, items, scope);
    return value(`distinct(${v.code})`, 'seq', v.kind);
  },
  'index-of': (unit, [items, wanted], scope) =>
    value(`indexOf(${pullSeq(unit, items, scope).code}, ${pullOne(unit, wanted, scope).code})`, 'seq', 'n'),
  id: (unit, [words, node], scope) =>
    value(
      `byId(${pullSeq(unit, words, scope).code}, ${node === undefined ? scope.item : pullOne(unit, node, scope).code})`,
      'seq',
      'N',
      { ordered: true, plain: true },
    ),
  'xml-to-json': (unit, [node], scope) => string(`xmlToJson(${pullOne(unit, node, scope).code})`),
};
