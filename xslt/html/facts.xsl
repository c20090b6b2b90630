<?xml version="1.0" encoding="UTF-8"?>
<!-- The facts of the document at a glance, from its header; each with the way to its evidence. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template name="html.facts">
    <section class="facts" aria-label="{f:label('facts')}">
      <xsl:if test="exists($abstract)">
        <div class="abstract">
          <h2>{f:label('abstract')}</h2>
          <xsl:for-each select="$abstract">
            <p>{normalize-space(.)}<xsl:sequence select="f:evidence-mark(..)"/></p>
          </xsl:for-each>
        </div>
      </xsl:if>
      <dl>
        <xsl:apply-templates select="$sent" mode="html.fact"/>
        <xsl:apply-templates select="$received" mode="html.fact"/>
        <xsl:if test="empty($sent/date) and $dated">
          <div><dt>{f:label('dated-on')}</dt><dd><time datetime="{$dated}">{$dated-moment}</time></dd></div>
        </xsl:if>
        <xsl:apply-templates select="$actions except ($sent, $received)" mode="html.fact"/>
        <xsl:if test="exists($references)">
          <div>
            <dt>{f:label('reference')}</dt>
            <xsl:for-each select="$references">
              <dd><xsl:sequence select="f:entity-link((f:target(@target), .)[1], (normalize-space(.)[.], f:called(.))[1]), f:evidence-mark(.)"/></dd>
            </xsl:for-each>
          </div>
        </xsl:if>
        <!-- What the source does not show, counted, with the way to each place. -->
        <xsl:for-each select="$digest/c:gaps">
          <div class="gaps {@reason}">
            <dt>{f:capital(@label)}</dt>
            <dd>{@passages}: <xsl:call-template name="html.place-links"/></dd>
          </div>
        </xsl:for-each>
        <xsl:for-each-group select="$numbers" group-by="f:label((@type, 'kind.idno')[1])">
          <div>
            <dt>{current-grouping-key()}</dt>
            <xsl:for-each select="current-group()">
              <dd class="number">{normalize-space(.)}</dd>
            </xsl:for-each>
          </div>
        </xsl:for-each-group>
        <xsl:for-each select="$record/msIdentifier/(institution, repository)[1]">
          <div><dt>{f:label('holder')}</dt><dd>{normalize-space(.)}</dd></div>
        </xsl:for-each>
        <xsl:for-each select="$record/msIdentifier/collection">
          <div><dt>{f:label('collection')}</dt><dd>{normalize-space(.)}</dd></div>
        </xsl:for-each>
        <xsl:if test="$profile/langUsage/language">
          <div><dt>{f:label('language')}</dt><dd>{string-join($profile/langUsage/language ! (normalize-space(.)[.], string(@ident))[1], '; ')}</dd></div>
        </xsl:if>
        <xsl:for-each select="$file/titleStmt/respStmt[not(@xml:id = 'chancery')]">
          <div><dt>{normalize-space(resp[1])}</dt><dd>{string-join((persName | orgName | name) ! normalize-space(.), ', ')}</dd></div>
        </xsl:for-each>
        <xsl:for-each select="/TEI/standOff/descendant::event">
          <div><dt>{f:label('meeting')}</dt><dd>{f:name(.)}, {f:date-value(.)}<xsl:sequence select="f:evidence-mark(.)"/></dd></div>
        </xsl:for-each>
        <div><dt>{f:label('status')}</dt><dd>{f:label('review.' || $review-status)}</dd></div>
        <xsl:variable name="participants" as="element()*" select="$profile/particDesc/descendant::person[@xml:id]"/>
        <xsl:if test="count($participants) gt 1">
          <div>
            <dt>{f:label('participants')}</dt>
            <dd>
              <xsl:for-each select="$participants">
                <xsl:if test="position() gt 1">, </xsl:if>
                <a href="#{@xml:id}">{f:name(.)}</a>
              </xsl:for-each>
            </dd>
          </div>
        </xsl:if>
      </dl>
    </section>
  </xsl:template>

  <xsl:mode name="html.fact" on-no-match="deep-skip"/>

  <!-- One transmission: who, where, when, with the zone and whether it was reckoned. -->
  <xsl:template match="correspAction" mode="html.fact">
    <xsl:variable name="agents" as="element()*" select="persName | roleName | orgName | rs | name"/>
    <div>
      <dt>{f:label(string(@type))}</dt>
      <dd>
        <xsl:for-each select="$agents">
          <xsl:if test="position() gt 1">, </xsl:if>
          <xsl:sequence select="f:entity-link((f:target(@ref), .)[1], normalize-space(.))"/>
        </xsl:for-each>
        <xsl:for-each select="placeName | settlement | country">
          <xsl:if test="exists($agents) or position() gt 1">, </xsl:if>
          <xsl:sequence select="f:entity-link((f:target(@ref), .)[1], normalize-space(.))"/>
        </xsl:for-each>
        <xsl:sequence select="f:evidence-mark(.)"/>
        <xsl:for-each select="date">
          <span class="moment">
            <xsl:choose>
              <xsl:when test="@when">
                <time datetime="{@when}">{@c:moment}</time>
                <xsl:for-each select="@c:zone">
                  <xsl:text> </xsl:text>
                  <span class="zone">{.}</span>
                </xsl:for-each>
              </xsl:when>
              <xsl:otherwise>{(f:date-value(.)[. != ''], normalize-space(.))[1]}</xsl:otherwise>
            </xsl:choose>
            <xsl:if test="f:zone-inferred(.)">
              <xsl:text> </xsl:text>
              <em class="inferred">{f:label('zone-inferred')}</em>
            </xsl:if>
            <xsl:sequence select="f:evidence-mark(.)"/>
            <xsl:if test="../@type = 'received' and $transit">
              <span class="transit">{$transit} {f:label('after-sending')}</span>
            </xsl:if>
          </span>
        </xsl:for-each>
      </dd>
    </div>
  </xsl:template>

  <!-- Elements that have an entry in the document's register. -->
  <xsl:variable name="entry-names" as="map(xs:string, xs:boolean)" select="map {
    'person': true(), 'org': true(), 'place': true(), 'event': true(), 'bibl': true()}"/>

  <!-- Words that lead to an entity of the document's register; plain words where it is none. -->
  <xsl:function name="f:entity-link" as="item()*">
    <xsl:param name="entity" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$entity/@xml:id and $entry-names(local-name($entity))">
        <a href="#{$entity/@xml:id}">{$words}</a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A small degree sign (of the style sheet; without it the word is seen) that leads to the evidence of an assertion which is no link itself. -->
  <xsl:function name="f:evidence-mark" as="element()*">
    <xsl:param name="node" as="element()?"/>
    <xsl:if test="$node/@c:e and not($node/@c:linked)">
      <a class="mark" href="#{$node/@c:e}">
        <i> {f:label('see-evidence')} </i>
      </a>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
