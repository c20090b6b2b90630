/** The style sheet of an EPUB: little, since the reader's device and its owner decide most. */
export const epubStyles = `@charset "UTF-8";
body { line-height: 1.45; hyphens: auto; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 1em 0 .8em; hyphens: manual; }
h2, h3, h4, h5, h6 { font-size: 1.1em; line-height: 1.25; margin: 1.4em 0 .5em; hyphens: manual; break-after: avoid; }
p { margin: 0 0 .6em; orphans: 2; widows: 2; }
dl { font-size: .9em; margin: 0 0 1.4em; padding: .6em 0; border-top: 1px solid; border-bottom: 1px solid; }
dt { font-weight: bold; }
dd { margin: 0 0 .3em 1.2em; overflow-wrap: anywhere; }
blockquote { margin: 0 0 .6em 1.2em; padding: 0 0 0 .8em; border-left: 2px solid; }
.line, .row { margin: 0 0 .15em; }
.item { margin-left: 1.2em; }
.voice, .speaker { font-weight: bold; margin: .8em 0 .2em; break-after: avoid; }
.note { font-size: .9em; }
.ed { font-style: italic; }
.sc { font-variant: small-caps; }
`;
