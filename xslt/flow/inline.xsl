<?xml version="1.0" encoding="UTF-8"?>
<!-- Inside the paragraphs of the flow: the words as they are, the edition's own in ed. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="flow.inline" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="flow.inline">
    <xsl:param name="lines" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$lines and contains(., '&#xa;')">
        <xsl:for-each select="tokenize(., '\n')">
          <xsl:if test="position() gt 1">
            <br/>
          </xsl:if>
          <xsl:value-of select="."/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="lb" mode="flow.inline">
    <br/>
  </xsl:template>

  <xsl:template match="pb" mode="flow.inline">
    <ed>{string-join((f:label('page'), @n), ' ')}</ed>
  </xsl:template>

  <!-- Printed words beside a gap are text and say enough; a gap without words gets a mark. -->
  <xsl:template match="seg[@type = 'gap']/gap" mode="flow.inline"/>

  <xsl:template match="gap" mode="flow.inline">
    <ed>{(desc[1] ! normalize-space(.), string(@c:words))[1]}</ed>
  </xsl:template>

  <xsl:template match="corr | reg | expan | supplied | ex | desc | figDesc" mode="flow.inline">
    <ed>{f:label(local-name())}: {normalize-space(.)}</ed>
  </xsl:template>

  <xsl:template match="sic[not(parent::choice)]" mode="flow.inline">
    <xsl:apply-templates mode="flow.inline"/>
    <ed>{f:label('sic')}</ed>
  </xsl:template>

  <xsl:template match="note[@c:added]" mode="flow.inline">
    <ed>{f:label('editor-note')}: {normalize-space(.)}</ed>
  </xsl:template>

  <xsl:template match="cell[preceding-sibling::cell]" mode="flow.inline">
    <ed>|</ed>
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="flow.inline"/>
  </xsl:template>

  <!-- Only what opens an address leaves the paper; a call of a note leads to it. -->
  <xsl:template match="ref" mode="flow.inline">
    <xsl:variable name="address" as="xs:string?" select="f:safe-address(@target)"/>
    <xsl:choose>
      <xsl:when test="$address and (not(starts-with($address, '#')) or f:target(@target)[ancestor::text])">
        <a href="{$address}">
          <xsl:apply-templates mode="flow.inline"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="flow.inline"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="(date | time)[@when]" mode="flow.inline">
    <time datetime="{@when}">
      <xsl:apply-templates mode="flow.inline"/>
    </time>
  </xsl:template>

  <xsl:template match="hi" mode="flow.inline">
    <xsl:variable name="rend" as="xs:string*" select="tokenize(lower-case(@rend), '[\s_-]+')"/>
    <xsl:variable name="name" as="xs:string?" select="
      if ($rend = ('bold', 'strong', 'b')) then 'b'
      else if ($rend = ('italic', 'italics', 'it', 'i')) then 'i'
      else if ($rend = ('underline', 'underlined', 'u')) then 'u'
      else if ($rend = ('superscript', 'sup', 'super')) then 'sup'
      else if ($rend = ('subscript', 'sub')) then 'sub'
      else if ($rend = ('strikethrough', 'strike')) then 's'
      else if ($rend = ('smallcaps', 'sc', 'caps')) then 'sc'
      else ()"/>
    <xsl:choose>
      <xsl:when test="$name">
        <xsl:element name="{$name}">
          <xsl:apply-templates mode="flow.inline"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="flow.inline"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="emph" mode="flow.inline">
    <i>
      <xsl:apply-templates mode="flow.inline"/>
    </i>
  </xsl:template>

  <xsl:template match="del | surplus" mode="flow.inline">
    <s>
      <xsl:apply-templates mode="flow.inline"/>
    </s>
  </xsl:template>

  <xsl:template match="graphic | media | ptr | comment() | processing-instruction()" mode="flow.inline"/>

</xsl:stylesheet>
