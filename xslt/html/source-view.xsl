<?xml version="1.0" encoding="UTF-8"?>
<!-- The way to the source, which stands on a page of its own: source.html (src/transform/source-page/). -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Empty where only the page itself is made: then the rules stand on it. -->
  <xsl:variable name="source-page" as="xs:string" select="string($other-files[.?format = 'source']?path)"/>

  <xsl:template name="html.source-view">
    <xsl:if test="$source-page">
      <section id="sec-source" class="back">
        <h2>{f:label('source-view')}</h2>
        <p class="intro">{f:label('source-intro')} <a href="{$source-page}">{f:label('source-link')}</a>.</p>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
