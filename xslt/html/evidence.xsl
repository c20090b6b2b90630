<?xml version="1.0" encoding="UTF-8"?>
<!--
  The evidence: each assertion once, with its rule, its certainty and every place where it holds. An item that a link
  of the text leads to is shown as a card over the page (:target in the style sheet), without any script.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template name="html.evidence">
    <section id="sec-evidence" class="back">
      <h2>{f:label('evidence')}</h2>
      <p class="intro">{f:label('evidence-intro')}</p>
      <ol class="cards evidence">
        <xsl:apply-templates select="$evidence[not(@entity or @furniture or $source-page and @record)]" mode="html.evidence"/>
      </ol>
      <xsl:if test="not($source-page)">
      <h3 id="sec-rules">{f:label('rules')}</h3>
      <dl class="rules">
        <xsl:for-each select="$used-rules">
          <div id="r.{@id}"><dt><code>{@id}</code></dt><dd>{.}</dd></div>
        </xsl:for-each>
      </dl>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:mode name="html.evidence" on-no-match="deep-skip"/>

  <xsl:template match="c:a" mode="html.evidence">
    <li id="{@id}">
      <xsl:variable name="words" as="element()*" select="c:w[. != '' and not(. = current()/@asserted)]"/>
        <b>{@kind}</b>
        <xsl:if test="@asserted"> {f:capital(string(@asserted))}</xsl:if>
        <xsl:if test="exists($words)">
          <xsl:text> </xsl:text>
          <xsl:for-each select="$words[position() le 4]">
            <xsl:if test="position() gt 1"> · </xsl:if>
            <q>{.}</q>
          </xsl:for-each>
          <xsl:if test="count($words) gt 4"> {f:label('more')}</xsl:if>
        </xsl:if>
      <xsl:if test="@iso">
        <xsl:text> </xsl:text>
        <code>{@iso}</code>
        <xsl:if test="@from">
          <p>
            <xsl:text>{f:label('reckoned-from')} </xsl:text>
            <xsl:for-each select="id(@from, $document)">
              <xsl:sequence select="f:entity-link(., f:name(.))"/>
            </xsl:for-each>
          </p>
        </xsl:if>
      </xsl:if>
      <xsl:text> </xsl:text>
      <small>
        <xsl:call-template name="html.ground"/>
      </small>
      <xsl:text> </xsl:text>
      <a href="#x.">{f:label('close')}</a>
    </li>
  </xsl:template>

  <!-- «¶ 3: certainty high name.titled»: where an assertion holds and on what it stands. -->
  <xsl:template name="html.ground">
    <!-- Rules that the same card has led to before: named again, not linked again. -->
    <xsl:param name="led-to" as="xs:string*" select="()"/>
    <xsl:variable name="header" as="xs:boolean" select="@header and not(@entity and c:at)"/>
    <xsl:call-template name="html.place-links"/>
    <xsl:if test="$header and c:at">, </xsl:if>
    <xsl:if test="$header">{f:label('in-header')}</xsl:if>
    <xsl:text>: </xsl:text>
    <xsl:if test="@speech">
      <xsl:text>{@kind}, </xsl:text>
    </xsl:if>
    <xsl:if test="@cert != 'high'">
      <b>
        <!-- What is not sure is of medium certainty as a rule: the style sheet shows it so where no class says otherwise. -->
        <xsl:copy-of select="@cert[. != 'medium'] ! f:class(.)"/>
        <xsl:text>{f:label('certainty')} {@certainty}</xsl:text>
      </b>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:for-each select="c:r">
      <xsl:if test="position() gt 1">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:choose>
        <xsl:when test=". = $led-to">{.}</xsl:when>
        <xsl:otherwise><a href="{$source-page}#r.{.}">{.}</a></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:if test="@responsible">
      <xsl:text> · {f:label('responsible')} {@responsible}</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:class" as="attribute()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:attribute name="class" select="$name"/>
  </xsl:function>

</xsl:stylesheet>
