<?xml version="1.0" encoding="UTF-8"?>
<!-- The foot of the page: where the text comes from, what has been done to it, who answers for it, and the other formats. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template name="html.about">
    <footer id="sec-about">
      <h2>{f:label('about-here')}</h2>
      <dl>
        <div><dt>{f:label('formats')}</dt>
          <dd>
            <xsl:for-each select="$other-files">
              <xsl:if test="position() gt 1"> · </xsl:if>
              <a href="{.?path}">{f:label('format.' || .?format)}</a>
            </xsl:for-each>
          </dd>
        </div>
        <xsl:for-each select="$file/sourceDesc/bibl[bibl[@type = 'citation']][1]/bibl[@type = 'citation'][1], $file/sourceDesc/bibl[@type = 'citation'][1]">
          <div><dt>{f:label('provenance')}</dt><dd>{f:source-text(.)}</dd></div>
        </xsl:for-each>
        <xsl:if test="$source-name">
          <div><dt>{f:label('source')}</dt><dd>{$source-name}</dd></div>
        </xsl:if>
        <xsl:if test="$source-checksum">
          <div><dt>{f:label('checksum')}</dt><dd><code class="checksum">{$source-checksum}</code></dd></div>
        </xsl:if>
        <xsl:if test="$digest/@sha256">
          <div><dt>{f:label('checksum-tei')}</dt><dd><code class="checksum">{$digest/@sha256}</code></dd></div>
        </xsl:if>
        <xsl:if test="exists($file/editionStmt) or $edition-editors">
          <div><dt>{f:label('editors')}</dt><dd>{($edition-editors[.], normalize-space($file/editionStmt))[1]}</dd></div>
        </xsl:if>
        <xsl:if test="$cited-publisher">
          <div><dt>{f:label('publisher')}</dt><dd>{$cited-publisher}</dd></div>
        </xsl:if>
        <xsl:if test="$licence-name">
          <div><dt>{f:label('licence')}</dt>
            <dd>
              <xsl:choose>
                <xsl:when test="f:safe-address($licence-url)"><a rel="license noreferrer" href="{$licence-url}">{$licence-name}</a></xsl:when>
                <xsl:otherwise>{$licence-name}</xsl:otherwise>
              </xsl:choose>
            </dd>
          </div>
        </xsl:if>
        <xsl:for-each select="($edition-rights[.], $file/publicationStmt/availability/(p | licence) ! normalize-space(.))[1]">
          <div><dt>{f:label('rights')}</dt><dd>{.}</dd></div>
        </xsl:for-each>
        <div><dt>{f:label('made-with')}</dt><dd>{string-join(('Chancery', ($version[.], $header/encodingDesc/appInfo/application[@ident = 'chancery']/string(@version))[1]), ' ')}</dd></div>
        <xsl:if test="$build-date">
          <div><dt>{f:label('built')}</dt><dd><time datetime="{$build-date}">{$build-moment}</time></dd></div>
        </xsl:if>
      </dl>
    </footer>
  </xsl:template>

</xsl:stylesheet>
