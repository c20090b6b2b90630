<?xml version="1.0" encoding="UTF-8"?>
<!--
  How the edition was made, and changed since. No time of day unless SOURCE_DATE_EPOCH gives one, so that the same
  document gives the same graph.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="changes" as="element()*" select="$header/revisionDesc/descendant::change"/>

  <xsl:template name="jsonld.making" as="xs:string+">
    <xsl:variable name="application" as="element()?" select="$header/encodingDesc/appInfo/application[@ident = 'chancery'][1]"/>
    <xsl:sequence select="
      f:object((
        f:node('this.making', ('prov:Activity', 'schema:CreateAction')),
        f:string('schema:name', f:label('encoding')),
        f:links('prov:used', 'this.source'),
        f:links('schema:object', 'this.source'),
        f:links('schema:result', ('this.edition', $published ! ('this.file.' || .(1)))),
        f:links('prov:wasAssociatedWith', 'this.software'),
        f:links('schema:instrument', 'this.software'),
        f:typed-date('prov:endedAtTime', $build-date[. castable as xs:dateTime]),
        f:typed-date('schema:endTime', $build-date[. castable as xs:dateTime]))),
      f:object((
        f:node('this.software', ('prov:SoftwareAgent', 'schema:SoftwareApplication')),
        f:string('schema:name', 'Chancery'),
        f:strings('schema:softwareVersion', distinct-values(($version[. != ''], $application/@version, 'unknown'[not($version or $application)])))))"/>
    <xsl:for-each select="$changes">
      <xsl:sequence select="f:object((
        f:node('this.change.' || position(), 'prov:Activity'),
        f:string('schema:description', normalize-space(.)),
        f:string('chancery:status', @status),
        f:typed-date('prov:endedAtTime', @when[. castable as xs:dateTime]),
        f:typed-date('chancery:date', @when),
        f:links('prov:used', 'this.file.tei'),
        f:links('prov:wasAssociatedWith', f:responsible-ids(@who))))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Who a pointer to a statement of responsibility, an editor or a person means; nobody named: the software. -->
  <xsl:function name="f:responsible-ids" as="xs:string+">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:variable name="ids" as="xs:string*">
      <xsl:for-each select="f:targets($pointers)">
        <xsl:variable name="here" as="element()" select="."/>
        <xsl:sequence select="
          if (@xml:id = 'chancery') then 'this.software'
          else if (self::respStmt) then (persName, orgName, name)[1] ! f:named-id(.)
          else if (self::editor) then 'this.editor.' || (1 + count(preceding-sibling::editor))
          else string(@xml:id)[$entity-ids(.)]"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="if (exists($ids)) then distinct-values($ids) else 'this.software'"/>
  </xsl:function>

</xsl:stylesheet>
