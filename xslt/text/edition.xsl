<?xml version="1.0" encoding="UTF-8"?>
<!--
  The plain-text edition: a block of facts, the text between two lines of =, then where it comes from.

  Lines hold 72 columns. They are broken at blanks only, never at a no-break space; a word longer than a line keeps
  a line to itself. Between the two lines of = everything is the document’s, except what stands in ⟦ ⟧.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:variable name="columns" as="xs:integer" select="72"/>
  <xsl:variable name="rule-line" as="xs:string" select="string-join((1 to $columns) ! '=')"/>

  <xsl:template name="text.edition" as="text()">
    <xsl:variable name="parts" as="xs:string*">
      <xsl:sequence select="f:wrap($title, $columns)"/>
      <xsl:sequence select="f:text-facts()"/>
      <xsl:sequence select="$rule-line"/>
      <xsl:apply-templates select="/TEI/text" mode="text">
        <xsl:with-param name="width" select="$columns"/>
      </xsl:apply-templates>
      <xsl:sequence select="$rule-line"/>
      <xsl:sequence select="f:text-about()"/>
    </xsl:variable>
    <xsl:value-of select="string-join($parts[. != ''], '&#xa;&#xa;') || '&#xa;'"/>
  </xsl:template>

  <!-- The facts of the header, one to a line. -->
  <xsl:function name="f:text-facts" as="xs:string">
    <xsl:variable name="lines" as="xs:string*" select="
      f:fact-line('document-type', string-join(($document-type, $number[.] ! (f:label('number-short') || ' ' || .)), ' ')),
      f:fact-line('sender', string-join($senders ! normalize-space(.), ', ')),
      f:fact-line('addressee', string-join($addressees ! normalize-space(.), ', ')),
      f:fact-line('sent', f:action-line($sent)),
      f:fact-line('received', f:action-line($received) || $transit ! (', ' || . || ' ' || f:label('after-sending'))),
      (if ($sent/date) then () else f:fact-line('dated', $dated-moment)),
      ('classification', 'precedence', 'handling') ! f:fact-line(., string-join(f:marked(.) ! f:category(.), ', ')),
      f:fact-line('reference', string-join($references ! (normalize-space(.)[.], f:called(.))[1], ', ')),
      $numbers[not(normalize-space(.) = $number)] ! f:fact-line((@type, 'kind.idno')[1], normalize-space(.))"/>
    <xsl:sequence select="string-join($lines, '&#xa;')"/>
  </xsl:function>

  <xsl:function name="f:fact-line" as="xs:string?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="words" as="xs:string" select="f:capital(f:label($label))"/>
    <xsl:if test="$value">
      <xsl:variable name="blanks" as="xs:string" select="string-join((string-length($words) to 20) ! ' ')"/>
      <xsl:sequence select="replace(f:wrap($words || translate($blanks, ' ', '&#xa0;') || '&#xa0;' || $value, $columns), '\n', '&#xa;                      ') => replace('&#xa0;{2,}', $blanks || ' ')"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:text-about" as="xs:string">
    <xsl:variable name="lines" as="xs:string*" select="
      f:wrap(f:label('ends'), $columns),
      $source-name[. != ''] ! f:wrap(f:label('source') || ': ' || ., $columns),
      $source-checksum[. != ''] ! (f:label('checksum') || ':&#xa;' || .),
      f:wrap(f:label('status') || ': ' || f:label('review.' || $review-status), $columns),
      ($edition-rights[.], $file/publicationStmt/availability/p ! normalize-space(.))[1] ! f:wrap(f:label('rights') || ': ' || ., $columns)"/>
    <xsl:sequence select="string-join($lines, '&#xa;')"/>
  </xsl:function>

  <!-- The rule of wrapping. U+FDD0, which no text may hold, stands for a line end of the source (lb, a line of a header). -->
  <xsl:function name="f:wrap" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each select="tokenize($words, '&#xfdd0;') ! normalize-space(.)[. != '']">
        <xsl:sequence select="
          if (string-length(.) le $width) then .
          else replace(replace(., '(.{1,' || $width || '})( |$)', '$1&#xa;'), '\n$', '')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($lines, '&#xa;')"/>
  </xsl:function>

</xsl:stylesheet>
