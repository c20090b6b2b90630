<?xml version="1.0" encoding="UTF-8"?>
<!-- The record, its translation, this edition of it, its files, its numbers and markings, and how the edition was made. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="sender-ids" as="xs:string*" select="$senders ! f:local(@ref)[$entity-ids(.)]"/>
  <xsl:variable name="addressee-ids" as="xs:string*" select="$addressees ! f:local(@ref)[$entity-ids(.)]"/>
  <xsl:variable name="translator-ids" as="xs:string*"
                select="$file/titleStmt/respStmt[matches(resp[1], 'translat', 'i')]/persName ! f:local(@ref)[$entity-ids(.)]"/>
  <xsl:variable name="event-ids" as="xs:string*" select="$entities[self::event]/@xml:id"/>
  <xsl:variable name="mentioned-ids" as="xs:string*" select="distinct-values(distinct-values($mentions ! f:pointer(.)) ! f:local(.)[$entity-ids(.)])"/>
  <xsl:variable name="cited-ids" as="xs:string*" select="$references ! f:local(@target)[$entity-ids(.)]"/>
  <xsl:variable name="number-ids" as="xs:string*" select="(1 to count($numbers)) ! ('this.number.' || .)"/>
  <xsl:variable name="holder" as="element()?" select="$record/msIdentifier/(institution, repository)[1]"/>
  <xsl:variable name="holder-id" as="xs:string" select="(f:local($holder/@ref)[$entity-ids(.)], 'this.holder')[1]"/>

  <xsl:template name="jsonld.record" as="xs:string+">
    <xsl:variable name="marking-ids" as="xs:string*" select="('classification', 'precedence', 'handling') ! f:marked(.)/@xml:id"/>
    <xsl:sequence select="f:object((
      f:node('this.record', ('rico:Record', 'schema:ArchiveComponent', 'schema:Message', 'prov:Entity')),
      f:string('schema:name', $title),
      f:values('rico:title', f:in-language($title, $language)),
      f:string('schema:inLanguage', $record-language),
      f:language('rico:hasOrHadLanguage', $record-language),
      f:links('schema:sender', $sender-ids),
      f:links('rico:hasSender', $sender-ids),
      f:links('schema:recipient', $addressee-ids),
      f:links('rico:hasAddressee', $addressee-ids),
      f:typed-date('schema:dateSent', $sent/date[1]/@when),
      f:typed-date('schema:dateReceived', $received/date[1]/@when),
      (if (empty($sent/date)) then f:typed-date('schema:dateCreated', $dated[. != '']) else ()),
      f:links('schema:locationCreated', $sent/placeName ! f:local(@ref)[$entity-ids(.)]),
      f:links('schema:identifier', $number-ids),
      f:links('rico:hasOrHadIdentifier', $number-ids),
      $holder ! f:links('schema:holdingArchive', $holder-id),
      $holder ! f:links('rico:hasOrHadHolder', $holder-id),
      f:links('rico:hasDocumentaryFormType', f:marked('document-type')/@xml:id),
      f:links('schema:keywords', $marking-ids),
      f:links('rico:hasOrHadLegalStatus', f:marked('classification')/@xml:id),
      f:links('rico:isAssociatedWithEvent', (1 to count($actions)) ! ('this.transmission.' || .)),
      f:links('schema:citation', $cited-ids),
      f:links('rico:isRecordResourceAssociatedWithRecordResource', $cited-ids),
      f:links('schema:about', $event-ids),
      f:links('rico:hasOrHadSubject', $event-ids),
      f:links('schema:mentions', $mentioned-ids[not(. = $event-ids)]),
      f:strings('schema:abstract', $abstract ! normalize-space(.)),
      f:strings('rico:conditionsOfAccess', $record/additional/adminInfo/availability/p ! normalize-space(.)),
      f:links('schema:workTranslation', 'this.translation'[$translated]),
      f:links('rico:hasGeneticLinkToRecordResource', 'this.translation'[$translated]),
      f:links('rico:hasOrHadDigitalInstantiation', 'this.file.tei')))"/>
    <xsl:if test="$holder-id = 'this.holder' and $holder">
      <xsl:sequence select="f:object((
        f:node('this.holder', ('rico:CorporateBody', 'schema:ArchiveOrganization')),
        f:string('schema:name', normalize-space($holder)),
        f:values('rico:name', f:in-language(normalize-space($holder), $edition-language))))"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:language" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="
      if ($tag = ('', 'und')) then ()
      else f:member($key, f:object((f:node('this.language.' || $tag, 'rico:Language'), f:string('rico:identifier', $tag))))"/>
  </xsl:function>

  <xsl:template name="jsonld.translation" as="xs:string?">
    <xsl:if test="$translated">
      <xsl:sequence select="f:object((
        f:node('this.translation', ('rico:Record', 'schema:CreativeWork', 'prov:Entity')),
        f:string('schema:name', $title),
        f:string('schema:inLanguage', $language[. != 'und']),
        f:language('rico:hasOrHadLanguage', $language),
        f:links('schema:translationOfWork', 'this.record'),
        f:links('schema:translator', $translator-ids),
        f:links('prov:wasDerivedFrom', 'this.record')))"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="jsonld.edition" as="xs:string+">
    <xsl:variable name="source" as="element()?" select="$file/sourceDesc/bibl[@type = 'file'][1]"/>
    <xsl:sequence select="f:object((
      f:node('this.edition', ('schema:CreativeWork', 'prov:Entity')),
      f:string('schema:name', $title),
      f:links('schema:isPartOf', 'this.collection'[$edition-title]),
      f:links('schema:isBasedOn', if ($translated) then 'this.translation' else 'this.record'),
      f:links('schema:publisher', 'this.publisher'[$cited-publisher]),
      f:string('schema:creditText', $edition-editors),
      f:string('schema:license', ($licence-url[. != ''], $licence-name)[1]),
      f:string('schema:usageInfo', $edition-rights),
      f:string('schema:creativeWorkStatus', $review-status),
      f:links('schema:encoding', ('html', 'text', 'jsonld', 'tei') ! ('this.file.' || .)),
      f:links('schema:hasPart', 'this.conversation'[exists($utterances)]),
      f:links('prov:wasGeneratedBy', 'this.making')))"/>
    <xsl:if test="$edition-title">
      <xsl:sequence select="f:object((f:node('this.collection', 'schema:Collection'), f:string('schema:name', $edition-title)))"/>
    </xsl:if>
    <xsl:if test="$cited-publisher">
      <xsl:sequence select="f:object((f:node('this.publisher', 'schema:Organization'), f:string('schema:name', $cited-publisher)))"/>
    </xsl:if>
    <xsl:sequence select="
      f:file('html', 'index.html', 'text/html', 'this.file.tei'),
      f:file('text', $id || '.txt', 'text/plain', 'this.file.tei'),
      f:file('jsonld', $id || '.jsonld', 'application/ld+json', 'this.file.tei'),
      f:file('tei', $id || '.xml', 'application/tei+xml', 'this.source')"/>
    <xsl:sequence select="f:object((
      f:node('this.source', ('rico:Instantiation', 'schema:MediaObject', 'prov:Entity')),
      f:string('schema:name', $source-name),
      f:string('schema:sha256', $source-checksum),
      f:string('schema:contentSize', $source/extent/measure[@unit = 'byte'][1]/@quantity ! (. || ' B'))))"/>
  </xsl:template>

  <xsl:function name="f:file" as="xs:string">
    <xsl:param name="format" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="media-type" as="xs:string"/>
    <xsl:param name="made-from" as="xs:string"/>
    <xsl:sequence select="f:object((
      f:node('this.file.' || $format, ('rico:Instantiation', 'schema:MediaObject', 'prov:Entity')),
      f:string('schema:name', $path),
      f:string('schema:encodingFormat', $media-type),
      f:string('schema:contentUrl', ($jsonld.base || $path)[$base-url]),
      f:string('rico:identifier', $path),
      f:links('prov:wasDerivedFrom', $made-from),
      f:links('prov:wasGeneratedBy', 'this.making')))"/>
  </xsl:function>

  <xsl:template name="jsonld.identifiers" as="xs:string*">
    <xsl:for-each select="$numbers">
      <xsl:sequence select="f:object((
        f:node('this.number.' || position(), ('rico:Identifier', 'schema:PropertyValue')),
        f:string('schema:propertyID', @type),
        f:string('schema:name', f:label((@type, 'kind.idno')[1])),
        f:string('schema:value', normalize-space(.)),
        f:string('rico:textualValue', normalize-space(.))))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Classification, precedence and handling are three schemes; their terms keep the words of both languages. -->
  <xsl:template name="jsonld.markings" as="xs:string*">
    <xsl:for-each-group select="$categories" group-by="ancestor::taxonomy[1]/@xml:id">
      <xsl:variable name="scheme" as="xs:string" select="current-grouping-key()"/>
      <xsl:sequence select="f:object((
        f:node($scheme, ('skos:ConceptScheme', 'schema:DefinedTermSet')),
        f:string('schema:name', f:label($scheme)),
        f:string('schema:description', ancestor::taxonomy[1]/desc[1] ! normalize-space(.))))"/>
      <xsl:for-each select="current-group()">
        <xsl:sequence select="f:object((
          f:node(@xml:id, ('skos:Concept', 'schema:DefinedTerm', 'rico:LegalStatus'[$scheme = 'classification'],
                           'rico:DocumentaryFormType'[$scheme = 'document-type'])),
          f:strings('schema:name', catDesc ! normalize-space(.)),
          f:values('skos:prefLabel', catDesc ! f:in-language(normalize-space(.), @xml:lang)),
          f:string('schema:termCode', @xml:id),
          f:links('skos:inScheme', $scheme),
          f:links('schema:inDefinedTermSet', $scheme)))"/>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:template>

  <!-- How the edition was made: no time of day unless the settings give one, so that the same document gives the same graph. -->
  <xsl:template name="jsonld.making" as="xs:string+">
    <xsl:sequence select="
      f:object((
        f:node('this.making', 'prov:Activity'),
        f:links('prov:used', 'this.source'),
        f:links('prov:wasAssociatedWith', 'this.software'),
        f:typed-date('prov:endedAtTime', $build-date[. castable as xs:dateTime]))),
      f:object((
        f:node('this.software', ('prov:SoftwareAgent', 'schema:SoftwareApplication')),
        f:string('schema:name', 'Chancery'),
        f:string('schema:softwareVersion', ($version[. != ''], $header/encodingDesc/appInfo/application[@ident = 'chancery']/@version)[1])))"/>
  </xsl:template>

</xsl:stylesheet>
