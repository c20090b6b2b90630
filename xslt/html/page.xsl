<?xml version="1.0" encoding="UTF-8"?>
<!--
  The frame of the page. The document's own words stand in one place, the section «sec-text»; whatever the edition
  adds inside it bears data-added, or a class that is its own, alone: added, anchor, counterpart, mark, vh, who. So the words of the
  source can be had back from the page (docs/pages.md).
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template name="html.page">
    <html lang="{$edition-language}">
      <xsl:call-template name="html.head"/>
      <body>
        <a class="skip" href="#sec-text">{f:label('skip-to-text')}</a>
        <header class="running">
          <nav aria-label="{($edition-title[.], f:label('editions'))[1]}">
            <a class="edition" href="../index.html">{($edition-title[.], f:label('editions'))[1]}</a>
            <ul class="sections">
              <li><a href="../documents/index.html">{f:label('documents')}</a></li>
              <li><a href="../register/index.html">{f:label('register')}</a></li>
              <li><a href="../search.html">{f:label('search')}</a></li>
              <li><a href="../about.html">{f:label('about')}</a></li>
            </ul>
          </nav>
        </header>
        <main id="main">
          <article>
            <xsl:call-template name="html.title"/>
            <xsl:call-template name="html.facts"/>
            <xsl:call-template name="html.contents"/>
            <!-- Where closing a card of evidence leads: it is fixed, so the page does not move. -->
            <span id="x." class="fixed-point"></span>
            <section id="sec-text" class="reading" aria-label="{f:label('text')}">
              <xsl:call-template name="html.language"/>
              <xsl:apply-templates select="/TEI/text" mode="html"/>
            </section>
          </article>
          <xsl:call-template name="html.register"/>
          <xsl:call-template name="html.citation"/>
          <xsl:call-template name="html.source-view"/>
          <xsl:call-template name="html.evidence"/>
        </main>
        <xsl:call-template name="html.about"/>
        <script src="../assets/page.js" defer="defer"></script>
      </body>
    </html>
  </xsl:template>

  <!-- Kicker, title, who to whom, markings. -->
  <xsl:template name="html.title">
    <header class="masthead">
      <p class="kicker">
        <xsl:sequence select="string-join(($document-type, ($number[.] ! (f:label('number-short') || '&#xa0;' || .))), ' ')"/>
        <xsl:if test="$dated">
          <xsl:text> · </xsl:text>
          <time datetime="{$dated}">{$dated-day}</time>
        </xsl:if>
      </p>
      <h1>{$title}</h1>
      <xsl:if test="exists($senders) or exists($addressees)">
        <p class="correspondents">
          <xsl:sequence select="string-join($senders ! normalize-space(.), ', ')"/>
          <xsl:if test="exists($addressees)">
            <xsl:if test="exists($senders)">
              <xsl:text> {f:label('to_')} </xsl:text>
            </xsl:if>
            <xsl:sequence select="string-join($addressees ! normalize-space(.), ', ')"/>
          </xsl:if>
        </p>
      </xsl:if>
      <xsl:variable name="markings" as="element()*" select="('classification', 'precedence', 'handling') ! f:marked(.)"/>
      <xsl:if test="exists($markings)">
        <ul class="markings">
          <xsl:for-each select="$markings">
            <li class="marking {ancestor::taxonomy[1]/@xml:id}">
              <span class="vh">{f:label(string(ancestor::taxonomy[1]/@xml:id))}: </span>
              <xsl:value-of select="f:category(.)"/>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </header>
  </xsl:template>

  <!-- A build puts the navigation to other documents before this: src/publish/neighbours/. -->
  <xsl:template name="html.contents">
    <nav class="contents" aria-label="{f:label('contents')}">
      <ul>
        <li><a href="#sec-text">{f:label('text')}</a></li>
        <li><a href="#sec-register">{f:label('register')}</a></li>
        <li><a href="#sec-cite">{f:label('cite')}</a></li>
        <xsl:if test="$source-page">
          <li><a href="#sec-source">{f:label('source-view')}</a></li>
        </xsl:if>
        <li><a href="#sec-evidence">{f:label('evidence')}</a></li>
        <li><a href="#sec-about">{f:label('about-here')}</a></li>
      </ul>
    </nav>
  </xsl:template>

  <!-- The language of the document, where it is not the page's. -->
  <xsl:template name="html.language">
    <xsl:if test="$language != $edition-language and $language != 'und'">
      <xsl:attribute name="lang" select="$language"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
