<?xml version="1.0" encoding="UTF-8"?>
<!-- What every edition asks of a TEI node: what it points at, what it is called, what its source text is. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The local id a pointer names first: «han» of «#han #sato»; empty where it leads out of the document. -->
  <xsl:function name="f:local" as="xs:string?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:variable name="first" as="xs:string?" select="if (contains($pointer, ' ')) then tokenize($pointer)[1] else $pointer"/>
    <xsl:sequence select="if (starts-with($first, '#')) then substring($first, 2) else ()"/>
  </xsl:function>

  <!-- Every element a pointer leads to inside the document. -->
  <xsl:function name="f:targets" as="element()*">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="tokenize($pointer)[starts-with(., '#')] ! id(substring(., 2), $document)"/>
  </xsl:function>

  <xsl:function name="f:target" as="element()?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:variable name="id" as="xs:string?" select="f:local($pointer)"/>
    <xsl:sequence select="if ($id) then id($id, $document)[1] else ()"/>
  </xsl:function>

  <!-- What an element of a list of people, places … is called: its first name in the edition's language. -->
  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="entity" as="element()?"/>
    <xsl:variable name="names" as="element()*" select="$entity/*[$name-names(local-name())]"/>
    <xsl:variable name="name" as="element()?"
                  select="($names[not(@xml:lang) or starts-with(@xml:lang, $edition-language)], $names)[1]"/>
    <xsl:sequence select="
      if ($name) then normalize-space($name)
      else if ($entity/@xml:id) then string($entity/@xml:id)
      else normalize-space($entity)"/>
  </xsl:function>

  <xsl:variable name="name-names" as="map(xs:string, xs:boolean)" select="map:merge(
    tokenize('persName orgName placeName roleName title label head name') ! map:entry(., true()))"/>

  <!-- What a mention's pointer is called, or the words of the mention where it points nowhere. -->
  <xsl:function name="f:called" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:variable name="entity" as="element()?" select="f:target(f:pointer($mention))"/>
    <xsl:sequence select="if ($entity) then f:name($entity) else f:source-text($mention)"/>
  </xsl:function>

  <!-- Id of the entry in the edition's register: «sato-shoji» of sameAs="reg:sato-shoji". -->
  <xsl:function name="f:register-id" as="xs:string?">
    <xsl:param name="entity" as="element()?"/>
    <xsl:sequence select="tokenize($entity/@sameAs)[starts-with(., 'reg:')][1] ! substring-after(., 'reg:')"/>
  </xsl:function>

  <!-- person, office, place, org, document or event: what the editions sort entities by. -->
  <xsl:function name="f:entity-kind" as="xs:string">
    <xsl:param name="entity" as="element()?"/>
    <xsl:sequence select="
      if ($entity/self::person or $entity/self::personGrp) then 'person'
      else if ($entity/self::org[@type = 'office']) then 'office'
      else if ($entity/self::org) then 'org'
      else if ($entity/self::place) then 'place'
      else if ($entity/self::event) then 'event'
      else if ($entity/self::bibl or $entity/self::biblStruct or $entity/self::msDesc) then 'document'
      else 'other'"/>
  </xsl:function>

  <!-- Most documents have nothing an editor added: then the quick way is the right one. -->
  <xsl:variable name="has-added" as="xs:boolean" select="exists($digest/@added)"/>

  <!-- The words of the source in an element: corrections, expansions and the editor's notes left out. -->
  <xsl:function name="f:source-text" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:choose>
      <xsl:when test="$has-added and $node/descendant::*[@c:added]">
        <xsl:variable name="pieces" as="text()*" select="$node/descendant::text()[not(ancestor::*[@c:added])]"/>
        <xsl:sequence select="normalize-space(string-join($pieces))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="normalize-space($node)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- An address that may stand in a link: the web, mail, this document, or a plain relative path. Else nothing. -->
  <xsl:function name="f:safe-address" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:variable name="plain" as="xs:string" select="normalize-space($address)"/>
    <xsl:sequence select="$plain[matches(., '^(https?://|mailto:)[^\s&lt;&gt;&quot;]+$', 'i')
                                 or matches(., '^#\S+$')]"/>
  </xsl:function>

  <!-- Words for a place that has no markup: white space normal, without the controls that turn the direction of what follows. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="normalize-space(translate($words, '&#x202a;&#x202b;&#x202c;&#x202d;&#x202e;&#x2066;&#x2067;&#x2068;&#x2069;', ''))"/>
  </xsl:function>

  <!-- The first letter made a capital. -->
  <xsl:function name="f:capital" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

</xsl:stylesheet>
