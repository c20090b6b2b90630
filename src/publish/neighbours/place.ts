/** Where the navigation stands in a page, apart from how it is made: a build with nothing to do needs only this. */

/** Where it stands: before the contents of the page. No text of a document can hold this, for its < is written &lt;. */
const place = '<nav class="contents"';

/** The page with this navigation in the place of any other; a page of other style sheets may have no place for it. */
export function withNavigation(page: string, markup: string): string {
  const plain = withoutNavigation(page);
  const at = plain.indexOf(place);
  return at < 0 ? plain : plain.slice(0, at) + markup + plain.slice(at);
}

/** The page as it was made of its document alone. */
export function withoutNavigation(page: string): string {
  return page.replace(/<nav class="neighbours"(?:(?!<\/nav>)[\s\S])*<\/nav>(?=<nav class="contents")/, '');
}
