<?xml version="1.0" encoding="UTF-8"?>
<!--
  Slips, corrections, gaps, additions. The source's own reading stays in the text; what an editor puts for it stands
  beside it, in brackets, marked as apparatus.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="choice | subst | app | rdgGrp | w | pc | s | cl | phr | c | g | am | orig | unclear | rdg | lem" mode="html">
    <xsl:call-template name="html.reading"/>
  </xsl:template>

  <xsl:template name="html.reading">
    <span class="{local-name()}">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
      <xsl:if test="self::unclear">
        <span class="added">[?]</span>
      </xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="sic" mode="html">
    <span class="sic">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
      <xsl:if test="not(parent::choice or @c:linked)">
        <a class="added" href="#{(@c:e, 'x.')[1]}">[{f:label('sic')}<span class="vh">: {f:label('sic-long')}</span>]</a>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- What an editor puts for the source's reading. -->
  <xsl:template match="corr | reg | expan | supplied | ex | desc | figDesc" mode="html">
    <xsl:call-template name="html.editorial"/>
  </xsl:template>

  <xsl:template name="html.editorial">
    <ins class="{local-name()}" data-added="">
      <xsl:call-template name="html.global"/>
      <span class="added">[{f:label(local-name())}: </span>
      <xsl:apply-templates mode="html"/>
      <span class="added">]</span>
    </ins>
  </xsl:template>

  <xsl:template match="add" mode="html">
    <ins class="add">
      <xsl:call-template name="html.global"/>
      <span class="vh">({f:label('add')}) </span>
      <xsl:apply-templates mode="html"/>
    </ins>
  </xsl:template>

  <xsl:template match="del | surplus" mode="html">
    <del>
      <xsl:call-template name="html.global"/>
      <span class="vh">({f:label('del')}) </span>
      <xsl:apply-templates mode="html"/>
    </del>
  </xsl:template>

  <!-- A gap with printed words beside it («[1 line not declassified]»): the words are text, the gap frames them. -->
  <xsl:template match="seg[@type = 'gap']" mode="html">
    <span class="gap printed {gap[1]/@reason}">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>

  <xsl:template match="seg[@type = 'gap']/gap" mode="html">
    <span class="vh">({f:label('gap')}: {string(@c:words)}) </span>
    <xsl:sequence select="f:evidence-mark(.)"/>
  </xsl:template>

  <!-- A gap without words gets a mark. -->
  <xsl:template match="gap" mode="html">
    <span class="gap {@reason}">
      <xsl:call-template name="html.global"/>
      <span class="added">[{(desc[1] ! normalize-space(.), string(@c:words))[1]}]</span>
      <xsl:sequence select="f:evidence-mark(.)"/>
    </span>
  </xsl:template>

  <xsl:template match="space" mode="html">
    <span class="gap blank"><span class="added">{'[' || @c:words || ']'}</span></span>
  </xsl:template>

  <xsl:template match="hi" mode="html">
    <xsl:variable name="rend" as="xs:string*" select="tokenize(lower-case(@rend), '[\s_-]+')"/>
    <xsl:element name="{
      if ($rend = ('bold', 'strong', 'b')) then 'b'
      else if ($rend = ('italic', 'italics', 'it', 'i')) then 'i'
      else if ($rend = ('underline', 'underlined', 'u')) then 'u'
      else if ($rend = ('superscript', 'sup', 'super')) then 'sup'
      else if ($rend = ('subscript', 'sub')) then 'sub'
      else if ($rend = ('strikethrough', 'strike')) then 's'
      else 'span'}">
      <xsl:attribute name="class" select="string-join(('hi', 'smallcaps'[$rend = ('smallcaps', 'sc', 'caps')]), ' ')"/>
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
