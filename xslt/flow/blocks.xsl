<?xml version="1.0" encoding="UTF-8"?>
<!--
  Blocks of the flow, by the rule of the text edition: children that are blocks follow one another, whatever stands
  between them is a paragraph. So nothing is lost and nothing comes twice, whichever way blocks are nested.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="flow" on-no-match="deep-skip"/>

  <xsl:template match="*" mode="flow">
    <xsl:param name="kind" as="xs:string?" select="()" tunnel="yes"/>
    <xsl:variable name="here" as="element()" select="."/>
    <xsl:variable name="own-kind" as="xs:string?" select="(f:flow-kind(.), $kind)[1]"/>
    <xsl:for-each-group select="node()" group-adjacent="exists(@c:block)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="flow">
            <xsl:with-param name="kind" select="$own-kind" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="flow.run">
            <xsl:with-param name="nodes" select="current-group()"/>
            <xsl:with-param name="kind" select="$own-kind"/>
            <xsl:with-param name="owner" select="$here[position() = 1][not(*[@c:block])]"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A run of words as a paragraph; nothing where there is nothing but white space. -->
  <xsl:template name="flow.run">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="kind" as="xs:string?"/>
    <xsl:param name="owner" as="element()?"/>
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates select="$nodes" mode="flow.inline"/>
    </xsl:variable>
    <xsl:if test="normalize-space(string-join($content))">
      <p>
        <xsl:if test="$kind">
          <xsl:attribute name="kind" select="$kind"/>
        </xsl:if>
        <xsl:copy-of select="$owner/@n"/>
        <xsl:if test="$owner/@xml:id">
          <xsl:attribute name="id" select="$owner/@xml:id"/>
        </xsl:if>
        <xsl:if test="$owner/@xml:lang">
          <xsl:attribute name="lang" select="$owner/@xml:lang"/>
        </xsl:if>
        <xsl:copy-of select="$content"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- What a run of words in such an element is; nothing: an ordinary paragraph, or as its parent. -->
  <xsl:function name="f:flow-kind" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if ($element/(self::head | self::docTitle | self::titlePart)) then 'head'
      else if ($element/(self::opener | self::closer | self::address | self::addrLine | self::signed | self::dateline
                         | self::salute | self::byline | self::lg | self::l | self::titlePage)) then 'line'
      else if ($element/(self::item)) then 'item'
      else if ($element/self::note) then 'note'
      else if ($element/self::speaker) then 'speaker'
      else ()"/>
  </xsl:function>

  <xsl:template match="div | div1 | div2 | div3 | div4 | front | back | floatingText" mode="flow">
    <section>
      <xsl:copy-of select="@type"/>
      <xsl:if test="@xml:id">
        <xsl:attribute name="id" select="@xml:id"/>
      </xsl:if>
      <xsl:if test="@xml:lang">
        <xsl:attribute name="lang" select="@xml:lang"/>
      </xsl:if>
      <xsl:next-match/>
    </section>
  </xsl:template>

  <!-- At length: with paragraphs of its own. -->
  <xsl:template match="said | quote | q | cit" mode="flow">
    <quote>
      <xsl:if test="self::said">
        <xsl:attribute name="who" select="
          if (f:target(@who)) then f:name(f:target(@who)) || ' ' || f:label('speaks') else f:label('speaker-open')"/>
        <xsl:if test="@xml:id">
          <xsl:attribute name="id" select="@xml:id"/>
        </xsl:if>
      </xsl:if>
      <xsl:next-match/>
    </quote>
  </xsl:template>

  <!-- A note with paragraphs: its id goes to a place of its own, where its calls lead. -->
  <xsl:template match="note[p | ab]" mode="flow">
    <xsl:if test="@xml:id">
      <anchor id="{@xml:id}"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- Lines of a header, an address or a signature stay lines. -->
  <xsl:template match="opener | closer | address | signed | dateline | salute | lg | titlePage" mode="flow">
    <xsl:call-template name="flow.lines"/>
  </xsl:template>

  <xsl:template name="flow.lines">
    <xsl:for-each-group select="node()" group-adjacent="exists(@c:block)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="flow">
            <xsl:with-param name="kind" select="'line'" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:variable name="content" as="node()*">
            <xsl:apply-templates select="current-group()" mode="flow.inline">
              <xsl:with-param name="lines" select="true()" tunnel="yes"/>
            </xsl:apply-templates>
          </xsl:variable>
          <xsl:if test="normalize-space(string-join($content))">
            <p kind="line">
              <xsl:copy-of select="$content"/>
            </p>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A list: the label and its item are one paragraph, unless the item has blocks. -->
  <xsl:template match="list | listBibl" mode="flow">
    <xsl:for-each-group select="node()" group-ending-with="item | head | bibl">
      <xsl:variable name="item" as="element()?" select="current-group()[self::item]"/>
      <xsl:choose>
        <xsl:when test="$item/*[@c:block]">
          <xsl:call-template name="flow.run">
            <xsl:with-param name="nodes" select="current-group() except $item"/>
            <xsl:with-param name="kind" select="'item'"/>
          </xsl:call-template>
          <xsl:apply-templates select="$item" mode="flow"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="flow.run">
            <xsl:with-param name="nodes" select="(current-group() except $item, $item/node())"/>
            <xsl:with-param name="kind" select="'item'"/>
            <xsl:with-param name="owner" select="$item"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="table" mode="flow">
    <xsl:for-each select="head">
      <xsl:call-template name="flow.run">
        <xsl:with-param name="nodes" select="node()"/>
        <xsl:with-param name="kind" select="'head'"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="row">
      <xsl:call-template name="flow.run">
        <xsl:with-param name="nodes" select="node()"/>
        <xsl:with-param name="kind" select="'row'"/>
        <xsl:with-param name="owner" select="."/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
