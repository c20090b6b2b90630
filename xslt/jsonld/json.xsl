<?xml version="1.0" encoding="UTF-8"?>
<!--
  JSON as text. A member is a string «"key":value», an object a string of members; an absent value is an absent member.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- ............ JSON ............ -->

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

  <!-- A member with one value as itself, with several as an array, without any as nothing. -->
  <xsl:function name="f:values" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="json" as="xs:string*"/>
    <xsl:sequence select="
      if (empty($json)) then ()
      else if (count($json) = 1) then f:member($key, $json)
      else f:member($key, f:array($json))"/>
  </xsl:function>

  <xsl:function name="f:string" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="if ($words) then '&quot;' || $key || '&quot;:' || f:quote($words) else ()"/>
  </xsl:function>

  <xsl:function name="f:strings" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="words" as="xs:string*"/>
    <xsl:sequence select="f:values($key, $words[. != ''] ! f:quote(.))"/>
  </xsl:function>

  <xsl:function name="f:number" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:numeric"/>
    <xsl:sequence select="f:member($key, string($number))"/>
  </xsl:function>

  <!-- ............ JSON-LD ............ -->

  <!-- The first members of a node: its id and its types. -->
  <xsl:function name="f:node" as="xs:string+">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="types" as="xs:string+"/>
    <xsl:sequence select="'&quot;@id&quot;:' || f:quote('#' || $id), '&quot;@type&quot;:[&quot;' || string-join($types, '&quot;,&quot;') || '&quot;]'"/>
  </xsl:function>

  <!-- Links to nodes of this graph, by local id, or to other things, by address. -->
  <xsl:function name="f:links" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:sequence select="f:values($key, distinct-values($ids) ! ('{&quot;@id&quot;:' || f:quote(if (contains(., ':')) then . else '#' || .) || '}'))"/>
  </xsl:function>

  <!-- Words with their language; its tag in small letters, as RDF has it, for processors differ over capitals. -->
  <xsl:function name="f:in-language" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="language" as="xs:string?"/>
    <xsl:sequence select="f:object((f:string('@value', $words), f:string('@language', lower-case($language)[not(. = ('', 'und'))])))"/>
  </xsl:function>

  <!-- A moment of which the UTC offset is known: one without would be a different moment for every reader. -->
  <xsl:function name="f:whole-time" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:sequence select="if ($iso and f:has-zone($iso)) then f:typed-date($key, $iso) else ()"/>
  </xsl:function>

  <!-- A date or time, typed where it is a whole one. -->
  <xsl:function name="f:typed-date" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:variable name="type" as="xs:string?" select="
      if ($iso castable as xs:dateTime) then 'xsd:dateTime'
      else if ($iso castable as xs:date) then 'xsd:date'
      else if ($iso castable as xs:gYearMonth) then 'xsd:gYearMonth'
      else if ($iso castable as xs:gYear) then 'xsd:gYear'
      else ()"/>
    <xsl:sequence select="
      if ($iso and $type) then f:member($key, f:object((f:string('@value', $iso), f:string('@type', $type))))
      else f:string($key, $iso)"/>
  </xsl:function>

  <!-- A moment with its offset: what xsd:dateTime can be compared by. -->
  <xsl:function name="f:has-zone" as="xs:boolean">
    <xsl:param name="moment" as="xs:string"/>
    <xsl:sequence select="$moment castable as xs:dateTime and matches($moment, '(Z|[+-]\d\d:\d\d)$')"/>
  </xsl:function>

</xsl:stylesheet>
