<?xml version="1.0" encoding="UTF-8"?>
<!-- The Schematron inside a RELAX NG as a schema by itself, for engines that do not read it there. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:sch="http://purl.oclc.org/dsdl/schematron">
  <xsl:template match="/">
    <sch:schema queryBinding="xslt2">
      <xsl:for-each-group select="//sch:ns" group-by="@prefix"><xsl:copy-of select="."/></xsl:for-each-group>
      <xsl:copy-of select="//sch:pattern"/>
      <xsl:for-each select="//sch:rule[not(parent::sch:pattern)]">
        <sch:pattern><xsl:copy-of select="."/></sch:pattern>
      </xsl:for-each>
      <xsl:copy-of select="//sch:diagnostics"/>
    </sch:schema>
  </xsl:template>
</xsl:stylesheet>
