<?xml version="1.0" encoding="UTF-8"?>
<!-- The whole: facts of the header, the text, where it comes from. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template name="flow.document">
    <flow id="{$id}" lang="{$language}" title="{$title}" ui="{$edition-language}" dated="{$dated}"
          publisher="{$edition-publisher}" rights="{f:flow-rights()}" revised="{max($header/revisionDesc/change/@when/string())}">
      <xsl:for-each select="$senders">
        <creator>{normalize-space(.)}</creator>
      </xsl:for-each>
      <xsl:call-template name="flow.facts"/>
      <xsl:apply-templates select="/TEI/text" mode="flow"/>
      <xsl:call-template name="flow.about"/>
    </flow>
  </xsl:template>

  <xsl:template name="flow.facts">
    <xsl:sequence select="
      f:flow-fact('document-type', string-join(($document-type, $number[.] ! (f:label('number-short') || ' ' || .)), ' ')),
      f:flow-fact('sender', string-join($senders ! normalize-space(.), ', ')),
      f:flow-fact('addressee', string-join($addressees ! normalize-space(.), ', ')),
      f:flow-fact('sent', f:action-line($sent)),
      f:flow-fact('received', f:action-line($received)),
      (if ($sent/date) then () else f:flow-fact('dated', $dated-moment)),
      ('classification', 'precedence', 'handling') ! f:flow-fact(., string-join(f:marked(.) ! f:category(.), ', ')),
      f:flow-fact('reference', string-join($references ! (normalize-space(.)[.], f:called(.))[1], ', '))"/>
  </xsl:template>

  <xsl:function name="f:flow-fact" as="element()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value">
      <fact label="{f:capital(f:label($label))}">{$value}</fact>
    </xsl:if>
  </xsl:function>

  <xsl:template name="flow.about">
    <xsl:sequence select="
      $source-name[. != ''] ! f:flow-about('source', .),
      $source-checksum[. != ''] ! f:flow-about('checksum', .),
      f:flow-about('status', f:label('review.' || $review-status)),
      f:flow-rights()[. != ''] ! f:flow-about('rights', .)"/>
  </xsl:template>

  <xsl:function name="f:flow-about" as="element()">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <about label="{f:label($label)}">{$value}</about>
  </xsl:function>

  <xsl:function name="f:flow-rights" as="xs:string">
    <xsl:sequence select="string(($edition-rights[.], $file/publicationStmt/availability/p ! normalize-space(.))[1])"/>
  </xsl:function>

</xsl:stylesheet>
