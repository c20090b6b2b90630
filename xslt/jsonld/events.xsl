<?xml version="1.0" encoding="UTF-8"?>
<!--
  Dispatch, receipt and the like as events: RiC-O has no property for the time of either. The date keeps what is printed
  (expressedDate), what it comes to (normalizedDateValue) and what was reckoned (dateQualifier).
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="jsonld.transmissions" as="xs:string*">
    <xsl:for-each select="$actions">
      <xsl:variable name="id" as="xs:string" select="'this.transmission.' || position()"/>
      <xsl:variable name="kind" as="xs:string" select="'chancery:' || f:capital(translate((@type, 'transmission')[1], ' ', ''))"/>
      <xsl:sequence select="f:object((
        f:node($id, 'rico:Event'),
        f:values('rico:name', f:in-language(f:label('action.' || @type), $edition-language)),
        f:member('rico:hasEventType', f:object((f:string('@id', $kind), f:string('@type', 'rico:EventType')))),
        f:links('rico:occurredAtDate', date[1] ! ($id || '.date')),
        f:links('rico:hasOrHadLocation', placeName ! f:local(@ref)[$entity-ids(.)]),
        f:links('rico:hasOrHadParticipant', (persName, roleName, orgName, rs) ! f:local(@ref)[$entity-ids(.)])))"/>
      <xsl:for-each select="date[1]">
        <xsl:sequence select="f:object((
          f:node($id || '.date', 'rico:Date'),
          f:string('rico:expressedDate', normalize-space(.)),
          f:typed-date('rico:normalizedDateValue', f:date-iso(.)[. != '']),
          f:string('rico:dateQualifier', f:qualifier(.))))"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- «minute precision; UTC offset inferred from place and year; certainty medium». -->
  <xsl:function name="f:qualifier" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="string-join((
      'minute precision'[matches($date/@when, 'T\d\d:\d\d:00')],
      'UTC offset inferred from place and year'[f:zone-inferred($date)],
      $date/@cert ! ('certainty ' || .)), '; ')"/>
  </xsl:function>

  <xsl:template match="event" mode="jsonld.entity" as="xs:string">
    <xsl:variable name="participants" as="xs:string*" select="$profile/particDesc/descendant::person[$one-event]/@xml:id"/>
    <xsl:sequence select="f:object((
      f:node(@xml:id, ('rico:Event', 'schema:Event')),
      f:named(.),
      f:typed-date('schema:startDate', (@from, @when, @notBefore)[1]),
      f:typed-date('schema:endDate', (@to, @notAfter)[1]),
      f:links('schema:attendee', $participants),
      f:links('rico:hasOrHadParticipant', $participants)))"/>
  </xsl:template>

  <!-- The participants of particDesc are those of the meeting where there is one meeting. -->
  <xsl:variable name="one-event" as="xs:boolean" select="count($event-ids) = 1"/>

</xsl:stylesheet>
