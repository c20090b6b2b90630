/**
 * `sameAs="reg:…"` leads to an entry of the edition's register, of the same kind.
 *
 *     <person xml:id="sato" sameAs="reg:sato-shoji">
 */

import { likelyMeant } from '../../xml/relaxng/nearest.ts';
import { tokens } from '../../xml/tree.ts';
import { kindOfElement, kindWords } from '../register-kinds.ts';
import type { RegisterRule } from '../rule.ts';

export const registerLinks: RegisterRule = {
  id: 'register-links',
  code: 'link.unresolved',
  severity: 'error',
  says: 'sameAs="reg:ID" leads to an entry of the register, of the same kind.',
  basis: 'TEI att.global.linking/@sameAs; chapter 17.2.3 (Using Abbreviated Pointers)',
  *check(file, { entries }) {
    if (entries.length === 0) return;
    const kindOf = new Map(entries.map((entry) => [entry.id, entry.kind]));
    for (const element of file.named('person', 'org', 'place', 'bibl', 'event')) {
      for (const pointer of tokens(element, 'sameAs')) {
        if (!pointer.startsWith('reg:')) continue;
        const id = pointer.slice(4);
        const kind = kindOf.get(id);
        const own = kindOfElement(element);
        if (kind === undefined) {
          const close = likelyMeant(id, kindOf.keys());
          yield {
            element,
            attribute: 'sameAs',
            message: `${pointer} is no entry of the register`,
            fix: `${close === undefined ? 'Correct the id' : `Did you mean reg:${close}? Correct the id`}, or add the entry to tei/register.xml.`,
          };
        } else if (kind !== own) {
          yield {
            element,
            attribute: 'sameAs',
            code: 'link.kind',
            message: `${pointer} is ${kindWords[kind]} in the register, here ${own === undefined ? 'something else' : kindWords[own]}`,
            fix: 'Point to an entry of the same kind.',
          };
        }
      }
    }
  },
};
