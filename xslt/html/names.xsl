<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, offices, numbers, titles and the like: each leads to its evidence, from there to its entry. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="persName | roleName | placeName | orgName | geogName | country | settlement | region | rs | name | objectName
                       | idno | term | forename | surname | addName | genName | nameLink | mentioned | soCalled" mode="html">
    <xsl:call-template name="html.mention">
      <xsl:with-param name="class" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="title" mode="html">
    <xsl:call-template name="html.mention">
      <xsl:with-param name="class" select="if (@level = ('m', 'j')) then 'title italic' else 'title'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Phrases that may hold names themselves: they stay plain, with a mark that leads to the evidence. -->
  <xsl:template match="q | quote | gloss | foreign | distinct | cit | bibl | measure | num | email | choice/abbr | abbr"
                mode="html">
    <xsl:element name="{if (f:is-block(.)) then 'blockquote' else 'span'}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
      <xsl:sequence select="f:evidence-mark(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="emph" mode="html">
    <em>
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
      <xsl:sequence select="f:evidence-mark(.)"/>
    </em>
  </xsl:template>

  <!-- A document referred to, a note's number, or an address; an address that is not plain web is no link. -->
  <xsl:template match="ref" mode="html">
    <xsl:choose>
      <xsl:when test="@type = 'note' and f:target(@target) and not(f:is-linked(.))">
        <a class="note-number" href="#{f:local(@target)}">
          <xsl:call-template name="html.global"/>
          <xsl:apply-templates mode="html"/>
        </a>
      </xsl:when>
      <xsl:when test="not(@resp) and not(starts-with(@target, '#')) and f:safe-address(@target) and not(f:is-linked(.))">
        <a class="ref" href="{f:safe-address(@target)}" rel="noreferrer">
          <xsl:call-template name="html.global"/>
          <xsl:apply-templates mode="html"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="html.mention">
          <xsl:with-param name="class" select="'ref'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!--
    A mention is a link to the entity's entry, where its rules and certainties are; what points at no entity leads to
    its evidence. Inside another link it stays plain.
  -->
  <xsl:template name="html.mention">
    <xsl:param name="class" as="xs:string"/>
    <xsl:variable name="goal" as="xs:string?" select="f:goal(.)"/>
    <xsl:choose>
      <xsl:when test="exists($goal) and not(f:is-linked(.))">
        <a class="{$class} {@type} cert-{@cert}" href="#{$goal}">
          <xsl:call-template name="html.global"/>
          <xsl:apply-templates mode="html"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span class="{$class} {@type}">
          <xsl:call-template name="html.global"/>
          <xsl:apply-templates mode="html"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where a mention leads: the entity's entry on this page, or the evidence. -->
  <xsl:function name="f:goal" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="entity" as="xs:string?" select="f:local(f:pointer($node))"/>
    <xsl:sequence select="
      if ($entity and $entity-ids($entity)) then $entity
      else if ($node/@resp and ($node/@ana or $node/@cert)) then f:evidence-id($node)
      else ()"/>
  </xsl:function>

  <!-- Elements whose content becomes a link. -->
  <xsl:variable name="link-names" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    persName roleName placeName orgName geogName country settlement region rs name objectName idno term mentioned soCalled
    title ref date time') ! map:entry(., true()))"/>

  <!-- Does the node stand inside something that is a link already? -->
  <xsl:function name="f:is-linked" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="exists($node/ancestor::*[$link-names(local-name())])"/>
  </xsl:function>

</xsl:stylesheet>
