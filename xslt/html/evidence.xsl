<?xml version="1.0" encoding="UTF-8"?>
<!--
  The evidence: each assertion once, with its rule, its certainty and every place where it holds. An item that a link
  of the text leads to is shown as a card over the page (:target in the style sheet), without any script.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:j="http://www.w3.org/2005/xpath-functions"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template name="html.evidence">
    <section id="sec-evidence" class="back">
      <h2>{f:label('evidence')}</h2>
      <p class="intro">{f:label('evidence-intro')}</p>
      <ol class="entries evidence">
        <xsl:for-each select="$evidence[empty(?entity)]">
          <xsl:call-template name="html.evidence-item">
            <xsl:with-param name="evidence" select="."/>
          </xsl:call-template>
        </xsl:for-each>
      </ol>
      <h3 id="sec-rules">{f:label('rules')}</h3>
      <dl class="rules">
        <xsl:for-each select="$used-rules">
          <div id="r.{.}"><dt><code>{.}</code></dt><dd>{f:rule-words(.)}</dd></div>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="html.evidence-item">
    <xsl:param name="evidence" as="map(*)"/>
    <xsl:for-each select="$evidence?node">
      <xsl:variable name="words" as="xs:string*" select="$evidence?words[. != '']"/>
      <xsl:variable name="places" as="xs:string*" select="$evidence?places"/>
      <xsl:variable name="asserted" as="xs:string" select="f:asserted(.)"/>
      <li id="{$evidence?id}" class="entry card assertion">
        <p class="entry-name"><span class="kind">{f:assertion-kind(.)}</span> {f:capital($asserted)}</p>
        <xsl:if test="exists($words)">
          <p class="entry-words">
            <xsl:for-each select="$words[position() le 4]">
              <xsl:if test="position() gt 1"> · </xsl:if>
              <q>{.}</q>
            </xsl:for-each>
            <xsl:if test="count($words) gt 4"> {f:label('more')}</xsl:if>
          </p>
        </xsl:if>
        <xsl:if test="self::date or self::time or self::event">
          <p class="entry-facts">
            <code>{f:date-iso(.)}</code>
            <xsl:for-each select="f:targets(@corresp)[self::event or self::date][1]">
              <xsl:text> {f:label('reckoned-from')} </xsl:text>
              <xsl:sequence select="f:entity-link(., f:name(.) || ', ' || f:date-value(.))"/>
            </xsl:for-each>
          </p>
        </xsl:if>
        <p class="ground">
          <xsl:call-template name="html.place-links">
            <xsl:with-param name="places" select="$places"/>
          </xsl:call-template>
          <xsl:if test="count($places) lt $evidence?times">{', '[exists($places)]}{f:label('in-header')}</xsl:if>
          <xsl:text>: </xsl:text>
          <xsl:call-template name="html.ground">
            <xsl:with-param name="rules" select="$evidence?rules"/>
          </xsl:call-template>
        </p>
        <a class="close" href="#sec-closed">{f:label('close')}</a>
      </li>
    </xsl:for-each>
  </xsl:template>

  <!-- «Person named with a title. Certainty high (name.titled, Chancery)»: on what an assertion stands. -->
  <xsl:template name="html.ground">
    <xsl:param name="rules" as="xs:string*"/>
    <xsl:variable name="certainty" as="xs:string" select="if (@cert) then @cert else 'unknown'"/>
    <xsl:if test="@who">
      <xsl:text>{f:assertion-kind(.)}. </xsl:text>
    </xsl:if>
    <xsl:text>{string-join($rules ! f:rule-words(.), ' ')} </xsl:text>
    <span class="certainty {$certainty}">{f:label('certainty')} {f:label('cert.' || $certainty)}</span>
    <xsl:for-each select="$rules">
      <xsl:text> </xsl:text>
      <a class="rule" href="#r.{.}">{.}</a>
    </xsl:for-each>
    <xsl:if test="@resp != '#chancery'">
      <xsl:text> · {f:label('responsible')} {f:responsible(.)}</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Elements whose words say all. -->
  <xsl:variable name="telling-nothing" as="map(xs:string, xs:boolean)" select="map:merge(
    tokenize('sic head abstract note mentioned emph') ! map:entry(., true()))"/>

  <!-- What the assertion says, in a few words. -->
  <xsl:function name="f:asserted" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="
      if ($dated-names(local-name($node))) then f:date-value($node)
      else if ($node/@who) then
        string-join((f:target($node/@who) ! f:name(.), (if (not($node/@who)) then f:label('speaker-open') else ()),
                     f:target($node/@toWhom) ! (f:label('speaks-to') || ' ' || f:name(.))), ' ')
      else if ($node/self::gap) then f:gap-words($node)
      else if ($telling-nothing(local-name($node))) then ''
      else if (f:target(f:pointer($node))) then f:called($node)
      else if ($node/self::seg and f:targets($node/@ana)[self::category][not(ancestor::taxonomy/@xml:id = 'rules')])
        then f:category(f:targets($node/@ana)[self::category][not(ancestor::taxonomy/@xml:id = 'rules')][1])
      else ''"/>
  </xsl:function>

</xsl:stylesheet>
