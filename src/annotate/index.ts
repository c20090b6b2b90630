/**
 * Annotate: names, speech, dates, phrases stand off over the text, each with its evidence.
 *
 * The order matters and is the whole story: people first, for they speak; then who speaks where; then
 * descriptions and dates, which are seen from the one who speaks.
 */
import type { Context } from '../context.ts';
import type { Document, Span } from '../document.ts';
import { annotateCatalogueDates, annotateHeaderDates, annotateProseDates } from './dating.ts';
import { Draft } from './draft.ts';
import { annotateAcronyms } from './names/acronyms.ts';
import { annotateBareNames } from './names/bare-names.ts';
import { annotateBareNamesInCapitals } from './names/bare-names-in-capitals.ts';
import { annotateBodiesInCapitals } from './names/bodies-in-capitals.ts';
import { annotateCatalogueNames } from './names/catalogue.ts';
import { annotateDescriptions } from './names/descriptions.ts';
import { annotateDocuments } from './names/documents.ts';
import { annotateKnownNames } from './names/gazetteer.ts';
import { annotateHeaderNames } from './names/header.ts';
import { annotateInitials, annotateOfficeLetters } from './names/initials.ts';
import { annotateLetterNames } from './names/letters.ts';
import { annotateOffices } from './names/offices.ts';
import { annotateOrganisations } from './names/organisations.ts';
import { annotateOwnSide } from './names/own-side.ts';
import { annotatePeople, attentionLines } from './names/people.ts';
import { annotatePresence } from './names/presence.ts';
import { annotateSurnames } from './names/surnames.ts';
import { annotateTreatyAtHand } from './names/treaty-at-hand.ts';
import { annotateNoteMarks } from './note-marks.ts';
import { annotatePhrases } from './phrases/index.ts';
import { annotateRedactions } from './phrases/redactions.ts';
import { annotateSlips } from './phrases/slips.ts';
import { annotateNestedSpeech, annotateSpeech } from './speech/index.ts';

/**
 * @param document as `recognise` made it
 * @returns the same document with annotations, entities and open questions; nothing of it is changed
 */
export function annotate(document: Document, context: Context): Document {
  const draft = new Draft(document, context);
  annotateRedactions(draft);
  annotateNoteMarks(draft);
  annotateCatalogueNames(draft);
  annotatePeople(draft);
  annotateDocuments(draft, documentSpans(draft));
  annotateTreatyAtHand(draft);
  annotateOffices(draft);
  annotateOrganisations(draft, nameSpans(draft));
  annotateBodiesInCapitals(draft, nameSpans(draft));
  annotateKnownNames(draft, nameSpans(draft));
  annotateLetterNames(draft);
  annotateHeaderNames(draft);
  annotateInitials(draft);
  annotateAcronyms(draft);
  annotateBareNames(draft);
  annotateBareNamesInCapitals(draft);
  annotateSurnames(draft);
  annotateHeaderDates(draft);
  annotateSpeech(draft);
  annotateDescriptions(draft);
  annotateNestedSpeech(draft);
  annotateOfficeLetters(draft);
  annotateOwnSide(draft);
  annotateProseDates(draft);
  annotatePresence(draft);
  annotateCatalogueDates(draft);
  annotatePhrases(draft);
  annotateSlips(draft);
  return draft.finish();
}

/** Where documents are named: prose, references, titles, notes. */
const documentSpans = (draft: Draft): readonly Span[] => [
  ...draft.document.header.fields
    .filter((f) => f.name === 'reference' || f.name === 'subject')
    .map((f) => f.span),
  ...draft.document.blocks.filter((b) => b.kind === 'heading').map((b) => b.span),
  ...draft.prose.map((p) => p.span),
  ...attentionLines(draft),
  ...draft.document.blocks
    .filter((b) => (b.kind === 'note' || b.kind === 'unrecognised') && b.layer === 'text')
    .map((b) => b.span),
];

/** Where places and organisations are named: the same, and the lines of sending and receipt. */
const nameSpans = (draft: Draft): readonly Span[] => [
  ...draft.document.header.fields
    .filter(
      (f) =>
        f.layer === 'text' &&
        ['sent', 'received', 'to', 'from', 'copy', 'place-date', 'participants', 'source-note'].includes(
          f.name,
        ),
    )
    .map((f) => f.span),
  ...documentSpans(draft),
];
