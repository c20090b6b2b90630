<?xml version="1.0" encoding="UTF-8"?>
<!-- People, offices, places, organisations, documents. A person and an office are never the same node. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="jsonld.entity" on-no-match="deep-skip"/>

  <xsl:variable name="org-ids" as="xs:string*" select="$entities[self::org][not(@type = 'office')]/@xml:id"/>

  <xsl:template match="person" mode="jsonld.entity" as="xs:string+">
    <xsl:variable name="id" as="xs:string" select="@xml:id"/>
    <xsl:variable name="offices" as="element()*" select="occupation, state[@type = 'office'], affiliation"/>
    <xsl:sequence select="f:object((
      f:node($id, ('rico:Person', 'schema:Person')),
      f:named(.),
      f:strings('schema:jobTitle', $offices ! normalize-space(.)),
      f:strings('chancery:role', tokenize(@role)),
      f:links('rico:occupiesOrOccupied', (1 to count($offices)) ! ($id || '.office.' || .))))"/>
    <xsl:for-each select="$offices">
      <xsl:sequence select="f:object((
        f:node($id || '.office.' || position(), 'rico:Position'),
        f:values('rico:name', f:in-language(normalize-space(.), (@xml:lang, $edition-language)[1]))))"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="org[@type = 'office']" mode="jsonld.entity" as="xs:string">
    <xsl:sequence select="f:object((
      f:node(@xml:id, ('rico:Position', 'schema:Audience')),
      f:named(.),
      f:string('schema:audienceType', f:name(.)),
      f:links('rico:existsOrExistedIn', $org-ids[. = current()/tokenize(@corresp) ! substring-after(., '#')])))"/>
  </xsl:template>

  <xsl:template match="org | personGrp" mode="jsonld.entity" as="xs:string">
    <xsl:variable name="type" as="xs:string" select="if (@xml:id = $holder-id) then 'schema:ArchiveOrganization' else 'schema:Organization'"/>
    <xsl:sequence select="f:object((f:node(@xml:id, ('rico:Group', $type)), f:named(.)))"/>
  </xsl:template>

  <xsl:template match="place" mode="jsonld.entity" as="xs:string">
    <xsl:sequence select="f:object((f:node(@xml:id, ('rico:Place', 'schema:Place')), f:named(.)))"/>
  </xsl:template>

  <xsl:template match="bibl | biblStruct" mode="jsonld.entity" as="xs:string">
    <xsl:sequence select="f:object((
      f:node(@xml:id, ('rico:Record', 'schema:CreativeWork')),
      f:named(.),
      f:values('rico:title', distinct-values(title ! f:in-language(normalize-space(.), (@xml:lang, $edition-language)[1]))),
      f:strings('schema:identifier', idno ! normalize-space(.)),
      f:strings('chancery:type', @type),
      f:typed-date('schema:dateCreated', date[1]/@when)))"/>
  </xsl:template>

  <!-- Names: plain for schema.org, in their languages for RiC-O; the register's entry where there is one. -->
  <xsl:function name="f:named" as="xs:string*">
    <xsl:param name="entity" as="element()"/>
    <xsl:variable name="names" as="element()*" select="$entity/*[$name-names(local-name())]"/>
    <xsl:variable name="name" as="xs:string" select="f:name($entity)"/>
    <xsl:sequence select="
      f:string('schema:name', $name),
      (if ($entity/@type = 'office' and ($entity/self::org or $entity/self::event)) then ()
       else f:strings('schema:alternateName', distinct-values($names ! normalize-space(.))[. != $name])),
      f:values('rico:name', distinct-values((if ($names) then $names else $entity) ! f:in-language(
        if ($names) then normalize-space(.) else $name, (@xml:lang, $edition-language)[1]))),
      f:links('schema:sameAs', f:register-id($entity) ! iri-to-uri($jsonld.register || .))"/>
  </xsl:function>

</xsl:stylesheet>
