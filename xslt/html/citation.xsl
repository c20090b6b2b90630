<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite the document from this edition: Chicago and MLA in words, BibTeX to copy. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:j="http://www.w3.org/2005/xpath-functions"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:variable name="cited-number" as="xs:string*" select="$document-type || ($number[.] ! (' ' || f:label('number-short') || ' ' || .))"/>
  <xsl:variable name="cited-sender" as="xs:string" select="string-join($senders ! normalize-space(.), ', ')"/>
  <xsl:variable name="cited-addressee" as="xs:string" select="string-join($addressees ! normalize-space(.), ', ')"/>
  <xsl:variable name="cited-archive" as="xs:string*" select="
    $numbers[@type = ('disclosure', 'archive')] ! normalize-space(.), $record/msIdentifier/(collection, institution, repository) ! normalize-space(.)"/>
  <xsl:variable name="cited-publisher" as="xs:string"
                select="string(($edition-publisher[.], $file/publicationStmt/publisher[1] ! normalize-space(.))[1])"/>
  <xsl:variable name="cited-address" as="xs:string" select="if ($base-url) then $base-url || '/' || $id || '/' else $id"/>
  <xsl:variable name="translators" as="xs:string*" select="$file/titleStmt/respStmt[matches(resp[1], 'translat', 'i')]/persName ! normalize-space(.)"/>

  <xsl:template name="html.citation">
    <section id="sec-cite" class="back">
      <h2>{f:label('cite')}</h2>
      <dl class="citations">
        <dt>{f:label('chicago')}</dt>
        <dd>
          <xsl:value-of select="string-join(($cited-sender, $cited-addressee[.] ! ('to ' || .))[. != ''], ' ') || ', “' || $title || ',” '"/>
          <xsl:value-of select="string-join(($cited-number, f:day($dated)[. != ''], $translators ! ('trans. ' || .), $cited-archive), ', ')"/>
          <xsl:text>, in </xsl:text>
          <i>{($edition-title[.], $cited-publisher)[1]}</i>
          <xsl:value-of select="string-join(('', $cited-publisher[$edition-title != ''], $cited-address)[position() = 1 or . != ''], ', ') || '.'"/>
        </dd>
        <dt>{f:label('mla')}</dt>
        <dd>
          <xsl:value-of select="$cited-sender[.] ! (. || '. ')"/>
          <xsl:value-of select="'“' || $title || '.” ' || string-join((f:day($dated)[. != ''], $cited-number), '. ') || '. '"/>
          <xsl:value-of select="$translators ! ('Translated by ' || . || ', ')"/>
          <i>{($edition-title[.], $cited-publisher)[1]}</i>
          <xsl:value-of select="', ' || string-join(($cited-publisher[$edition-title != ''], $cited-address)[. != ''], ', ') || '.'"/>
        </dd>
        <dt>{f:label('bibtex')}</dt>
        <dd><pre tabindex="0">{f:bibtex()}</pre></dd>
      </dl>
    </section>
  </xsl:template>

  <xsl:function name="f:bibtex" as="xs:string">
    <xsl:variable name="fields" as="xs:string*" select="
      f:bibtex-field('author', $cited-sender), f:bibtex-field('title', $title),
      f:bibtex-field('howpublished', string-join(($cited-number, $cited-addressee[.] ! ('to ' || .)), ' ')),
      f:bibtex-field('date', substring($dated, 1, 10)), f:bibtex-field('year', substring($dated, 1, 4)),
      f:bibtex-field('translator', string-join($translators, ' and ')),
      f:bibtex-field('organization', $cited-publisher),
      f:bibtex-field('note', string-join($cited-archive, ', ')),
      f:bibtex-field('url', $cited-address[$base-url != ''])"/>
    <xsl:sequence select="'@misc{' || $id || ',&#xa;' || string-join($fields, ',&#xa;') || '&#xa;}'"/>
  </xsl:function>

  <!-- A field in double braces, so that its capitals are kept; TeX's own characters escaped. -->
  <xsl:function name="f:bibtex-field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value">
      <xsl:variable name="escaped" as="xs:string" select="replace(translate($value, '\{}', ''), '([&amp;%$#_])', '\\$1')"/>
      <xsl:sequence select="'  ' || $name || ' = ' || (if ($name = ('date', 'year', 'url')) then '{' || $escaped || '}' else '{{' || $escaped || '}}')"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
