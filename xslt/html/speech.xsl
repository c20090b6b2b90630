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
      <xsl:attribute name="class" select="'said', $manner, if ($block) then 'long' else 'inline'"/>
      <xsl:call-template name="html.global"/>
      <xsl:call-template name="html.speaker-label">
        <xsl:with-param name="manner" select="$manner"/>
        <xsl:with-param name="speaker" select="$speaker"/>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="$block">
          <xsl:apply-templates mode="html"/>
        </xsl:when>
        <xsl:otherwise>
          <span class="words">
            <xsl:apply-templates mode="html"/>
          </span>
        </xsl:otherwise>
      </xsl:choose>
      <span class="vh" data-chancery="apparatus"> ({f:label('end-of-speech')} {$speaker}) </span>
    </xsl:element>
  </xsl:template>

  <xsl:template name="html.speaker-label">
    <xsl:param name="manner" as="xs:string"/>
    <xsl:param name="speaker" as="xs:string"/>
    <xsl:variable name="listener" as="element()?" select="f:target(@toWhom)"/>
    <span class="who" data-chancery="apparatus">
      <xsl:if test="@xml:id">
        <a class="here" href="#{@xml:id}" aria-label="{f:label('link-here')}">#</a>
      </xsl:if>
      <a href="#{(@c:goal, @c:e, 'sec-evidence')[1]}">
        <span class="speaker-name">{$speaker}</span>
        <xsl:text> </xsl:text>
        <span class="manner">{f:label($manner || '-speech')}</span>
        <xsl:if test="$listener">
          <span class="listener"> {f:label('speaks-to')} {f:name($listener)}</span>
        </xsl:if>
        <span class="vh">: </span>
      </a>
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
