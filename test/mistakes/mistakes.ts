/**
 * Mistakes of ordinary editors: what was done to base.xml. `was` stands there once. What the validator says to each is
 * in expected.txt.
 */
export interface Mistake {
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

const mistake = (name: string, was: string, is: string): Mistake => ({ name, was, is });

export const mistakes: readonly Mistake[] = [
  // ---- XML itself
  mistake('an end tag forgotten', 'draft</hi>', 'draft'),
  mistake('an end tag of another element', '</signed>', '</sign>'),
  mistake('end tags crossed', '”</said></p>', '”</p></said>'),
  mistake('a bare ampersand', 'the treaty;', 'the treaty & the note;'),
  mistake('a bare ampersand, and a semicolon lines after it', 'Ships', 'Ships & men'),
  mistake('day and month exchanged', 'when="1978-07-22">22 July', 'when="1978-22-07">22 July'),
  mistake('a date as the numbers are printed', 'when="1978-07-22">22 July', 'when="22.7.1978">22 July'),
  mistake(
    'a language by its name',
    'xml:id="d.1978-07-22-example" xml:lang="en"',
    'xml:id="d.1978-07-22-example" xml:lang="English"',
  ),
  mistake('another number in the label', '<label>3.</label>', '<label>13.</label>'),
  mistake('another day than the one printed', '<date when="1978-07-22" resp', '<date when="1978-07-23" resp'),
  mistake('a bare less-than sign', '40,000', '< 40,000'),
  mistake('a quotation mark of an attribute forgotten', 'rend="italic"', 'rend="italic'),
  mistake('an attribute without quotation marks', 'rend="italic"', 'rend=italic'),
  mistake('an attribute twice', 'n="2"><label>2.', 'n="2" n="2"><label>2.'),
  mistake('typographic quotation marks around a value', 'rend="italic"', 'rend=“italic”'),
  mistake('an entity of HTML', 'Ships', 'Ships&nbsp;'),
  mistake(
    'a prefix that is not declared',
    '<hi rend="italic">draft</hi>',
    '<tei:hi rend="italic">draft</tei:hi>',
  ),
  mistake('the file is cut off', '</div></body></text>\n</TEI>', '</div></body>'),
  mistake('a second root', '</text>\n</TEI>', '</text>\n</TEI>\n<TEI/>'),
  mistake('words after the end', '</text>\n</TEI>', '</text>\n</TEI>\nend'),
  mistake('no namespace', '<TEI xmlns="http://www.tei-c.org/ns/1.0"', '<TEI'),
  mistake('a slip in the namespace', 'http://www.tei-c.org/ns/1.0', 'https://www.tei-c.org/ns/1.0'),
  // ---- names of elements and attributes
  mistake('a name misspelt', '<list><item n="a">', '<lsit><item n="a">'),
  mistake('both tags misspelt', '<hi rend="italic">draft</hi>', '<hii rend="italic">draft</hii>'),
  mistake('capitals wrong', '<persName ref="#han" cert="high"', '<persname ref="#han" cert="high"'),
  mistake(
    'both tags in wrong capitals',
    '<placeName ref="#beijing" resp="#mori">Peking</placeName>',
    '<PlaceName ref="#beijing" resp="#mori">Peking</PlaceName>',
  ),
  mistake('an element of HTML', '<hi rend="italic">draft</hi>', '<i>draft</i>'),
  mistake('an attribute misspelt', 'toWhom="#sato"', 'toWhome="#sato"'),
  mistake('an attribute in wrong capitals', 'toWhom="#sato"', 'towhom="#sato"'),
  mistake('an attribute of another element', '<head>Second', '<head who="#han">Second'),
  mistake('id without xml:', 'xml:id="p2"', 'id="p2"'),
  mistake('lang without xml:', 'xml:id="p2"', 'xml:id="p2" lang="ja"'),
  mistake('class of HTML', 'xml:id="p2"', 'xml:id="p2" class="indent"'),
  // ---- structure
  mistake('words outside of a paragraph', '</list>\n', '</list>\nHe agreed.\n'),
  mistake('an item outside of a list', '</list>\n', '</list>\n<item>A third.</item>\n'),
  mistake('words in a list', '<list><item n="a">', '<list>As follows <item n="a">'),
  mistake('a paragraph in a paragraph', 'I replied as follows:', '<p>I replied as follows:</p>'),
  mistake(
    'a cell without a row',
    '<row><cell>Ships</cell><cell>12</cell></row>',
    '<cell>Ships</cell><cell>12</cell>',
  ),
  mistake(
    'a table without rows',
    '<table><row><cell>Troops</cell><cell>40,000</cell></row>\n<row><cell>Ships</cell><cell>12</cell></row></table>',
    '<table></table>',
  ),
  mistake(
    'the source description left out',
    '<sourceDesc>\n      <p>Written for these tests.</p>\n    </sourceDesc>',
    '',
  ),
  mistake(
    'parts of the header exchanged',
    '<publicationStmt>\n      <publisher>An edition</publisher>\n      <availability><p>For research and education.</p></availability>\n    </publicationStmt>\n    <sourceDesc>\n      <p>Written for these tests.</p>\n    </sourceDesc>',
    '<sourceDesc>\n      <p>Written for these tests.</p>\n    </sourceDesc>\n    <publicationStmt>\n      <publisher>An edition</publisher>\n      <availability><p>For research and education.</p></availability>\n    </publicationStmt>',
  ),
  mistake(
    'choice with one part only',
    '<choice><sic>1958</sic><corr resp="#mori">1978</corr></choice>',
    '<choice><sic>1958</sic></choice>',
  ),
  mistake(
    'a heading at the end',
    '<closer><signed>Sato</signed></closer>',
    '<closer><signed>Sato</signed></closer><head>End</head>',
  ),
  mistake(
    'a category without description',
    '<category xml:id="classification.confidential"><catDesc>Confidential</catDesc></category>',
    '<category xml:id="classification.confidential"/>',
  ),
  // ---- values
  mistake('a date as printed for a value', '<date when="1978-07-22" resp', '<date when="22 July 1978" resp'),
  mistake('a day that is none', '<date when="1978-07-22">22 July', '<date when="1978-07-32">22 July'),
  mistake(
    'a date without leading zeros',
    '<date when="1978-07-22">22 July',
    '<date when="1978-7-22">22 July',
  ),
  mistake('a certainty in words', 'cert="high"', 'cert="sure"'),
  mistake('yes for true', 'direct="true"', 'direct="yes"'),
  mistake('a blank in an id', 'xml:id="p2"', 'xml:id="p 2"'),
  mistake('an id that begins with a digit', 'xml:id="p2"', 'xml:id="2"'),
  mistake('a reason that is none', 'reason="redacted"', 'reason="redact"'),
  mistake('a quantity in words', 'quantity="2"', 'quantity="two"'),
  // ---- pointers
  mistake('an id twice', 'xml:id="p2"', 'xml:id="p1"'),
  mistake('the number sign forgotten', 'who="#han"', 'who="han"'),
  mistake('a slip in a pointer', 'who="#han"', 'who="#hann"'),
  mistake('a place for a person', 'who="#han"', 'who="#beijing"'),
  mistake('a prefix nobody declared', '<person xml:id="sato">', '<person xml:id="sato" sameAs="wd:Q1">'),
  mistake('a rule that is not in the header', 'ana="#r.name.titled"', 'ana="#r.name.title"'),
  mistake(
    'a name without anybody who says so',
    '<placeName ref="#beijing" resp="#mori">',
    '<placeName ref="#beijing">',
  ),
  mistake(
    'another element, whose name begins alike',
    '<persName ref="#han" cert="high" resp="#chancery" ana="#r.name.titled">Vice Minister Han</persName>',
    '<person ref="#han" cert="high" resp="#chancery" ana="#r.name.titled">Vice Minister Han</person>',
  ),
  mistake(
    'the heading behind the first paragraph',
    '<head>Second meeting</head>',
    '<p>At once.</p><head>Second meeting</head>',
  ),
  // ---- sense
  mistake('received before sent', 'when="1978-07-22T21:30:00+09:00"', 'when="1978-07-22T20:30:00+09:00"'),
  mistake('a weekday that does not fit', 'Saturday, July', 'Sunday, July'),
  mistake('a number left out', 'n="3"><label>3.', 'n="4"><label>4.'),
  mistake('a quotation that is not closed', 'oppose this.”', 'oppose this.'),
  mistake('the unit of a quantity forgotten', ' unit="lines"', ''),
  mistake('a letter for a digit', '40,000', '4O,000'),
  mistake('a status nobody gave', '<revisionDesc status="unreviewed">', '<revisionDesc status="reviewed">'),
];
