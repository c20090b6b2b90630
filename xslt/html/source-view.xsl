<?xml version="1.0" encoding="UTF-8"?>
<!-- The page as it came: the pieces of the source in their order, with what each of them became. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:j="http://www.w3.org/2005/xpath-functions"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Elements of the header that hold a piece of the source, by where it starts. -->
  <xsl:variable name="pieces" as="element()*">
    <xsl:perform-sort select="$header/descendant::*[starts-with(@source, 'src:')]">
      <xsl:sort select="number(tokenize(substring-after(@source, 'src:'), ',')[1])"/>
    </xsl:perform-sort>
  </xsl:variable>

  <xsl:template name="html.source-view">
    <section id="sec-source" class="back">
      <h2>{f:label('source-view')}</h2>
      <p class="intro">{f:label('source-intro')}</p>
      <!-- The text stands between the last piece that starts before it and the next: pieces at 0 come first. -->
      <xsl:variable name="starts" as="xs:double*" select="$pieces ! number(tokenize(substring-after(@source, 'src:'), ',')[1])"/>
      <xsl:variable name="ends" as="xs:double*" select="$pieces ! number(tokenize(@source, ',')[2])"/>
      <xsl:variable name="before" as="xs:integer" select="count(f:run-from-start($starts, $ends, 0))"/>
      <xsl:apply-templates select="$pieces[position() le $before]" mode="html.piece"/>
      <div class="piece document"><p><a href="#sec-text">{f:label('source-text-here')}</a></p></div>
      <xsl:apply-templates select="$pieces[position() gt $before]" mode="html.piece"/>
    </section>
  </xsl:template>

  <!-- The pieces that follow one another without a gap from the first character on. -->
  <xsl:function name="f:run-from-start" as="xs:double*">
    <xsl:param name="starts" as="xs:double*"/>
    <xsl:param name="ends" as="xs:double*"/>
    <xsl:param name="at" as="xs:double"/>
    <xsl:if test="exists($starts) and $starts[1] = $at">
      <xsl:sequence select="$at, f:run-from-start(tail($starts), tail($ends), $ends[1])"/>
    </xsl:if>
  </xsl:function>

  <xsl:mode name="html.piece" on-no-match="text-only-copy"/>

  <xsl:template match="*[starts-with(@source, 'src:')]" mode="html.piece">
    <details class="piece">
      <summary>{f:label('characters')} {replace(substring-after(@source, 'src:'), ',', '–')}</summary>
      <div class="piece-text" tabindex="0" role="region" aria-label="{f:label('source-view')} {@source}"><xsl:apply-templates mode="html.piece"/></div>
    </details>
  </xsl:template>

  <xsl:template match="seg[@type = 'furniture']" mode="html.piece">
    <span class="furniture">
      <span class="class">{translate(@subtype, '-', ' ')}</span>
      <xsl:apply-templates mode="html.piece"/>
    </span>
  </xsl:template>

  <xsl:template match="*[@resp][@ana or @cert][not(starts-with(@source, 'src:'))]" mode="html.piece">
    <span class="became">
      <xsl:apply-templates mode="html.piece"/>
    </span>
    <xsl:sequence select="f:evidence-mark(.)"/>
  </xsl:template>

</xsl:stylesheet>
