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
      <ol class="entries evidence">
        <xsl:apply-templates select="$evidence[not(@entity or @furniture)]" mode="html.evidence"/>
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
    <li id="{@id}" class="entry card assertion">
      <p class="entry-name"><span class="kind">{@kind}</span> {f:capital(string(@asserted))}</p>
      <xsl:variable name="words" as="element()*" select="c:w[. != '']"/>
      <xsl:if test="exists($words)">
        <p class="entry-words">
          <xsl:for-each select="$words[position() le 4]">
            <xsl:if test="position() gt 1"> · </xsl:if>
            <q>{.}</q>
          </xsl:for-each>
          <xsl:if test="count($words) gt 4"> {f:label('more')}</xsl:if>
        </p>
      </xsl:if>
      <xsl:if test="@iso">
        <p class="entry-facts">
          <code>{@iso}</code>
          <xsl:if test="@from">
            <xsl:text> {f:label('reckoned-from')} </xsl:text>
            <xsl:for-each select="id(@from, $document)">
              <xsl:sequence select="f:entity-link(., f:name(.) || ', ' || @c:value)"/>
            </xsl:for-each>
          </xsl:if>
        </p>
      </xsl:if>
      <p class="ground">
        <xsl:call-template name="html.ground"/>
      </p>
      <a class="close" href="#sec-closed">{f:label('close')}</a>
    </li>
  </xsl:template>

  <!-- «¶ 3: certainty high name.titled»: where an assertion holds and on what it stands. -->
  <xsl:template name="html.ground">
    <xsl:call-template name="html.place-links"/>
    <xsl:if test="@header and c:at and not(@entity)">, </xsl:if>
    <xsl:if test="@header and not(@entity)">{f:label('in-header')}</xsl:if>
    <xsl:text>: </xsl:text>
    <xsl:if test="@speech">
      <xsl:text>{@kind}, </xsl:text>
    </xsl:if>
    <xsl:if test="@cert != 'high'">
      <span class="certainty {@cert}">{f:label('certainty')} {@certainty}</span>
    </xsl:if>
    <xsl:for-each select="c:r">
      <xsl:text> </xsl:text>
      <a class="rule" href="{$source-page}#r.{.}">{.}</a>
    </xsl:for-each>
    <xsl:if test="@responsible">
      <xsl:text> · {f:label('responsible')} {@responsible}</xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
