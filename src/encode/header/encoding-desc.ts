/** encodingDesc (TEI chapter 2.3): how the text was encoded, which categories and which rules were used. */
import { rules } from '../../rules.ts';
import type { Encoding } from '../encoding.ts';
import { el, type XmlElementNode } from '../node.ts';

const schemes: Readonly<Record<string, string>> = {
  'document-type': 'Kind of document.',
  classification: 'Classification as printed; not equated with the levels of any other state.',
  precedence: 'Precedence of transmission as printed.',
  handling: 'Distribution and handling as printed.',
  furniture: 'Parts of the page that are not the document.',
};

/** Written last: only then is it known which rules and categories the document has used. */
export function encodingDesc(enc: Encoding): XmlElementNode {
  const p = (text: string) => el('p', {}, text);
  return el(
    'encodingDesc',
    {},
    el(
      'projectDesc',
      {},
      p(
        'Encoded with Chancery from the file named in sourceDesc. Every assertion shows its evidence; what could not be decided was left open.',
      ),
    ),
    el(
      'editorialDecl',
      {},
      el(
        'correction',
        { method: 'markup' },
        p('Nothing is corrected silently: a likely slip is marked sic and left as it stands.'),
      ),
      el('hyphenation', { eol: 'all' }, p('Hyphens and dashes are kept as in the source.')),
      el(
        'normalization',
        { method: 'markup' },
        p(
          'Characters and white space are those of the source, no-break spaces included; line ends are U+000A. The pieces of the page in the header and the text together are the source, character by character. Where a later hand has re-indented the file, a run of blanks, no-break spaces and line ends counts as one space for comparison.',
        ),
      ),
      el(
        'quotation',
        { marks: 'all' },
        p('Quotation marks are kept as text, inside the element they delimit.'),
      ),
      el(
        'segmentation',
        {},
        p(
          'Paragraphs are those of the source. A printed number is a label element; the attribute n has the number within its level.',
        ),
      ),
      el(
        'interpretation',
        {},
        p(
          'An assertion made by rule carries its certainty (cert), its maker (resp) and the rule (ana). An assertion that a person has reviewed carries that person in resp.',
        ),
      ),
    ),
    el(
      'classDecl',
      {},
      Object.entries(schemes).flatMap(([scheme, desc]) => taxonomy(enc, scheme, desc) ?? []),
      ruleTaxonomy(enc),
    ),
    el(
      'listPrefixDef',
      {},
      el(
        'prefixDef',
        {
          ident: 'src',
          matchPattern: '([0-9]+),([0-9]+)',
          replacementPattern: `../${encodeURI(enc.document.source.name)}#char=$1,$2`,
        },
        p('A place in the source file after RFC 5147: characters counted from 0.'),
      ),
      el(
        'prefixDef',
        { ident: 'reg', matchPattern: '([A-Za-z][A-Za-z0-9._-]*)', replacementPattern: 'register.xml#$1' },
        p('An entry in the register of the edition.'),
      ),
    ),
    el(
      'appInfo',
      {},
      el(
        'application',
        { ident: 'chancery', version: enc.context.version },
        el('label', {}, 'Chancery'),
        el('ptr', { target: '#chancery' }),
      ),
    ),
  );
}

function taxonomy(enc: Encoding, scheme: string, desc: string): XmlElementNode | undefined {
  const categories = [...enc.log.categories]
    .filter(([, c]) => c.scheme === scheme)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (categories.length === 0) return undefined;
  return el(
    'taxonomy',
    { 'xml:id': scheme },
    el('desc', {}, desc),
    categories.map(([id, c]) =>
      el(
        'category',
        { 'xml:id': id },
        [...c.terms].map(([language, term]) => el('catDesc', { 'xml:lang': language }, term)),
      ),
    ),
  );
}

export function ruleTaxonomy(enc: Encoding): XmlElementNode {
  return el(
    'taxonomy',
    { 'xml:id': 'rules' },
    el('desc', {}, 'Rules that made assertions in this document.'),
    [...enc.log.rules]
      .sort()
      .map((id) =>
        el(
          'category',
          { 'xml:id': `r.${id}` },
          el('catDesc', {}, `${rules[id].description} (${rules[id].basis})`),
        ),
      ),
  );
}
