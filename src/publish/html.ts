/** The pages of the edition are written with the tag that every writer of HTML here uses. */
export { type Html, html, type Piece } from '../html.ts';
