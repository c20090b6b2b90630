/**
 * Every assertion made by rule says so: its maker in @resp, its certainty in @cert, its rule in @ana. Guess and
 * given stay apart, so that a reader can strip the machine's work (TEI chapter 22; editorialDecl/interpretation).
 *
 *     <said who="#han-nianlong" direct="true" cert="high" resp="#chancery" ana="#r.speech.quoted">
 */
import { ancestorsOrSelf, attribute, closest, tokens, type XmlElement } from '../../xml/tree.ts';
import { pointed, type TeiFile } from '../file.ts';
import type { Rule } from '../rule.ts';

/** Attributes that assert something about the words. */
const assertingAttributes: readonly string[] = [
  'who',
  'toWhom',
  'ref',
  'when',
  'from',
  'to',
  'notBefore',
  'notAfter',
  'dur-iso',
  'atLeast',
  'atMost',
];

const asserting = [
  'said',
  'sp',
  'q',
  'persName',
  'orgName',
  'placeName',
  'roleName',
  'name',
  'rs',
  'date',
  'time',
  'title',
] as const;

function isRule(file: TeiFile, pointer: string): boolean {
  const category = pointed(file, pointer);
  if (category?.name !== 'category') return false;
  for (const e of ancestorsOrSelf(category)) {
    if (e.name === 'taxonomy' && attribute(e, 'xml:id') === 'rules') return true;
  }
  return false;
}

/** The rules that elements of a name have elsewhere in the file: an example, for a person to choose from. */
function rulesOf(file: TeiFile, name: string): string {
  const known = new Set<string>();
  for (const element of file.named(name))
    for (const pointer of tokens(element, 'ana')) if (isRule(file, pointer)) known.add(pointer);
  const some = [...known].slice(0, 3);
  return some.length === 0 ? '#r.…' : `other <${name}> here have ${some.join(', ')}`;
}

function madeHere(file: TeiFile): boolean {
  return file.named('application').some((a) => attribute(a, 'ident') === 'chancery');
}

const hasResp = (element: XmlElement): boolean => tokens(element, 'resp').length > 0;

export const evidence: Rule = {
  id: 'evidence',
  code: 'audit.evidence',
  severity: 'error',
  says: 'An assertion made by rule carries cert, resp and the rule in ana; an assertion in the text says who makes it.',
  basis:
    'TEI chapter 22 (Certainty, Precision, and Responsibility); att.global.responsibility; att.global.analytic',
  *check(file) {
    for (const element of file.elements) {
      if (!tokens(element, 'resp').includes('#chancery')) continue;
      if (attribute(element, 'cert') === undefined) {
        yield {
          assert: 'evidence-cert',
          element,
          message: `<${element.name}> is asserted by rule, but does not say how surely`,
          fix: 'Add @cert (high, medium, low), or put your own name into @resp instead of #chancery.',
        };
      }
      // One that leads nowhere is told by the rule on pointers.
      const ana = tokens(element, 'ana').filter((pointer) => pointer.startsWith('#'));
      if (ana.some((pointer) => !pointed(file, pointer))) continue;
      if (!ana.some((pointer) => isRule(file, pointer))) {
        yield {
          assert: 'evidence-rule',
          element,
          attribute: 'ana',
          message: `<${element.name}> is asserted by rule, but @ana names no rule of the header's list`,
          fix: `Add the rule to @ana (${rulesOf(file, element.name)}), or put your own name into @resp instead of #chancery.`,
        };
      }
    }
    if (!madeHere(file)) return;
    for (const element of file.named(...asserting)) {
      if (hasResp(element) || !closest(element, 'text')) continue;
      const name = assertingAttributes.find((a) => attribute(element, a) !== undefined);
      if (name === undefined) continue;
      yield {
        assert: 'evidence-resp',
        element,
        attribute: name,
        severity: 'warning',
        message: `<${element.name}> has @${name}, but nobody is named who says so`,
        fix: 'Add @resp with the id of your respStmt.',
      };
    }
  },
};
