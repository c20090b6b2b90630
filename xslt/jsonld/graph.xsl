<?xml version="1.0" encoding="UTF-8"?>
<!--
  The linked-data edition: one JSON-LD 1.1 graph. schema.org for the web, RiC-O 1.1 for archives, PROV-O for how it was
  made, SKOS for the markings; chancery: for what none of them says (direct and indirect speech, rule and certainty).

  JSON is written as text by the functions of json.xsl, so keys come in the order they are written here. The context is
  inline: nothing is fetched to read it. Every fact comes from the TEI.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="jsonld.base" as="xs:string"
                select="if ($base-url) then $base-url || '/' || $id || '/' else 'urn:x-chancery:' || encode-for-uri($id) || '/'"/>
  <xsl:variable name="jsonld.register" as="xs:string"
                select="if ($base-url) then $base-url || '/register/#' else 'urn:x-chancery:register/#'"/>

  <!-- Is there a translation beside the record, or is the text the record itself? -->
  <xsl:variable name="translated" as="xs:boolean"
                select="exists(/TEI/text/body/div[@type = 'translation']) or exists($translators)"/>
  <xsl:variable name="record-language" as="xs:string"
                select="string(($record/msContents/textLang/@mainLang, $language[not($translated)])[1])"/>

  <xsl:template name="jsonld.graph" as="text()">
    <xsl:variable name="nodes" as="xs:string*">
      <xsl:call-template name="jsonld.record"/>
      <xsl:call-template name="jsonld.translation"/>
      <xsl:call-template name="jsonld.edition"/>
      <xsl:call-template name="jsonld.identifiers"/>
      <xsl:call-template name="jsonld.markings"/>
      <xsl:call-template name="jsonld.transmissions"/>
      <xsl:apply-templates select="$entities" mode="jsonld.entity"/>
      <xsl:call-template name="jsonld.loose-names"/>
      <xsl:call-template name="jsonld.conversation"/>
      <xsl:call-template name="jsonld.making"/>
      <xsl:call-template name="jsonld.evidence"/>
    </xsl:variable>
    <xsl:value-of select="f:object(('&quot;@context&quot;:' || f:context(), '&quot;@graph&quot;:' || f:array($nodes)))"/>
  </xsl:template>

  <xsl:function name="f:context" as="xs:string">
    <xsl:sequence select="f:object((
      f:number('@version', 1.1),
      f:string('@base', $jsonld.base),
      f:string('schema', 'http://schema.org/'),
      f:string('rico', 'https://www.ica.org/standards/RiC/ontology#'),
      f:string('prov', 'http://www.w3.org/ns/prov#'),
      f:string('skos', 'http://www.w3.org/2004/02/skos/core#'),
      f:string('xsd', 'http://www.w3.org/2001/XMLSchema#'),
      f:member('chancery', f:object((f:string('@id', 'urn:x-chancery:vocabulary#'), f:member('@prefix', 'true'))))))"/>
  </xsl:function>

</xsl:stylesheet>
