<?xml version="1.0" encoding="UTF-8"?>
<!-- The evidence of asserted facts: what is said of what, by which rule, how surely, in which words. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="jsonld.evidence" as="xs:string*">
    <xsl:for-each select="$used-rules">
      <xsl:sequence select="f:object((
        f:node('r.' || ., 'chancery:Rule'), f:string('schema:name', .), f:string('schema:description', f:rule-words(.))))"/>
    </xsl:for-each>
    <xsl:for-each select="$evidence">
      <xsl:variable name="node" as="element()" select="?node"/>
      <xsl:sequence select="f:object((
        f:node(?id, 'chancery:Assertion'),
        f:string('chancery:asserts', f:assertion-kind($node)),
        f:links('chancery:identifies', ?entity),
        (if ($dated-names(local-name($node))) then f:string('chancery:value', f:date-iso($node))
         else f:links('chancery:value', f:borne($node/@ana))),
        f:strings('chancery:words', ?words),
        f:number('chancery:occurrences', ?times),
        f:links('chancery:rule', ?rules ! ('r.' || .)),
        f:string('chancery:certainty', ($node/@cert, 'unknown')[1]),
        (if ($node/@resp = '#chancery') then $by-software
         else f:string('chancery:responsible', f:responsible($node)))))"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:variable name="by-software" as="xs:string" select="f:links('prov:wasAttributedTo', 'this.software')"/>

  <!-- The ids of the document's own categories that an analysis names, in the order of the document. -->
  <xsl:function name="f:borne" as="xs:string*">
    <xsl:param name="ana" as="xs:string?"/>
    <xsl:variable name="borne" as="xs:string*" select="tokenize($ana) ! $category-ids(.)"/>
    <xsl:sequence select="if (count($borne) gt 1) then $categories/@xml:id[. = $borne] else $borne"/>
  </xsl:function>

  <!-- «#classification.secret» → «classification.secret». -->
  <xsl:variable name="category-ids" as="map(xs:string, xs:string)"
                select="map:merge($categories/@xml:id ! map:entry('#' || ., string(.)))"/>

</xsl:stylesheet>
