/**
 * All codes, in one table: severity by default, what it means, how to mend it. The compiler checks that a
 * code exists; the documentation page of a code is made from this table.
 */
import type { Severity } from './diagnostic.ts';

export interface CodeDescription {
  readonly severity: Severity;
  /** One sentence for the documentation: what has been found. */
  readonly means: string;
  /** What to do about it, in the imperative. Shown with every finding that has no fix of its own. */
  readonly mend: string;
}

export const diagnosticsTable = {
  // ---- read
  'read.missing': { severity: 'error', means: 'The file does not exist.', mend: 'Check the path.' },
  'read.directory': {
    severity: 'error',
    means: 'A folder was given where a file is meant.',
    mend: 'Name a file inside it.',
  },
  'read.unreadable': { severity: 'error', means: 'The file cannot be read.', mend: 'Check its permissions.' },
  'read.empty': {
    severity: 'error',
    means: 'The file is empty or holds white space only.',
    mend: 'Put the document into it or remove it.',
  },
  'read.binary': {
    severity: 'error',
    means: 'The file is not text.',
    mend: 'Convert it to text first, or give it the ending of its format.',
  },
  'read.encoding': {
    severity: 'error',
    means: 'The bytes are not valid in any encoding Chancery reads without loss.',
    mend: 'Save the file as UTF-8.',
  },
  'read.legacy-encoding': {
    severity: 'warning',
    means: 'The file is not Unicode; it was read as Windows-1252.',
    mend: 'Check the accented letters, then save the file as UTF-8.',
  },
  'read.nul': {
    severity: 'error',
    means: 'The text has NUL characters, which XML cannot hold.',
    mend: 'Remove them, or save the file as UTF-8.',
  },
  'read.too-large': {
    severity: 'error',
    means: 'The file is larger than the limit.',
    mend: 'Split it, or raise "limits.bytes" in chancery.json.',
  },
  'read.damaged': {
    severity: 'error',
    means: 'The file is not sound: it breaks the rules of its own format.',
    mend: 'Open it in the program it comes from, save it again, or take an undamaged copy.',
  },
  'read.protected': {
    severity: 'error',
    means: 'The file is encrypted and asks for a password.',
    mend: 'Save a copy without a password.',
  },
  'read.no-text-layer': {
    severity: 'error',
    means: 'The PDF holds pictures of pages and no text.',
    mend: 'Recognise its text first (OCR), and encode the result.',
  },
  'read.left-out': {
    severity: 'warning',
    means: 'Something in the file is no part of the text that was read.',
    mend: 'Look at the file; transcribe by hand what belongs to the document.',
  },
  'read.format': {
    severity: 'error',
    means: 'No reader knows this format.',
    mend: 'Convert it to one of the formats that `chancery encode --help` lists.',
  },
  // ---- recognise, annotate
  'recognise.dialect-unknown': {
    severity: 'warning',
    means: 'The layout is of no family that Chancery knows; the text is whole, but no header was recognised.',
    mend: 'Encode the header by hand, or name the dialect in chancery.json.',
  },
  'recognise.numbering': {
    severity: 'warning',
    means: 'The numbering of paragraphs is not of one kind, or has a gap.',
    mend: 'Compare with the original; the printed numbers are kept.',
  },
  'question.speaker': {
    severity: 'info',
    means: 'A speaker could not be decided.',
    mend: 'Add @who where you know it.',
  },
  'question.name': {
    severity: 'info',
    means: 'A name fits several entries of the register, or none.',
    mend: 'Add @ref where you know it, or an entry to the register.',
  },
  'question.date': {
    severity: 'info',
    means: 'A date could not be decided.',
    mend: 'Add @when where you know it.',
  },
  'question.header': {
    severity: 'info',
    means: 'A line of the header could not be decided.',
    mend: 'Encode it by hand.',
  },
  'question.slip': {
    severity: 'info',
    means: 'A likely slip of the writer, the translator or the typist.',
    mend: 'Compare with the original; add choice and corr if it is one.',
  },
  // ---- audit
  'audit.text-differs': {
    severity: 'error',
    means: 'The text of the TEI is not the text of the source.',
    mend: 'Restore the words; mark a correction with choice, sic and corr.',
  },
  'audit.white-space': {
    severity: 'error',
    means: 'Only white space differs between TEI and source.',
    mend: 'Restore it, or accept a re-indented file with --reflowed.',
  },
  'audit.checksum': {
    severity: 'error',
    means: 'The source is not the file that was encoded.',
    mend: 'Restore the source, or encode it anew.',
  },
  'audit.piece': {
    severity: 'error',
    means: 'A piece of the page in the TEI header does not say where it stands in the source.',
    mend: 'Restore its @source.',
  },
  'audit.evidence': {
    severity: 'error',
    means: 'An assertion lacks its rule, certainty or responsibility.',
    mend: 'Give @cert, @resp and @ana, or put your own name into @resp.',
  },
  // ---- validate
  'xml.not-well-formed': {
    severity: 'error',
    means: 'The XML is not well-formed.',
    mend: 'Mend the place named.',
  },
  'xml.doctype': {
    severity: 'error',
    means: 'The file has a document type declaration that declares entities; Chancery expands none.',
    mend: 'Replace the entities by characters and remove the declaration.',
  },
  'xml.encoding': {
    severity: 'error',
    means: 'The XML is not in the encoding it declares.',
    mend: 'Save it as UTF-8.',
  },
  'tei.namespace': {
    severity: 'error',
    means: 'The root is not TEI in the TEI namespace.',
    mend: 'Put xmlns="http://www.tei-c.org/ns/1.0" on TEI.',
  },
  'tei.schema': {
    severity: 'error',
    means: 'The TEI breaks the grammar of the schema.',
    mend: 'See what is expected there.',
  },
  'tei.rule': { severity: 'error', means: 'The TEI breaks a Schematron rule.', mend: 'See the rule.' },
  'link.unresolved': {
    severity: 'error',
    means: 'A pointer leads nowhere.',
    mend: 'Correct the pointer or add what it points to.',
  },
  'link.duplicate-id': { severity: 'error', means: 'An xml:id occurs twice.', mend: 'Rename one of them.' },
  'link.kind': {
    severity: 'error',
    means: 'A pointer leads to the wrong kind of element.',
    mend: 'Point to an element of the kind named.',
  },
  'chronology.received-before-sent': {
    severity: 'warning',
    means:
      'The document was received before it was sent: as printed, or (an error) because a value is not what its words state.',
    mend: 'Compare both dates with the page; a slip of the source is marked with sic and left.',
  },
  'chronology.weekday': {
    severity: 'warning',
    means: 'A weekday does not fit its date.',
    mend: 'Check the date.',
  },
  'chronology.event-after-dispatch': {
    severity: 'warning',
    means: 'An event told as past lies after the dispatch.',
    mend: 'Check the date.',
  },
  'numbering.order': {
    severity: 'warning',
    means: 'Paragraph numbers are not in order.',
    mend: 'Compare with the original.',
  },
  'numbering.style': {
    severity: 'info',
    means: 'Labels of paragraphs on one level are printed in different ways.',
    mend: 'Nothing to do if the original has them so; labels stay as printed.',
  },
  'quotation.unbalanced': {
    severity: 'warning',
    means: 'Quotation marks are not balanced in the paragraph.',
    mend: 'Compare with the original.',
  },
  'chronology.lifetime': {
    severity: 'warning',
    means: 'A person acts or is named when they did not live, or in an office they did not hold then.',
    mend: 'Check the date, the person and the register.',
  },
  'numbering.reference': {
    severity: 'warning',
    means: 'The numbers of a sender’s telegrams do not rise with their dates.',
    mend: 'Check the number and the date.',
  },
  'text.misread': {
    severity: 'warning',
    means: 'A letter stands in place of a digit.',
    mend: 'Compare with the original; add choice with sic and corr, or sic alone.',
  },
  'header.differs': {
    severity: 'warning',
    means: 'The header of the original and that of the translation disagree.',
    mend: 'Compare both with the page.',
  },
  'classification.differs': {
    severity: 'warning',
    means: 'What is said of the classification does not agree.',
    mend: 'Compare with the original.',
  },
  'review.pending': {
    severity: 'warning',
    means: 'The document is called reviewed, but assertions made by rule have not been.',
    mend: 'Review them, or set the status back.',
  },
  'redaction.lost': {
    severity: 'error',
    means: 'An edition does not show all that was withheld from the document.',
    mend: 'If you override style sheets in xslt/, look there first.',
  },
  'register.orphan': {
    severity: 'info',
    means: 'No document of the edition mentions an entry of the register.',
    mend: 'Nothing to do if documents to come will; else remove it.',
  },
  'register.entry': {
    severity: 'warning',
    means: 'An entry of the register cannot be used as it is.',
    mend: 'Complete the entry in tei/register.xml.',
  },
  'schema.unavailable': {
    severity: 'warning',
    means: 'A schema that the file names cannot be read or used: the file was not held against it.',
    mend: 'Put a copy on this machine and name it in "validation.schemas" of chancery.json.',
  },
  'json.schema': {
    severity: 'error',
    means: 'The JSON breaks its schema.',
    mend: 'See what is expected there.',
  },
  'json.syntax': { severity: 'error', means: 'The file is not JSON.', mend: 'Mend the place named.' },
  'html.invalid': {
    severity: 'error',
    means: 'The page breaks a rule of HTML.',
    mend: 'Report it: pages are made by style sheet.',
  },
  // ---- transform, build
  'transform.failed': {
    severity: 'error',
    means: 'A style sheet stopped.',
    mend: 'If you override style sheets in xslt/, look there first.',
  },
  'transform.unaligned': {
    severity: 'warning',
    means:
      'The plain-text edition does not have the words of the TEI in their order, so nothing can be pointed at in it.',
    mend: 'If you override style sheets in xslt/, let the text edition keep the words and set its own in ⟦ ⟧.',
  },
  'encode.internal': {
    severity: 'error',
    means: 'Encoding stopped at a fault of the program.',
    mend: 'Report it with the document.',
  },
  'build.edited': {
    severity: 'info',
    means: 'The TEI was changed by a person and is kept as it is.',
    mend: 'Nothing to do; the report shows what the encoder would do now.',
  },
  'build.collision': {
    severity: 'error',
    means: 'Two sources would get the same id.',
    mend: 'Rename one of them.',
  },
  'build.limit': {
    severity: 'error',
    means: 'The work on the document was stopped at a limit of time or memory.',
    mend: 'Split it, or raise "limits.seconds" in chancery.json.',
  },
  'build.unwritable': {
    severity: 'error',
    means: 'A file cannot be written.',
    mend: 'Check the permissions and the space on the disk.',
  },
  // ---- packages
  'bag.declaration': {
    severity: 'error',
    means: 'The file bagit.txt is missing or is not as BagIt wants it.',
    mend: 'Write it anew: BagIt-Version and Tag-File-Character-Encoding, a line each.',
  },
  'bag.manifest': {
    severity: 'error',
    means: 'A manifest of a bag is missing, cannot be read, or contradicts itself.',
    mend: 'Ask for the bag again, or make its manifests anew from files you trust.',
  },
  'bag.checksum': {
    severity: 'error',
    means: 'A file in a package is not as it was packed.',
    mend: 'Take the file from another copy of the package.',
  },
  'bag.missing': {
    severity: 'error',
    means: 'A file that a package lists is not there.',
    mend: 'Take the file from another copy of the package.',
  },
  'bag.unlisted': {
    severity: 'error',
    means: 'A file lies in the payload of a bag and is not in its manifests.',
    mend: 'Remove it, or make the bag anew.',
  },
  'bag.path': {
    severity: 'error',
    means: 'A path leads out of the package, or where it must not.',
    mend: 'Do not unpack or use this package; ask who made it.',
  },
  'bag.link': {
    severity: 'error',
    means: 'A package holds a link or a device in place of a file.',
    mend: 'Put the file itself there and make the package anew.',
  },
  'bag.collision': {
    severity: 'error',
    means: 'Two files of a package have one name on some systems.',
    mend: 'Rename one of them and make the package anew.',
  },
  'bag.fetch': {
    severity: 'error',
    means: 'A bag refers to files elsewhere that are not in it yet, or does so wrongly.',
    mend: 'Fetch the files named in fetch.txt; Chancery fetches nothing.',
  },
  'bag.info': {
    severity: 'error',
    means: 'What bag-info.txt says of the payload is not so.',
    mend: 'Ask for the bag again: files may be missing.',
  },
  'bag.name': {
    severity: 'warning',
    means: 'A name in a package is not safe on every system.',
    mend: 'Rename it before the package is made anew.',
  },
  'bag.style': {
    severity: 'warning',
    means: 'A tag file of a bag is written in a way that some readers do not understand.',
    mend: 'Write it as RFC 8493 shows when the bag is made anew.',
  },
  'zip.entry': {
    severity: 'error',
    means: 'A zip cannot be read, or would do harm when it is unpacked.',
    mend: 'Do not unpack it; ask who made it.',
  },
  'crate.metadata': {
    severity: 'error',
    means: 'The metadata of an RO-Crate breaks its specification, or does not fit its files.',
    mend: 'Mend ro-crate-metadata.json, or make the package anew.',
  },
  'crate.advice': {
    severity: 'warning',
    means: 'The metadata of an RO-Crate lacks what its specification advises.',
    mend: 'Add it to ro-crate-metadata.json.',
  },
  'deposit.missing': {
    severity: 'error',
    means: 'Something that only a person knows is missing, and nothing can be packed without it.',
    mend: 'Write it into chancery.json; docs/deposit.md shows how.',
  },
  'deposit.advice': {
    severity: 'warning',
    means: 'Something that only a person knows is missing, and a part of the package suffers.',
    mend: 'Write it into chancery.json; docs/deposit.md shows how.',
  },
  'deposit.invalid': {
    severity: 'error',
    means: 'A document that is to be packed does not pass its checks.',
    mend: 'Mend it, or pack it all the same with --allow-invalid; the package then says so.',
  },
  'settings.invalid': {
    severity: 'error',
    means: 'chancery.json breaks its schema.',
    mend: 'Correct the key named.',
  },
  'settings.stale': {
    severity: 'warning',
    means: 'A suppression in chancery.json matches no finding any more.',
    mend: 'Remove it from "validation.suppress".',
  },
} as const satisfies Record<string, CodeDescription>;

export type Code = keyof typeof diagnosticsTable;
