<?xml version="1.0" encoding="UTF-8"?>
<!--
  Who and where the header speaks of, by the ids of their nodes: those of the document’s own lists, and nodes of their
  own (this.agent.N) for names that no list has. A name is never dropped because nobody has identified it.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="agent-names" as="map(xs:string, xs:boolean)"
                select="map:merge(tokenize('persName roleName orgName rs name placeName') ! map:entry(., true()))"/>

  <!-- Names of the header that point at nothing in the document. -->
  <xsl:variable name="loose-names" as="element()*" select="(
    $actions/*, $file/titleStmt/(author | respStmt[not(@xml:id = 'chancery')])/*,
    $record/msContents/msItem/author/*, $profile/(settingDesc/setting | creation)/placeName)
    [exists($agent-names(local-name()))][not($entity-ids((f:local(@ref), '')[1]))]"/>

  <xsl:variable name="loose-ids" as="map(xs:string, xs:string)">
    <xsl:variable name="keys" as="xs:string*" select="distinct-values($loose-names ! f:loose-key(.))"/>
    <xsl:sequence select="map:merge(for $n in 1 to count($keys) return map:entry($keys[$n], 'this.agent.' || $n))"/>
  </xsl:variable>

  <xsl:function name="f:loose-key" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="local-name($name) || ' ' || normalize-space($name)"/>
  </xsl:function>

  <!-- The node of a name: a person, an office, a body, a place. -->
  <xsl:function name="f:named-id" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="local" as="xs:string?" select="f:local($name/@ref)"/>
    <xsl:sequence select="if ($local and $entity-ids($local)) then $local else $loose-ids(f:loose-key($name))"/>
  </xsl:function>

  <xsl:template name="jsonld.loose-names" as="xs:string*">
    <xsl:for-each-group select="$loose-names" group-by="f:loose-key(.)">
      <xsl:variable name="words" as="xs:string" select="normalize-space(.)"/>
      <xsl:variable name="name" as="xs:string" select="local-name(.)"/>
      <xsl:sequence select="f:object((
        f:node($loose-ids(current-grouping-key()),
          if ($name = 'placeName') then ('rico:Place', 'schema:Place')
          else if ($name = 'roleName') then ('rico:Position', 'schema:Audience')
          else if ($name = 'orgName' or @type = 'org') then ('rico:Group', 'schema:Organization')
          else ('rico:Person', 'schema:Person')),
        f:string('schema:name', $words),
        f:string('schema:audienceType', $words[$name = 'roleName']),
        f:values('rico:name', f:in-language($words, $language)),
        (if (matches(@ref, '^https?://')) then f:links('schema:sameAs', @ref) else ())))"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Ids of those that schema.org calls a person or an organisation: an office is neither. -->
  <xsl:variable name="office-ids" as="map(xs:string, xs:boolean)" select="map:merge((
    $entities[self::org[@type = 'office']]/@xml:id ! map:entry(string(.), true()),
    $loose-names[self::roleName] ! map:entry($loose-ids(f:loose-key(.)), true())))"/>

  <xsl:function name="f:persons" as="xs:string*">
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:sequence select="$ids[not($office-ids(.))][not($place-ids(.))][not($other-ids(.))]"/>
  </xsl:function>

  <xsl:variable name="place-ids" as="map(xs:string, xs:boolean)" select="map:merge((
    $entities[self::place]/@xml:id ! map:entry(string(.), true()),
    $loose-names[self::placeName] ! map:entry($loose-ids(f:loose-key(.)), true())))"/>

  <xsl:variable name="other-ids" as="map(xs:string, xs:boolean)" select="map:merge(
    $entities[self::bibl or self::biblStruct or self::event]/@xml:id ! map:entry(string(.), true()))"/>

  <!-- Those that RiC-O calls an agent: people, offices, bodies. -->
  <xsl:function name="f:agents" as="xs:string*">
    <xsl:param name="names" as="element()*"/>
    <xsl:sequence select="($names ! f:named-id(.))[not($place-ids(.))][not($other-ids(.))]"/>
  </xsl:function>

</xsl:stylesheet>
