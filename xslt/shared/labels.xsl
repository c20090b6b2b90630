<?xml version="1.0" encoding="UTF-8"?>
<!--
  Every word the editions say of their own accord: a map from keys to words in the edition's language, from
  src/transform/words/. A key that nobody has named is shown as it is.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="word" as="xs:string?" select="$words($key)"/>
    <xsl:sequence select="if (exists($word)) then $word else translate(replace($key, '^[a-z]+\.', ''), '-_', '  ')"/>
  </xsl:function>

</xsl:stylesheet>
