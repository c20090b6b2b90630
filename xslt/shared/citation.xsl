<?xml version="1.0" encoding="UTF-8"?>
<!-- The document as reference managers take it: BibTeX, RIS, CSL-JSON; and the files that stand beside the page. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The files a reader of the page may want, which are always made with it: maps of format, path and media type. -->
  <xsl:variable name="other-files" as="map(*)*" select="
    for $line in tokenize($files, '\n')[not(tokenize(., '\t')[1] = ('html', 'linkset', 'dts', 'iiif'))]
    return map {'format': tokenize($line, '\t')[1], 'path': tokenize($line, '\t')[2], 'type': tokenize($line, '\t')[3]}"/>

  <xsl:variable name="cited-number" as="xs:string*" select="$document-type || ($number[.] ! (' ' || f:label('number-short') || ' ' || .))"/>
  <xsl:variable name="cited-sender" as="xs:string" select="string-join($senders ! normalize-space(.), ', ')"/>
  <xsl:variable name="cited-addressee" as="xs:string" select="string-join($addressees ! normalize-space(.), ', ')"/>
  <xsl:variable name="cited-archive" as="xs:string*" select="
    $numbers[@type = ('disclosure', 'archive')] ! normalize-space(.), $record/msIdentifier/(collection, institution, repository) ! normalize-space(.)"/>
  <xsl:variable name="cited-publisher" as="xs:string"
                select="string(($edition-publisher[.], $file/publicationStmt/publisher[1] ! normalize-space(.))[1])"/>
  <xsl:variable name="cited-address" as="xs:string" select="if ($base-url) then $base-url || '/' || $id || '/' else $id"/>
  <xsl:variable name="translators" as="xs:string*" select="$file/titleStmt/respStmt[matches(resp[1], 'translat', 'i')]/persName ! normalize-space(.)"/>

  <xsl:function name="f:bibtex" as="xs:string">
    <xsl:variable name="fields" as="xs:string*" select="
      f:bibtex-field('author', $cited-sender), f:bibtex-field('title', $title),
      f:bibtex-field('howpublished', string-join(($cited-number, $cited-addressee[.] ! (f:label('to_') || ' ' || .)), ' ')),
      f:bibtex-field('date', substring($dated, 1, 10)), f:bibtex-field('year', substring($dated, 1, 4)),
      f:bibtex-field('translator', string-join($translators, ' and ')),
      f:bibtex-field('organization', $cited-publisher),
      f:bibtex-field('note', string-join($cited-archive, ', ')),
      f:bibtex-field('doi', $doi),
      f:bibtex-field('url', $cited-address[$base-url != ''])"/>
    <xsl:sequence select="'@misc{' || $id || ',&#xa;' || string-join($fields, ',&#xa;') || '&#xa;}'"/>
  </xsl:function>

  <!-- A field in double braces, so that its capitals are kept; TeX's own characters escaped. -->
  <xsl:function name="f:bibtex-field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value">
      <xsl:variable name="escaped" as="xs:string" select="replace(translate($value, '\{}', ''), '([&amp;%$#_])', '\\$1')"/>
      <xsl:sequence select="'  ' || $name || ' = ' || (if ($name = ('date', 'year', 'url', 'doi')) then '{' || $escaped || '}' else '{{' || $escaped || '}}')"/>
    </xsl:if>
  </xsl:function>

  <!--
    RIS: PCOMM is what Zotero reads as a letter, A2 its recipient, M3 its kind. A line is a tag of two letters, two
    blanks, a hyphen, a blank and the value (format of Research Information Systems).
  -->
  <xsl:function name="f:ris" as="xs:string">
    <xsl:variable name="lines" as="xs:string*" select="
      'TY  - PCOMM',
      $senders ! f:ris-line('AU', .), $addressees ! f:ris-line('A2', .), $translators ! f:ris-line('A4', .),
      f:ris-line('TI', $title),
      (if (matches($dated, '^\d{4}')) then (f:ris-line('PY', substring($dated, 1, 4)), f:ris-line('DA', f:ris-date($dated))) else ()),
      f:ris-line('M3', $document-type), f:ris-line('SE', $number),
      f:ris-line('AN', string-join($numbers ! normalize-space(.), '; ')),
      f:ris-line('AV', string-join($record/msIdentifier/(collection, institution, repository) ! normalize-space(.), ', ')),
      f:ris-line('AB', string-join($abstract ! normalize-space(.), ' ')),
      f:ris-line('PB', $cited-publisher), f:ris-line('T2', $edition-title), f:ris-line('LA', $language[. != 'und']),
      f:ris-line('ID', $id), f:ris-line('DO', $doi), f:ris-line('UR', $cited-address[$base-url != '']),
      'ER  - '"/>
    <xsl:sequence select="string-join($lines, '&#xd;&#xa;') || '&#xd;&#xa;'"/>
  </xsl:function>

  <xsl:function name="f:ris-line" as="xs:string?">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="words" as="xs:string" select="f:plain(string($value))"/>
    <xsl:sequence select="if ($words) then $tag || '  - ' || $words else ()"/>
  </xsl:function>

  <!-- «1978-07-22…» → «1978/07/22/». -->
  <xsl:function name="f:ris-date" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(substring($iso, 1, 10), '-')"/>
    <xsl:sequence select="string-join(($parts, '', '', '')[position() le 3], '/') || '/'"/>
  </xsl:function>

  <!-- CSL-JSON 1.0: CSL has no telegram; a personal communication with its genre is the nearest. -->
  <xsl:function name="f:csl" as="xs:string">
    <xsl:variable name="parts" as="xs:string*" select="tokenize(substring($dated, 1, 10), '-')[matches(., '^\d+$')]"/>
    <xsl:sequence select="f:array(f:object((
      f:string('id', $id),
      f:string('type', 'personal_communication'),
      f:string('title', $title),
      f:csl-names('author', $senders), f:csl-names('recipient', $addressees),
      (if (exists($translators)) then f:member('translator', f:array($translators ! f:object(f:string('literal', .)))) else ()),
      f:string('genre', $document-type), f:string('number', $number),
      (if (exists($parts)) then f:member('issued', f:object(f:member('date-parts', f:array(f:array($parts ! string(number(.)))))))
       else ()),
      f:string('archive', string-join($record/msIdentifier/(institution, repository)[1] ! normalize-space(.), ', ')),
      f:string('archive_collection', string-join($record/msIdentifier/collection ! normalize-space(.), ', ')),
      f:string('archive_location', string-join($numbers ! normalize-space(.), '; ')),
      f:string('abstract', string-join($abstract ! normalize-space(.), ' ')),
      f:string('container-title', $edition-title), f:string('publisher', $cited-publisher),
      f:string('language', $language[. != 'und']), f:string('DOI', $doi), f:string('URL', $cited-address[$base-url != ''])))) || '&#xa;'"/>
  </xsl:function>

  <!-- Names as they stand: which part is a family name is not known. -->
  <xsl:function name="f:csl-names" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="element()*"/>
    <xsl:sequence select="
      if (exists($names)) then f:member($key, f:array($names ! f:object(f:string('literal', normalize-space(.))))) else ()"/>
  </xsl:function>

</xsl:stylesheet>
