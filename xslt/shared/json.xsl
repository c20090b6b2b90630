<?xml version="1.0" encoding="UTF-8"?>
<!--
  JSON as text, for citations. A member is a string «"key":value», an object a string of members; an absent value is an absent member.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="f:quote" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
      if (matches($words, '[&quot;\\&#x1;-&#x1f;]'))
      then '&quot;' || replace(replace(replace(replace(replace($words, '([&quot;\\])', '\\$1'), '\n', '\\n'), '\t', '\\t'), '\r', '\\r'), '[&#x1;-&#x1f;]', '') || '&quot;'
      else '&quot;' || $words || '&quot;'"/>
  </xsl:function>

  <xsl:function name="f:member" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="json" as="xs:string"/>
    <xsl:sequence select="'&quot;' || $key || '&quot;:' || $json"/>
  </xsl:function>

  <xsl:function name="f:object" as="xs:string">
    <xsl:param name="members" as="xs:string*"/>
    <xsl:sequence select="'{' || string-join($members, ',') || '}'"/>
  </xsl:function>

  <xsl:function name="f:array" as="xs:string">
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="'[' || string-join($values, ',') || ']'"/>
  </xsl:function>

  <xsl:function name="f:string" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="if ($words) then '&quot;' || $key || '&quot;:' || f:quote($words) else ()"/>
  </xsl:function>

</xsl:stylesheet>
