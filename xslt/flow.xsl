<?xml version="1.0" encoding="UTF-8"?>
<!--
  From one TEI document to its *flow*: the reading text as a plain run of headings, paragraphs, lines and quotations,
  with the few things a word processor, an e-reader and Markdown know (italics, notes, dates). The writers of
  src/transform/forms/ turn it into EPUB, DOCX and Markdown; what those forms cannot hold is left out here, once.

  A sheet of its own, so that a build of the three usual editions does not pay for it.

      flow (section | quote | p)*
        section  @type @id @lang    a division
        quote    @who               what one person says or writes at length; @who is the edition's word
        p        @kind @id @n       head, line, item, row, note or nothing; holds text and
                                    i b u s sup sub sc, br, ed (the edition's own words),
                                    a (@href: an address, or # and an id), time (@datetime)
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The same parameters as edition.xsl, and set by the same hand (src/transform/parameters.ts). -->
  <xsl:param name="id" as="xs:string" select="string(/TEI/teiHeader/fileDesc/publicationStmt/idno[@type = 'chancery'])"/>
  <xsl:param name="edition-title" as="xs:string" select="''"/>
  <xsl:param name="edition-language" as="xs:string" select="'en'"/>
  <xsl:param name="edition-publisher" as="xs:string" select="''"/>
  <xsl:param name="edition-editors" as="xs:string" select="''"/>
  <xsl:param name="edition-rights" as="xs:string" select="''"/>

  <!-- The words of the editions in the edition's language, by key. -->
  <xsl:param name="words" as="map(xs:string, xs:string)" select="map {}"/>

  <xsl:variable name="document" as="document-node()" select="/"/>

  <xsl:include href="shared/labels.xsl"/>
  <xsl:include href="shared/functions.xsl"/>
  <xsl:include href="shared/dates.xsl"/>
  <xsl:include href="shared/facts.xsl"/>
  <xsl:include href="shared/evidence.xsl"/>

  <xsl:include href="flow/document.xsl"/>
  <xsl:include href="flow/blocks.xsl"/>
  <xsl:include href="flow/inline.xsl"/>

  <xsl:output name="flow" method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="empty-sequence()">
    <xsl:result-document href="flow" format="flow">
      <xsl:call-template name="flow.document"/>
    </xsl:result-document>
  </xsl:template>

</xsl:stylesheet>
