/** Previous and next by date, and the thread of telegrams, on the pages of documents. */
export { type NeighbourSearch, neighbourSearch } from './find.ts';
export { withNavigation, withoutNavigation } from './place.ts';
