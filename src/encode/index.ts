/**
 * Encode: the annotated document as TEI P5.
 *
 *     blocks -> pieces of the page (header) and text; annotations -> elements; entities -> lists
 */
import type { Artifact } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Document } from '../document.ts';
import { serialise } from '../xml/serialise.ts';
import { encodeText } from './body.ts';
import { Encoding } from './encoding.ts';
import { enrich } from './enrich.ts';
import { encodingDesc } from './header/encoding-desc.ts';
import { headerFacts } from './header/facts.ts';
import { fileDesc } from './header/file-desc.ts';
import { participantsOf, profileDesc } from './header/profile-desc.ts';
import { el, indented } from './node.ts';
import { piecesOf } from './pieces.ts';
import { standOff } from './standoff.ts';

/**
 * @returns the TEI as `ID.xml`, ending in a line feed; the same document gives the same bytes
 */
export function encode(document: Document, context: Context): Artifact {
  if (document.source.tei) return enrich(document, document.source.tei, context);
  const enc = new Encoding(document, context);
  const { pieces, body } = piecesOf(document.blocks, document.source.text);
  const facts = headerFacts(enc);

  const text = encodeText(enc, body);
  const file = fileDesc(enc, facts, pieces);
  const profile = profileDesc(enc, facts);
  const lists = standOff(enc, new Set(participantsOf(enc, facts).map((p) => p.entity.id)));
  const encoding = encodingDesc(enc);

  const header = el(
    'teiHeader',
    {},
    file,
    encoding,
    profile,
    el(
      'revisionDesc',
      { status: 'unreviewed' },
      el(
        'change',
        { status: 'unreviewed', who: '#chancery' },
        'Encoded by rule; no assertion has been reviewed by a person yet.',
      ),
    ),
  );
  const root = el(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:id': `d.${document.id}`, 'xml:lang': document.language },
    '\n',
    indented(header),
    '\n',
    text,
    ...(lists ? ['\n', indented(lists)] : []),
    '\n',
  );
  return {
    path: `${document.id}.xml`,
    mediaType: 'application/tei+xml',
    content: serialise(root, schemasNamed(context)),
  };
}

/**
 * The schemas, so that editors validate with them too (W3C, Associating Schemas with XML documents 1.0). They lie in
 * `schemas/` of the project, and of the published edition.
 */
function schemasNamed({ settings }: Context): readonly string[] {
  const depth = settings.folders.tei.split('/').filter((part) => part !== '' && part !== '.').length;
  const folder = `${'../'.repeat(depth)}schemas`;
  return [
    `xml-model href="${folder}/chancery.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"`,
    `xml-model href="${folder}/chancery.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"`,
  ];
}
