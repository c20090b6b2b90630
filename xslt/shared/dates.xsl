<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates, times and durations in words, from TEI's normalised attributes. Values that are not valid stay as they are. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- «1978-07-22» → «22 July 1978»; «1978-07» → «July 1978»; «1978-07-22T19:40:00+08:00» → «22 July 1978, 19:40». -->
  <xsl:function name="f:day" as="xs:string">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(tokenize(string($iso), 'T')[1], '-')"/>
    <xsl:variable name="month" as="xs:string?"
                  select="tokenize(f:label('months'), ' ')[position() = number($parts[2])]"/>
    <xsl:sequence select="
      if (matches($iso, '^\d{4}-\d\d-\d\d') and $month)
        then string-join((string(number($parts[3])), $month, $parts[1]), ' ')
      else if (matches($iso, '^\d{4}-\d\d$') and $month) then $month || ' ' || $parts[1]
      else string($iso)"/>
  </xsl:function>

  <!-- «19:40» of a date with a time; the seconds only where they are not 0. -->
  <xsl:function name="f:clock" as="xs:string?">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:variable name="time" as="xs:string?" select="tokenize($iso, 'T')[2] ! replace(., '(Z|[+-]\d\d:\d\d)$', '')"/>
    <xsl:sequence select="$time ! replace(., '^(\d\d:\d\d):00(\.0+)?$', '$1')"/>
  </xsl:function>

  <!-- «UTC+08:00» of a date with a time and a zone. -->
  <xsl:function name="f:zone" as="xs:string?">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:variable name="zone" as="xs:string?"
                  select="tokenize($iso, 'T')[2][matches(., '(Z|[+-]\d\d:\d\d)$')] ! replace(., '^.*?(Z|[+-]\d\d:\d\d)$', '$1')"/>
    <xsl:sequence select="$zone ! (if (. = 'Z') then 'UTC' else 'UTC' || replace(., '-', '−'))"/>
  </xsl:function>

  <xsl:function name="f:moment" as="xs:string">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:sequence select="string-join((f:day($iso), f:clock($iso)), ', ')"/>
  </xsl:function>

  <!-- «PT2H» → «2 hours», «PT10M/PT15M» → «10 minutes to 15 minutes». -->
  <xsl:function name="f:duration" as="xs:string">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:variable name="each" as="xs:string*">
      <xsl:for-each select="tokenize($iso, '/')">
        <xsl:variable name="in-time" as="xs:string" select="substring-after(., 'T')"/>
        <xsl:variable name="in-days" as="xs:string" select="substring-after(replace(., 'T.*$', ''), 'P')"/>
        <xsl:variable name="words" as="xs:string*" select="
          f:counted($in-days, 'Y', 'year'), f:counted($in-days, 'M', 'month'), f:counted($in-days, 'W', 'week'),
          f:counted($in-days, 'D', 'day'), f:counted($in-time, 'H', 'hour'), f:counted($in-time, 'M', 'minute'),
          f:counted($in-time, 'S', 'second')"/>
        <xsl:sequence select="if (exists($words)) then string-join($words, ' ') else ."/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($each, ' ' || f:label('to') || ' ')"/>
  </xsl:function>

  <xsl:function name="f:counted" as="xs:string?">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:param name="letter" as="xs:string"/>
    <xsl:param name="unit" as="xs:string"/>
    <xsl:if test="matches($iso, '\d' || $letter)">
      <xsl:variable name="number" as="xs:string" select="replace($iso, '^.*?(\d+(\.\d+)?)' || $letter || '.*$', '$1')"/>
      <xsl:sequence select="$number || ' ' || f:label(if ($number = '1') then $unit else $unit || 's')"/>
    </xsl:if>
  </xsl:function>

  <!-- The normalised value of a date, time or period in words, for whichever attributes it has. -->
  <xsl:function name="f:date-value" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="from" as="xs:string?" select="($date/@from, $date/@notBefore, $date/@from-iso, $date/@notBefore-iso)[1]"/>
    <xsl:variable name="to" as="xs:string?" select="($date/@to, $date/@notAfter, $date/@to-iso, $date/@notAfter-iso)[1]"/>
    <xsl:variable name="when" as="xs:string?" select="($date/@when, $date/@when-iso)[1]"/>
    <xsl:variable name="length" as="xs:string?" select="($date/@dur, $date/@dur-iso)[1]"/>
    <xsl:variable name="moment" as="xs:string*" select="
      if ($when) then string-join((f:moment($when), f:zone($when)), ' ')
      else if ($from and $to) then f:moment($from) || ' – ' || f:moment($to)
      else if ($from) then f:label(if ($date/@from) then 'from' else 'not-before') || ' ' || f:moment($from)
      else if ($to) then f:label(if ($date/@to) then 'until' else 'not-after') || ' ' || f:moment($to)
      else ()"/>
    <xsl:sequence select="string-join(($moment, $length ! f:duration(.)), ', ')"/>
  </xsl:function>

  <!-- The same value as ISO 8601, for machines: what stands in the attributes. -->
  <xsl:function name="f:date-iso" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="start" as="xs:string?" select="($date/@from, $date/@notBefore, $date/@from-iso, $date/@notBefore-iso)[1]"/>
    <xsl:variable name="end" as="xs:string?" select="($date/@to, $date/@notAfter, $date/@to-iso, $date/@notAfter-iso)[1]"/>
    <xsl:sequence select="string(
      ($date/@when, $date/@when-iso,
       (if ($start or $end) then ($start, '..')[1] || '/' || ($end, '..')[1] else ()),
       $date/@dur, $date/@dur-iso)[1])"/>
  </xsl:function>

</xsl:stylesheet>
