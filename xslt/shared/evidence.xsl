<?xml version="1.0" encoding="UTF-8"?>
<!-- Assertions and their evidence: who or what says so, by which rule, how surely. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- Every element that asserts something by rule or by a named person: the one scan of the document. -->
  <xsl:variable name="assertions" as="element()*" select="/TEI/(teiHeader | text | standOff)/descendant::*[@resp][@ana or @cert]"/>

  <!-- Every element of the text that points at a person, place, organisation, document … -->
  <xsl:variable name="mentions" as="element()*"
                select="/TEI/text/descendant::*[@ref or @who or self::ref[@target]]"/>

  <!--
    The same assertion is evidence once, with every place where it holds: what is asserted, by which rule, how surely.
    Each is a map: id, node (the first), times (how many nodes), places (their anchors, those of the header have none),
    words (each once), rules, entity (its id; empty where none of the document's is concerned).
  -->
  <xsl:variable name="evidence" as="map(*)*">
    <xsl:for-each-group select="$assertions" group-by="f:evidence-id(.)">
      <xsl:sequence select="map {
        'id': current-grouping-key(),
        'node': .,
        'times': count(current-group()),
        'places': current-group() ! f:place(.),
        'words': distinct-values(current-group() ! f:quoted(.)),
        'rules': f:rules(.),
        'entity': f:pointer(.) ! substring-after(., '#')[$entity-ids(.)]}"/>
    </xsl:for-each-group>
  </xsl:variable>

  <!-- The rules of all evidence, each once. -->
  <xsl:variable name="used-rules" as="xs:string*" select="distinct-values($evidence ! ?rules)"/>

  <!-- What an assertion points at: the first of its pointers, «#sato». -->
  <xsl:function name="f:pointer" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:for-each select="$node/(if (@ref) then @ref else if (@who) then @who else @target[not(parent::note)])">
      <xsl:sequence select="if (. = '') then () else if (contains(., ' ')) then tokenize(.)[1] else string(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- «name.titled» of ana="#r.name.titled": every rule that had a part in the assertion. -->
  <xsl:function name="f:rules" as="xs:string*">
    <xsl:param name="node" as="element()?"/>
    <xsl:sequence select="tokenize($node/@ana)[starts-with(., '#r.')] ! substring(., 4)"/>
  </xsl:function>

  <!-- What each rule does, from the list of rules in the header. -->
  <xsl:variable name="rule-words" as="map(xs:string, xs:string)" select="map:merge(
    $header/encodingDesc/classDecl/taxonomy[@xml:id = 'rules']/descendant::category
    ! map:entry(substring-after(@xml:id, 'r.'), normalize-space(catDesc[1])))"/>

  <xsl:function name="f:rule-words" as="xs:string?">
    <xsl:param name="rule" as="xs:string?"/>
    <xsl:sequence select="$rule-words(string($rule))"/>
  </xsl:function>

  <!--
    The anchor of an assertion's evidence: the same for the same assertion wherever it is repeated, and
    independent of how many others there are, so that links to it last.
  -->
  <xsl:function name="f:evidence-id" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:for-each select="$node">
      <xsl:sequence select="'e.' || translate((
        if (@ref) then @ref
        else if (@when) then @when
        else if (@who) then @who || '.' || @direct
        else f:evidence-key(.)) || '.' || @ana || '.' || @cert, '# /:+&quot;''&lt;&gt;&amp;{}|\^`[]%', '')"/>
    </xsl:for-each>
  </xsl:function>

  <!-- For what has neither reference nor date: numbers, markings, gaps, slips. -->
  <xsl:function name="f:evidence-key" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($node)"/>
    <xsl:sequence select="
      if ($dated-names($name)) then f:date-iso($node)
      else string-join(($name, $node/@target, $node/@type, $node/@reason, $node/@direct), '.')"/>
  </xsl:function>

  <!-- Elements whose value is a date, a time or a period. -->
  <xsl:variable name="dated-names" as="map(xs:string, xs:boolean)"
                select="map {'date': true(), 'time': true(), 'event': true()}"/>

  <!-- The words the assertion is made about; long ones shortened. -->
  <xsl:function name="f:quoted" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="words" as="xs:string"
                  select="if ($node/@who or $node/self::correspAction or $node/self::event) then '' else f:source-text($node)"/>
    <xsl:sequence select="if (string-length($words) gt 90) then replace(substring($words, 1, 80), '\s+\S*$', '') || ' …' else $words"/>
  </xsl:function>

  <!-- The word for what an assertion is about: Person, Date, Direct speech … -->
  <xsl:function name="f:assertion-kind" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($node)"/>
    <xsl:sequence select="f:label(
      if ($name = 'rs') then 'kind.' || ($node/@type, 'other')[1]
      else if ($name = 'said') then (if ($node/@direct = 'false') then 'kind.reported' else 'kind.direct')
      else if ($name = 'seg' or $name = 'idno') then 'kind.' || ($node/@type, $name)[1]
      else if ($name = 'date' and $node/@type = 'duration') then 'kind.duration'
      else if ($name = 'correspAction') then 'action.' || $node/@type
      else 'kind.' || $name)"/>
  </xsl:function>

  <!-- Who answers for an assertion: a name from the header, or the pointer itself. -->
  <xsl:function name="f:responsible" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="who" as="element()*" select="f:targets($node/@resp)"/>
    <xsl:sequence select="
      if (exists($who))
      then string-join($who ! normalize-space((self::respStmt/(name | persName | orgName)[1], persName[1], .)[1]), ', ')
      else string($node/@resp)"/>
  </xsl:function>

</xsl:stylesheet>
