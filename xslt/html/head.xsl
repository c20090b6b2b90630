<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of the page: title, policy, links to the other formats, and the metadata that reference managers and indexers read. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:j="http://www.w3.org/2005/xpath-functions"
                xmlns:f="urn:x-chancery:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template name="html.head">
    <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy"
            content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="referrer" content="no-referrer"/>
      <title>{f:plain(string-join(($title, $edition-title[.]), ' · '))}</title>
      <xsl:if test="exists($abstract)">
        <meta name="description" content="{f:plain(string-join($abstract, ' '))}"/>
      </xsl:if>
      <meta name="generator" content="{string-join(('Chancery', $version[.]), ' ')}"/>
      <link rel="stylesheet" href="../assets/edition.css"/>
      <link rel="icon" href="../assets/icon.svg" type="image/svg+xml"/>
      <link rel="up" href="../index.html"/>
      <xsl:if test="$base-url">
        <link rel="canonical" href="{$base-url}/{$id}/"/>
        <link rel="cite-as" href="{$base-url}/{$id}/"/>
      </xsl:if>
      <!-- Other forms of the text; what describes it, its files or its source is linked from the page itself. -->
      <xsl:for-each select="$other-files[not(.?format = ('source', 'bibtex', 'ris', 'csl'))]">
        <link rel="alternate" type="{.?type}" href="{.?path}" title="{f:label('format.' || .?format)}"/>
      </xsl:for-each>
      <xsl:if test="f:safe-address($licence-url)">
        <link rel="license" href="{$licence-url}"/>
      </xsl:if>
      <xsl:call-template name="html.metadata"/>
      <script type="application/ld+json">
        <xsl:value-of select="replace(replace(xml-to-json(f:schema-org()), '\\/', '/'), '&lt;', '\\u003c')" disable-output-escaping="yes"/>
      </script>
    </head>
  </xsl:template>

  <!-- Zotero's Embedded Metadata reads these: z:itemType decides the kind, z: values go straight to its fields. -->
  <xsl:template name="html.metadata">
    <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/"/>
    <meta name="z:itemType" content="letter"/>
    <meta name="z:letterType" content="{$document-type}"/>
    <meta name="dcterms:title" content="{f:plain($title)}"/>
    <xsl:for-each select="$senders">
      <meta name="dcterms:creator" content="{f:plain(.)}"/>
    </xsl:for-each>
    <xsl:for-each select="$addressees">
      <meta name="z:recipients" content="{f:plain(.)}"/>
    </xsl:for-each>
    <xsl:if test="$dated">
      <meta name="dcterms:date" content="{substring($dated, 1, 10)}"/>
    </xsl:if>
    <xsl:if test="$language != 'und'">
      <meta name="dcterms:language" content="{$language}"/>
    </xsl:if>
    <xsl:for-each select="$record/msIdentifier/(institution, repository)[1]">
      <meta name="z:archive" content="{normalize-space(.)}"/>
    </xsl:for-each>
    <xsl:if test="exists($numbers)">
      <meta name="z:archiveLocation" content="{string-join($numbers ! normalize-space(.), '; ')}"/>
    </xsl:if>
    <xsl:for-each select="($edition-publisher[.], $file/publicationStmt/publisher[1] ! normalize-space(.))[1]">
      <meta name="dcterms:publisher" content="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="($edition-rights[.], $file/publicationStmt/availability/p[1] ! normalize-space(.))[1]">
      <meta name="dcterms:rights" content="{.}"/>
    </xsl:for-each>
    <meta name="dcterms:identifier" content="{if ($base-url) then $cited-address else $id}"/>
    <!-- Highwire tags beside them, for indexers; no citation_title: alone it would make a journal article of the letter. -->
    <xsl:for-each select="$senders">
      <meta name="citation_author" content="{f:plain(.)}"/>
    </xsl:for-each>
    <xsl:if test="$dated">
      <meta name="citation_publication_date" content="{translate(substring($dated, 1, 10), '-', '/')}"/>
    </xsl:if>
    <xsl:if test="$language != 'und'">
      <meta name="citation_language" content="{$language}"/>
    </xsl:if>
    <xsl:if test="$doi">
      <meta name="citation_doi" content="{$doi}"/>
    </xsl:if>
    <xsl:for-each select="$series-dois">
      <meta name="dcterms:isPartOf" content="https://doi.org/{.}"/>
    </xsl:for-each>
    <xsl:if test="$base-url">
      <meta name="citation_public_url" content="{$cited-address}"/>
    </xsl:if>
  </xsl:template>

  <!-- The small block that search engines read: schema.org terms only. The whole graph is ID.jsonld. -->
  <xsl:function name="f:schema-org" as="element(j:map)">
    <j:map>
      <j:string key="@context">https://schema.org</j:string>
      <j:array key="@type"><j:string>ArchiveComponent</j:string><j:string>Message</j:string></j:array>
      <xsl:if test="$base-url">
        <j:string key="url">{$base-url}/{$id}/</j:string>
      </xsl:if>
      <j:string key="name">{$title}</j:string>
      <xsl:if test="$number">
        <j:string key="identifier">{$number}</j:string>
      </xsl:if>
      <xsl:if test="exists($abstract)">
        <j:string key="abstract">{normalize-space(string-join($abstract, ' '))}</j:string>
      </xsl:if>
      <xsl:if test="$language != 'und'">
        <j:string key="inLanguage">{$language}</j:string>
      </xsl:if>
      <xsl:if test="exists($senders)">
        <j:array key="sender"><xsl:sequence select="$senders ! f:schema-agent(.)"/></j:array>
      </xsl:if>
      <xsl:if test="exists($addressees)">
        <j:array key="recipient"><xsl:sequence select="$addressees ! f:schema-agent(.)"/></j:array>
      </xsl:if>
      <xsl:if test="$sent/date/@when">
        <j:string key="dateSent">{$sent/date[@when][1]/@when}</j:string>
      </xsl:if>
      <xsl:if test="$received/date/@when">
        <j:string key="dateReceived">{$received/date[@when][1]/@when}</j:string>
      </xsl:if>
    </j:map>
  </xsl:function>

  <xsl:function name="f:schema-agent" as="element(j:map)">
    <xsl:param name="agent" as="element()"/>
    <j:map>
      <!-- An office is no person: the nearest schema.org has for an addressee by office is an audience. -->
      <j:string key="@type">{if ($agent/self::orgName) then 'Organization' else if ($agent/self::roleName) then 'Audience' else 'Person'}</j:string>
      <j:string key="{if ($agent/self::roleName) then 'audienceType' else 'name'}">{normalize-space($agent)}</j:string>
    </j:map>
  </xsl:function>

</xsl:stylesheet>
