<?xml version="1.0" encoding="UTF-8"?>
<!--
  Who is speaking, never by colour alone: a label before the words (in the margin where there is one), a rule or
  underline of its own form for direct and for reported speech, and words for those who listen to the page.
  Quotation marks are text of the source: none are added.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="said" mode="html">
    <xsl:variable name="block" as="xs:boolean" select="exists(@c:block)"/>
    <xsl:variable name="manner" as="xs:string" select="if (@direct = 'false') then 'reported' else 'direct'"/>
    <xsl:variable name="speaker" as="xs:string" select="if (@who) then @c:called else f:label('speaker-open')"/>
    <xsl:element name="{if ($block) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'said', $manner, 'long'[$block]"/>
      <xsl:call-template name="html.global"/>
      <xsl:call-template name="html.speaker-label">
        <xsl:with-param name="block" select="$block"/>
        <xsl:with-param name="manner" select="$manner"/>
        <xsl:with-param name="speaker" select="$speaker"/>
      </xsl:call-template>
      <xsl:apply-templates mode="html"/>
      <span class="vh"> ({f:label('end-of-speech')} {$speaker}) </span>
    </xsl:element>
  </xsl:template>

  <!-- Who speaks, how, and to whom; the manner is the link to this very utterance. -->
  <xsl:template name="html.speaker-label">
    <xsl:param name="block" as="xs:boolean"/>
    <xsl:param name="manner" as="xs:string"/>
    <xsl:param name="speaker" as="xs:string"/>
    <xsl:variable name="listener" as="element()?" select="f:target(@toWhom)"/>
    <xsl:variable name="label" as="node()*">
      <a href="#{(@c:goal, @c:e, 'sec-evidence')[1]}">{$speaker}</a>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="@xml:id">
          <a href="#{@xml:id}"># {f:label($manner || '-speech')}</a>
        </xsl:when>
        <xsl:otherwise>{f:label($manner || '-speech')}</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$listener"> {f:label('speaks-to')} {f:name($listener)}</xsl:if>
      <xsl:text>: </xsl:text>
    </xsl:variable>
    <span class="who">
      <xsl:choose>
        <xsl:when test="$block">
          <!-- It stays in sight beside a long speech. -->
          <span>
            <xsl:sequence select="$label"/>
          </span>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$label"/>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- A turn of a transcript: its speaker is text of the source. -->
  <xsl:template match="sp" mode="html">
    <div class="turn">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
    </div>
  </xsl:template>

  <xsl:template match="speaker" mode="html">
    <span class="speaker">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
      <xsl:sequence select="f:evidence-mark(..)"/>
    </span>
  </xsl:template>

  <xsl:template match="stage" mode="html">
    <span class="stage">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
