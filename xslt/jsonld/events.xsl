<?xml version="1.0" encoding="UTF-8"?>
<!--
  Dispatch, receipt and the like as events: RiC-O has no property for the time of either. The date keeps what is printed
  (expressedDate), what it comes to (normalizedDateValue), what was reckoned (dateQualifier), and leads to its evidence.
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
      <xsl:variable name="kind" as="xs:string" select="string((@type, 'transmission')[1])"/>
      <xsl:sequence select="f:object((
        f:node($id, 'rico:Event'),
        f:values('rico:name', f:in-language(f:label('action.' || $kind), $edition-language)),
        f:member('rico:hasEventType', f:object((
          f:string('@id', 'chancery:' || f:capital(encode-for-uri(translate($kind, ' ', '')))), f:string('@type', 'rico:EventType')))),
        f:links('rico:occurredAtDate', date[1] ! ($id || '.date')),
        f:links('rico:hasOrHadLocation', placeName ! f:named-id(.)[$place-ids(.)]),
        f:links('rico:hasOrHadParticipant', f:agents((persName, roleName, orgName, rs, name))),
        f:strings('chancery:asPrinted', distinct-values((persName, roleName, orgName, rs, name, placeName) ! normalize-space(.))),
        f:strings('rico:note', note ! normalize-space(.)),
        f:links('chancery:evidence', f:evidence-ids(.))))"/>
      <xsl:for-each select="date[1]">
        <xsl:sequence select="f:date-node($id || '.date', .)"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:date-node" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="iso" as="xs:string" select="f:date-iso($date)"/>
    <xsl:sequence select="f:object((
      f:node($id, 'rico:Date'),
      f:string('rico:expressedDate', (normalize-space($date)[. != ''], $iso)[1]),
      f:typed-date('rico:normalizedDateValue', $iso[. != '']),
      f:string('rico:dateQualifier', f:qualifier($date)),
      f:links('chancery:evidence', f:evidence-ids($date))))"/>
  </xsl:function>

  <!-- «minute precision; UTC offset inferred from place and year; certainty medium». -->
  <xsl:function name="f:qualifier" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="string-join((
      'minute precision'[matches($date/@when, 'T\d\d:\d\d:00')],
      'UTC offset inferred from place and year'[f:zone-inferred($date)],
      'no UTC offset'[$date/@when castable as xs:dateTime and not(f:has-zone($date/@when))],
      $date/@cert ! ('certainty ' || .)), '; ')"/>
  </xsl:function>

  <!-- The assertion that gives the evidence, where something bears any. -->
  <xsl:function name="f:evidence-ids" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="if ($node/@resp and ($node/@ana or $node/@cert)) then f:evidence-id($node) else ()"/>
  </xsl:function>

  <xsl:template match="event" mode="jsonld.entity" as="xs:string+">
    <xsl:variable name="id" as="xs:string" select="@xml:id"/>
    <xsl:variable name="participants" as="xs:string*" select="$profile/particDesc/descendant::person[$one-event]/@xml:id"/>
    <xsl:variable name="setting" as="element()?" select="$profile/settingDesc/setting[tokenize(@corresp) = '#' || $id][1]"/>
    <xsl:sequence select="f:object((
      f:node($id, ('rico:Event', 'schema:Event')),
      f:named(.),
      f:typed-date('schema:startDate', (@from, @when, @notBefore)[1]),
      f:typed-date('schema:endDate', (@to, @notAfter)[1]),
      f:links('schema:attendee', $participants),
      f:links('rico:hasOrHadParticipant', $participants),
      f:strings('schema:description', $setting/activity ! normalize-space(.)),
      f:links('rico:hasOrHadLocation', ($setting/placeName ! f:named-id(.)[$place-ids(.)])),
      f:links('rico:occurredAtDate', $setting/date[1] ! ($id || '.date')),
      f:links('chancery:evidence', f:evidence-ids(.))))"/>
    <xsl:for-each select="$setting/date[1]">
      <xsl:sequence select="f:date-node($id || '.date', .)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The participants of particDesc are those of the meeting where there is one meeting. -->
  <xsl:variable name="one-event" as="xs:boolean" select="count($event-ids) = 1"/>

</xsl:stylesheet>
