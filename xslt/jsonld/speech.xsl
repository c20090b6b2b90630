<?xml version="1.0" encoding="UTF-8"?>
<!-- What was said: a conversation with its utterances in order. A speaker only where one is established. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="utterances" as="element()*" select="/TEI/text/descendant::*[self::said or self::sp]"/>

  <xsl:template name="jsonld.conversation" as="xs:string*">
    <xsl:if test="exists($utterances)">
      <xsl:variable name="ids" as="xs:string*" select="for $n in 1 to count($utterances) return f:utterance-id($utterances[$n], $n)"/>
      <xsl:sequence select="f:object((
        f:node('this.conversation', 'schema:Conversation'),
        f:links('schema:isPartOf', 'this.edition'),
        f:links('schema:about', $event-ids[$one-event]),
        f:links('schema:hasPart', $ids)))"/>
      <xsl:for-each select="$utterances">
        <xsl:variable name="position" as="xs:integer" select="position()"/>
        <xsl:variable name="kind" as="xs:string" select="
          if (self::sp) then 'chancery:Turn' else if (@direct = 'false') then 'chancery:IndirectSpeech' else 'chancery:DirectSpeech'"/>
        <xsl:variable name="speakers" as="xs:string*" select="tokenize(@who) ! f:local(.)[$entity-ids(.)]"/>
        <xsl:variable name="people" as="xs:string*" select="f:persons($speakers)"/>
        <xsl:sequence select="f:object((
          f:node($ids[$position], 'schema:Quotation'),
          f:number('schema:position', $position),
          f:member('schema:additionalType', f:object(f:string('@id', $kind))),
          f:links('schema:spokenByCharacter', $people),
          (: schema.org knows people and organisations as speakers; an office speaks too. :)
          f:links('chancery:spokenBy', $speakers[not(. = $people)]),
          f:links('chancery:addressedTo', tokenize(@toWhom) ! f:local(.)[$entity-ids(.)]),
          f:string('schema:inLanguage', ancestor-or-self::*[@xml:lang][1]/@xml:lang[. != 'und']),
          f:string('schema:text', f:source-text(.)),
          f:links('schema:isPartOf', 'this.conversation'),
          f:links('chancery:evidence', f:evidence-ids(.))))"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:utterance-id" as="xs:string">
    <xsl:param name="utterance" as="element()"/>
    <xsl:param name="position" as="xs:integer"/>
    <xsl:sequence select="string(($utterance/@xml:id, 'this.utterance.' || $position)[1])"/>
  </xsl:function>

</xsl:stylesheet>
