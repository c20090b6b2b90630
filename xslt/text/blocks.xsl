<?xml version="1.0" encoding="UTF-8"?>
<!--
  Blocks of the text edition. One rule does it: children that are blocks follow one another, whatever stands between
  them is wrapped as a paragraph. So nothing is lost and nothing comes twice, whichever way blocks are nested.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="text" on-no-match="deep-skip"/>

  <xsl:template match="*" mode="text" as="xs:string*">
    <xsl:param name="width" as="xs:integer"/>
    <xsl:for-each-group select="node()" group-adjacent="exists(@c:block)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="text">
            <xsl:with-param name="width" select="$width"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:variable name="words" as="xs:string" select="f:inline(current-group())"/>
          <xsl:if test="normalize-space($words)">
            <xsl:sequence select="f:wrap($words, $width)"/>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The paragraph's place in the edition, then the paragraph as it stands. -->
  <xsl:template match="p[@xml:id]" mode="text" as="xs:string*">
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="number" as="xs:string" select="'⟦¶' || replace(@xml:id, '^p(\d)', '$1') || '⟧ '"/>
    <xsl:choose>
      <xsl:when test="*[@c:block]">
        <xsl:sequence select="$number"/>
        <xsl:next-match>
          <xsl:with-param name="width" select="$width"/>
        </xsl:next-match>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:wrap($number || f:inline(node()), $width)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Lines of a header, an address or a signature stay lines. -->
  <xsl:template match="opener | closer | address | signed | dateline | salute | lg | titlePage | docTitle" mode="text" as="xs:string*">
    <xsl:param name="width" as="xs:integer"/>
    <xsl:call-template name="text.lines">
      <xsl:with-param name="width" select="$width"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="text.lines" as="xs:string*">
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each-group select="node()" group-adjacent="exists(@c:block)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()" mode="text">
              <xsl:with-param name="width" select="$width"/>
            </xsl:apply-templates>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="f:wrap(translate(f:inline(current-group()), '&#xa;', '&#xfdd0;'), $width)"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($lines[. != ''], '&#xa;')"/>
  </xsl:template>

  <!-- What one person says at length is set in. -->
  <xsl:template match="said | quote | q | floatingText" mode="text" as="xs:string*">
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:next-match>
        <xsl:with-param name="width" select="$width - 4"/>
      </xsl:next-match>
    </xsl:variable>
    <xsl:sequence select="$blocks ! ('    ' || replace(., '\n', '&#xa;    '))"/>
  </xsl:template>

  <!-- A list: the label, then the item. -->
  <xsl:template match="list" mode="text" as="xs:string*">
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each-group select="node()" group-ending-with="item | head">
        <xsl:variable name="item" as="element()?" select="current-group()[self::item]"/>
        <xsl:variable name="words" as="xs:string" select="f:inline(current-group() except $item)"/>
        <xsl:choose>
          <xsl:when test="$item/*[@c:block]">
            <xsl:sequence select="f:wrap($words, $width)"/>
            <xsl:apply-templates select="$item" mode="text">
              <xsl:with-param name="width" select="$width"/>
            </xsl:apply-templates>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="f:wrap($words || $item ! f:inline(node()), $width)"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($lines[. != ''], '&#xa;')"/>
  </xsl:template>

  <xsl:template match="table" mode="text" as="xs:string*">
    <xsl:param name="width" as="xs:integer"/>
    <xsl:sequence select="string-join((head, row) ! f:inline(node()) ! normalize-space(translate(., '&#xfdd0;', ' '))[. != ''], '&#xa;')"/>
  </xsl:template>

  <!-- Inline content as one string. -->
  <xsl:function name="f:inline" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="pieces" as="item()*">
      <xsl:apply-templates select="$nodes" mode="text.inline"/>
    </xsl:variable>
    <xsl:sequence select="string-join($pieces)"/>
  </xsl:function>

</xsl:stylesheet>
