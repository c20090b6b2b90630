/** The kinds of mistakes that a grammar finds, described as rules: settings and reports call them by these ids. */
import type { RelaxNgFinding } from '../xml/relaxng/index.ts';
import type { RuleDescription } from './rule.ts';

const says: Readonly<Record<RelaxNgFinding['kind'], string>> = {
  'element-not-allowed': 'An element stands where the schema has a place for it.',
  'attribute-not-allowed': 'An element has only the attributes that the schema gives it.',
  'attribute-value': 'The value of an attribute is one that the schema allows.',
  'missing-attribute': 'An element has the attributes that the schema asks for.',
  'text-not-allowed': 'Words stand in elements that hold text.',
  'content-value': 'The content of an element is a value that the schema allows.',
  incomplete: 'An element has all the parts that the schema asks for.',
  'duplicate-id': 'An ID stands once in the file.',
  'unresolved-idref': 'An IDREF names an ID of the file.',
};

export const grammarRules: readonly RuleDescription[] = Object.entries(says).map(([id, sentence]) => ({
  id,
  code: 'tei.schema',
  severity: 'error',
  says: sentence,
  basis:
    id.startsWith('duplicate') || id.endsWith('idref')
      ? 'RELAX NG DTD Compatibility, section 5'
      : 'RELAX NG (ISO/IEC 19757-2); the schema that the file is held against',
}));
