<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: those of the source where the source has them, the editor's marked as such. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="note" mode="html">
    <xsl:variable name="block" as="xs:boolean" select="@c:block and not(ancestor::p or ancestor::head or ancestor::seg)"/>
    <xsl:element name="{if ($block) then 'div' else 'span'}">
      <xsl:attribute name="class" select="string-join(('note', @place, @type), ' ')"/>
      <xsl:if test="$block">
        <xsl:attribute name="role" select="'note'"/>
      </xsl:if>
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
      <xsl:if test="@c:caller">
        <a class="return" data-added="" href="#{@c:caller}"><span aria-hidden="true">↩</span><span class="vh">{f:label('note-back')}</span></a>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- A note an editor wrote: of the edition, not of the source. -->
  <xsl:template match="note[@c:added]" mode="html">
    <span class="editor-note" role="note" data-added="">
      <xsl:call-template name="html.global"/>
      <span class="added">[{f:label('editor-note')}: </span>
      <xsl:apply-templates mode="html"/>
      <span class="added">]</span>
    </span>
  </xsl:template>

</xsl:stylesheet>
