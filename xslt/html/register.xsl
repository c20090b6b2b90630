<?xml version="1.0" encoding="UTF-8"?>
<!-- People, offices, places … of this document, each with its mentions: what the links of the text lead to. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Entities of the document by kind, in the order of its lists. -->
  <xsl:variable name="entities" as="element()*" select="
    $profile/particDesc/descendant::*[self::person or self::personGrp or self::org][@xml:id],
    /TEI/standOff/descendant::*[self::person or self::personGrp or self::org or self::place or self::event
                                or self::bibl or self::biblStruct][@xml:id]"/>

  <xsl:template name="html.register">
    <section id="sec-register" class="back">
      <h2>{f:label('register-here')}</h2>
      <xsl:for-each-group select="$entities" group-by="f:entity-kind(.)">
        <xsl:sort select="index-of(('person', 'office', 'org', 'place', 'document', 'event', 'other'), current-grouping-key())"/>
        <section class="{current-grouping-key()}">
          <h3>{f:label('group.' || current-grouping-key())}</h3>
          <ul class="cards">
            <xsl:apply-templates select="current-group()" mode="html.entry"/>
          </ul>
        </section>
      </xsl:for-each-group>
    </section>
  </xsl:template>

  <!-- What an entry gives as further names, and as facts. -->
  <xsl:variable name="also-names" as="map(xs:string, xs:boolean)" select="map:merge(
    tokenize('persName orgName placeName title') ! map:entry(., true()))"/>
  <xsl:variable name="fact-names" as="map(xs:string, xs:boolean)" select="map:merge(
    tokenize('occupation affiliation state roleName note desc') ! map:entry(., true()))"/>

  <xsl:mode name="html.entry" on-no-match="deep-skip"/>

  <xsl:template match="person | personGrp | org | place | event | bibl | biblStruct" mode="html.entry">
    <xsl:call-template name="html.entry"/>
  </xsl:template>

  <xsl:template name="html.entry">
    <xsl:variable name="digested" as="element()?" select="id('c..' || @xml:id)"/>
    <xsl:variable name="name" as="xs:string" select="f:name(.)"/>
    <xsl:variable name="register" as="xs:string?" select="f:register-id(.)"/>
    <xsl:variable name="others" as="element()*"
                  select="*[$also-names(local-name())][normalize-space(.) != $name]"/>
    <li id="{@xml:id}">
      <p>
        <xsl:choose>
          <xsl:when test="$register">
            <a href="../register/index.html#{$register}">{f:capital($name)}</a>
          </xsl:when>
          <xsl:otherwise>{f:capital($name)}</xsl:otherwise>
        </xsl:choose>
      </p>
      <xsl:if test="exists($others)">
        <p>
          <span class="vh">{f:label('also-called')}: </span>
          <xsl:for-each select="$others">
            <xsl:if test="position() gt 1"> · </xsl:if>
            <span>
              <xsl:copy-of select="@xml:lang ! f:lang(.)"/>
              <xsl:value-of select="normalize-space(.)"/>
            </span>
          </xsl:for-each>
        </p>
      </xsl:if>
      <xsl:variable name="facts" as="xs:string*" select="
        *[$fact-names(local-name())] ! normalize-space(.),
        idno ! (f:label((@type, 'kind.idno')[1]) || ' ' || normalize-space(.)),
        (if (self::event) then f:date-value(.) else date ! (f:date-value(.)[. != ''], normalize-space(.))[1])"/>
      <xsl:if test="exists($facts[. != ''])">
        <p><i>{string-join($facts[. != ''], ' · ')}</i></p>
      </xsl:if>
      <xsl:if test="not($register) or $digested/c:at">
        <small>
          <xsl:if test="not($register)">{f:label('not-in-register')}</xsl:if>
          <xsl:if test="$digested/c:at">
            <xsl:if test="not($register)"> · </xsl:if>
            <xsl:text>{f:label('mentioned-in')} </xsl:text>
            <xsl:for-each select="$digested">
              <xsl:call-template name="html.place-links"/>
            </xsl:for-each>
          </xsl:if>
        </small>
      </xsl:if>
      <xsl:if test="$digested/@refs">
        <ul>
          <xsl:variable name="grounds" as="element()*" select="id($digested/@refs)"/>
          <xsl:for-each select="$grounds">
            <xsl:variable name="position" as="xs:integer" select="position()"/>
            <li id="{@id}">
              <xsl:call-template name="html.ground">
                <xsl:with-param name="led-to" select="$grounds[position() lt $position]/c:r"/>
              </xsl:call-template>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:text> </xsl:text>
      <a href="#x.">{f:label('close')}</a>
    </li>
  </xsl:template>

  <!-- Links to places of the text, «¶ 3, 6, 7 ×2»; a place with several mentions says how many. -->
  <xsl:template name="html.place-links">
    <xsl:for-each select="c:at">
      <xsl:variable name="before" as="xs:string" select="string(preceding-sibling::c:at[1])"/>
      <xsl:if test="$before">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <a href="#{@p}">{if (starts-with($before, '¶')) then replace(., '^¶\s', '') else string(.)}</a>
      <xsl:if test="@n">
        <xsl:value-of select="'&#x202f;' || f:label('times') || @n"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:lang" as="attribute()">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:attribute name="lang" select="$tag"/>
  </xsl:function>

</xsl:stylesheet>
