<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts of the document that more than one edition shows, read from the header once. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="header" as="element()?" select="/TEI/teiHeader"/>
  <xsl:variable name="file" as="element()?" select="$header/fileDesc"/>
  <xsl:variable name="profile" as="element()?" select="$header/profileDesc"/>
  <xsl:variable name="record" as="element()?" select="$file/sourceDesc/msDesc[1]"/>

  <xsl:variable name="title" as="xs:string"
                select="normalize-space(($file/titleStmt/title[@type = 'main'], $file/titleStmt/title, $id)[normalize-space()][1])"/>
  <xsl:variable name="language" as="xs:string" select="string((/TEI/text/@xml:lang, /TEI/@xml:lang, 'und')[1])"/>

  <xsl:variable name="actions" as="element()*" select="$profile/correspDesc/correspAction"/>
  <xsl:variable name="sent" as="element()?" select="$actions[@type = 'sent'][1]"/>
  <xsl:variable name="received" as="element()?" select="$actions[@type = 'received'][1]"/>
  <xsl:variable name="references" as="element()*" select="$profile/correspDesc/correspContext/(ref | ptr)"/>

  <!-- Senders: of the dispatch, or the authors where no dispatch is told. -->
  <xsl:variable name="senders" as="element()*" select="
    if ($sent/(persName | roleName | orgName | rs | name)) then $sent/(persName | roleName | orgName | rs | name)
    else $file/titleStmt/author/(persName | roleName | orgName | name)"/>
  <xsl:variable name="addressees" as="element()*" select="
    if ($received/(persName | roleName | rs | name)) then $received/(persName | roleName | rs | name) else $received/orgName"/>

  <!-- The date the document is listed under: of sending, of writing, of the catalogue. -->
  <xsl:variable name="dated" as="xs:string" select="string($digest/@dated)"/>

  <xsl:variable name="categories" as="element()*" select="$profile/textClass/catRef/f:targets(@target)"/>

  <!-- The categories of a scheme that the document bears: of «classification», «precedence» … -->
  <xsl:function name="f:marked" as="element()*">
    <xsl:param name="scheme" as="xs:string"/>
    <xsl:sequence select="$categories[ancestor::taxonomy[1]/@xml:id = $scheme]"/>
  </xsl:function>

  <!-- The words of a category in the edition's language, or in the first it has. -->
  <xsl:function name="f:category" as="xs:string">
    <xsl:param name="category" as="element()"/>
    <xsl:sequence select="normalize-space(
      ($category/catDesc[starts-with(@xml:lang, $edition-language)], $category/catDesc[not(@xml:lang)], $category/catDesc,
       $category/@xml:id)[1])"/>
  </xsl:function>

  <!-- Telegram, memorandum, letter … as the header classes it. -->
  <xsl:variable name="document-type" as="xs:string" select="
    (f:marked('document-type') ! f:category(.), $record/physDesc/objectDesc/@form ! f:capital(.), f:label('document'))[1]"/>

  <!-- Numbers of the document, of the record first: element idno with a type, each number and type once. -->
  <xsl:variable name="numbers" as="element()*">
    <xsl:for-each-group select="$record/msIdentifier/(idno | altIdentifier/idno), $file/sourceDesc/bibl/idno[not(@type = 'sha256')]"
                        group-by="@type || ' ' || normalize-space(.)">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:variable>

  <!-- The one that is said with the kind of document: «Telegram No. 1384». -->
  <xsl:variable name="number" as="xs:string" select="string($numbers[@type = ('telegram-number', 'document-number', 'number')][1] ! normalize-space(.))"/>

  <!-- DOIs a repository has reserved: of the document itself, and of the package that it is a part of. -->
  <xsl:variable name="doi" as="xs:string?" select="$file/publicationStmt/idno[@type = 'DOI'][1] ! normalize-space(.)"/>
  <xsl:variable name="series-dois" as="xs:string*" select="$file/seriesStmt/idno[@type = 'DOI'] ! normalize-space(.)"/>

  <xsl:variable name="review-status" as="xs:string" select="string(($header/revisionDesc/@status, 'unreviewed')[1])"/>
  <xsl:variable name="source-checksum" as="xs:string"
                select="string(($file/sourceDesc//idno[@type = 'sha256'])[1])"/>
  <xsl:variable name="source-name" as="xs:string"
                select="normalize-space($file/sourceDesc/bibl[@type = 'file'][1]/title[1])"/>
  <xsl:variable name="abstract" as="element()*" select="$profile/abstract/p"/>

  <!-- A zone that was reckoned, not read: the edition says so beside it. -->
  <xsl:function name="f:zone-inferred" as="xs:boolean">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="$date/@evidence = 'conjecture' or contains-token($date/@ana, '#r.date.zone-of-place')"/>
  </xsl:function>

  <!-- Time between dispatch and receipt, in words; only where both have a zone. -->
  <xsl:variable name="transit" as="xs:string?" select="$digest/@transit"/>

  <!-- The date the document is listed under, in words. -->
  <xsl:variable name="dated-day" as="xs:string" select="string($digest/@day)"/>
  <xsl:variable name="dated-moment" as="xs:string" select="string($digest/@moment)"/>

  <!-- «China, 22 July 1978, 19:40 (UTC+08:00, inferred)»: an action as one line of text. -->
  <xsl:function name="f:action-line" as="xs:string">
    <xsl:param name="action" as="element()?"/>
    <xsl:variable name="date" as="element()?" select="$action/date[1]"/>
    <xsl:variable name="zone" as="xs:string?" select="$date/@c:zone"/>
    <xsl:sequence select="string-join((
      $action/(placeName | orgName[$action/(persName | roleName)]) ! normalize-space(.),
      (if ($date/@c:moment) then $date/@c:moment else $date ! (f:date-value(.)[. != ''], normalize-space(.))[1])
        || ($zone ! (' (' || string-join((., f:label('inferred')[f:zone-inferred($date)]), ', ') || ')'))), ', ')"/>
  </xsl:function>

</xsl:stylesheet>
