/**
 * Markings of a telegram: classification, precedence, handling. Three schemes, kept apart; terms of one
 * language are never equated with the levels of another state.
 */
import type { Certainty, FieldName, HeaderField, Layer, Span } from '../document.ts';
import type { RuleId } from '../rules.ts';

export type Scheme = 'classification' | 'precedence' | 'handling';

export interface Marking {
  readonly scheme: Scheme;
  /** Category id in the taxonomy, without its scheme: `top-secret`. */
  readonly id: string;
  readonly language: string;
  /** As it is printed, any case. */
  readonly terms: readonly string[];
}

/** Longer terms are tried first, whatever their order here. */
const markings: readonly Marking[] = [
  { scheme: 'classification', id: 'top-secret', language: 'en', terms: ['Top Secret', 'Most Secret'] },
  { scheme: 'classification', id: 'secret', language: 'en', terms: ['Secret'] },
  { scheme: 'classification', id: 'confidential', language: 'en', terms: ['Confidential'] },
  { scheme: 'classification', id: 'restricted', language: 'en', terms: ['Restricted'] },
  {
    scheme: 'classification',
    id: 'limited-official-use',
    language: 'en',
    terms: ['Limited Official Use', 'Official Use Only'],
  },
  { scheme: 'classification', id: 'unclassified', language: 'en', terms: ['Unclassified'] },
  { scheme: 'classification', id: 'secret', language: 'ja', terms: ['極秘'] },
  { scheme: 'classification', id: 'confidential', language: 'ja', terms: ['秘'] },
  { scheme: 'precedence', id: 'flash', language: 'en', terms: ['Flash'] },
  { scheme: 'precedence', id: 'niact-immediate', language: 'en', terms: ['Niact Immediate', 'Niact'] },
  { scheme: 'precedence', id: 'most-immediate', language: 'en', terms: ['Most Immediate'] },
  { scheme: 'precedence', id: 'immediate', language: 'en', terms: ['Immediate', 'Operational Immediate'] },
  {
    scheme: 'precedence',
    id: 'top-urgent',
    language: 'en',
    terms: ['Top Urgent', 'Very Urgent', 'Most Urgent'],
  },
  { scheme: 'precedence', id: 'urgent', language: 'en', terms: ['Urgent'] },
  { scheme: 'precedence', id: 'priority', language: 'en', terms: ['Priority'] },
  { scheme: 'precedence', id: 'important', language: 'en', terms: ['Important'] },
  { scheme: 'precedence', id: 'routine', language: 'en', terms: ['Routine'] },
  { scheme: 'precedence', id: 'deferred', language: 'en', terms: ['Deferred'] },
  { scheme: 'precedence', id: 'top-urgent', language: 'ja', terms: ['大至急'] },
  { scheme: 'precedence', id: 'urgent', language: 'ja', terms: ['至急'] },
  {
    scheme: 'handling',
    id: 'limited-distribution',
    language: 'en',
    terms: ['Limited Distribution', 'Limdis'],
  },
  {
    scheme: 'handling',
    id: 'exclusive-distribution',
    language: 'en',
    terms: ['Exclusive Distribution', 'Exdis'],
  },
  { scheme: 'handling', id: 'no-distribution', language: 'en', terms: ['No Distribution', 'Nodis'] },
  { scheme: 'handling', id: 'no-foreign', language: 'en', terms: ['Noforn'] },
  { scheme: 'handling', id: 'eyes-only', language: 'en', terms: ['Eyes Only', 'For Your Eyes Only'] },
  { scheme: 'handling', id: 'personal', language: 'en', terms: ['Personal'] },
  { scheme: 'handling', id: 'limited-distribution', language: 'ja', terms: ['限定配布', '限配'] },
  // Spaced letters, abbreviations and captions of US telegrams.
  { scheme: 'classification', id: 'top-secret', language: 'en', terms: ['T O P S E C R E T'] },
  { scheme: 'classification', id: 'secret', language: 'en', terms: ['S E C R E T', 'S-E-C-R-E-T'] },
  {
    scheme: 'classification',
    id: 'confidential',
    language: 'en',
    terms: ['C O N F I D E N T I A L', 'C-O-N-F-I-D-E-N-T-I-A-L'],
  },
  {
    scheme: 'classification',
    id: 'limited-official-use',
    language: 'en',
    terms: ['L I M I T E D O F F I C I A L U S E'],
  },
  {
    scheme: 'classification',
    id: 'unclassified',
    language: 'en',
    terms: ['Unclas', 'U N C L A S', 'U N C L A S S I F I E D'],
  },
  { scheme: 'handling', id: 'limited-distribution', language: 'en', terms: ['Limit Distribution'] },
  { scheme: 'handling', id: 'state-distribution', language: 'en', terms: ['Stadis'] },
  { scheme: 'handling', id: 'roger-channel', language: 'en', terms: ['Roger Channel'] },
  { scheme: 'handling', id: 'no-foreign', language: 'en', terms: ['No Foreign Dissem'] },
  { scheme: 'handling', id: 'no-dissemination-abroad', language: 'en', terms: ['No Dissem Abroad'] },
  { scheme: 'handling', id: 'controlled-dissemination', language: 'en', terms: ['Controlled Dissem'] },
  { scheme: 'handling', id: 'background-use', language: 'en', terms: ['Background Use Only'] },
  {
    scheme: 'handling',
    id: 'no-distribution-outside',
    language: 'en',
    terms: ['No Distribution Outside Department'],
  },
  { scheme: 'classification', id: 'secret', language: 'en', terms: ['Very Secret'] },
  {
    scheme: 'classification',
    id: 'confidential',
    language: 'en',
    terms: ['Highly Confidential', 'Strictly Confidential'],
  },
  { scheme: 'precedence', id: 'clear-the-line', language: 'en', terms: ['Clear the Line'] },
  { scheme: 'handling', id: 'australian-eyes-only', language: 'en', terms: ['Austeo'] },
  { scheme: 'handling', id: 'guard', language: 'en', terms: ['Guard'] },
  { scheme: 'precedence', id: 'emergency', language: 'en', terms: ['Emergency'] },
  // Levels of the alliance are its own, and so are those of other languages.
  { scheme: 'classification', id: 'cosmic-top-secret', language: 'en', terms: ['Cosmic Top Secret'] },
  {
    scheme: 'classification',
    id: 'nato-secret',
    language: 'en',
    terms: ['NATO Secret', 'N A T O S E C R E T'],
  },
  {
    scheme: 'classification',
    id: 'nato-confidential',
    language: 'en',
    terms: ['NATO Confidential', 'N A T O C O N F I D E N T I A L'],
  },
  {
    scheme: 'classification',
    id: 'nato-restricted',
    language: 'en',
    terms: ['NATO Restricted', 'N A T O R E S T R I C T E D'],
  },
  { scheme: 'classification', id: 'streng-geheim', language: 'de', terms: ['Streng geheim'] },
  { scheme: 'classification', id: 'geheim', language: 'de', terms: ['Geheim'] },
  { scheme: 'classification', id: 'vs-vertraulich', language: 'de', terms: ['VS-Vertraulich'] },
  { scheme: 'classification', id: 'vs-nfd', language: 'de', terms: ['VS-NfD', 'Nur für den Dienstgebrauch'] },
  { scheme: 'precedence', id: 'citissime', language: 'de', terms: ['Citissime', 'Citissime nachts'] },
  { scheme: 'precedence', id: 'cito', language: 'de', terms: ['Cito'] },
  { scheme: 'classification', id: 'tres-secret', language: 'fr', terms: ['Très secret'] },
  {
    scheme: 'classification',
    id: 'confidentiel',
    language: 'fr',
    terms: ['Confidentiel', 'Très confidentiel'],
  },
  { scheme: 'handling', id: 'diffusion-reservee', language: 'fr', terms: ['Diffusion réservée', 'Réservé'] },
  { scheme: 'precedence', id: 'tres-urgent', language: 'fr', terms: ['Très urgent'] },
];

