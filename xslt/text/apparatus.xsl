<?xml version="1.0" encoding="UTF-8"?>
<!-- Inside the lines of the text edition: the words as they are, the edition’s own in ⟦ ⟧. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="text.inline" on-no-match="text-only-copy"/>

  <xsl:template match="lb" mode="text.inline" as="xs:string">&#xfdd0;</xsl:template>

  <xsl:template match="pb" mode="text.inline" as="xs:string">⟦{string-join((f:label('page'), @n), ' ')}⟧</xsl:template>

  <!-- Printed words beside a gap are text and say enough; a gap without words gets a mark. -->
  <xsl:template match="seg[@type = 'gap']/gap" mode="text.inline"/>

  <xsl:template match="gap" mode="text.inline" as="xs:string">⟦{(desc[1] ! normalize-space(.), string(@c:words))[1]}⟧</xsl:template>

  <xsl:template match="corr | reg | expan | supplied | ex | desc | figDesc" mode="text.inline" as="xs:string">
    <xsl:sequence select="'⟦' || f:label(local-name()) || ': ' || normalize-space(.) || '⟧'"/>
  </xsl:template>

  <xsl:template match="sic[not(parent::choice)]" mode="text.inline" as="item()*">
    <xsl:apply-templates mode="text.inline"/>
    <xsl:sequence select="'⟦' || f:label('sic') || '⟧'"/>
  </xsl:template>

  <xsl:template match="note[@c:added]" mode="text.inline" as="xs:string">
    <xsl:sequence select="'⟦' || f:label('editor-note') || ': ' || normalize-space(.) || '⟧'"/>
  </xsl:template>

  <!-- Cells of a row are parted by a bar of the edition’s. -->
  <xsl:template match="cell[preceding-sibling::cell]" mode="text.inline" as="item()*">
    <xsl:sequence select="'⟦|⟧ '"/>
    <xsl:apply-templates mode="text.inline"/>
  </xsl:template>

  <xsl:template match="graphic | media | ptr | comment() | processing-instruction()" mode="text.inline"/>

</xsl:stylesheet>
