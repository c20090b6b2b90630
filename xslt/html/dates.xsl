<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates, times, durations: HTML's time where the value is one it knows; the link leads to the value and its rule. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="date | time" mode="html">
    <xsl:call-template name="html.date"/>
  </xsl:template>

  <xsl:template name="html.date">
    <xsl:choose>
      <xsl:when test="@c:e and not(@c:linked)">
        <a href="#{@c:e}">
          <xsl:call-template name="html.sureness"/>
          <xsl:call-template name="html.time"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="html.time"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="html.time">
    <xsl:variable name="iso" as="xs:string" select="string(@c:iso)"/>
    <xsl:choose>
      <xsl:when test="f:is-html-time($iso)">
        <time datetime="{$iso}">
          <xsl:call-template name="html.global"/>
          <xsl:apply-templates mode="html"/>
        </time>
      </xsl:when>
      <xsl:when test="@xml:id or @xml:lang">
        <span>
          <xsl:call-template name="html.global"/>
          <xsl:apply-templates mode="html"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="html"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A date, time with date, or duration as HTML's time element takes it. -->
  <xsl:function name="f:is-html-time" as="xs:boolean">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:sequence select="
      matches($iso, '^\d{4}-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?$')
      or matches($iso, '^P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$')"/>
  </xsl:function>

</xsl:stylesheet>
