<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs, lists, tables, verse: what stands on lines of its own. White space is kept as it is. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Text without a template is copied; an element without one is shown by unhandled.xsl. -->
  <xsl:mode name="html" on-no-match="text-only-copy"/>

  <!-- id and lang of a TEI element. Anchors of paragraphs (p1 …) and utterances (u1 …) are the TEI's own. -->
  <xsl:template name="html.global">
    <xsl:if test="@xml:id">
      <xsl:attribute name="id" select="@xml:id"/>
    </xsl:if>
    <xsl:if test="@xml:lang">
      <xsl:attribute name="lang" select="@xml:lang"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text | front | body | back | group" mode="html">
    <xsl:apply-templates mode="html"/>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | floatingText" mode="html">
    <xsl:call-template name="html.division"/>
  </xsl:template>

  <xsl:template name="html.division">
    <div class="division {@type}">
      <xsl:call-template name="html.global"/>
      <xsl:if test="@type = ('translation', 'original')">
        <p class="layer" data-added="">{f:label(@type)}</p>
      </xsl:if>
      <xsl:apply-templates mode="html"/>
    </div>
  </xsl:template>

  <xsl:template match="head" mode="html">
    <xsl:variable name="level" as="xs:integer" select="min((count(ancestor::*[head]) + 1, 6))"/>
    <xsl:element name="h{max((2, $level))}">
      <xsl:attribute name="class" select="'head'"/>
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
      <xsl:sequence select="f:evidence-mark(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- A list or table inside a paragraph would end an HTML p: then the paragraph is a div. -->
  <xsl:template match="(p | ab | head)[@corresp][ancestor::div[1]/@type = 'translation']" mode="html" priority="2">
    <div class="pair">
      <xsl:next-match/>
      <xsl:call-template name="html.counterpart">
        <xsl:with-param name="fields" select="."/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template match="p | ab" mode="html">
    <xsl:call-template name="html.paragraph"/>
  </xsl:template>

  <xsl:template name="html.paragraph">
    <xsl:element name="{if (*[@c:block]) then 'div' else 'p'}">
      <xsl:attribute name="class" select="'p'"/>
      <xsl:call-template name="html.global"/>
      <xsl:if test="@xml:id">
        <a class="anchor" href="#{@xml:id}">
          <xsl:value-of select="'¶&#x202f;' || (replace(@xml:id, '^\D+', '')[. != ''], string(@xml:id))[1]"/>
        </a>
      </xsl:if>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <!-- The printed number or label, as it stands. -->
  <xsl:template match="label" mode="html">
    <span class="label">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>

  <xsl:template match="closer | postscript | trailer | argument | epigraph | titlePage | docTitle" mode="html">
    <xsl:call-template name="html.part"/>
  </xsl:template>

  <xsl:template name="html.part">
    <div class="{local-name()}">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
    </div>
  </xsl:template>

  <xsl:template match="salute | signed | dateline | byline | address | addrLine | titlePart | docDate | docAuthor" mode="html">
    <xsl:call-template name="html.line"/>
  </xsl:template>

  <xsl:template name="html.line">
    <span class="line {local-name()}">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>

  <!-- A list: the heading, then each item with the label before it. -->
  <xsl:template match="list | listBibl" mode="html">
    <xsl:call-template name="html.list"/>
  </xsl:template>

  <xsl:template name="html.list">
    <xsl:variable name="opening" as="node()*" select="head[last()]/(preceding-sibling::node(), .)"/>
    <div class="list {@type}">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates select="$opening" mode="html"/>
      <ul>
        <xsl:for-each-group select="node() except $opening" group-ending-with="item | bibl">
          <xsl:variable name="item" as="element()?" select="current-group()[self::item or self::bibl]"/>
          <xsl:choose>
            <xsl:when test="$item">
              <li>
                <xsl:for-each select="$item">
                  <xsl:call-template name="html.global"/>
                </xsl:for-each>
                <xsl:apply-templates select="current-group() except $item, $item/node()" mode="html"/>
              </li>
            </xsl:when>
            <xsl:when test="normalize-space(string-join(current-group()))">
              <li>
                <xsl:apply-templates select="current-group()" mode="html"/>
              </li>
            </xsl:when>
            <xsl:otherwise>
              <xsl:sequence select="string-join(current-group())"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="table" mode="html">
    <div class="table" role="region" tabindex="0" aria-label="{(head[1] ! normalize-space(.), @xml:id, 'table')[1]}">
      <table>
        <xsl:call-template name="html.global"/>
        <xsl:if test="head">
          <caption>
            <xsl:apply-templates select="head/node()" mode="html"/>
          </caption>
        </xsl:if>
        <tbody>
          <xsl:apply-templates select="node() except head" mode="html"/>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="row" mode="html">
    <tr>
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
    </tr>
  </xsl:template>

  <xsl:template match="cell" mode="html">
    <xsl:element name="{if (@role = 'label' or ../@role = 'label') then 'th' else 'td'}">
      <xsl:call-template name="html.global"/>
      <xsl:for-each select="@cols[. castable as xs:positiveInteger]">
        <xsl:attribute name="colspan" select="."/>
      </xsl:for-each>
      <xsl:for-each select="@rows[. castable as xs:positiveInteger]">
        <xsl:attribute name="rowspan" select="."/>
      </xsl:for-each>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="lg" mode="html">
    <div class="verse">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
    </div>
  </xsl:template>

  <xsl:template match="l" mode="html">
    <span class="line verse-line">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>

  <!-- No picture is fetched: a figure is its words. -->
  <xsl:template match="figure" mode="html">
    <xsl:element name="{if (* except (graphic | media | figDesc)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'figure'"/>
      <xsl:call-template name="html.global"/>
      <span class="added">[{f:label('figure')}] </span>
      <xsl:apply-templates mode="html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="graphic | media | ptr" mode="html"/>

  <xsl:template match="lb" mode="html">
    <br/>
  </xsl:template>

  <xsl:template match="pb | cb | gb" mode="html">
    <xsl:call-template name="html.break"/>
  </xsl:template>

  <xsl:template name="html.break">
    <span class="page-break" data-added="">
      <xsl:call-template name="html.global"/>
      <xsl:sequence select="'[' || string-join((f:label('page'), @n), ' ') || ']'"/>
    </span>
  </xsl:template>

  <xsl:template match="milestone | anchor" mode="html">
    <xsl:if test="@xml:id">
      <span id="{@xml:id}"><xsl:apply-templates mode="html"/></span>
    </xsl:if>
  </xsl:template>

  <!-- Page heads, catchwords, stamps: of the page, and still of the source. -->
  <xsl:template match="fw" mode="html">
    <span class="fw {@type}">
      <xsl:call-template name="html.global"/>
      <xsl:apply-templates mode="html"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
