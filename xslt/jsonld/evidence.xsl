<?xml version="1.0" encoding="UTF-8"?>
<!-- The evidence of asserted facts: what is said of what, by which rule, how surely, in which words. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:x-chancery:functions"
                xmlns:c="urn:x-chancery:digest"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="jsonld.evidence" as="xs:string*">
    <xsl:for-each select="$used-rules">
      <xsl:sequence select="f:object((
        f:node('r.' || @id, 'chancery:Rule'), f:string('schema:name', @id), f:string('schema:description', .)))"/>
    </xsl:for-each>
    <xsl:for-each select="$evidence">
      <xsl:sequence select="f:object((
        f:node(@id, 'chancery:Assertion'),
        f:string('chancery:asserts', @kind),
        f:links('chancery:identifies', @entity),
        (if (@iso) then f:string('chancery:value', @iso) else f:links('chancery:value', f:borne(@ana))),
        f:strings('chancery:words', c:w),
        f:number('chancery:occurrences', number(@times)),
        f:links('chancery:rule', c:r ! ('r.' || .)),
        f:string('chancery:certainty', @cert),
        (if (@responsible) then f:string('chancery:responsible', @responsible) else $by-software)))"/>
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
