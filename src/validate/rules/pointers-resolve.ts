/**
 * Every pointer into the file leads somewhere, and every prefix is declared (TEI chapter 17.1 and 17.2.3).
 *
 *     who="#han-nianlong"      an element of this file
 *     sameAs="reg:sato-shoji"  an entry of the register, by prefixDef
 *     source="src:0,681"       a place in the source, by prefixDef
 */

import { likelyMeant } from '../../xml/relaxng/nearest.ts';
import { attribute } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

/** Attributes whose values are pointers. */
export const pointing: ReadonlySet<string> = new Set([
  'ref',
  'who',
  'toWhom',
  'target',
  'corresp',
  'sameAs',
  'next',
  'prev',
  'ana',
  'resp',
  'source',
  'change',
  'hand',
  'scheme',
  'where',
  'active',
  'passive',
  'mutual',
  'calendar',
  'facs',
  'decls',
  'copyOf',
  'spanTo',
  'select',
  'exclude',
  'synch',
  'wit',
]);

const webSchemes = new Set(['http', 'https', 'mailto', 'urn', 'doi', 'hdl', 'ark', 'info', 'tag', 'file']);

/** Of more pointers than these nobody is told which id was meant. */
const mostCompared = 100;

export const pointersResolve: Rule = {
  id: 'pointers-resolve',
  code: 'link.unresolved',
  severity: 'error',
  says: 'A pointer into the file leads to an xml:id; the prefix of any other is declared, and its rest matches.',
  basis: 'TEI chapters 17.1 (Links) and 17.2.3 (Using Abbreviated Pointers)',
  *check(file) {
    const prefixes = new Map<string, RegExp | undefined>();
    for (const prefix of file.named('prefixDef')) {
      let pattern: RegExp | undefined;
      try {
        pattern = new RegExp(`^(?:${attribute(prefix, 'matchPattern') ?? ''})$`, 'u');
      } catch {
        pattern = undefined;
      }
      prefixes.set(attribute(prefix, 'ident') ?? '', pattern);
    }
    let lost = 0;
    for (const element of file.elements) {
      if (element.attributes.length === 0 || element.name === 'prefixDef') continue;
      for (const { name, value } of element.attributes) {
        if (!pointing.has(name)) continue;
        for (const pointer of value.split(/\s+/)) {
          if (pointer === '') continue;
          if (pointer.startsWith('#')) {
            if (file.ids.has(pointer.slice(1))) continue;
            // Comparing with every id takes its time: where hundreds lead nowhere, it is no slip of the pen.
            const close = lost++ < mostCompared ? likelyMeant(pointer.slice(1), file.ids.keys()) : undefined;
            yield {
              assert: 'pointers-local',
              element,
              attribute: name,
              message: `@${name} of <${element.name}> points to ${pointer}, which is not in the file`,
              fix:
                close === undefined
                  ? 'Correct the id, or add what it names.'
                  : `Did you mean #${close}? Or add what it names.`,
            };
            continue;
          }
          const prefix = /^([a-z][a-z0-9+.-]*):/.exec(pointer)?.[1];
          if (prefix === undefined || webSchemes.has(prefix)) continue;
          if (!prefixes.has(prefix)) {
            yield {
              assert: 'pointers-prefix',
              element,
              attribute: name,
              message: `@${name} of <${element.name}> uses the prefix ${prefix}:, which no prefixDef declares`,
              fix: 'Declare it in encodingDesc/listPrefixDef, or point to an id of the file.',
            };
          } else if (prefixes.get(prefix)?.test(pointer.slice(prefix.length + 1)) === false) {
            yield {
              assert: 'pointers-pattern',
              element,
              attribute: name,
              message: `@${name} of <${element.name}> has ${pointer}, which does not match the pattern of its prefixDef`,
              fix: 'Write it as the matchPattern says.',
            };
          }
        }
      }
    }
  },
};
