<?xml version="1.0" encoding="UTF-8"?>
<!-- Values of dates, times and durations, in words and for machines: from the digest. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- «22 July 1978, 19:40 UTC+08:00», for whichever attributes the date has. -->
  <xsl:function name="f:date-value" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="string($date/@c:value)"/>
  </xsl:function>

</xsl:stylesheet>
