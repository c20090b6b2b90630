/** Previous and next by date, and the thread of telegrams, on the pages of documents. */
export { type NavigationDraft, navigationPart, neighbourParts } from './find.ts';
export { withNavigation, withoutNavigation } from './place.ts';
