<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, offices, numbers, titles and the like: each leads to its evidence, from there to its entry. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
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
    <xsl:call-template name="html.phrase"/>
  </xsl:template>

  <xsl:template name="html.phrase">
    <xsl:element name="{if (@c:block) then 'blockquote' else 'span'}">
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
      <xsl:when test="@type = 'note' and f:target(@target) and not(@c:linked)">
        <a class="note-number" href="#{f:local(@target)}">
          <xsl:call-template name="html.global"/>
          <xsl:apply-templates mode="html"/>
        </a>
      </xsl:when>
      <xsl:when test="not(@resp) and not(starts-with(@target, '#')) and f:safe-address(@target) and not(@c:linked)">
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
    its evidence. Inside another link it stays plain. Its kind stands on the card that it leads to: said again at each
    mention it would be a twentieth of the page.
  -->
  <xsl:template name="html.mention">
    <xsl:param name="class" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="(@c:goal or @c:e) and not(@c:linked)">
        <a href="#{(@c:goal, @c:e)[1]}">
          <xsl:call-template name="html.sureness">
            <xsl:with-param name="look" select="$class[. = ('mentioned', 'title italic')]"/>
          </xsl:call-template>
          <xsl:call-template name="html.global"/>
          <xsl:apply-templates mode="html"/>
        </a>
      </xsl:when>
      <xsl:when test="@c:linked and not(@xml:id or @xml:lang)">
        <xsl:apply-templates mode="html"/>
      </xsl:when>
      <xsl:otherwise>
        <span class="{string-join(($class, @type), ' ')}">
          <xsl:call-template name="html.global"/>
          <xsl:apply-templates mode="html"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The class of a link: how it looks, and how sure it is where that is not beyond doubt. -->
  <xsl:template name="html.sureness">
    <xsl:param name="look" as="xs:string?" select="()"/>
    <xsl:variable name="classes" as="xs:string*" select="$look, @cert[. != 'high']"/>
    <xsl:if test="exists($classes)">
      <xsl:attribute name="class" select="$classes"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
