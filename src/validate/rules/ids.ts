/** An xml:id stands once in a file (XML 1.0, validity constraint ID; TEI chapter 1.3.1.1.1). */
import { attribute, type XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

export const ids: Rule = {
  id: 'ids',
  code: 'link.duplicate-id',
  severity: 'error',
  says: 'Each xml:id stands once in the file.',
  basis: 'W3C xml:id; TEI chapter 1.3.1.1.1',
  *check(file) {
    const seen = new Map<string, XmlElement>();
    for (const element of file.elements) {
      const id = attribute(element, 'xml:id');
      if (id === undefined) continue;
      const first = seen.get(id);
      if (!first) {
        seen.set(id, element);
        continue;
      }
      yield {
        assert: 'ids-unique',
        element,
        attribute: 'xml:id',
        message: `The id ${id} is that of <${first.name}> at line ${first.line} already`,
        fix: 'Rename one of the two, and what points to it.',
      };
    }
  },
};
