<?xml version="1.0" encoding="UTF-8"?>
<!-- The evidence of asserted facts: what is said of what, by which rule, how surely, in which words. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="jsonld.evidence" as="xs:string*">
    <xsl:for-each select="distinct-values($evidence ! f:rules(?node))">
      <xsl:sequence select="f:object((
        f:node('r.' || ., 'chancery:Rule'), f:string('schema:name', .), f:string('schema:description', f:rule-words(.))))"/>
    </xsl:for-each>
    <xsl:for-each select="$evidence">
      <xsl:variable name="node" as="element()" select="?node"/>
      <xsl:variable name="category" as="element()*" select="f:targets($node/@ana)[. intersect $categories]"/>
      <xsl:sequence select="f:object((
        f:node(?id, 'chancery:Assertion'),
        f:string('chancery:asserts', f:assertion-kind($node)),
        f:links('chancery:identifies', ?entity[$entity-ids(.)]),
        (if (local-name($node) = ('date', 'time', 'event')) then f:string('chancery:value', f:date-iso($node))
         else f:links('chancery:value', $category/@xml:id)),
        f:strings('chancery:words', distinct-values(?nodes ! f:quoted(.))),
        f:number('chancery:occurrences', count(?nodes)),
        f:links('chancery:rule', f:rules($node) ! ('r.' || .)),
        f:string('chancery:certainty', ($node/@cert, 'unknown')[1]),
        (if ($node/@resp = '#chancery') then f:links('prov:wasAttributedTo', 'this.software')
         else f:string('chancery:responsible', f:responsible($node)))))"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
