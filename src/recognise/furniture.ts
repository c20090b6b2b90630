/**
 * Page furniture: what a web page says about itself. Each pattern is a phrase that archive sites use for
 * their own machinery, never words of a document.
 */
import type { FurnitureClass } from '../document.ts';

interface FurniturePattern {
  readonly class: FurnitureClass;
  readonly pattern: RegExp;
}

const bullet = '(?:[•·*\\-–]\\s*)?';

/** Tried in order against a whole line without its surrounding white space. */
const patterns: readonly FurniturePattern[] = [
  {
    class: 'search',
    pattern: /^(?:search(?: in| the archive| the site| this site)?|advanced search|search results)[:.]?$/i,
  },
  {
    class: 'citation-tool',
    pattern: new RegExp(`^${bullet}(?:get|copy|cite|export|download) (?:this |the )?citation$`, 'i'),
  },
  {
    class: 'menu',
    pattern: new RegExp(
      `^${bullet}(?:citation|home|about|menu|browse|collections|themes|resources|contents|navigation|back to top|skip to (?:main )?content)$`,
      'i',
    ),
  },
  {
    class: 'share-tool',
    pattern: new RegExp(
      `^${bullet}(?:share|print|e-?mail|tweet|like|follow)(?: (?:this |the )?(?:document|page|link|via .{1,20}|on .{1,20}))?$`,
      'i',
    ),
  },
  {
    class: 'view-switch',
    pattern:
      /^(?:[A-Z][a-z]+ )?(?:HTML|PDF|text|transcript|translation|original (?:scan|language))(?: (?:HTML|version|view|transcript))?$/,
  },
  {
    class: 'viewer-notice',
    pattern:
      /\bbrowser\b.{0,80}\b(?:not|cannot|unable|does(?:n[’']t)?)\b.{0,80}\b(?:PDF|display|support|configured)\b/i,
  },
  { class: 'viewer-notice', pattern: /^(?:click|tap) here to (?:view|open|download|see)\b.{0,120}$/i },
  { class: 'viewer-notice', pattern: /\bPDFs? (?:cannot|can not|can[’']t)\b.{0,160}$/i },
  {
    class: 'viewer-notice',
    pattern:
      /^(?:to (?:print|view|open) (?:a|the|this) (?:PDF|document)|this (?:site|page) (?:requires|uses|needs) (?:java ?script|cookies|adobe))\b.{0,160}$/i,
  },
  {
    class: 'site-title',
    pattern:
      /^(?:the )?(?:[A-Z][\w.&’']*[ ,:–-]+(?:(?:of|the|and|for)[ ])*){0,6}(?:Digital Archives?|Online Archives?|Digital Library|Digital Collections?)(?:[ |:–-]+[A-Z][\w.&’']*){0,6}$/,
  },
];

/** The class of a line that is furniture, or undefined. */
export function furnitureClass(line: string): FurnitureClass | undefined {
  if (line.length > 300) return undefined;
  return patterns.find((p) => p.pattern.test(line))?.class;
}
