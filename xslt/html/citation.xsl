<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite the document from this edition: Chicago and MLA in words (order and points are the style's, words and quotation marks those of the edition's language), the rest as files; BibTeX to copy where there is no file of it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template name="html.citation">
    <section id="sec-cite" class="back">
      <h2>{f:label('cite')}</h2>
      <dl class="citations">
        <dt>{f:label('chicago')}</dt>
        <dd>
          <xsl:value-of select="string-join(($cited-sender, $cited-addressee[.] ! (f:label('to_') || ' ' || .))[. != ''], ' ') || ', ' || f:cited-title(',') || ' '"/>
          <xsl:value-of select="string-join(($cited-number, $dated-day[. != ''], $translators ! replace(f:label('cite.trans'), '{x}', ., 'q'), $cited-archive), ', ')"/>
          <xsl:text>, {f:label('cite.in')} </xsl:text>
          <i>{($edition-title[.], $cited-publisher)[1]}</i>
          <xsl:value-of select="string-join(('', $cited-publisher[$edition-title != ''], $cited-address)[position() = 1 or . != ''], ', ') || '.'"/>
        </dd>
        <dt>{f:label('mla')}</dt>
        <dd>
          <xsl:value-of select="$cited-sender[.] ! (. || '. ')"/>
          <xsl:value-of select="f:cited-title('.') || ' ' || string-join(($dated-day[. != ''], $cited-number), '. ') || '. '"/>
          <xsl:value-of select="$translators ! (replace(f:label('cite.translated'), '{x}', ., 'q') || ', ')"/>
          <i>{($edition-title[.], $cited-publisher)[1]}</i>
          <xsl:value-of select="', ' || string-join(($cited-publisher[$edition-title != ''], $cited-address)[. != ''], ', ') || '.'"/>
        </dd>
        <xsl:variable name="citations" as="map(*)*" select="$other-files[.?format = ('ris', 'csl', 'bibtex')]"/>
        <xsl:if test="not($citations?format = 'bibtex')">
          <dt>{f:label('bibtex')}</dt>
          <dd><pre tabindex="0">{f:bibtex()}</pre></dd>
        </xsl:if>
        <xsl:if test="exists($citations)">
          <dt>{f:label('cite-files')}</dt>
          <dd>
            <xsl:for-each select="$citations">
              <xsl:if test="position() gt 1"> · </xsl:if>
              <a href="{.?path}" type="{.?type}" download="download">{f:label('format.' || .?format)}</a>
            </xsl:for-each>
          </dd>
        </xsl:if>
      </dl>
    </section>
  </xsl:template>

  <!-- The title in quotation marks of the language; where English has the point is within them, elsewhere after them. -->
  <xsl:function name="f:cited-title" as="xs:string">
    <xsl:param name="point" as="xs:string"/>
    <xsl:variable name="marks" as="xs:string*" select="tokenize(f:label('cite.quotes'))"/>
    <xsl:sequence select="
      if ($marks[2] = '”') then $marks[1] || $title || $point || $marks[2] else $marks[1] || $title || $marks[2] || $point"/>
  </xsl:function>

</xsl:stylesheet>
