<?xml version="1.0" encoding="UTF-8"?>
<!--
  Classification, precedence and handling are three schemes; their terms keep the words of both languages. They are not
  equated with the levels of any other state.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="jsonld.markings" as="xs:string*">
    <xsl:for-each-group select="$categories" group-by="ancestor::taxonomy[1]/@xml:id">
      <xsl:variable name="scheme" as="xs:string" select="current-grouping-key()"/>
      <xsl:sequence select="f:object((
        f:node($scheme, ('skos:ConceptScheme', 'schema:DefinedTermSet')),
        f:string('schema:name', f:label($scheme)),
        f:string('schema:description', ancestor::taxonomy[1]/desc[1] ! normalize-space(.))))"/>
      <xsl:for-each select="current-group()/.">
        <xsl:variable name="labels" as="xs:string*" select="catDesc ! f:in-language(normalize-space(.), (@xml:lang, $edition-language)[1])"/>
        <xsl:sequence select="f:object((
          f:node(@xml:id, ('skos:Concept', 'schema:DefinedTerm', 'rico:LegalStatus'[$scheme = 'classification'],
                           'rico:DocumentaryFormType'[$scheme = 'document-type'])),
          f:strings('schema:name', distinct-values(catDesc ! normalize-space(.))),
          f:values('skos:prefLabel', distinct-values($labels)),
          f:values('rico:name', distinct-values($labels)),
          f:string('schema:termCode', @xml:id),
          f:links('skos:inScheme', $scheme),
          f:links('schema:inDefinedTermSet', $scheme)))"/>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:template>

</xsl:stylesheet>
