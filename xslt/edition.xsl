<?xml version="1.0" encoding="UTF-8"?>
<!--
  From one TEI document to its pages, its plain text and its citations, in one pass: this entry lists the modules and says which outputs are
  made. Each edition is an xsl:result-document whose address is its format's name; src/transform/index.ts turns
  that into a path.

      shared/   words, functions and facts that every edition needs
      html/     the page, by family of elements
      text/     the plain-text edition

  xpath-default-namespace stands here as well as on each module: SaxonJS 2.7 resolves names in the global
  variables of an included module against the principal one.

  Variables, parameters and functions are typed. Templates that write elements are not: a declared type would make
  SaxonJS build each element apart and copy it into its parent, once for every level of nesting.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- Which editions to make: names from src/transform/formats.ts, separated by blanks. -->
  <xsl:param name="outputs" as="xs:string" select="'html text'"/>
  <!-- The document's id: its folder's name and the stem of its files. -->
  <xsl:param name="id" as="xs:string" select="string(/TEI/teiHeader/fileDesc/publicationStmt/idno[@type = 'chancery'])"/>
  <!-- Facts of the edition project, from chancery.json. -->
  <xsl:param name="edition-title" as="xs:string" select="''"/>
  <xsl:param name="edition-language" as="xs:string" select="'en'"/>
  <xsl:param name="edition-publisher" as="xs:string" select="''"/>
  <xsl:param name="edition-editors" as="xs:string" select="''"/>
  <xsl:param name="edition-rights" as="xs:string" select="''"/>
  <xsl:param name="licence-name" as="xs:string" select="''"/>
  <xsl:param name="licence-url" as="xs:string" select="''"/>
  <!-- Where the edition is published, without final slash; empty: addresses stay relative. -->
  <xsl:param name="base-url" as="xs:string" select="''"/>
  <!-- Version of Chancery that makes the editions. -->
  <xsl:param name="version" as="xs:string" select="''"/>
  <!-- The files published of the document: a line for each, format, path and media type parted by tabs. -->
  <xsl:param name="files" as="xs:string" select="''"/>
  <!-- The words of the editions in the edition's language, by key. -->
  <xsl:param name="words" as="map(xs:string, xs:string)" select="map {}"/>
  <!-- ISO date and time of the build, only where SOURCE_DATE_EPOCH gives one: nothing here looks at a clock. -->
  <xsl:param name="build-date" as="xs:string" select="''"/>
  <!-- The same in words. -->
  <xsl:param name="build-moment" as="xs:string" select="''"/>

  <xsl:variable name="document" as="document-node()" select="/"/>

  <xsl:include href="shared/labels.xsl"/>
  <xsl:include href="shared/functions.xsl"/>
  <xsl:include href="shared/dates.xsl"/>
  <xsl:include href="shared/facts.xsl"/>
  <xsl:include href="shared/evidence.xsl"/>

  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/head.xsl"/>
  <xsl:include href="html/facts.xsl"/>
  <xsl:include href="html/blocks.xsl"/>
  <xsl:include href="html/opener.xsl"/>
  <xsl:include href="html/speech.xsl"/>
  <xsl:include href="html/names.xsl"/>
  <xsl:include href="html/dates.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/apparatus.xsl"/>
  <xsl:include href="html/register.xsl"/>
  <xsl:include href="html/evidence.xsl"/>
  <xsl:include href="html/citation.xsl"/>
  <xsl:include href="shared/json.xsl"/>
  <xsl:include href="shared/citation.xsl"/>
  <xsl:include href="html/source-view.xsl"/>
  <xsl:include href="html/about.xsl"/>
  <xsl:include href="html/unhandled.xsl"/>

  <xsl:include href="text/edition.xsl"/>
  <xsl:include href="text/blocks.xsl"/>
  <xsl:include href="text/apparatus.xsl"/>

  <xsl:output name="html" method="html" version="5.0" html-version="5.0" encoding="UTF-8" indent="no" include-content-type="no"/>
  <xsl:output name="text" method="text" encoding="UTF-8"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="empty-sequence()">
    <xsl:variable name="wanted" as="xs:string*" select="tokenize($outputs)"/>
    <xsl:if test="$wanted = 'html'">
      <xsl:result-document href="html" format="html">
        <xsl:call-template name="html.page"/>
      </xsl:result-document>
    </xsl:if>
    <xsl:if test="$wanted = 'text'">
      <xsl:result-document href="text" format="text">
        <xsl:call-template name="text.edition"/>
      </xsl:result-document>
    </xsl:if>
    <xsl:if test="$wanted = 'bibtex'">
      <xsl:result-document href="bibtex" format="text">
        <xsl:value-of select="f:bibtex() || '&#xa;'"/>
      </xsl:result-document>
    </xsl:if>
    <xsl:if test="$wanted = 'ris'">
      <xsl:result-document href="ris" format="text">
        <xsl:value-of select="f:ris()"/>
      </xsl:result-document>
    </xsl:if>
    <xsl:if test="$wanted = 'csl'">
      <xsl:result-document href="csl" format="text">
        <xsl:value-of select="f:csl()"/>
      </xsl:result-document>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
