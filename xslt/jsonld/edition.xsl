<?xml version="1.0" encoding="UTF-8"?>
<!-- This edition of the record: who made it, on which terms, its files, and the pages of archives it was made from. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="publication" as="element()?" select="$file/publicationStmt"/>
  <xsl:variable name="licence-words" as="xs:string"
                select="string(($licence-name, $publication/availability/licence ! normalize-space(.))[. != ''][1])"/>
  <xsl:variable name="licence-address" as="xs:string?"
                select="($licence-url, $publication/availability/licence/@target)[matches(., '^https?://')][1]"/>
  <!-- Each person or body that answers for something, in the words of the header. -->
  <xsl:variable name="statements" as="element()*" select="$file/titleStmt/respStmt"/>
  <xsl:variable name="catalogues" as="element()*" select="$file/sourceDesc/bibl[not(@type = 'file')]"/>

  <xsl:template name="jsonld.edition" as="xs:string+">
    <xsl:variable name="page-ids" as="xs:string*" select="(1 to count($catalogues)) ! ('this.catalogue.' || .)"/>
    <xsl:variable name="editors" as="element()*" select="$file/titleStmt/editor"/>
    <xsl:sequence select="f:object((
      f:node('this.edition', ('schema:CreativeWork', 'prov:Entity')),
      f:string('schema:name', $title),
      f:strings('schema:alternativeHeadline', $file/titleStmt/title[@type = 'sub'] ! normalize-space(.)),
      f:strings('schema:identifier', $publication/idno ! normalize-space(.)),
      f:strings('schema:inLanguage', $profile/langUsage/language/@ident),
      f:links('schema:isPartOf', ('this.collection'[$edition-title], 'this.series'[$file/seriesStmt])),
      f:links('schema:isBasedOn', if ($translated) then 'this.translation' else 'this.record'),
      f:links('schema:publisher', 'this.publisher'[$cited-publisher]),
      f:typed-date('schema:datePublished', $publication/date[1]/@when),
      f:strings('schema:version', $file/editionStmt/edition ! normalize-space(.)),
      f:links('schema:editor', (1 to count($editors)) ! ('this.editor.' || .)),
      f:string('schema:creditText', $edition-editors),
      f:links('schema:license', ($licence-address ! iri-to-uri(.), 'this.licence'[$licence-words])[1]),
      f:strings('schema:copyrightNotice', distinct-values(($edition-rights, $publication/availability/p ! normalize-space(.)))),
      f:string('schema:conditionsOfAccess', $publication/availability/@status),
      f:string('schema:creativeWorkStatus', $review-status),
      f:links('schema:encoding', $published ! ('this.file.' || .(1))),
      f:links('schema:hasPart', 'this.conversation'[exists($utterances)]),
      f:links('prov:wasDerivedFrom', (if ($translated) then 'this.translation' else 'this.record', 'this.source', $page-ids)),
      f:links('prov:wasGeneratedBy', 'this.making'),
      f:links('prov:wasInfluencedBy', (1 to count($changes)) ! ('this.change.' || .)),
      f:links('prov:qualifiedAttribution', (1 to count($statements)) ! ('this.statement.' || .))))"/>
    <xsl:if test="$edition-title">
      <xsl:sequence select="f:object((f:node('this.collection', 'schema:Collection'), f:string('schema:name', $edition-title)))"/>
    </xsl:if>
    <!-- The package that the document was deposited in with others. -->
    <xsl:for-each select="$file/seriesStmt[1]">
      <xsl:sequence select="f:object((
        f:node('this.series', 'schema:Collection'),
        f:strings('schema:name', title ! normalize-space(.)),
        f:strings('schema:identifier', idno ! normalize-space(.))))"/>
    </xsl:for-each>
    <xsl:if test="$cited-publisher">
      <xsl:sequence select="f:object((f:node('this.publisher', 'schema:Organization'), f:string('schema:name', $cited-publisher)))"/>
    </xsl:if>
    <xsl:if test="$licence-words">
      <xsl:sequence select="f:object((
        (if ($licence-address) then (f:string('@id', iri-to-uri($licence-address)), '&quot;@type&quot;:[&quot;schema:CreativeWork&quot;]')
         else f:node('this.licence', 'schema:CreativeWork')),
        f:string('schema:name', $licence-words)))"/>
    </xsl:if>
    <xsl:for-each select="$editors">
      <xsl:sequence select="f:object((
        f:node('this.editor.' || position(), ('schema:Person', 'prov:Person')),
        f:string('schema:name', normalize-space(.)),
        f:links('schema:sameAs', f:safe-address(@ref))))"/>
    </xsl:for-each>
    <xsl:for-each select="$statements">
      <xsl:variable name="who" as="element()?" select="(persName, orgName, name)[1]"/>
      <xsl:sequence select="f:object((
        f:node('this.statement.' || position(), 'prov:Attribution'),
        f:strings('schema:description', resp ! normalize-space(.)),
        f:strings('chancery:asPrinted', $who ! normalize-space(.)),
        f:links('prov:agent', if (@xml:id = 'chancery') then 'this.software' else $who ! f:named-id(.))))"/>
    </xsl:for-each>
    <xsl:call-template name="jsonld.catalogues"/>
    <xsl:call-template name="jsonld.files"/>
  </xsl:template>

  <!-- What an archive's page or catalogue says of the record, in its own words. -->
  <xsl:template name="jsonld.catalogues" as="xs:string*">
    <xsl:for-each select="$catalogues">
      <xsl:variable name="citation" as="element()" select="(descendant::bibl[@type = 'citation'], .)[1]"/>
      <xsl:sequence select="f:object((
        f:node('this.catalogue.' || position(), ('schema:CreativeWork', 'prov:Entity')),
        f:string('schema:creditText', normalize-space(string-join($citation/descendant::text()[not(ancestor::seg[@type = 'furniture'])]))),
        f:strings('schema:name', descendant::title ! normalize-space(.)),
        f:strings('schema:identifier', descendant::idno ! normalize-space(.)),
        f:strings('chancery:collection', descendant::publisher ! normalize-space(.)),
        f:strings('schema:keywords', descendant::term ! normalize-space(.)),
        f:strings('schema:conditionsOfAccess', descendant::seg[@type = 'access'] ! normalize-space(.)),
        f:strings('schema:abstract', descendant::note[@type = 'abstract'] ! normalize-space(.)),
        f:strings('schema:description', descendant::note[not(@type = 'abstract')] ! normalize-space(.)),
        f:strings('schema:temporalCoverage', distinct-values(descendant::date/(@when, @from, @notBefore)[1] ! string(.))),
        f:links('schema:url', distinct-values(descendant::*/@target ! f:safe-address(.)[starts-with(., 'http')])),
        f:links('schema:about', 'this.record')))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- ............ files ............ -->

  <!-- Format, path and media type of each file that is published. -->
  <xsl:variable name="published" as="array(xs:string)*" select="
    (if ($files) then tokenize($files, '\n')
     else ('html&#x9;index.html&#x9;text/html', 'text&#x9;' || $id || '.txt&#x9;text/plain',
           'jsonld&#x9;' || $id || '.jsonld&#x9;application/ld+json', 'tei&#x9;' || $id || '.xml&#x9;application/tei+xml'))
    ! array { tokenize(., '&#x9;') }"/>

  <xsl:template name="jsonld.files" as="xs:string+">
    <xsl:for-each select="$published">
      <xsl:variable name="made-from" as="xs:string" select="if (.(1) = 'tei') then 'this.source' else 'this.file.tei'"/>
      <xsl:sequence select="f:object((
        f:node('this.file.' || .(1), ('rico:Instantiation', 'schema:MediaObject', 'prov:Entity')),
        f:string('schema:name', .(2)),
        f:string('rico:identifier', .(2)),
        f:string('schema:encodingFormat', .(3)),
        f:links('schema:contentUrl', ($jsonld.base || .(2))[$base-url]),
        f:links('rico:isOrWasDerivedFromInstantiation', $made-from),
        f:links('prov:wasDerivedFrom', $made-from),
        f:links('prov:wasGeneratedBy', 'this.making')))"/>
    </xsl:for-each>
    <xsl:variable name="source" as="element()?" select="$file/sourceDesc/bibl[@type = 'file'][1]"/>
    <xsl:sequence select="f:object((
      f:node('this.source', ('rico:Instantiation', 'schema:MediaObject', 'prov:Entity')),
      f:string('schema:name', ($source-name[. != ''], f:label('source'))[1]),
      f:string('schema:sha256', $source-checksum),
      f:string('schema:contentSize', $source/extent/measure[@unit = 'byte'][1]/@quantity ! (. || ' B')),
      f:strings('rico:instantiationExtent', $source/extent/measure ! normalize-space(.)),
      f:strings('schema:description', ($source/note, $file/sourceDesc/p) ! normalize-space(.))))"/>
  </xsl:template>

</xsl:stylesheet>
