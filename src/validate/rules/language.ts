/** Tags of languages are well-formed (BCP 47, RFC 5646 section 2.1): en, zh-Hant, ja-Latn. */
import { attribute } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

/** langtag and privateuse of RFC 5646; no grandfathered tags. */
const bcp47 =
  /^([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wy-z0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$|^x(-[a-z0-9]{1,8})+$/i;

export const language: Rule = {
  id: 'language',
  code: 'tei.rule',
  severity: 'error',
  says: 'xml:lang and language/@ident are well-formed tags of BCP 47.',
  basis: 'RFC 5646, section 2.1; TEI att.global/@xml:lang, chapter vi.1',
  *check(file) {
    for (const element of file.elements) {
      for (const name of ['xml:lang', ...(element.name === 'language' ? ['ident'] : [])]) {
        const tag = attribute(element, name);
        if (tag === undefined || tag === '' || bcp47.test(tag)) continue;
        yield {
          assert: name === 'ident' ? 'language-ident' : 'language-tag',
          element,
          attribute: name,
          message: `«${tag}» is no language tag`,
          fix: 'Write a tag of BCP 47: en, ja, zh-Hans, de-AT.',
        };
      }
    }
  },
};
