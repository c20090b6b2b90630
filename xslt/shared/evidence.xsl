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
    Each is a map: id, node (the first), nodes, places (their anchors, those of the header have none), entity (a local id,
    empty where none is concerned).
  -->
  <xsl:variable name="evidence" as="map(xs:string, item()*)*">
    <xsl:for-each-group select="$assertions" group-by="f:evidence-id(.)">
      <xsl:sequence select="map {
        'id': current-grouping-key(),
        'node': .,
        'nodes': current-group(),
        'places': current-group() ! f:place(.),
        'entity': f:pointer(.) ! substring-after(., '#')}"/>
    </xsl:for-each-group>
  </xsl:variable>

  <!-- What an assertion points at: the first of its pointers, «#sato». -->
  <xsl:function name="f:pointer" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="pointer" as="xs:string" select="
      if ($node/@ref) then $node/@ref
      else if ($node/@who) then $node/@who
      else if ($node/@target and not($node/self::note)) then $node/@target
      else ''"/>
    <xsl:sequence select="
      if ($pointer = '') then ()
      else if (contains($pointer, ' ')) then tokenize($pointer)[1]
      else $pointer"/>
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
    <xsl:variable name="what" as="xs:string" select="
      if ($node/@ref) then $node/@ref
      else if ($node/@when) then $node/@when
      else if ($node/@who) then $node/@who || '.' || $node/@direct
      else f:evidence-key($node)"/>
    <xsl:sequence select="'e.' || translate($what || '.' || $node/@ana || '.' || $node/@cert, '# /:+&quot;''&lt;&gt;&amp;', '')"/>
  </xsl:function>

  <!-- For what has neither reference nor date: numbers, markings, gaps, slips. -->
  <xsl:function name="f:evidence-key" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($node)"/>
    <xsl:sequence select="
      if ($name = ('date', 'time', 'event')) then f:date-iso($node)
      else string-join(($name, $node/@target, $node/@type, $node/@reason, $node/@direct), '.')"/>
  </xsl:function>

  <!-- The word for what an assertion is about: Person, Date, Direct speech … -->
  <xsl:function name="f:assertion-kind" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($node)"/>
    <xsl:sequence select="f:label(
      if ($name = 'rs') then 'kind.' || ($node/@type, 'other')[1]
      else if ($name = 'said') then (if ($node/@direct = 'false') then 'kind.reported' else 'kind.direct')
      else if ($name = ('seg', 'idno')) then 'kind.' || ($node/@type, $name)[1]
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
