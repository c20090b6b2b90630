<?xml version="1.0" encoding="UTF-8"?>
<!-- The record and its translation: what the archive holds, apart from our edition of it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="sender-ids" as="xs:string*" select="f:agents($senders)"/>
  <xsl:variable name="author-ids" as="xs:string*"
                select="f:agents(($file/titleStmt/author, $record/msContents/msItem/author)/*[$agent-names(local-name())])"/>
  <!-- Several addressees are several actions; those who have a copy say so in @subtype. -->
  <xsl:variable name="receipts" as="element()*" select="$actions[@type = 'received']"/>
  <xsl:variable name="addressee-ids" as="xs:string*" select="$receipts[not(@subtype = 'cc')] ! f:agents(f:addressees(.))"/>
  <xsl:variable name="copy-ids" as="xs:string*" select="$receipts[@subtype = 'cc'] ! f:agents(f:addressees(.))"/>
  <xsl:variable name="translator-ids" as="xs:string*"
                select="f:persons(f:agents($file/titleStmt/respStmt[matches(resp[1], 'translat', 'i')]/(persName | orgName)))"/>
  <xsl:variable name="event-ids" as="xs:string*" select="$entities[self::event]/@xml:id"/>
  <xsl:variable name="mentioned-ids" as="xs:string*" select="tokenize($digest/@mentioned)"/>
  <xsl:variable name="cited-ids" as="xs:string*" select="$references ! f:local(@target)[$entity-ids(.)]"/>
  <xsl:variable name="number-ids" as="xs:string*" select="(1 to count($numbers)) ! ('this.number.' || .)"/>
  <xsl:variable name="holder" as="element()?" select="$record/msIdentifier/(institution, repository)[1]"/>
  <xsl:variable name="holder-id" as="xs:string" select="(f:local($holder/@ref)[$entity-ids(.)], 'this.holder')[1]"/>

  <!-- A person or an office where one is named; else the body that received it. -->
  <xsl:function name="f:addressees" as="element()*">
    <xsl:param name="action" as="element()"/>
    <xsl:variable name="named" as="element()*" select="$action/(persName | roleName | rs | name)"/>
    <xsl:sequence select="if ($named) then $named else $action/orgName"/>
  </xsl:function>

  <xsl:template name="jsonld.record" as="xs:string+">
    <xsl:variable name="markings" as="xs:string*" select="$categories[not(ancestor::taxonomy[1]/@xml:id = 'document-type')]/@xml:id"/>
    <xsl:variable name="created" as="element()?" select="$profile/creation/date[1]"/>
    <xsl:sequence select="f:object((
      f:node('this.record', ('rico:Record', 'schema:ArchiveComponent', 'schema:Message', 'prov:Entity')),
      f:string('schema:name', $title),
      f:values('rico:title', f:in-language($title, $language)),
      f:string('schema:genre', $document-type),
      f:string('schema:inLanguage', $record-language[. != 'und']),
      f:links('rico:hasOrHadLanguage', f:language-id($record-language)),
      f:strings('rico:note', ($record/msContents/textLang, $record/additional/adminInfo/note) ! normalize-space(.)),
      f:links('schema:sender', $sender-ids),
      f:links('rico:hasSender', $sender-ids),
      f:links('schema:author', f:persons($author-ids)),
      f:links('rico:hasAuthor', $author-ids),
      f:strings('chancery:asPrinted', distinct-values(($file/titleStmt/author, $record/msContents/msItem/author) ! normalize-space(.))),
      f:links('schema:recipient', $addressee-ids),
      f:links('rico:hasAddressee', ($addressee-ids, $copy-ids)),
      f:links('schema:ccRecipient', f:persons($copy-ids)),
      f:whole-time('schema:dateSent', $sent/date[1]/@when),
      f:whole-time('schema:dateReceived', $received/date[1]/@when),
      f:typed-date('schema:dateCreated', substring($dated, 1, 10)[. != '']),
      f:string('schema:temporalCoverage', $dated),
      f:links('rico:hasCreationDate', 'this.creation'[$created]),
      f:links('schema:locationCreated', ($sent, $profile/creation)/placeName ! f:named-id(.)[$place-ids(.)]),
      f:links('schema:identifier', $number-ids),
      f:links('rico:hasOrHadIdentifier', $number-ids),
      $holder ! f:links('schema:holdingArchive', $holder-id),
      $holder ! f:links('rico:hasOrHadHolder', $holder-id),
      f:links('rico:hasDocumentaryFormType', f:marked('document-type')/@xml:id),
      f:links('schema:keywords', $markings),
      f:links('rico:hasOrHadLegalStatus', f:marked('classification')/@xml:id),
      f:links('rico:isAssociatedWithEvent', (1 to count($actions)) ! ('this.transmission.' || .)),
      f:links('schema:citation', $cited-ids),
      f:links('rico:isRecordResourceAssociatedWithRecordResource', $cited-ids),
      f:strings('chancery:refersTo', $references ! normalize-space(.)),
      f:links('schema:about', $event-ids),
      f:links('rico:hasOrHadSubject', $event-ids),
      f:links('schema:mentions', $mentioned-ids[not(. = $event-ids)]),
      f:strings('schema:abstract', $abstract ! normalize-space(.)),
      f:strings('rico:scopeAndContent', $abstract ! normalize-space(.)),
      f:string('schema:conditionsOfAccess', $record/additional/adminInfo/availability/@status),
      f:strings('rico:conditionsOfAccess', $record/additional/adminInfo/availability/p ! normalize-space(.)),
      f:links('schema:workTranslation', 'this.translation'[$translated]),
      f:links('rico:hasGeneticLinkToRecordResource', 'this.translation'[$translated]),
      f:links('rico:hasOrHadDigitalInstantiation', ('this.source'[not($translated)], $published ! ('this.file.' || .(1))))))"/>
    <xsl:for-each select="$created">
      <xsl:sequence select="f:date-node('this.creation', .)"/>
    </xsl:for-each>
    <xsl:if test="$holder-id = 'this.holder' and $holder">
      <xsl:sequence select="f:object((
        f:node('this.holder', ('rico:CorporateBody', 'schema:ArchiveOrganization')),
        f:string('schema:name', normalize-space($holder)),
        f:values('rico:name', f:in-language(normalize-space($holder), $language))))"/>
    </xsl:if>
    <xsl:call-template name="jsonld.languages"/>
  </xsl:template>

  <!-- ............ languages ............ -->

  <xsl:variable name="language-tags" as="xs:string*" select="
    distinct-values(($profile/langUsage/language/@ident, $record-language, $language))[not(. = ('', 'und'))]"/>

  <xsl:function name="f:language-id" as="xs:string?">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="('this.language.' || $tag)[$tag = $language-tags]"/>
  </xsl:function>

  <xsl:template name="jsonld.languages" as="xs:string*">
    <xsl:for-each select="$language-tags">
      <xsl:variable name="tag" as="xs:string" select="."/>
      <xsl:sequence select="f:object((
        f:node('this.language.' || $tag, 'rico:Language'),
        f:string('rico:identifier', $tag),
        f:strings('rico:name', $profile/langUsage/language[@ident = $tag] ! normalize-space(.))))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- ............ translation ............ -->

  <xsl:template name="jsonld.translation" as="xs:string?">
    <xsl:if test="$translated">
      <xsl:sequence select="f:object((
        f:node('this.translation', ('rico:Record', 'schema:CreativeWork', 'prov:Entity')),
        f:string('schema:name', $title),
        f:string('schema:inLanguage', $language[. != 'und']),
        f:links('rico:hasOrHadLanguage', f:language-id($language)),
        f:links('schema:translationOfWork', 'this.record'),
        f:links('schema:translator', $translator-ids),
        f:links('rico:hasOrHadDigitalInstantiation', 'this.source'),
        f:links('prov:wasDerivedFrom', 'this.record')))"/>
    </xsl:if>
  </xsl:template>

  <!-- ............ numbers ............ -->

  <xsl:template name="jsonld.identifiers" as="xs:string*">
    <xsl:for-each select="$numbers">
      <xsl:variable name="type" as="xs:string" select="string((@type, 'idno')[1])"/>
      <xsl:variable name="label" as="xs:string" select="f:label(if (@type) then @type else 'kind.idno')"/>
      <xsl:sequence select="f:object((
        f:node('this.number.' || position(), ('rico:Identifier', 'schema:PropertyValue')),
        f:string('schema:propertyID', $type),
        f:string('schema:name', $label),
        f:string('schema:value', normalize-space(.)),
        f:string('rico:textualValue', normalize-space(.)),
        f:member('rico:hasIdentifierType', f:object((
          f:string('@id', 'chancery:' || encode-for-uri($type)), f:string('@type', 'rico:IdentifierType'), f:string('rico:name', $label))))))"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