const byTerm = new Map<string, Marking>();
for (const marking of markings) for (const term of marking.terms) byTerm.set(term.toLowerCase(), marking);

const terms = [...byTerm.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const alternatives = (chosen: readonly string[]): string =>
  chosen.map((term) => term.replace(/ /g, '[ \u00a0]+')).join('|');
const isLatin = (term: string): boolean => /^[a-z]/.test(term);
// The edges of a word are asked once for each place, not once for each term.
const source = `(?<![\\p{L}\\p{N}])(?:${alternatives(terms.filter(isLatin))})(?![\\p{L}\\p{N}])|${alternatives(terms.filter((t) => !isLatin(t)))}`;
// matchAll works on a copy, so one pattern serves all.
const pattern = new RegExp(source, 'giu');

export interface FoundMarking {
  readonly marking: Marking;
  readonly span: Span;
}

/**
 * Every marking term of a line.
 *
 *     > | No. 1384 Secret Top Urgent (Limited Distribution)
 *                  ^^^^^^ ^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^
 */
export function findMarkings(text: string, start: number, end: number): readonly FoundMarking[] {
  const found: FoundMarking[] = [];
  const line = text.slice(start, end);
  for (const match of line.matchAll(pattern)) {
    const marking = byTerm.get(match[0].toLowerCase().replace(/[ \u00a0]+/g, ' '));
    if (marking)
      found.push({
        marking,
        span: { start: start + match.index, end: start + match.index + match[0].length },
      });
  }
  return found;
}

/** What remains of a line when its markings are taken out: the test of a line that holds nothing else. */
export function withoutMarkings(text: string, start: number, end: number): string {
  let rest = '';
  let at = start;
  for (const { span } of findMarkings(text, start, end)) {
    rest += text.slice(at, span.start);
    at = span.end;
  }
  return rest + text.slice(at, end);
}

/** Markings as header fields; the value is the category's id. */
export function markingFields(
  text: string,
  span: Span,
  layer: Layer,
  rule: RuleId,
  certainty: Certainty = 'high',
): readonly HeaderField[] {
  return findMarkings(text, span.start, span.end).map((f) => ({
    name: f.marking.scheme satisfies FieldName,
    value: f.marking.id,
    span: f.span,
    layer,
    rule,
    certainty,
  }));
}
