<?xml version="1.0" encoding="UTF-8"?>
<!--
  Every word the editions say of their own accord, by language: a new language is a new map here and one line in
  $words. A key that a language lacks is looked up in English; a key that nobody has is shown as it is.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="english" as="map(xs:string, xs:string)" select="map {
    'months': 'January February March April May June July August September October November December',
    'year': 'year', 'years': 'years', 'month': 'month', 'weeks': 'weeks', 'week': 'week', 'day': 'day', 'days': 'days',
    'hour': 'hour', 'hours': 'hours', 'minute': 'minute', 'minutes': 'minutes', 'second': 'second', 'seconds': 'seconds',
    'to': 'to', 'from': 'from', 'until': 'until', 'not-before': 'not before', 'not-after': 'not after',

    'skip': 'Skip to the text',
    'editions': 'All documents',
    'register': 'Register',
    'contents': 'On this page',
    'facts': 'At a glance',
    'abstract': 'Abstract',
    'text': 'The document',
    'register-here': 'People, offices, places and documents',
    'evidence': 'Evidence',
    'source-view': 'The page as it came',
    'cite': 'How to cite',
    'about': 'About this edition',
    'formats': 'Other formats',

    'document': 'Document',
    'number-short': 'No.',
    'sender': 'From', 'addressee': 'To', 'sent': 'Sent', 'received': 'Received', 'dated': 'Dated',
    'transmitted': 'Transmitted', 'forwarded': 'Forwarded', 'redirected': 'Redirected', 'action': 'For action', 'copy': 'Copy',
    'action.sent': 'Dispatch', 'action.received': 'Receipt', 'action.action': 'Action office', 'action.copy': 'Copy',
    'action.forwarded': 'Forwarding',
    'reference': 'Refers to',
    'after-sending': 'after sending',
    'inferred': 'inferred',
    'zone-inferred': 'zone inferred from the place and the year',
    'classification': 'Classification', 'precedence': 'Precedence', 'handling': 'Handling', 'document-type': 'Kind',
    'telegram-number': 'Telegram number', 'general-number': 'General number', 'disclosure': 'Disclosure number',
    'archive': 'Archival number', 'register-number': 'Register number', 'document-number': 'Document number', 'collection': 'Collection', 'repository': 'Repository', 'holder': 'Held by',
    'language': 'Language', 'translator': 'Translated by', 'meeting': 'Meeting', 'participants': 'Taking part',

    'translation': 'Translation', 'original': 'Original',
    'original-here': 'In the original',
    'paragraph': 'Paragraph', 'following': 'ff.',
    'speaks': 'speaking', 'reported': 'reported', 'speaks-to': 'to',
    'end-of-speech': 'end of the words of',
    'speaker-open': 'speaker not established',
    'direct-speech': 'direct speech', 'reported-speech': 'reported speech',

    'gap.redacted': 'not declassified', 'gap.omitted': 'omitted', 'gap.illegible': 'illegible', 'gap.missing': 'missing',
    'gap.blank': 'left blank', 'gap': 'gap',
    'sic': 'sic', 'sic-long': 'so in the source; perhaps a slip',
    'corr': 'read', 'supplied': 'supplied by the editor', 'unclear': 'unclear', 'add': 'added', 'del': 'struck out',
    'reg': 'modern form', 'expan': 'in full', 'page': 'page', 'figure': 'Figure', 'note': 'Note', 'editor-note': 'Editor’s note',
    'note-back': 'Back to the text', 'unhandled': 'Element without a form in this edition',

    'kind': 'Kind', 'words': 'Words', 'value': 'Value', 'entry': 'Entry', 'rule': 'Rule', 'rules': 'Rules', 'certainty': 'Certainty',
    'responsible': 'Asserted by', 'places': 'Where', 'close': 'Close', 'times': '×', 'more': 'and others',
    'cert.high': 'high', 'cert.medium': 'medium', 'cert.low': 'low', 'cert.unknown': 'unknown',
    'in-header': 'header', 'see-evidence': 'evidence', 'in-register': 'In the register', 'not-in-register': 'Not in the register',
    'reckoned-from': 'Reckoned from',
    'evidence-intro': 'Every statement that was made by rule, with the rule, its certainty and the places where it holds. In the text, follow the link of a name or date to come here.',
    'mentioned-in': 'Mentioned in', 'also-called': 'Also', 'no-mention': 'header only',

    'kind.persName': 'Person', 'kind.person': 'Person', 'kind.roleName': 'Office', 'kind.office': 'Office',
    'kind.placeName': 'Place', 'kind.place': 'Place', 'kind.orgName': 'Organisation', 'kind.org': 'Organisation',
    'kind.document': 'Document', 'kind.ref': 'Document', 'kind.title': 'Title', 'kind.event': 'Event', 'kind.other': 'Name',
    'kind.date': 'Date', 'kind.time': 'Time', 'kind.duration': 'Duration', 'kind.direct': 'Direct speech',
    'kind.reported': 'Reported speech', 'kind.sp': 'Turn to speak', 'kind.said': 'Speech',
    'kind.sic': 'Likely slip', 'kind.gap': 'Gap', 'kind.mentioned': 'Words mentioned', 'kind.soCalled': 'Words at a distance',
    'kind.emph': 'Emphasis', 'kind.quote': 'Quotation', 'kind.q': 'Words in quotation marks', 'kind.head': 'Heading',
    'kind.idno': 'Number', 'kind.author': 'Author', 'kind.abstract': 'Abstract', 'kind.note': 'Note', 'kind.p': 'Paragraph',
    'kind.classification': 'Classification', 'kind.precedence': 'Precedence', 'kind.handling': 'Handling',
    'kind.telegram-number': 'Telegram number', 'kind.general-number': 'General number', 'kind.disclosure': 'Disclosure number',
    'kind.access': 'Terms of access', 'kind.publisher': 'Collection', 'kind.seg': 'Field', 'kind.correspAction': 'Transmission',

    'group.person': 'People', 'group.office': 'Offices', 'group.place': 'Places', 'group.org': 'Organisations',
    'group.document': 'Documents', 'group.event': 'Events', 'group.other': 'Others',

    'source-intro': 'The source from its first character to its last: what belongs to the archive’s page rather than to the document is set apart, and nothing is left out.',
    'source-text-here': 'Here stands the document itself.',
    'characters': 'characters',

    'chicago': 'Chicago', 'mla': 'MLA', 'bibtex': 'BibTeX',
    'format.html': 'This page', 'format.text': 'Plain text', 'format.jsonld': 'Linked data (JSON-LD)', 'format.tei': 'TEI XML',
    'status': 'Review', 'status.unreviewed': 'Encoded by rule; not yet reviewed by a person',
    'status.reviewed': 'Reviewed by a person', 'status.approved': 'Reviewed and approved', 'status.draft': 'Draft',
    'source': 'Source', 'checksum': 'SHA-256 of the source', 'licence': 'Licence', 'rights': 'Rights', 'publisher': 'Publisher',
    'made-with': 'Made with', 'editors': 'Edited by', 'provenance': 'Provenance', 'encoding': 'Encoding', 'built': 'Built',
    'ends': 'Unicode text; the words between the two lines of = are the document’s own, except those in ⟦ ⟧, which are the edition’s.'
  }"/>

  <xsl:variable name="words" as="map(xs:string, map(xs:string, xs:string))" select="map {'en': $english}"/>

  <xsl:variable name="own-words" as="map(xs:string, xs:string)"
                select="($words(tokenize($edition-language, '-')[1]), $english)[1]"/>

  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="word" as="xs:string?" select="$own-words($key)"/>
    <xsl:sequence select="
      if (exists($word)) then $word
      else if (exists($english($key))) then $english($key)
      else translate(replace($key, '^[a-z]+\.', ''), '-_', '  ')"/>
  </xsl:function>

</xsl:stylesheet>
