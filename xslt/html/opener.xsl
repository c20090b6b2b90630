<?xml version="1.0" encoding="UTF-8"?>
<!--
  The document's own header, line by line; beside each line what the original has for it (@corresp).
  The original's header itself stands where the source has it.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Text that ends with a line end closes the line. -->
  <xsl:template match="opener" mode="html">
    <xsl:variable name="aligned" as="xs:boolean" select="exists(seg/@corresp) and not(ancestor::div/@type = 'original')"/>
    <div class="opener{' aligned'[$aligned]}">
      <xsl:call-template name="html.global"/>
      <xsl:for-each-group select="node()" group-ending-with="text()[matches(., '\n\s*$')]">
        <xsl:choose>
          <xsl:when test="every $node in current-group() satisfies $node/self::text()[not(normalize-space())]">
            <xsl:sequence select="string-join(current-group())"/>
          </xsl:when>
          <xsl:otherwise>
            <div>
              <div>
                <xsl:apply-templates select="current-group()" mode="html"/>
              </div>
              <xsl:if test="$aligned">
                <xsl:call-template name="html.counterpart">
                  <xsl:with-param name="fields" select="current-group()/self::seg"/>
                </xsl:call-template>
              </xsl:if>
            </div>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </div>
  </xsl:template>

  <xsl:template name="html.counterpart">
    <xsl:param name="fields" as="element()*"/>
    <xsl:variable name="counterparts" as="element()*" select="$fields/f:targets(@corresp)"/>
    <xsl:if test="exists($counterparts)">
      <div class="counterpart">
        <xsl:for-each select="$counterparts[1]/ancestor-or-self::*[@xml:lang][1]">
          <xsl:attribute name="lang" select="@xml:lang"/>
        </xsl:for-each>
        <span class="vh" lang="{$edition-language}">{f:label('original-here')}: </span>
        <xsl:for-each select="$counterparts">
          <xsl:if test="position() gt 1">
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:apply-templates mode="html.counterpart"/>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The original's words alone, its gaps shown: the links stand where the original stands. -->
  <xsl:mode name="html.counterpart" on-no-match="text-only-copy"/>

  <xsl:template match="gap" mode="html.counterpart">
    <span class="gap added" lang="{$edition-language}">{'[' || @c:words || ']'}</span>
  </xsl:template>

  <xsl:template match="seg" mode="html">
    <!-- The type is said once: most fields have it in their id, «h.sent». -->
    <xsl:element name="{if (@c:block) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'field', @type[not(ends-with(../@xml:id, '.' || .))]"/>
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
      <xsl:sequence select="f:evidence-mark(.)"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
