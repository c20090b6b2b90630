<?xml version="1.0" encoding="UTF-8"?>
<!--
  Assertions and their evidence: who or what says so, by which rule, how surely. The digest (src/transform/digest/)
  has them: c:a is an assertion with every place where it holds, c:entity what concerns an entity, c:rule a rule.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="digest" as="element()?" select="/TEI/c:digest"/>
  <xsl:variable name="evidence" as="element()*" select="$digest/c:a"/>
  <!-- The rules of all evidence, each once, with what they do. -->
  <xsl:variable name="used-rules" as="element()*" select="$digest/c:rule"/>

  <!-- What an assertion or mention points at: the first of its pointers, «#sato». -->
  <xsl:function name="f:pointer" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:for-each select="$node/(if (@ref) then @ref else if (@who) then @who else @target[not(parent::note)])">
      <xsl:sequence select="if (. = '') then () else if (contains(., ' ')) then tokenize(.)[1] else string(.)"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
