<?xml version="1.0" encoding="UTF-8"?>
<!-- An element without a template stays visible, with its name: nothing disappears because nobody thought of it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="*" mode="html" priority="-1">
    <xsl:element name="{if (descendant::*[@c:block]) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'unhandled'"/>
      <xsl:attribute name="title" select="f:label('unhandled') || ': ' || local-name()"/>
      <xsl:call-template name="html.global"/>
      <span class="added">‹{local-name()}› </span>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="processing-instruction() | comment()" mode="html"/>

</xsl:stylesheet>
